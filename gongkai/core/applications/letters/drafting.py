"""The first text of a reply: from the decision and its facts, or from those of several items."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from gongkai.core.applications.decisions import Decision, cites_of
from gongkai.core.applications.decisions_checks import Withheld, day_of, withheld
from gongkai.core.applications.decisions_facts import Fact, FactKind, Facts
from gongkai.core.applications.letters.kinds import LETTER, SEVERAL
from gongkai.core.applications.letters.making import cited, day_in_words
from gongkai.core.applications.letters.wording import Values, deciding_part, filled, safe
from gongkai.core.law import chinese_number

Wording = Callable[[str], str]
"""The wording an organ uses for letters of a code."""
ITEM_HEAD: Final = "# {number}、关于“{text}”"
PART: Final = "（{number}）{what}：依据{cite}，{reason}。"
NO_INFORMATION: Final = "（{number}）{what}：不是政府信息，{reason}。"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing asked for, what is decided about it, and on which facts."""

    text: str
    decision: Decision
    facts: Facts


def usual(code: str) -> str:
    """The usual wording of letters of a code."""
    return LETTER[code].text


def facts_in_words(decision: Decision, facts: Facts) -> dict[str, str]:
    """The facts of a decision as a letter says them, and the articles it rests on."""
    told = {
        fact.key: _in_words(fact, facts.get(fact.key, "").strip())
        for fact in decision.facts
        if not fact.stays_inside
    }
    return {**told, "articles": cited(cites_of(decision, facts))}


def _in_words(fact: Fact, value: str) -> str:
    if fact.kind is FactKind.DAY:
        return day_in_words(day_of(value)) or value
    if fact.kind is FactKind.CHOICE:
        labels = {choice.key: choice.label for choice in fact.choices}
        return labels.get(value, value)
    if fact.kind is FactKind.WITHHELD:
        return "\n".join(_part(number, row) for number, row in enumerate(withheld(value), 1))
    return value


def _part(number: int, row: Withheld) -> str:
    told, reason = chinese_number(number), row.reason.rstrip(STOP)
    if row.ground is None:
        return NO_INFORMATION.format(number=told, what=row.what, reason=reason)
    return PART.format(number=told, what=row.what, cite=row.ground.cite, reason=reason)


STOP: Final = "。"


def drafted(
    decision: Decision, facts: Facts, values: Values, wording: Wording = usual
) -> list[str]:
    """The paragraphs of a reply with one decision; none where the applicant gets no letter."""
    if not decision.letter:
        return []
    return list(filled(wording(decision.letter), {**values, **facts_in_words(decision, facts)}))


def drafted_for_several(
    items: Sequence[Item], values: Values, wording: Wording = usual
) -> list[str]:
    """The paragraphs of a reply that answers several things one by one (R2-14)."""
    paragraphs = list[str]()
    for text in filled(wording(SEVERAL), values):
        paragraphs += _of_items(items, values, wording) if text == ITEMS_PLACE else [text]
    return paragraphs


ITEMS_PLACE: Final = "{各项答复}"


def _of_items(items: Sequence[Item], values: Values, wording: Wording) -> list[str]:
    told = list[str]()
    for number, item in enumerate(items, 1):
        one_line = safe(" ".join(item.text.split()))
        told.append(ITEM_HEAD.format(number=chinese_number(number), text=one_line))
        told += _deciding(item, values, wording)
    return told


def _deciding(item: Item, values: Values, wording: Wording) -> tuple[str, ...]:
    if not item.decision.letter:
        return (f"{item.decision.label}。",)
    known = {**values, **facts_in_words(item.decision, item.facts)}
    return filled(deciding_part(wording(item.decision.letter)), known)
