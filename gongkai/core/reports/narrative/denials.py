"""Statements that something did not happen or was not there, as figures of value 0."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.core.reports.narrative.denial_rules import RULES
from gongkai.core.reports.narrative.flow import Flow
from gongkai.core.reports.narrative.parts import Stretch
from gongkai.core.reports.report import Figure


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial as a figure of value 0, and where it stands."""

    figure: Figure
    start: int


@dataclass(frozen=True, slots=True)
class Matcher:
    """A rule made ready."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    keys: tuple[tuple[re.Pattern[str], str], ...]
    unless: re.Pattern[str] | None


MATCHERS = tuple(
    Matcher(
        tuple(rule.words.split()),
        re.compile(rule.pattern),
        tuple((re.compile(words), key) for words, key in rule.keys),
        re.compile(rule.unless) if rule.unless else None,
    )
    for rule in RULES
)
NEGATIVE = re.compile("没有|尚未|未(?!经|审)|无|不存在|不(?=收)|免|零申请|为零")
ENDS = re.compile("[。！？]")
YEAR = re.compile(r"((?:19|20)\d\d)年|(去年|上年)|(今年|本年|全年)")
REACH, LONGEST, OUTLOOK = 64, 300, 5


def find_denials(
    flow: Flow, stretches: tuple[Stretch, ...], year: int | None
) -> tuple[Denial, ...]:
    """All denials of the prose about the report's own year, each key once a sentence."""
    found: dict[tuple[str, str], Denial] = {}
    for stretch in stretches:
        if stretch.section == OUTLOOK:
            continue
        for negative in NEGATIVE.finditer(flow.plain, stretch.start, stretch.end):
            for key in _denied(flow.plain, negative.start(), stretch.end):
                denial = _denial(flow, stretch, key, negative.start(), year)
                if denial:
                    found.setdefault((key, denial.figure.text), denial)
    return tuple(found.values())


def _denied(plain: str, start: int, end: int) -> Iterator[str]:
    window = plain[start : min(end, start + REACH)]
    for matcher in MATCHERS:
        if not any(word in window for word in matcher.words):
            continue
        statement = matcher.pattern.match(plain, start, end)
        if statement is None:
            continue
        said = statement.group()
        if matcher.unless is None or not matcher.unless.search(said):
            yield from (key for words, key in matcher.keys if words.search(said))


def _denial(flow: Flow, stretch: Stretch, key: str, start: int, year: int | None) -> Denial | None:
    begins = max(stretch.start, start - LONGEST)
    for stop in ENDS.finditer(flow.plain, begins, start):
        begins = stop.end()
    if _of_another_year(list(YEAR.finditer(flow.plain, begins, start)), year):
        return None
    end = min(stretch.end, start + LONGEST)
    found = ENDS.search(flow.plain, start, end)
    text = flow.text[begins : found.end() if found else end]
    place = flow.place(start)
    figure = Figure(
        key, 0, approximate=False, unit="", text=text, place=place, section=stretch.section
    )
    return Denial(figure, start)


def _of_another_year(named: list[re.Match[str]], year: int | None) -> bool:
    if not named:
        return False
    written, past, _ = named[-1].groups()
    return bool(past) or bool(written and year and int(written) != year)
