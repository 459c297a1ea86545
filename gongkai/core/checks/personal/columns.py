"""PER-01: columns of a list that hold personal data (R13-05), the most frequent leak of all."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from gongkai.core.checks.once import once
from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.checks.tables import Cell, Table
from gongkai.core.finding import Severity
from gongkai.core.law import PERSONAL_INFORMATION

WHOSE: Final = (
    r"(?:公民|居民|申请人|本人|户主|家长|监护人|法定代表人|法人|负责人|经营者|联系人|当事人|学生|持卡人|领取人|受益人|农户|家庭|考生)?"
    r"(?:的)?"
)
UNIT: Final = r"(?:[（(/:：].{0,12})?"
BETWEEN_DIGITS: Final = re.compile(r"(?<=[0-9])[ \-\u2010—－_](?=[0-9xX])")
STREET: Final = re.compile(
    r"[0-9一二三四五六七八九十]+\s*(?:号|室|栋|幢|单元|号楼|楼|弄|户|[-—－][0-9]+[-—－]?[0-9]*)"
)
OFFICE: Final = re.compile(r"办公|大厅|公司|委员会|人民政府|中心|局$|站$")
ORGANS: Final = re.compile(
    r".{0,8}(?:单位|机关|部门|机构|窗口|企业|公司|医院|学校|网点|站点|门店|乡镇|街道|社区|场所|中心|科室)(?:名称)?"
)
PEOPLE: Final = re.compile(
    r"(?:.{0,6}姓名|申请人|户主|学生|家长|当事人|.{0,4}对象|考生|被处罚人|领取人|农户|人员|残疾人|被保险人)(?:名单|信息)?"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a column is called, and which of its values must not be shown."""

    label: str
    names: re.Pattern[str]
    is_open: Callable[[str], bool]


def _shows(pattern: str) -> Callable[[str], bool]:
    wanted = re.compile(pattern)
    return lambda value: wanted.search(BETWEEN_DIGITS.sub("", value)) is not None


def _is_home(value: str) -> bool:
    return STREET.search(value) is not None and OFFICE.search(value) is None and "*" not in value


