"""The sheets of a workbook: all that belong to the field are taken, what is left out is said."""

from gongkai.core.catalogue.directory_reading import ReadDirectory, read_directory
from gongkai.core.catalogue.directory_sheets import Sheet, joined
from gongkai.core.catalogue.fields import FIELD

HEADS = ["序号", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限", "公开方式"]
BUDGETS, EDUCATION = FIELD["budgets"], FIELD["education"]


def sheet(name: str, *numbers: str, title: str = "", way: str = "主动") -> Sheet:
    rows = [
        [number, "财政预算", f"事项{number}", "收支总表", "预算法", "及时公开", way]
        for number in numbers
    ]
    return Sheet(name, read_directory([[title], HEADS, *rows]))


def numbers(read: ReadDirectory) -> list[str]:
    return [row.number for row in read.rows]


def said(read: ReadDirectory) -> list[tuple[str, str]]:
    return [(note.sheet, note.cause) for note in read.notes if not note.row]


OTHER = Sheet("填表说明", read_directory([["每个领域一张表"]]))


def test_every_sheet_of_the_field_is_taken() -> None:
    read = joined([sheet("县级", "1", "2"), sheet("乡级", "3")], BUDGETS)
    assert numbers(read) == ["1", "2", "3"]
    assert said(read) == []


def test_what_is_no_directory_is_told() -> None:
    read = joined([OTHER, sheet("县级", "1")], BUDGETS)
    assert numbers(read) == ["1"]
    (told,) = said(read)
    assert told[0] == "填表说明"
    assert "不是标准目录" in told[1]


def test_a_sheet_of_another_field_is_left_for_that_field() -> None:
    both = [sheet("财政预决算", "1"), sheet("表二", "2", title="示范县义务教育领域标准目录")]
    read = joined(both, BUDGETS)
    assert numbers(read) == ["1"]
    assert said(read) == [("表二", "写的是“义务教育”领域，没有读取；请选择这个领域另外导入。")]
    assert numbers(joined(both, EDUCATION)) == ["2"]


def test_the_only_directory_is_taken_and_its_other_name_told() -> None:
    read = joined([sheet("义务教育", "1")], BUDGETS)
    assert numbers(read) == ["1"]
    assert said(read) == [("义务教育", "写的是“义务教育”领域，请核对所选的领域。")]


def test_where_every_sheet_names_another_field_nothing_is_taken() -> None:
    read = joined([sheet("义务教育", "1"), sheet("医疗卫生", "2")], BUDGETS)
    assert numbers(read) == []
    assert len(said(read)) == 2


def test_a_number_that_stands_in_two_sheets_is_taken_once() -> None:
    read = joined([sheet("县级", "1"), sheet("乡级", "1")], BUDGETS)
    assert numbers(read) == ["1"]
    assert [(fault.sheet, fault.cell) for fault in read.faults] == [("乡级", "1")]


def test_a_fault_says_its_sheet_where_there_are_several() -> None:
    read = joined([sheet("县级", "1"), sheet("乡级", "2", way="")], BUDGETS)
    assert [(fault.sheet, fault.row) for fault in read.faults] == [("乡级", 3)]
    alone = joined([sheet("乡级", "2", way="")], BUDGETS)
    assert [(fault.sheet, fault.row) for fault in alone.faults] == [("", 3)]


def test_without_any_directory_the_missing_heads_are_told() -> None:
    assert joined([OTHER], BUDGETS).missing_heads
