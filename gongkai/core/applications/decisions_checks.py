"""What is missing or contradicts itself before a decision can go out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from gongkai.core.applications.decisions import Decision, Remedy
from gongkai.core.applications.decisions_facts import MOST, WITHHELD, Fact, FactKind, Facts
from gongkai.core.finding import Finding, Severity
from gongkai.core.law.grounds import GROUNDS, Ground

SEPARATOR: Final = "；"
PARTS: Final = 3
NOT_INFORMATION: Final = "非政府信息"
CODES: Final = {ground.code.upper(): ground for ground in GROUNDS}


@dataclass(frozen=True, slots=True)
class Withheld:
    """One part that is kept back: what, why; no ground where it is no government information."""

    what: str
    ground: Ground | None
    reason: str

    def __str__(self) -> str:
        code = self.ground.code if self.ground else NOT_INFORMATION
        return SEPARATOR.join((self.what, code, self.reason))


def withheld(text: str) -> tuple[Withheld, ...]:
    """The parts kept back that a text names, one a line; lines that cannot be read are left out."""
    rows = (_withheld(line) for line in text.splitlines())
    return tuple(row for row in rows if row is not None)


def _withheld(line: str) -> Withheld | None:
    parts = [part.strip() for part in line.replace(";", SEPARATOR).split(SEPARATOR, PARTS - 1)]
    if len(parts) < PARTS or not all(parts):
        return None
    what, code, reason = parts
    ground = CODES.get(code.upper())
    known = ground is not None or code == NOT_INFORMATION
    return Withheld(what, ground, reason) if known else None


def remedy_for(decision: Decision, facts: Facts) -> Remedy:
    """The remedy against a decision on these facts: one that leaves out only what is no government
    information refuses nothing under Articles 14 to 16 (R4-06)."""
    parts = withheld(facts.get(WITHHELD.key, ""))
    if WITHHELD in decision.facts and parts and not any(part.ground for part in parts):
        return Remedy.EITHER
    return decision.remedy


def missing(decision: Decision, facts: Facts, today: date) -> tuple[Finding, ...]:
    """Everything that is missing or wrong among the facts of a decision, said at once."""
    found = [
        finding
        for fact in decision.facts
        for finding in _of_fact(decision, fact, facts.get(fact.key, "").strip(), today)
    ]
    return (*found, *_of_contact(decision, facts))


def _of_fact(decision: Decision, fact: Fact, value: str, today: date) -> Iterator[Finding]:
    if not value:
        if fact.required:
            text = f"“{fact.label}”是空的。"
            yield _said("DECISION-FACT", decision, fact, text, fact.hint)
    elif len(value) > MOST:
        text = f"“{fact.label}”超过 {MOST} 个字。"
        yield _said("DECISION-LONG", decision, fact, text, "请写得短些。")
    elif fact.kind is FactKind.DAY:
        yield from _of_day(decision, fact, value, today)
    elif fact.kind is FactKind.CHOICE:
        if value not in {choice.key for choice in fact.choices}:
            text = f"“{fact.label}”没有“{value}”这一项。"
            yield _said("DECISION-CHOICE", decision, fact, text, "请从列表中选择。")
    elif fact.kind is FactKind.WITHHELD:
        yield from _of_withheld(decision, fact, value)


def day_of(value: str) -> date | None:
    """The day a fact names; None where it names none."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _of_day(decision: Decision, fact: Fact, value: str, today: date) -> Iterator[Finding]:
    day = day_of(value)
    if day is None:
        text = f"“{fact.label}”不是日期：{value}。"
        yield _said("DECISION-DAY", decision, fact, text, "请填写，例如 2026-03-05。")
    elif day > today:
        text = f"“{fact.label}”{value} 还没有到。"
        yield _said(
            "DECISION-FUTURE", decision, fact, text, "请核对日期；期限未满不能作出这一决定。"
        )


def _of_withheld(decision: Decision, fact: Fact, value: str) -> Iterator[Finding]:
    lines = [line for line in value.splitlines() if line.strip()]
    wrong = [line for line in lines if _withheld(line) is None]
    for line in wrong:
        text = f"“{fact.label}”有一行看不懂：{line[:60]}"
        yield _said("DECISION-WITHHELD", decision, fact, text, fact.hint)
    if not wrong and all(row.ground is None for row in withheld(value)):
        text = "没有一处是依条例不予公开的，只去掉了不是政府信息的内容。"
        hint = "可以公开的全部提供了的，请核对是否应当选择“予以公开”。"
        said = _said("DECISION-WITHHELD-NONE", decision, fact, text, hint)
        yield replace(said, severity=Severity.WARNING)


def _of_contact(decision: Decision, facts: Facts) -> Iterator[Finding]:
    """Whoever names the right organ also says how to reach it (Art. 36(5))."""
    by_key = {fact.key: fact for fact in decision.facts}
    fact = by_key.get("right_contact")
    if fact and facts.get("right_organ", "").strip() and not facts.get(fact.key, "").strip():
        text = "写明了负责公开的机关，没有写它的联系方式。"
        yield _said(
            "DECISION-CONTACT", decision, fact, text, "能够确定机关的，名称和联系方式都要告知。"
        )


def _said(code: str, decision: Decision, fact: Fact, text: str, hint: str) -> Finding:
    return Finding(
        code,
        Severity.ERROR,
        title=fact.label,
        text=text,
        hint=hint,
        paths=(f"fact_{fact.key}",),
        cite=decision.cites[0],
    )