IDENTITY, CARD, PHONE, HOME = "公民身份号码", "银行账号", "电话号码", "住址"
HEADS: Final = (
    Head(
        IDENTITY,
        re.compile(
            rf"{WHOSE}(?:(?:居民)?身份证件?|证件|有效证件|身份)(?:号码?|编号|信息){UNIT}|{WHOSE}居民?身份证{UNIT}"
            r"|残疾人?证(?:号码?|编号)"
        ),
        _shows(r"(?<![0-9])[0-9]{14,17}[0-9xX]"),
    ),
    Head(
        CARD,
        re.compile(
            rf"{WHOSE}(?:个人|本人)?(?:开户)?(?:银行|惠民|社保|社会保障|补贴|存折|工资)?(?:行)?(?:卡号?|一卡通)?"
            rf"(?:账|帐|卡|存折)(?:号|户)码?{UNIT}|{WHOSE}(?:惠农|惠民|惠农惠民)?(?:补贴)?一(?:卡|折)通(?:账号|卡号|号码?){UNIT}"
        ),
        _shows(r"(?<![0-9])[0-9]{12,}"),
    ),
    Head(
        PHONE,
        re.compile(rf"{WHOSE}(?:联系)?(?:电话|手机|移动电话|联系方式)(?:号码?)?{UNIT}"),
        _shows(r"(?<![0-9])(?:1[3-9][0-9]{9}|0[0-9]{9,11}|[2-8][0-9]{6,7})(?![0-9])"),
    ),
    Head(
        HOME,
        re.compile(
            rf"{WHOSE}(?:家庭|现|户籍|居住|常住|实际居住|家庭居住|家庭详细|身份证)(?:所在)?(?:住址|地址|地|住地){UNIT}"
            rf"|{WHOSE}住址{UNIT}"
        ),
        _is_home,
    ),
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column with what must not be shown: its head and the cells that show it."""

    head: Head
    cell: Cell
    values: tuple[Cell, ...]
    is_official: bool

    def covers(self, place: int) -> bool:
        """Whether a place lies in one of its values, which follow one another in the text."""
        number = bisect_right(self.values, place, key=lambda value: value.start)
        return number > 0 and place < self.values[number - 1].end


@once
def columns(text: Text) -> tuple[Column, ...]:
    """All columns of a text with open personal data."""
    return tuple(column for table in text.tables for column in _of_table(table))


def _of_table(table: Table) -> Iterator[Column]:
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            head = _head(cell.words)
            if head is None:
                continue
            open_cells = list[Cell]()
            for value in table.below(number, column):
                if _head(value.words) is head:
                    break
                if head.is_open(value.words):
                    open_cells.append(value)
            if open_cells:
                yield Column(head, cell, tuple(open_cells), _is_official(head, table.rows[number]))


def _head(words: str) -> Head | None:
    plain = "".join(words.split())
    if not plain or plain[0].isdigit():
        return None
    return next((head for head in HEADS if head.names.fullmatch(plain)), None)


def _is_official(head: Head, row: tuple[Cell, ...]) -> bool:
    """Whether the telephone numbers of a list are those of offices, not of people."""
    names = ["".join(cell.words.split()) for cell in row]
    return (
        head.label == PHONE
        and any(ORGANS.fullmatch(name) for name in names)
        and not any(PEOPLE.fullmatch(name) for name in names)
    )


def in_column(text: Text, place: int) -> bool:
    """Whether a column of personal data was reported that holds this place."""
    return any(not column.is_official and column.covers(place) for column in columns(text))


def in_official_column(text: Text, place: int) -> bool:
    """Whether a place lies in a column of office telephones."""
    return any(column.is_official and column.covers(place) for column in columns(text))


def _judge(text: Text) -> Iterator[Outcome]:
    for column in columns(text):
        if not column.is_official:
            count, label = len(column.values), column.head.label
            yield Outcome(
                f"“{column.cell.words}”一列有 {count} 行没有遮盖的{label}。",
                text,
                column.cell.start,
                column.cell.end,
                about="\n".join(value.words for value in column.values),
            )


RULES = (
    Rule(
        "PER-01",
        Severity.ERROR,
        "名单里有个人信息列",
        "删去整列，或者逐行遮盖：身份号码只留前六位和后四位，手机号只留前三位和后四位，住址只到村或者社区；"
        "法律规定必须公开的，由审核人写明依据后放行。",
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(25),
        reads=_judge,
        bad=(
            Sample(
                "身份证号列", file="序号\t姓名\t身份证号\n1\t张某\t110105194912310021\n2\t李某\t—"
            ),
            Sample("银行卡号列", file="姓名\t银行卡号\t金额\n张某\t6222 0200 0000 0000 000\t500"),
            Sample("手机号列", "姓名\t联系电话\n张某\t13812345678"),
            Sample("家庭住址列", "户主\t家庭住址\n张某\t示例镇示例村三组12号"),
            Sample("隐藏工作表里的列", hidden="姓名\t身份证号码\n张某\t11010519491231002X"),
            Sample("一卡通账号", file="姓名\t惠农一卡通账号\n张某\t6217000000000000000"),
            Sample("表头带说明", file="姓名\t联系电话（手机）\n张某\t138-1234-5678"),
        ),
        good=(
            CLEAN,
            Sample(
                "已遮盖", file="姓名\t身份证号\n张某\t110105********0021\n李某\t110105********002X"
            ),
            Sample("手机号已遮盖", "姓名\t联系电话\n张某\t138****5678"),
            Sample("住址只到村", "户主\t家庭住址\n张某\t示例县示例镇示例村"),
            Sample("机关电话表", "单位名称\t联系电话\n示例市数据局\t0310-6200000"),
            Sample("空白的申请表", "姓名\t身份证号\t联系电话\n\t\t\n"),
        ),
    ),
)
