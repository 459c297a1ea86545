"""PER-17: where somebody lives, to the door (R13-04: no nearer than village or community)."""

import re
from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.once import once
from gongkai.core.checks.personal.columns import in_column
from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from gongkai.core.law import PERSONAL_INFORMATION

NAME: Final = r"[\u4e00-\u9fffA-Za-z0-9]"
NUMBER: Final = r"[0-9A-Za-z一二三四五六七八九十甲乙丙]{1,5}"
DOOR: Final = re.compile(
    rf"(?:路|街|巷|道|弄|村|庄|屯|组|队|社|区|苑|园|里|城|庭|府|湾|楼|院|号)[^\s，,。；;、|]{{0,8}}?"
    rf"{NUMBER}(?:号楼|栋|幢|座|单元|#楼|号院|号|弄|组)(?:[^\s，,。；;、|]{{0,8}}?{NUMBER}(?:单元|号楼|栋|幢|门|层|楼|号))?"
    rf"[^\s，,。；;、|]{{0,3}}?[0-9]{{1,4}}(?:室|户|号房|房|号(?!楼|院|文|令|公告|通知))"
    rf"|(?:村|屯|庄)[^\s，,。；;、|]{{0,6}}?{NUMBER}(?:组|队|社)[^\s，,。；;、|]{{0,4}}?[0-9]{{1,4}}号"
)
BACK: Final = re.compile(r"[^\s，,。；;、：:（(“\"|]{0,30}$")
HOME: Final = re.compile(
    r"住址|家住|现住|户籍|居住|住：|住:|住于|住在|住所地|家庭|租住|，住|,住|户口"
)
OFFICE: Final = re.compile(
    r"办公|地\s*址|地点|窗口|大厅|受理|现场|邮寄|寄送|寄至|送达|报名|联系|接待|局|厅|委员会|中心|人民政府|公司|大厦|大楼"
    r"|广场|写字楼|楼宇|酒店|学校|大学|医院|法院|检察院|科技园|产业园|工业园|创业园|开发区|经营|注册|住所[:：]|门店|商铺|商业"
)
CUT: Final = re.compile(r"[0-9一二三四五六七八九十]")
NEAR = 24


@once
def _doors(text: Text) -> tuple[tuple[int, int, bool, bool], ...]:
    """Where addresses to the door stand; whether a home is spoken of, and whether an office is."""
    doors = list[tuple[int, int, bool, bool]]()
    for found in DOOR.finditer(text.plain):
        back = BACK.search(text.before(found.start(), 30))
        start = found.start() - len(back[0]) if back else found.start()
        around = text.before(start, NEAR) + text.plain[start : found.end()]
        is_home = HOME.search(around) is not None
        doors.append((start, found.end(), is_home, OFFICE.search(around) is not None))
    return tuple(door for door in doors if not in_column(text, door[0]))


def _home(text: Text) -> Iterator[Outcome]:
    return (_shown(text, start, end) for start, end, is_home, _ in _doors(text) if is_home)


def _unclear(text: Text) -> Iterator[Outcome]:
    for start, end, is_home, is_office in _doors(text):
        if not is_home and not is_office:
            yield _shown(text, start, end)


def _shown(text: Text, start: int, end: int) -> Outcome:
    shown = text.plain[start:end]
    number = CUT.search(shown)
    mask = f"{shown[: number.start()] if number else ''}***"
    return Outcome(f"有门牌到户的地址 {mask}。", text, start, end, mask)


RULES = (
    Rule(
        "PER-17",
        Severity.ERROR,
        "有家庭住址",
        "只写到村或者社区。",
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(25),
        reads=_home,
        bad=(
            Sample("小区", "王某，住示例市桥西区示例小区3号楼2单元502室。"),
            Sample("村", "王某，户籍地示例镇示例村三组12号。"),
            Sample("路", "王某，现住示例市示例路5号3栋502室。"),
        ),
        good=(
            CLEAN,
            Sample("只到村", "王某，住示例县示例镇示例村。"),
            Sample("办公地址", "办公地址：示例市示例路5号3号楼502室。"),
        ),
    ),
    Rule(
        "PER-18",
        Severity.WARNING,
        "有门牌到户的地址",
        "是个人住址的，只写到村或者社区；是办公、经营地址的，写明“地址”。",
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(25),
        reads=_unclear,
        bad=(Sample("没有写明", "王某，示例市示例小区3号楼2单元502室。"),),
        good=(
            CLEAN,
            Sample("办公地址", "地址：示例市示例路5号3号楼502室。"),
            Sample("写明是住址", "住址：示例小区3号楼2单元502室。"),
            Sample("文号", "示例区政办〔2025〕3号、5号文件。"),
        ),
    ),
)
