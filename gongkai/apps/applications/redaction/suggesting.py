"""Boxes that the system suggests: personal data found in the words of a page (条例第十五条)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from gongkai.core.checks.content import Part
from gongkai.core.checks.personal import RULES
from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Rule
from gongkai.core.finding import Severity
from gongkai.core.ports import Area, PlacedWord

GROUND: Final = "PERSONAL_PRIVACY"
NOT_PERSONAL: Final = frozenset({"PER-11"})
PERSONAL: Final = tuple(
    rule
    for rule in RULES
    if rule.reads and rule.severity is not Severity.INFORMATION and rule.code not in NOT_PERSONAL
)
WHAT: Final = {
    "PER-01": "个人信息",
    "PER-02": "公民身份号码",
    "PER-03": "公民身份号码",
    "PER-04": "公民身份号码",
    "PER-05": "手机号码",
    "PER-06": "手机号码",
    "PER-07": "固定电话号码",
    "PER-09": "个人银行账号",
    "PER-12": "出入境证件号码",
    "PER-13": "机动车号牌",
    "PER-14": "电子邮箱",
    "PER-16": "社交账号",
    "PER-17": "家庭住址",
    "PER-18": "住址",
    "PER-19": "姓名和出生日期",
    "PER-20": "个人的健康、残疾、救助等情况",
    "PER-21": "未成年人的姓名",
}
"""What a letter calls that which a rule finds."""
MOST: Final = 200
"""So many boxes are suggested on one page."""
SPACE, CELL = 0.4, 2.5
"""Widths of a sign between two words: from here a blank, a new cell."""
EDGE: Final = 0.0005
"""How far a suggested box reaches over its words, in shares of the page."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A box that somebody may accept: where, and what was found there."""

    area: Area
    what: str


@dataclass(frozen=True, slots=True)
class Line:
    """A word with its place in the text of the page, and the number of its line."""

    start: int
    end: int
    row: int
    word: PlacedWord


def suggestions(words: Sequence[PlacedWord]) -> tuple[Suggestion, ...]:
    """What the words of one page say of people, as boxes."""
    text, lines = spelled(words)
    plain = Text.of(Part("page", "", text))
    found: dict[Area, Suggestion] = {}
    for rule in PERSONAL:
        for start, end in _places(rule, plain):
            for area in _areas(lines, start, end):
                found.setdefault(area, Suggestion(area, WHAT[rule.code]))
    return tuple(found.values())[:MOST]


def spelled(words: Sequence[PlacedWord]) -> tuple[str, tuple[Line, ...]]:
    """The text of a page, cells of a row parted by tabs; and where each word stands in it."""
    text, row = "", 0
    lines: list[Line] = []
    for word in words:
        if lines:
            gap = _gap(lines[-1].word, word)
            row += gap == "\n"
            text += gap
        lines.append(Line(len(text), len(text) + len(word.text), row, word))
        text += word.text
    return text, tuple(lines)


def _gap(one: PlacedWord, other: PlacedWord) -> str:
    """What stands between two words."""
    a, b = one.area, other.area
    overlap = min(a.bottom, b.bottom) - max(a.y, b.y)
    if overlap <= 0 and abs(a.y - b.y) > min(a.height, b.height) / 2:
        return "\n"
    sign = max(a.width / max(len(one.text), 1), b.width / max(len(other.text), 1))
    apart = b.x - a.right
    if apart < -sign:
        return "\n"
    if apart > CELL * sign:
        return "\t"
    return " " if apart > SPACE * sign else ""


def _places(rule: Rule, text: Text) -> Iterator[tuple[int, int]]:
    """From where to where in the page's own text a rule finds something."""
    for outcome in rule.reads(text) if rule.reads else ():
        if outcome.about:
            yield from _values(text, outcome)
        else:
            span = text.span(outcome.start, outcome.end)
            yield span.start, span.end


def _values(text: Text, outcome: Outcome) -> Iterator[tuple[int, int]]:
    """The values of a column that a rule reports by its head."""
    place = outcome.start
    for value in filter(None, outcome.about.split("\n")):
        found = text.plain.find(value, place)
        if found >= 0:
            span = text.span(found, found + len(value))
            yield span.start, span.end


def _areas(lines: Sequence[Line], start: int, end: int) -> Iterator[Area]:
    """One area for each line that a place touches."""
    touched = [line for line in lines if line.start < end and line.end > start]
    for _, row in groupby(touched, lambda line: line.row):
        areas = [line.word.area for line in row]
        whole = areas[0]
        for area in areas[1:]:
            whole = whole.joined(area)
        yield Area(
            whole.x - EDGE, whole.y - EDGE, whole.width + 2 * EDGE, whole.height + 2 * EDGE
        ).clamped()
