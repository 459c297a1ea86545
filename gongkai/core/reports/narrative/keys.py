"""Which rule a number in the prose falls under."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.core.reports.narrative import rules_applications, rules_disputes, rules_publishing
from gongkai.core.reports.narrative.figure_rules import FigureRule, Topic

RULES = (*rules_disputes.RULES, *rules_applications.RULES, *rules_publishing.RULES)
BETWEEN = (
    "(?:共计?|总计|合计|总?数量?|总量|达到?|为|有|是|近|约|超过?|逾|累计|总共|全部|已|了|：|的|也|均|仅|只|“|”|）)*$"
)
DOING = re.compile("公开|发布|制[作发定]|更新|印发|出台|编[发制]|召开|举办")
AFTER_REACH = 26


@dataclass(frozen=True, slots=True)
class Matcher:
    """A rule made ready: its words, and its patterns compiled."""

    rule: FigureRule
    words: tuple[str, ...]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def leads(self, plain: str, spot: "Spot") -> bool:
        """Whether the words before the number are the rule's."""
        if self.before is None:
            return False
        start = spot.clause if self.rule.clause else spot.segment
        if self.rule.alone and _closes_list(plain[spot.segment + 1 : spot.start]):
            return False
        return self.before.search(plain, start, spot.start) is not None

    def follows(self, plain: str, spot: "Spot") -> bool:
        """Whether the words behind the number are the rule's."""
        return self.after is not None and self.after.match(plain, spot.end) is not None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a number stands: its clause, its segment (since the last number), itself."""

    clause: int
    segment: int
    start: int
    end: int
    topic: Topic | None


def _closes_list(words: str) -> bool:
    """Whether the last of several things is named, all of which the number counts."""
    *others, last = words.split("、")
    return bool(others) and not DOING.search(last)


def _matcher(rule: FigureRule) -> Matcher:
    return Matcher(
        rule,
        tuple(rule.words.split()),
        re.compile(f"(?:{rule.before}){BETWEEN}") if rule.before else None,
        re.compile(rule.after) if rule.after else None,
    )


def _by_unit(rules: Iterable[FigureRule]) -> dict[str, tuple[Matcher, ...]]:
    table: dict[str, list[Matcher]] = {}
    for rule in rules:
        matcher = _matcher(rule)
        for unit in rule.units.split():
            table.setdefault(unit, []).append(matcher)
    return {unit: tuple(matchers) for unit, matchers in table.items()}


BY_UNIT = _by_unit(RULES)


def _near(plain: str, spot: Spot, matchers: Iterable[Matcher]) -> list[Matcher]:
    around = plain[spot.clause : spot.end + AFTER_REACH]
    return [
        matcher
        for matcher in matchers
        if any(word in around for word in matcher.words)
        and (not matcher.rule.topics or spot.topic in matcher.rule.topics)
    ]


def rule_for(plain: str, spot: Spot, unit: str) -> FigureRule | None:
    """The first rule that a number satisfies: what stands before it counts more than what follows."""
    near = _near(plain, spot, BY_UNIT.get(unit, ()))
    for matcher in near:
        one_side = matcher.rule.either or matcher.after is None
        if one_side and matcher.leads(plain, spot):
            return matcher.rule
    for matcher in near:
        if not matcher.follows(plain, spot):
            continue
        if matcher.rule.either or matcher.before is None or matcher.leads(plain, spot):
            return matcher.rule
    return None
