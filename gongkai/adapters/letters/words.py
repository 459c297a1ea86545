"""The words that a document carries of itself, and text that is fit to be set."""

import re
from datetime import date

from gongkai.adapters.letters import measures
from gongkai.core.ports import FormRow, Letter, Signature

SIGNED = "签名：{name}　　{day}"
UNSIGNED = "　　　　　　"
UNDATED = "　　年　　月　　日"
ATTACHED = "附件："
ATTACHMENT = "{number}. {name}"
REMARK = "（{note}）"
ADDRESSEE = "{addressee}："
CLOSING_SIGNS = "：:"
PAGE_DASH = "—"
# Signs without a meaning in a document: controls, halves of pairs, switches of direction.
UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
LINE_ENDS = re.compile("\r\n|[\r\n\u0085\u2028\u2029]")


def fit(text: str) -> str:
    """The text without signs that no document may hold; every line end is the same."""
    return UNFIT.sub("", LINE_ENDS.sub("\n", text)).replace("\t", " ")


def lines(text: str) -> list[str]:
    """The paragraphs of a text; one empty paragraph of an empty text."""
    return fit(text).strip("\n ").split("\n")


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(fit(text).split("\n")).strip(" ")


def title_lines(letter: Letter) -> list[str]:
    """The title; one too long for a line breaks after the organ's name, not inside a word."""
    title, organ = one_line(letter.title), one_line(letter.issuer)
    rest = title.removeprefix(organ) if organ else title
    if len(title) <= measures.TITLE_CHARACTERS or rest in {title, ""}:
        return [title]
    return [organ, rest]


def day(value: date | None) -> str:
    """A day as documents write it: Arabic, no leading zero; a gap for the pen where unknown."""
    return f"{value.year}年{value.month}月{value.day}日" if value else UNDATED


def signed(signature: Signature) -> str:
    """Who signed and when."""
    name = one_line(signature.name) or UNSIGNED
    return SIGNED.format(name=name, day=day(signature.signed_on))


def addressee(letter: Letter) -> str:
    """Whom it is for, with a full-width colon; nothing where it is for nobody."""
    name = one_line(letter.addressee).rstrip(CLOSING_SIGNS)
    return ADDRESSEE.format(addressee=name) if name else ""


def attachments(letter: Letter) -> list[str]:
    """The lines that name the attachments; a single one has no number."""
    names = [one_line(name) for name in letter.attachments]
    if len(names) > 1:
        return [ATTACHMENT.format(number=n, name=name) for n, name in enumerate(names, 1)]
    return names


def remark(letter: Letter) -> str:
    """The remark after the date, in brackets."""
    note = one_line(letter.note)
    return REMARK.format(note=note) if note else ""


def is_short(row: FormRow) -> bool:
    """Whether a row is so short that it is kept on one page."""
    cells = (row.opinion,) if isinstance(row, Signature) else [cell.text for cell in row]
    return sum(map(len, cells)) <= measures.SHORT
