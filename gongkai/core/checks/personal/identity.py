"""PER-02 to PER-04: identity numbers, new and old, and such as are masked too little."""

import re
from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.personal.columns import in_column
from gongkai.core.checks.personal.numbers import Number, masked, numbers
from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from gongkai.core.identity.resident_number import has_birthday, identity_is_genuine
from gongkai.core.law import PERSONAL_INFORMATION

NEW, OLD, NEAR = 18, 15, 24
NAMED: Final = re.compile(r"身份证|身份号码|证件号|公民身份|居民证")
MASKS: Final = "*\uff0axX\u00d7某"
THIN: Final = re.compile(
    r"(?<![0-9])[1-9][0-9]{5}(?:(?:18|19|20)[0-9]{6}[*\uff0axX\u00d7某]{3,4}|[*\uff0a\u00d7]{2,6}[0-9]{6,}[0-9xX]?)(?![0-9])"
)


def _judge(text: Text) -> Iterator[Outcome]:
    for number in numbers(text, NEW):
        if not in_column(text, number.start) and _is_identity(text, number):
            yield _shown(text, number, masked(number.digits, 6, 4))


def _is_identity(text: Text, number: Number) -> bool:
    if not has_birthday(number.digits):
        return False
    if identity_is_genuine(number.digits):
        return True
    return not number.is_broken and NAMED.search(text.before(number.start, NEAR)) is not None


def _old(text: Text) -> Iterator[Outcome]:
    for number in numbers(text, OLD):
        named = NAMED.search(text.before(number.start, NEAR))
        if named and has_birthday(number.digits) and not in_column(text, number.start):
            yield _shown(text, number, masked(number.digits, 6, 3))


def _shown(text: Text, number: Number, mask: str) -> Outcome:
    return Outcome(f"有公民身份号码 {mask}。", text, number.start, number.end, mask)


def _thin(text: Text) -> Iterator[Outcome]:
    for found in THIN.finditer(text.plain) if text.has(*MASKS) else ():
        shown = found[0]
        mask = f"{shown[:6]}********{shown[-4:] if shown[-2:].isdigit() else ''}"
        yield Outcome("公民身份号码遮盖不够，仍可看出出生日期。", text, *found.span(), mask)


HINT: Final = "删去，或者遮盖为只留前六位和后四位；法律规定必须公开的，由审核人写明依据后放行。"
RULES = (
    Rule(
        "PER-02",
        Severity.ERROR,
        "有公民身份号码",
        HINT,
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(25),
        reads=_judge,
        bad=(
            Sample("18位", "张某，身份证号11010519491231002X，符合条件。"),
            Sample("小写x", "身份证号：11010519491231002x"),
            Sample("中间有空格", "张某 1101 0519 4912 3100 2X"),
            Sample("全角数字", "证号１１０１０５１９４９１２３１００２Ｘ"),
            Sample("零宽字符", "1101051949\u200b1231002X"),
            Sample("连字符", "110105-19491231-002X"),
            Sample("换行断开", "张某110105194912\n31002X"),
            Sample("中文数字", "一一〇一〇五一九四九一二三一〇〇二X"),
            Sample("校验码有误但写明是身份证", "身份证号码：110105194912310029"),
            Sample("隐藏内容", hidden="经办人 11010519491231002X"),
        ),
        good=(
            CLEAN,
            Sample("已遮盖", "身份证号110105********002X。"),
            Sample("校验码不对的编号", "项目编号110105194912310029。"),
            Sample("日期不对", "订单110105194913310028。"),
            Sample("网址里的数字", "https://www.example.gov.cn/a/11010519491231002X.html"),
        ),
    ),
    Rule(
        "PER-03",
        Severity.ERROR,
        "有15位的公民身份号码",
        HINT,
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(25),
        reads=_old,
        bad=(
            Sample("15位", "身份证号码：110105491231002"),
            Sample("15位带空格", "身份证号 110105 491231 002"),
        ),
        good=(
            CLEAN,
            Sample("没有写明是身份证", "编号110105491231002。"),
            Sample("日期不对", "身份证号码：110105491331002"),
        ),
    ),
    Rule(
        "PER-04",
        Severity.WARNING,
        "公民身份号码遮盖不够",
        "遮盖出生日期的八位数字，只留前六位和后四位。",
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(6),
        reads=_thin,
        bad=(
            Sample("只遮后四位", "张某 11010519491231****"),
            Sample("只遮两位", "张某 110105**491231002X"),
        ),
        good=(CLEAN, Sample("遮盖充分", "张某 110105********002X")),
    ),
)
