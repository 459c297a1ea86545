from decimal import Decimal

import pytest

from gongkai.core.reports.narrative import appendix_rows, narrative_of, outline
from gongkai.core.reports.report import Number
from tests.core.reports.narrative.texts import lines_of

HEADER = ("指标名称", "计量单位", "统计数")
TABLE = (
    ("一、主动公开情况", "", ""),
    ("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", "1,234"),
    ("其中：主动公开规范性文件数", "条", "10"),
    ("制发规范性文件总数", "件", "5"),
    ("（二）通过不同渠道和方式公开政府信息的情况", "", ""),
    ("1.政府公报公开政府信息数", "条", "0"),
    ("2.政府网站公开政府信息数", "条", "1200"),
    ("三、依申请公开情况", "", ""),
    ("（一）收到申请数", "件", "31"),
    ("1.当面申请数", "件", "3"),
    ("2.传真申请数", "件", ""),
    ("危及国家安全、公共安全、经济安全和社会稳定", "件", "2"),
    ("七、依申请公开信息收取的费用", "万元", "0.5"),
    ("（三）从事政府信息公开工作人员数（不包括政府公报及政府网站工作人员数）", "人", "4"),
    ("（三）接受培训人员数", "人次", "120"),
)
ROWS: tuple[tuple[str, str, Number | None], ...] = (
    (TABLE[1][0], "条", 1234),
    (TABLE[2][0], "条", 10),
    (TABLE[3][0], "件", 5),
    (TABLE[5][0], "条", 0),
    (TABLE[6][0], "条", 1200),
    (TABLE[8][0], "件", 31),
    (TABLE[9][0], "件", 3),
    (TABLE[10][0], "件", None),
    (TABLE[11][0], "件", 2),
    (TABLE[12][0], "万元", Decimal("0.5")),
    (TABLE[13][0], "人", 4),
    (TABLE[14][0], "人次", 120),
)
LAYOUTS = {
    "一格一行": "\n".join(cell for row in (HEADER, *TABLE) for cell in row if cell),
    "一格一行有空行": "\n\n".join(cell for row in (HEADER, *TABLE) for cell in row if cell),
    "制表符": "\n".join("\t".join(row) for row in (HEADER, *TABLE)),
    "空格": "\n".join(" ".join(row) for row in (HEADER, *TABLE)),
    "竖线": "\n".join(f"| {' | '.join(row)} |" for row in (HEADER, *TABLE)),
    "一行连写": "\n".join("".join(row) for row in (HEADER, *TABLE)),
    "全部连写": "".join("".join(row) for row in (HEADER, *TABLE)),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_are_the_same_in_every_layout(layout: str) -> None:
    lines = lines_of("二、结束语", "附件：政府信息公开情况统计表", LAYOUTS[layout])
    assert appendix_rows(lines) == ROWS


@pytest.mark.parametrize(
    "text", ["", "一、总体情况\n公开信息5条。", "单位：件\n3\n4", "指标名称单位统计数"]
)
def test_a_text_without_an_appendix_has_no_rows(text: str) -> None:
    assert appendix_rows(lines_of(text)) == ()


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "竖线"])
def test_the_appendix_is_no_prose(layout: str) -> None:
    lines = lines_of(
        "一、概述",
        "公开信息5条。",
        "二、主要问题及改进措施",
        "继续努力。",
        "示例市商务局",
        "2017年1月9日",
        "附件：政府信息公开情况统计表",
        LAYOUTS[layout],
    )
    read = outline(lines)
    assert [(s.number, s.body) for s in read.sections] == [
        (0, ""),
        (1, "公开信息5条。"),
        (5, "继续努力。"),
    ]
    assert read.signed_by == "示例市商务局"
    assert len(narrative_of(read).figures) == 1


def test_the_last_row_may_be_blank() -> None:
    text = "指标名称\n单位\n统计数\n收到申请数\n件\n3\n当面申请数\n件\n1\n传真申请数\n件"
    assert appendix_rows(lines_of(text))[-1] == ("传真申请数", "件", None)


def test_an_appendix_alone_has_no_prose() -> None:
    assert outline(lines_of(LAYOUTS["制表符"])).sections[0].body == ""
