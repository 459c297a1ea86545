"""Which rule a number in the prose falls under."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from gongkai.core.reports.narrative import (
    rules_applications,
    rules_disputes,
    rules_documents,
    rules_fees,
    rules_items,
)
from gongkai.core.reports.narrative.figure_rules import FigureRule, Topic

RULES = (
    *rules_disputes.RULES,
    *rules_applications.RULES,
    *rules_fees.RULES,
    *rules_documents.RULES,
    *rules_items.RULES,
)
BETWEEN = (
    "(?:共计?|总计|合计|总?数量?|总量|达到?|为|有|是|近|约|超过?|逾|累计|总共|全部|已|了|：|的|也|均|仅|只"
    "|“|”|）)*$"
)
DOING = re.compile("公开|发布|制[作发定]|更新|印发|出台|编[发制]|召开|举办")
AFTER_REACH = 26


@dataclass(frozen=True, slots=True)
class Matcher:
    """A rule made ready: its words, and its patterns compiled."""

    rule: FigureRule
    words: tuple[str, ...]
    before: re.Pattern[str]
    after: re.Pattern[str] | None

    def leads(self, plain: str, spot: "Spot") -> bool:
        """Whether the words before the number are the rule's."""
        start = spot.clause if self.rule.clause else spot.segment
        if self.rule.alone and _closes_list(plain[spot.segment + 1 : spot.start]):
            return False
        return self.before.search(plain, start, spot.start) is not None

    def follows(self, plain: str, spot: "Spot") -> bool:
        """Whether the words behind the number are the rule's."""
        return self.after is not None and self.after.match(plain, spot.end) is not None


class Spot(NamedTuple):
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
        re.compile(f"(?:{rule.before}){BETWEEN}"),
        re.compile(rule.after) if rule.after else None,
    )


@dataclass(frozen=True, slots=True)
class Candidates:
    """The rules for one unit under one topic, found by the words that stand near a number."""

    matchers: tuple[Matcher, ...]
    any_word: re.Pattern[str]
    words: Mapping[str, tuple[tuple[str, int], ...]]
    """Under its first letter each word, with the rules that ask for it, a bit for each."""

    def near(self, plain: str, spot: "Spot") -> list[Matcher]:
        """The rules one of whose words stands near, in the order of the table."""
        asked, end = 0, spot.end + AFTER_REACH
        found = self.any_word.search(plain, spot.clause, end)
        while found:
            start = found.start()
            for word, rules in self.words[plain[start]]:
                if plain.startswith(word, start, end):
                    asked |= rules
            found = self.any_word.search(plain, start + 1, end)
        near = []
        while asked:
            lowest = asked & -asked
            near.append(self.matchers[lowest.bit_length() - 1])
            asked ^= lowest
        return near


def _candidates(matchers: Iterable[Matcher]) -> Candidates:
    listed = tuple(matchers)
    rules: dict[str, int] = {}
    for index, matcher in enumerate(listed):
        for word in matcher.words:
            rules[word] = rules.get(word, 0) | 1 << index
    words: dict[str, tuple[tuple[str, int], ...]] = {}
    for word, asking in rules.items():
        words[word[0]] = (*words.get(word[0], ()), (word, asking))
    return Candidates(listed, re.compile("|".join(map(re.escape, rules))), words)


def _by_unit(rules: Iterable[FigureRule]) -> Mapping[str, Sequence[Matcher]]:
    table: dict[str, list[Matcher]] = {}
    for rule in rules:
        matcher = _matcher(rule)
        for unit in rule.units.split():
            table.setdefault(unit, []).append(matcher)
    return table


BY_UNIT = _by_unit(RULES)


@cache
def candidates(unit: str, topic: Topic | None) -> Candidates | None:
    """The rules for a unit that a topic allows; None where there are none."""
    allowed = [
        matcher
        for matcher in BY_UNIT.get(unit, ())
        if not matcher.rule.topics or topic in matcher.rule.topics
    ]
    return _candidates(allowed) if allowed else None


def rule_for(plain: str, spot: Spot, unit: str) -> FigureRule | None:
    """The first rule that a number satisfies, those for words before it asked first."""
    rules = candidates(unit, spot.topic)
    near = rules.near(plain, spot) if rules else ()
    for matcher in near:
        if (matcher.rule.either or matcher.after is None) and matcher.leads(plain, spot):
            return matcher.rule
    for matcher in near:
        if matcher.follows(plain, spot) and (matcher.rule.either or matcher.leads(plain, spot)):
            return matcher.rule
    return None
