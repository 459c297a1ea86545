"""Reading standard directories as they come."""

import pytest

from gongkai.core.catalogue.directory import DirectoryRow
from gongkai.core.catalogue.directory_reading import RowFault, read_directory

TITLE = ["示范县涉农补贴领域基层政务公开标准目录"]
ONE_LINE = [
    "序号", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体",
    "公开渠道和载体", "公开对象", "公开方式", "公开层级",
]  # fmt: skip
POLICY = [
    "2", "政策文件", "—", "涉农资金相关文件", "《政府信息公开条例》",
    "信息形成或者变更之日起20个工作日内", "镇级人民政府", "■政府网站 ■公开查阅点", "全社会",
    "主动", "乡级",
]  # fmt: skip


def with_cell(name: str, text: str) -> list[str]:
    """The sample row with one cell otherwise."""
    return [text if head == name else cell for head, cell in zip(ONE_LINE, POLICY, strict=True)]


def only(row: list[str]) -> DirectoryRow:
    read = read_directory([ONE_LINE, row])
    assert read.faults == ()
    return read.rows[0]


def faults(*rows: list[str]) -> list[tuple[int, str]]:
    return [(fault.row, fault.column) for fault in read_directory([ONE_LINE, *rows]).faults]


def test_a_table_with_one_line_of_heads_is_read() -> None:
    assert only(POLICY) == DirectoryRow(
        number="2",
        first="政策文件",
        elements="涉农资金相关文件",
        basis="《政府信息公开条例》",
        limit="信息形成或者变更之日起20个工作日内",
        subject="镇级人民政府",
        channels=("政府网站", "公开查阅点"),
        audience="public",
        way="proactive",
        levels=("township",),
    )


def test_a_title_above_and_remarks_below_are_no_rows() -> None:
    table = [TITLE, [], ONE_LINE, POLICY, ["", ""], ["注：本目录由示范镇编制。"]]
    read = read_directory(table)
    assert (len(read.rows), read.faults, read.title) == (1, (), TITLE[0])


def test_heads_on_every_page_are_passed_over() -> None:
    other = ["3", *POLICY[1:]]
    assert len(read_directory([ONE_LINE, POLICY, ONE_LINE, other]).rows) == 2


@pytest.mark.parametrize(
    ("name", "text", "attribute", "value"),
    [
        ("公开层级", "县级、乡级", "levels", ("county", "township")),
        ("公开层级", "镇级", "levels", ("township",)),
        ("公开层级", "区级", "levels", ("county",)),
        ("公开方式", "依申请公开", "way", "on_application"),
        ("公开方式", "主动公开、依申请公开", "way", "both"),
        ("公开对象", "特定群体", "audience", "group"),
        ("公开对象", "全社会、特定群体", "audience", "both"),
        ("二级事项", "/", "second", ""),
        ("序号", "0505", "number", "0505"),
    ],
)
def test_cells_are_understood(name: str, text: str, attribute: str, value: object) -> None:
    assert getattr(only(with_cell(name, text)), attribute) == value


def test_merged_first_items_and_numbers_are_carried_down() -> None:
    later = ["", "", "资金分配", *POLICY[3:]]
    rows = read_directory([ONE_LINE, POLICY, later]).rows
    assert [(row.number, row.first, row.second) for row in rows] == [
        ("2", "政策文件", ""),
        ("2", "政策文件", "资金分配"),
    ]


def test_a_new_item_without_a_number_is_broken() -> None:
    later = ["", "补贴发放", "资金分配", *POLICY[3:]]
    assert faults(POLICY, later) == [(3, "序号")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("公开内容（要素）", ""),
        ("公开方式", ""),
        ("公开方式", "其他"),
        ("二级事项", "项" * 201),
        ("公开时限", "内" * 301),
        ("一级事项", ""),
    ],
)
def test_a_broken_row_says_row_and_column(name: str, text: str) -> None:
    assert faults(with_cell(name, text)) == [(2, name)]


def test_all_that_is_wrong_with_a_row_is_said_at_once() -> None:
    assert len(faults(["2"])) == 3


def test_the_good_rows_stand_beside_the_broken() -> None:
    read = read_directory([ONE_LINE, with_cell("公开方式", ""), ["3", *POLICY[1:]]])
    assert [row.number for row in read.rows] == ["3"]
    assert read.faults == (RowFault(2, "公开方式", "", "看不出是主动公开还是依申请公开。"),)


def test_the_same_number_and_name_twice_is_broken() -> None:
    assert faults(POLICY, POLICY) == [(3, "序号")]


def test_what_is_advised_and_odd_limits_are_told_and_taken() -> None:
    read = read_directory(
        [ONE_LINE, with_cell("公开时限", "按规定"), ["3", *POLICY[1:4], *[""] * 5, "主动"]]
    )
    assert len(read.rows) == 2
    told = [(note.row, note.column) for note in read.notes]
    assert told[0] == (2, "公开时限")
    assert [column for row, column in told if row == 3] == [
        "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "公开层级",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "table",
    [[], [["x"]], [["序号"]], [POLICY], [["序号", "姓名", "单位"], ["1", "甲", "乙"]]],
)
def test_another_table_is_not_taken_for_one(table: list[list[str]]) -> None:
    read = read_directory(table)
    assert read.rows == ()
    assert read.missing_heads
