"""Numbers of applications and letters (编号, R 4.4): a pattern with places to fill, and its faults.

A number is given once: it is never used again, and one that is voided stays in the register.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gongkai.core.finding import Finding, Severity

APPLICATION_PATTERN: Final = "{机关简码}依申请〔{年}〕{序号}号"
LETTER_PATTERN: Final = "{机关简码}依申请{类别字}〔{年}〕{序号}号"
CODE, WORD, YEAR, NUMBER = "机关简码", "类别字", "年", "序号"
PLACES: Final = (CODE, WORD, YEAR, NUMBER)
PLACE: Final = re.compile(r"\{([^{}]*)\}")
BRACE: Final = re.compile(r"[{}]")
NEEDED: Final = {False: (YEAR, NUMBER), True: (WORD, YEAR, NUMBER)}
HEXAGONAL: Final = f"〔{{{YEAR}}}〕"
LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: the organ's short code, the year, and the count in it."""

    code: str
    year: int
    number: int


def application_number(place: Place, pattern: str = APPLICATION_PATTERN) -> str:
    """The number of an application, without padding."""
    return _filled(pattern, place, str(place.number))


def number_frame(code: str, year: int, pattern: str = APPLICATION_PATTERN) -> tuple[str, str]:
    """What stands before and behind the count in every number of a year."""
    before, _, after = pattern.partition(f"{{{NUMBER}}}")
    place = Place(code, year, 0)
    return application_number(place, before), application_number(place, after)


def letter_number(place: Place, word: str, copy: int = 1, pattern: str = LETTER_PATTERN) -> str:
    """The number of a letter: that of its application with the word of its kind.

    A second letter of one kind on one application carries a 2 behind the number, and so on.
    """
    number = str(place.number) if copy == 1 else f"{place.number}-{copy}"
    return _filled(pattern, place, number, word)


def _filled(pattern: str, place: Place, number: str, word: str = "") -> str:
    values = {CODE: place.code, WORD: word, YEAR: str(place.year), NUMBER: number}
    return PLACE.sub(lambda found: values[found[1]], pattern)


def pattern_faults(pattern: str, *, is_letter: bool = False) -> Iterator[Finding]:
    """What is wrong with a pattern that an organ wants to use."""
    held = PLACE.findall(pattern)
    for name in held:
        if name not in PLACES:
            text = f"编号格式里有不认识的位置“{{{name}}}”。"
            yield _said("NUMBER-UNKNOWN", text, KNOWN)
    for name in NEEDED[is_letter]:
        if held.count(name) != 1:
            text = f"编号格式里“{{{name}}}”应当出现一次，现在是 {held.count(name)} 次。"
            yield _said("NUMBER-NEEDED", text, KNOWN)
    if BRACE.search(PLACE.sub("", pattern)):
        yield _said("NUMBER-BRACES", UNEVEN, KNOWN)
    if YEAR in held and HEXAGONAL not in pattern:
        yield _said("NUMBER-BRACKETS", ROUND, BRACKETS)
    if len(pattern) > LONGEST:
        text = f"编号格式有 {len(pattern)} 个字，超过 {LONGEST} 个字。"
        yield _said("NUMBER-LONG", text, KNOWN)


def _said(code: str, text: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, TITLE, text, hint, paths=("pattern",))


TITLE: Final = "编号格式不对"
KNOWN: Final = "可以使用 {机关简码}、{类别字}、{年}、{序号}，例如“示例依申请〔{年}〕{序号}号”。"
UNEVEN: Final = "编号格式里的花括号没有成对。"
ROUND: Final = "编号格式里的年份没有用六角括号。"
BRACKETS: Final = "请写成“〔{年}〕”。"
