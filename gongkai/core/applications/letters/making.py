"""A letter made of its paragraphs (文书成文): headings, tables, remedy, attachments, date."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from gongkai.core.applications.letters import tables
from gongkai.core.applications.letters.fields import BY_LABEL, Field
from gongkai.core.applications.letters.kinds import LetterKind
from gongkai.core.applications.letters.wording import NAMED, Values, faults_of
from gongkai.core.finding import Finding
from gongkai.core.law import Citation
from gongkai.core.ports import Heading, Letter, LetterBlock, Paragraph

DAY: Final = "{day.year}年{day.month}月{day.day}日"
MARK: Final = "#"
BUILDERS: Final[Mapping[str, Callable[[Values], tuple[LetterBlock, ...]]]] = {
    "receipt_form": tables.receipt_form,
    "opinion_form": tables.opinion_form,
    "delivery_form": tables.delivery_form,
    "fee_table": tables.fee_table,
}
"""Who makes a form; what they show are fields and a few values of their own."""
ENCLOSED: Final = frozenset({"opinion_form"})
"""The forms that the reader of a letter fills in and sends back: they stand after the signing."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the text. `organ` is the full name of who issues it."""

    organ: str
    addressee: str
    number: str
    dated_on: date | None
    attachments: tuple[str, ...] = ()


def day_in_words(day: date | None) -> str:
    """A day as a letter writes it; nothing where there is none."""
    return DAY.format(day=day) if day else ""


def cited(cites: Iterable[Citation]) -> str:
    """Several articles, every statute named once."""
    by_statute = dict[str, list[str]]()
    for cite in cites:
        title = f"《{cite.statute.title}》"
        by_statute.setdefault(title, []).append(str(cite).removeprefix(title))
    return "，".join(title + "、".join(places) for title, places in by_statute.items())


def made(
    kind: LetterKind, paragraphs: Iterable[str], frame: Frame, values: Values
) -> tuple[Letter, tuple[Finding, ...]]:
    """The letter, and why it cannot go out as it is."""
    held = tuple(paragraphs)
    beside = tuple(text for text in held if _is_enclosed(text))
    letter = Letter(
        title=frame.organ + kind.title,
        blocks=tuple(
            block for text in held if text not in beside for block in _blocks(text, values)
        ),
        document_number=frame.number,
        addressee=frame.addressee,
        attachments=frame.attachments,
        issuer=frame.organ,
        dated_on=frame.dated_on,
        enclosed=tuple(block for text in beside for block in _blocks(text, values)),
    )
    return letter, faults_of(kind, held)


def _blocks(text: str, values: Values) -> Iterator[LetterBlock]:
    field = _late(text)
    if field is None:
        yield _paragraph(text)
    elif field.is_form:
        yield from BUILDERS[field.key](values)
    else:
        yield from (Paragraph(row) for row in values.get(field.key, "").splitlines() if row)


def _is_enclosed(text: str) -> bool:
    """Whether a paragraph is a form that stands on a page of its own."""
    field = _late(text)
    return field is not None and field.key in ENCLOSED


def _late(text: str) -> Field | None:
    """The late field a paragraph consists of."""
    found = NAMED.fullmatch(text.strip())
    field = BY_LABEL.get(found[1].strip()) if found else None
    return field if field and field.is_late else None


def _paragraph(text: str) -> LetterBlock:
    """A line that begins with one to four hashes is a heading."""
    bare = text.lstrip(MARK)
    level = len(text) - len(bare)
    if not 0 < level <= DEEPEST or not bare.startswith(" "):
        return Paragraph(text)
    return Heading(bare.strip(), level)


DEEPEST: Final = 4
