"""TXT-01 to TXT-03: days that do not exist, document numbers, noughts in years."""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from gongkai.core.law import OGI

DIGITS: Final = "〇一二三四五六七八九"
ZEROS: Final = "零○"
TEN: Final = "十"
YEAR: Final = (
    r"(?:(?P<year>(?:19|20)[0-9]{2}|[一二][〇零○九一][〇零○一二三四五六七八九]{2})\s*年\s*)"
)
SHORT: Final = r"[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
MONTH_SIGN: Final = re.compile("月")
BEFORE: Final = re.compile(rf"(?<![0-9一二三四五六七八九十.个]){YEAR}?(?P<month>{SHORT})\s*$")
DAY_AFTER: Final = re.compile(rf"\s*(?P<day>{SHORT})\s*日(?!\s*(?:均|平均|龄))")
NO_MONTH_AFTER: Final = re.compile(r"\s*[0-9一二三四五六七八九十]|\s*龄|份额")
WINDOW = 16
DOTTED: Final = re.compile(
    r"(?<![0-9.\-/])(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-./])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})(?![0-9.\-/])"
)
MONTHS, LEAP_YEAR = 12, 2024
NUMBER: Final = re.compile(
    r"(?<=[发函办字电通复规令告知决批议公])(?P<open>[\[【\uff3b(（])\s*(?P<year>(?:19|20)[0-9]{2})\s*(?P<close>[\]】\uff3d)）])"
    r"(?=\s*第?\s*[0-9]{1,5}\s*号)"
)
CHINESE_YEAR: Final = re.compile(
    r"(?<![〇零○一二三四五六七八九0-9])(?P<year>[一二][零○Oo0〇九][零○Oo0〇一二三四五六七八九]{2})(?=\s*年)"
)
NOUGHT: Final = re.compile("[零○Oo0]")


def number_of(written: str) -> int:
    """A year, month or day, in digits or in Chinese numerals."""
    if written.isascii():
        return int(written)
    plain = written
    for zero in ZEROS:
        plain = plain.replace(zero, DIGITS[0])
    if TEN not in plain:
        return int("".join(str(DIGITS.index(char)) for char in plain))
    tens, _, ones = plain.partition(TEN)
    return (DIGITS.index(tens) if tens else 1) * 10 + (DIGITS.index(ones) if ones else 0)


def _number(written: str) -> int:
    try:
        return number_of(written)
    except ValueError:
        return 0


def _is_real(year: int, month: int, day: int) -> bool:
    if _is_no_month(month):
        return False
    return 1 <= day <= monthrange(year or LEAP_YEAR, month)[1]


def _days(text: Text) -> Iterator[Outcome]:
    yield from _written(text)
    for found in DOTTED.finditer(text.plain):
        parts = (int(found[name]) for name in ("year", "month", "day"))
        if not _is_real(*parts) and not text.in_address(found.start()):
            yield _no_day(text, *found.span())


def _written(text: Text) -> Iterator[Outcome]:
    for sign in MONTH_SIGN.finditer(text.plain):
        before = BEFORE.search(text.plain, max(0, sign.start() - WINDOW), sign.start())
        if before:
            yield from _month(text, before, sign.end())


def _month(text: Text, before: re.Match[str], end: int) -> Iterator[Outcome]:
    """What is wrong with a month, or with the day behind it."""
    month, year = _number(before["month"]), _number(before["year"] or "")
    after = DAY_AFTER.match(text.plain, end)
    if after and not _is_real(year, month, _number(after["day"])):
        yield _no_day(text, before.start(), after.end())
    elif not after and year and _is_no_month(month) and not NO_MONTH_AFTER.match(text.plain, end):
        yield _no_day(text, before.start(), end)


def _is_no_month(month: int) -> bool:
    return not 1 <= month <= MONTHS


def _no_day(text: Text, start: int, end: int) -> Outcome:
    return Outcome(f"没有“{text.plain[start:end].strip()}”这个日期。", text, start, end)


def _document_numbers(text: Text) -> Iterator[Outcome]:
    for found in NUMBER.finditer(text.plain):
        yield Outcome(
            f"文号的年份应当用六角括号：〔{found['year']}〕。",
            text,
            *found.span(),
            suggestion=f"〔{found['year']}〕",
        )


def _noughts(text: Text) -> Iterator[Outcome]:
    for found in CHINESE_YEAR.finditer(text.plain):
        right = NOUGHT.sub(DIGITS[0], found["year"])
        if right != found["year"]:
            yield Outcome(
                f"年份“{found['year']}”应当写作“{right}”。",
                text,
                *found.span("year"),
                suggestion=right,
            )


RULES = (
    Rule(
        "TXT-01",
        Severity.WARNING,
        "日期不存在",
        "核对日期。",
        Waivable.DRAFTER,
        OGI.at(6),
        reads=_days,
        bad=(
            Sample("二月三十日", "请于2025年2月30日前报送。"),
            Sample("没有年份", "请于2月30日前报送。"),
            Sample("平年的二月二十九日", "2025年2月29日"),
            Sample("十三月", "截至2025年13月，共120件。"),
            Sample("汉字", "二〇二五年六月三十一日"),
            Sample("用点分开", "2025.6.31"),
        ),
        good=(
            CLEAN,
            Sample("闰年", "2024年2月29日"),
            Sample("没有年份的二月二十九日", "2月29日"),
            Sample("月龄", "18月龄儿童接种。"),
            Sample("汉字", "二〇二五年十二月三十一日"),
        ),
    ),
    Rule(
        "TXT-02",
        Severity.WARNING,
        "文号括号不规范",
        "文号里的年份用六角括号“〔〕”。",
        Waivable.DRAFTER,
        OGI.at(6),
        reads=_document_numbers,
        bad=(
            Sample("方括号", "根据示政发[2025]3号文件。"),
            Sample("全角方括号", "根据示政发\uff3b2025\uff3d3号文件。"),
            Sample("圆括号", "根据示政办发（2025）3号文件。"),
        ),
        good=(
            CLEAN,
            Sample("六角括号", "根据示政发〔2025〕3号文件。"),
            Sample("案号", "判决书（2025）示01行终3号。"),
        ),
    ),
    Rule(
        "TXT-03",
        Severity.INFORMATION,
        "汉字年份里的“〇”写法不规范",
        "汉字年份用“〇”，不用“零”、圆圈、字母或者数字。",
        Waivable.DRAFTER,
        OGI.at(6),
        reads=_noughts,
        bad=(
            Sample("零", "二零二五年六月"),
            Sample("混用", "二〇二零年六月"),
            Sample("数字", "二0二五年六月"),
            Sample("圆圈", "二○二五年六月"),
        ),
        good=(CLEAN, Sample("规范", "二〇二五年六月"), Sample("数量", "共二百零五年")),
    ),
)
