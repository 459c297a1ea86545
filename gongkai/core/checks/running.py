"""Running all rules over a content."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from gongkai.core.checks.content import Content, Part
from gongkai.core.checks.plain import Text
from gongkai.core.checks.registry import RULES
from gongkai.core.checks.rule import Outcome, Reading, Rule
from gongkai.core.finding import Finding

MOST: Final = 100
"""So many findings of one rule in one text are listed singly; the last one stands for the rest."""
REST: Final = "本处起还有 {count} 处同类问题，没有逐一列出。{says}"


def examine(
    content: Content, *, wording: Callable[[Part], Iterable[Finding]], today: date
) -> tuple[Finding, ...]:
    """Everything that the rules find, in the order of the parts and of the places in them."""
    texts = tuple(Text.of(part) for part in content.parts)
    reading = Reading(content, texts, today)
    found = list[Finding]()
    for text in texts:
        found += _of_text(text)
        found += wording(text.part)
    for rule in RULES:
        if rule.weighs:
            found += (rule.finding(outcome) for outcome in rule.weighs(reading))
    order = {part.key: place for place, part in enumerate(content.parts)}
    return tuple(sorted(found, key=lambda one: _place(one, order)))


def _of_text(text: Text) -> Iterator[Finding]:
    for rule in RULES:
        if rule.reads:
            yield from (rule.finding(outcome) for outcome in _bounded(rule, text))


def _bounded(rule: Rule, text: Text) -> Iterator[Outcome]:
    outcomes = list(rule.reads(text)) if rule.reads else []
    if len(outcomes) <= MOST:
        yield from outcomes
        return
    yield from outcomes[: MOST - 1]
    rest = outcomes[MOST - 1 :]
    first = rest[0]
    quotes = "\n".join(text.plain[one.start : one.end] for one in rest)
    yield Outcome(
        REST.format(count=len(rest), says=first.says),
        text,
        first.start,
        first.end,
        about=quotes,
    )


def _place(finding: Finding, order: dict[str, int]) -> tuple[int, int, str]:
    if finding.span is None:
        return (len(order), 0, finding.code)
    return (order.get(finding.span.part, len(order)), finding.span.start, finding.code)
