"""PER-12 and PER-13: numbers of passports and of vehicles."""

import re
from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.personal.numbers import masked
from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from gongkai.core.law import PERSONAL_INFORMATION

PASSPORT: Final = re.compile(
    r"(?<![0-9A-Za-z])(?:[EeGgDdSsPpHhCcMmWw][ ]?[0-9]{8,10}"
    r"|[Ee][A-HJ-NP-Za-hj-np-z][ ]?[0-9]{7})(?![0-9A-Za-z])"
)
PASSPORT_NAMED: Final = re.compile(r"护照|通行证|回乡证|台胞证|旅行证")
PLATE: Final = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][ ]?[A-HJ-NP-Z][ ·•・\-]?"
    r"(?=[A-HJ-NP-Z0-9]{0,5}[0-9])[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![0-9A-Za-z])"
)
DIGITS_OF_A_PLATE: Final = re.compile(r"[0-9]")
FEWEST_DIGITS, NEAR = 2, 30


def _passports(text: Text) -> Iterator[Outcome]:
    if not PASSPORT_NAMED.search(text.plain):
        return
    for found in PASSPORT.finditer(text.plain):
        if PASSPORT_NAMED.search(text.before(found.start(), NEAR)):
            mask = masked(found[0], 2, 2)
            yield Outcome(f"有出入境证件号码 {mask}。", text, *found.span(), mask)


def _plates(text: Text) -> Iterator[Outcome]:
    for found in PLATE.finditer(text.plain):
        if len(DIGITS_OF_A_PLATE.findall(found[0])) >= FEWEST_DIGITS:
            mask = masked(found[0], 2, 1)
            yield Outcome(f"有机动车号牌 {mask}。", text, *found.span(), mask)


RULES = (
    Rule(
        "PER-12",
        Severity.ERROR,
        "有出入境证件号码",
        "删去或者遮盖；由审核人写明理由后才能放行。",
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(25),
        reads=_passports,
        bad=(
            Sample("护照", "王某，护照号码E12345678。"),
            Sample("新护照", "王某，护照EA1234567，出境。"),
            Sample("通行证", "往来港澳通行证 C12345678"),
        ),
        good=(CLEAN, Sample("产品型号", "采购型号E12345678的设备。")),
    ),
    Rule(
        "PER-13",
        Severity.WARNING,
        "有机动车号牌",
        "个人车辆的号牌应当遮盖；公务用车、公示处置的车辆，由审核人放行。",
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(25),
        reads=_plates,
        bad=(
            Sample("普通号牌", "王某驾驶京A12345号小型客车。"),
            Sample("新能源", "王某驾驶粤BD12345号车。"),
            Sample("有间隔点", "冀A·1B234"),
            Sample("挂车", "鲁F1234挂"),
        ),
        good=(CLEAN, Sample("已遮盖", "京A****5号小型客车。"), Sample("文号", "京A级景区12家。")),
    ),
)
