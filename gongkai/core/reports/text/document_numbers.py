"""Document numbers (发文字号): found in prose, well-formed or not, with what is wrong with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

OPENING, CLOSING = "〔﹝\uff3b\\[（(【〈<", "〕﹞\uff3d\\]）)】〉>"
WITH_YEAR = re.compile(
    rf"(?P<open>[{OPENING}])\s*(?P<year>(?:19|20)?\d{{2}})\s*(?P<close>[{CLOSING}])?\s*"
    rf"(?P<ordinal>第)?\s*(?P<number>\d{{1,5}})\s*(?P<slip>[{CLOSING}])?\s*号"
)
ORDER = re.compile(r"令\s*[（(]?\s*(?P<ordinal>第)?\s*(?P<number>\d{1,4})\s*号")
CODE = re.compile(r"[一-龥A-Za-z·]{1,20}$")
NOT_CODE = re.compile(
    "^.*(?:根据|依据|按照|依照|遵照|参照|印发|转发|下发|发布|落实|执行|贯彻|文件|通知|要求|等|和|以及)"
)
MARK = "号"
HEXAGONAL = ("〔", "〕")
ROUND = "（("
WHOLE_YEAR, CENTURY, TURN = 4, 100, 50


class NumberFault(StrEnum):
    """What can be wrong with a document number."""

    NO_CODE = "no_code"
    BRACKETS = "brackets"
    BRACKET_SLIP = "bracket_slip"
    SHORT_YEAR = "short_year"
    ORDINAL = "ordinal"
    LEADING_ZERO = "leading_zero"
    NO_ORDINAL = "no_ordinal"

    @property
    def label(self) -> str:
        """What to say of it in Chinese."""
        return LABELS[self]


LABELS = {
    NumberFault.NO_CODE: "缺机关代字",
    NumberFault.BRACKETS: "年份未用六角括号〔〕",
    NumberFault.BRACKET_SLIP: "括号错位",
    NumberFault.SHORT_YEAR: "年份未写全四位",
    NumberFault.ORDINAL: "有年份的文号不加“第”",
    NumberFault.LEADING_ZERO: "序号编了虚位",
    NumberFault.NO_ORDINAL: "令的编号前缺“第”",
}


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number as written; `code` is the 机关代字, `year` None for orders (令)."""

    text: str
    code: str
    year: int | None
    number: int
    faults: tuple[NumberFault, ...]
    start: int
    end: int

    @property
    def well_formed(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.faults


def _code_before(text: str, end: int) -> str:
    found = CODE.search(text, max(0, end - 20), end)
    return NOT_CODE.sub("", found.group()) if found else ""


def _meant(found: re.Match[str]) -> bool:
    """Whether brackets and digits are a document number at all, not （12）3号."""
    closed = found["close"] is not None or found["slip"] is not None
    return closed and (len(found["year"]) == WHOLE_YEAR or found["open"] not in ROUND)


def _faults(found: re.Match[str], code: str) -> Iterator[NumberFault]:
    if not code:
        yield NumberFault.NO_CODE
    slipped = bool(found["slip"]) or not found["close"]
    if slipped:
        yield NumberFault.BRACKET_SLIP
    elif (found["open"], found["close"]) != HEXAGONAL:
        yield NumberFault.BRACKETS
    if len(found["year"]) < WHOLE_YEAR:
        yield NumberFault.SHORT_YEAR
    if found["ordinal"]:
        yield NumberFault.ORDINAL
    if found["number"].startswith("0"):
        yield NumberFault.LEADING_ZERO


def _with_year(text: str) -> Iterator[DocumentNumber]:
    for found in WITH_YEAR.finditer(text):
        if not _meant(found):
            continue
        code = _code_before(text, found.start())
        start = found.start() - len(code)
        year = int(found["year"])
        yield DocumentNumber(
            text[start : found.end()],
            code,
            year if year >= CENTURY else year + (2000 if year < TURN else 1900),
            int(found["number"]),
            tuple(_faults(found, code)),
            start,
            found.end(),
        )


def _orders(text: str) -> Iterator[DocumentNumber]:
    for found in ORDER.finditer(text):
        code = _code_before(text, found.start()) + "令"
        start = found.start() + 1 - len(code)
        faults = () if found["ordinal"] else (NumberFault.NO_ORDINAL,)
        written = text[start : found.end()]
        number = int(found["number"])
        yield DocumentNumber(written, code, None, number, faults, start, found.end())


def find_document_numbers(text: str) -> tuple[DocumentNumber, ...]:
    """All document numbers in a text, in order, the malformed ones with their faults.

    Spaces inside a number are not held against it: they come from line breaks and layout.
    """
    if MARK not in text:
        return ()
    found = [*_with_year(text), *_orders(text)]
    return tuple(sorted(found, key=lambda number: number.start))
