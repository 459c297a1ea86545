"""PER-05 to PER-08: telephones of people, and those by which offices are reached."""

import re
from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.once import once
from gongkai.core.checks.personal.columns import in_column, in_official_column
from gongkai.core.checks.personal.cues import is_office
from gongkai.core.checks.personal.numbers import Number, masked, numbers
from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from gongkai.core.law import OGI, PERSONAL_INFORMATION

MOBILE = 11
MOBILE_FORM: Final = re.compile(r"(?:0086|86)?1[3-9][0-9]{9}")
WAYS: Final = frozenset({(11,), (3, 4, 4), (3, 8), (7, 4), (4, 3, 4), (5, 6), (3, 3, 5)})
LANDLINE: Final = re.compile(
    r"(?<![0-9A-Za-z.])(?:[（(]0(?:10|2[0-9]|[3-9][0-9]{2})[）)]|0(?:10|2[0-9]|[3-9][0-9]{2}))"
    r"[ ]?[-—－\u2013\u2010]{0,2}[ ]?[2-8][0-9]{6,7}(?![0-9A-Za-z@])"
)
IN_MAIL: Final = re.compile(r"\s?@")
PARTED: Final = re.compile(r"[-—－\u2013\u2010）)( （]")


@once
def mobiles(text: Text) -> tuple[tuple[Number, bool], ...]:
    """The mobile numbers, and whether each is there for reaching an office."""
    return tuple(
        (number, _is_office(text, number.start))
        for number in numbers(text, MOBILE, MOBILE + 2, MOBILE + 4)
        if _is_mobile(number)
        and not in_column(text, number.start)
        and not IN_MAIL.match(text.plain, number.end)
    )


def _is_mobile(number: Number) -> bool:
    if number.is_broken or not MOBILE_FORM.fullmatch(number.digits):
        return False
    return len(number.digits) > MOBILE or number.groups in WAYS or _is_spread(number)


def _is_spread(number: Number) -> bool:
    """Whether every digit stands apart, with none before or behind: no row of small figures."""
    return number.is_whole and len(number.groups) == len(number.digits)


def _is_office(text: Text, place: int) -> bool:
    return in_official_column(text, place) or is_office(text, place)


def _private(text: Text) -> Iterator[Outcome]:
    for number, of_office in mobiles(text):
        if not of_office:
            yield _mobile(text, number)


def _official(text: Text) -> Iterator[Outcome]:
    for number, of_office in mobiles(text):
        if of_office:
            yield _mobile(text, number)


def _mobile(text: Text, number: Number) -> Outcome:
    mask = masked(number.digits[-MOBILE:], 3, 4)
    return Outcome(f"有手机号码 {mask}。", text, number.start, number.end, mask)


@once
def landlines(text: Text) -> tuple[tuple[int, int, bool], ...]:
    """Where landline numbers stand, and whether each is an office's."""
    found = (match.span() for match in LANDLINE.finditer(text.plain))
    return tuple(
        (start, end, _is_office(text, start))
        for start, end in found
        if not text.in_address(start)
        and not in_column(text, start)
        and _is_landline(text, start, end)
    )


def _is_landline(text: Text, start: int, end: int) -> bool:
    """Digits without any mark between are a telephone only where one is spoken of."""
    return PARTED.search(text.plain[start:end]) is not None or _is_office(text, start)


def _home_line(text: Text) -> Iterator[Outcome]:
    for start, end, of_office in landlines(text):
        if not of_office:
            shown = text.plain[start:end]
            mask = masked(shown, len(shown) - 4, 0)
            yield Outcome(f"有固定电话 {mask}。", text, start, end, mask)


def _office_line(text: Text) -> Iterator[Outcome]:
    for start, end, of_office in landlines(text):
        if of_office:
            yield Outcome(f"有公务电话 {text.plain[start:end]}。", text, start, end)


RULES = (
    Rule(
        "PER-05",
        Severity.ERROR,
        "有个人手机号码",
        "删去，或者遮盖为 138****1234 的样子；确需公布的，由审核人写明理由后放行。",
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(25),
        reads=_private,
        bad=(
            Sample("正文里", "申请人王某（13912345678）来访。"),
            Sample("分段书写", "王某，138-1234-5678，到会。"),
            Sample("空格分段", "王某 138 1234 5678"),
            Sample("国际区号", "王某 +86 13812345678"),
            Sample("逐位空格", "王某 1 3 8 1 2 3 4 5 6 7 8"),
            Sample("全角数字", "王某１３８１２３４５６７８"),
            Sample("当事人的联系电话", "当事人王某，联系电话13812345678。"),
        ),
        good=(
            CLEAN,
            Sample("已遮盖", "王某（139****5678）来访。"),
            Sample("小数", "系数为0.13812345678。"),
            Sample("编号", "合同号AB13812345678。"),
            Sample("更长的数", "流水号138123456780001。"),
            Sample("公务联系", "联系人：王某，联系电话：13812345678。"),
        ),
    ),
    Rule(
        "PER-06",
        Severity.WARNING,
        "以手机号码作为公务联系电话",
        "尽量改用办公电话；确需公布手机号码的，征得本人同意并由审核人放行。",
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(25),
        reads=_official,
        bad=(
            Sample("联系电话", "联系人：王某，联系电话：13812345678。"),
            Sample("机关电话表", "单位名称\t联系电话\n示例市数据局\t13812345678"),
        ),
        good=(CLEAN, Sample("办公电话", "联系电话：0310-6200000。")),
    ),
    Rule(
        "PER-07",
        Severity.WARNING,
        "有固定电话号码",
        "看不出是办公电话；个人的住宅电话应当删去，办公电话请写明“联系电话”。",
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(25),
        reads=_home_line,
        bad=(Sample("住宅电话", "王某，0311-86000000，住示例镇。"),),
        good=(
            CLEAN,
            Sample("办公电话", "咨询电话：0311-86000000。"),
            Sample("图号", "图号031186000000。"),
        ),
    ),
    Rule(
        "PER-08",
        Severity.INFORMATION,
        "有公务电话号码",
        "核对号码是否正确、是否仍在使用。",
        Waivable.DRAFTER,
        OGI.at(6),
        reads=_office_line,
        bad=(
            Sample("咨询电话", "咨询电话：0311-86000000。"),
            Sample("括号里的区号", "传真：（010）81000000"),
            Sample("没有分隔", "监督举报电话：031186000000"),
        ),
        good=(CLEAN, Sample("住宅电话", "王某，0311-86000000，住示例镇。")),
    ),
)
