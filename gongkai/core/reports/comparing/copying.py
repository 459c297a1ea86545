"""XO-05: organs whose reports have the same text; those that copy one another are one finding."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from gongkai.core.finding import Evidence, Finding
from gongkai.core.law import chinese_number
from gongkai.core.reports.comparing.naming import name_of
from gongkai.core.reports.comparing.rules import COMPARISONS
from gongkai.core.reports.comparing.sameness import LIMITS
from gongkai.core.reports.comparing.text_likeness import likeness, shingles
from gongkai.core.reports.report import Report


@dataclass(frozen=True, slots=True)
class Alike:
    """Two reports, by their places in the list, one part of which is nearly the same."""

    part: int
    one: int
    other: int
    share: float


def copied(organs: Sequence[Report]) -> Iterator[Finding]:
    """One finding for each set of reports that copy one another; every pair is compared."""
    rule = COMPARISONS["XO-05"]
    pairs = [pair for part, most in LIMITS.items() for pair in _alike(organs, part, most)]
    for members in _sets(pairs):
        own = [pair for pair in pairs if pair.one in members]
        names = "、".join(name_of(organs[number]) for number in members)
        said = "；".join(_said(organs, part, own, members) for part in _parts(own))
        yield rule.finding(
            f"{names}共 {len(members)} 份年报文字雷同：{said}。",
            evidence=tuple(_where(organs[number], number, own) for number in members),
        )
    if not pairs and len(organs) > 1:
        yield rule.passed(f"{len(organs)} 份年报没有大段相同的文字。")


def _alike(organs: Sequence[Report], part: int, most: float) -> Iterator[Alike]:
    texts = [
        (number, shingles(section.body))
        for number, organ in enumerate(organs)
        if (section := organ.section(part)) is not None
    ]
    for (one, left), (other, right) in combinations(texts, 2):
        same_organ = organs[one].organ == organs[other].organ is not None
        share = None if same_organ else likeness(left, right)
        if share is not None and share >= most:
            yield Alike(part, one, other, share)


def _sets(pairs: Sequence[Alike]) -> list[list[int]]:
    """The reports that hang together by pairs, each set in the order of the list."""
    found: list[set[int]] = []
    for pair in pairs:
        touched = [one for one in found if pair.one in one or pair.other in one]
        found = [one for one in found if one not in touched]
        found.append({pair.one, pair.other}.union(*touched))
    return sorted(sorted(one) for one in found)


def _parts(pairs: Sequence[Alike]) -> list[int]:
    return sorted({pair.part for pair in pairs})


def _said(
    organs: Sequence[Report], part: int, pairs: Sequence[Alike], members: Sequence[int]
) -> str:
    """How much of one part is the same, and among whom where not all share it."""
    same = [pair for pair in pairs if pair.part == part]
    sharing = sorted({number for pair in same for number in (pair.one, pair.other)})
    whose = "、".join(name_of(organs[number]) for number in sharing)
    among = "" if sharing == list(members) else f"（{whose}）"
    least, most = min(pair.share for pair in same), max(pair.share for pair in same)
    share = f"{least:.0%}" if f"{least:.0%}" == f"{most:.0%}" else f"{least:.0%}至{most:.0%}"
    return f"第{chinese_number(part)}部分{among}有 {share} 的文字相同"


def _where(report: Report, number: int, pairs: Sequence[Alike]) -> Evidence:
    """The beginning of the first part that a report has in common with another."""
    part = min(pair.part for pair in pairs if number in {pair.one, pair.other})
    section = next(section for section in report.sections if section.number == part)
    return Evidence(report.file, section.place.page, section.place.line, section.body[:60])
