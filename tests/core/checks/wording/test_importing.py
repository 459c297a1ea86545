"""Tables of words: columns, rows, faults."""

import pytest

from gongkai.core.checks.wording.entry import Category, Entry
from gongkai.core.checks.wording.importing import (
    HEADS,
    RowFault,
    imported,
    layout_of,
)
from gongkai.core.finding import Severity

HEAD = ["词语", "建议", "类别", "级别", "放行语境", "说明"]


def test_columns_are_found_by_their_heads() -> None:
    rows = [HEAD, ["布署", "部署", "错别字", "必错", "分布署名|布署镇", "常见"]]
    entry = Entry("布署", "部署", Category.TYPO, Severity.ERROR, ("分布署名", "布署镇"), "常见")
    assert imported(rows).entries == (entry,)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(["建议", "词语"], id="次序不同"),
        pytest.param(["条目编号", "错误写法", "建议写法"], id="多出一列"),
        pytest.param(["right", "WRONG"], id="英文"),
    ],
)
def test_heads_in_other_words_and_orders(head: list[str]) -> None:
    columns = layout_of([head]).columns
    cells = [""] * len(head)
    cells[columns["wrong"]], cells[columns["right"]] = "布署", "部署"
    assert imported([head, cells]).entries == (Entry("布署", "部署"),)


def test_no_head_stands_for_two_columns() -> None:
    heads = [head for heads in HEADS.values() for head in heads.split("|")]
    assert len(heads) == len(set(heads))


def test_two_columns_without_heads() -> None:
    rows = [["布署", "部署"], ["帐号", "账号"]]
    assert [entry.right for entry in imported(rows).entries] == ["部署", "账号"]
    assert [entry.right for entry in imported(rows, right_first=True).entries] == ["布署", "帐号"]


def test_one_word_to_a_line() -> None:
    read = imported([["布署镇"], ["阈"]], allows=True)
    assert [entry.wrong for entry in read.entries] == ["布署镇", "阈"]


def test_remarks_and_empty_rows_are_passed_over_but_counted() -> None:
    rows = [["# 说明", "x"], [""], HEAD, ["# 一组"], ["布署", "布署"]]
    assert imported(rows).faults == (RowFault(5, "建议写法", "布署", "与错误写法相同。"),)


def test_words_are_kept_as_texts_are_searched() -> None:
    assert imported([["\uff21PP软件\u200b", "应用程序"]]).entries[0].wrong == "APP软件"


@pytest.mark.parametrize(
    ("row", "column"),
    [
        pytest.param(["", "部署", "", "", "", ""], "错误写法", id="没有词语"),
        pytest.param(["布", "部", "", "", "", ""], "错误写法", id="一个字"),
        pytest.param(["布" * 101, "部", "", "", "", ""], "错误写法", id="太长"),
        pytest.param(["布署", "部" * 201, "", "", "", ""], "建议写法", id="建议太长"),
        pytest.param(["布署", "布署", "", "", "", ""], "建议写法", id="一样"),
        pytest.param(["布署", "部署", "", "大概", "", ""], "级别", id="级别看不懂"),
        pytest.param(["布署", "部署", "", "", "署名", ""], "放行语境", id="语境里没有词语"),
        pytest.param(
            ["布署", "", "", "", "|".join(["布署镇"] * 51), ""], "放行语境", id="语境太多"
        ),
        pytest.param(["布署", "部署", "", "", "", "说" * 301], "说明", id="说明太长"),
    ],
)
def test_a_bad_row_is_said_with_row_and_column(row: list[str], column: str) -> None:
    read = imported([HEAD, ["帐号", "账号"], row])
    assert [(fault.row, fault.column) for fault in read.faults] == [(3, column)]
    assert [entry.wrong for entry in read.entries] == ["帐号"]


def test_a_word_that_comes_twice() -> None:
    (fault,) = imported([["布署", "部署"], ["布署", "布置"]]).faults
    assert (fault.row, fault.cell) == (2, "布署")


def test_a_category_nobody_knows_is_another() -> None:
    assert imported([HEAD, ["布署", "", "风马牛"]]).entries[0].category is Category.OTHER


@pytest.mark.parametrize(
    ("said", "severity"),
    [("必错", "error"), ("疑似", "warning"), ("提示", "information"), ("", "warning")],
)
def test_severities_in_many_words(said: str, severity: str) -> None:
    assert imported([HEAD, ["布署", "", "", said]]).entries[0].severity == severity


def test_rows_that_are_switched_off() -> None:
    rows = [["词语", "启用"], ["布署", "否"], ["帐号", "是"]]
    read = imported(rows)
    assert (read.switched_off, [entry.wrong for entry in read.entries]) == (1, ["帐号"])


CONDITIONS = ["词语", "建议", "命中条件"]


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        pytest.param("总是", ["违犯"], id="总是"),
        pytest.param("后接:规定|制度", ["违犯规定", "违犯制度"], id="后接"),
        pytest.param("前接：严重", ["严重违犯"], id="前接"),
        pytest.param("不后接:刑法", ["违犯"], id="不后接"),
    ],
)
def test_conditions_become_plain_entries(condition: str, words: list[str]) -> None:
    read = imported([CONDITIONS, ["违犯", "违反", condition]])
    assert [entry.wrong for entry in read.entries] == words
    assert all("违反" in entry.right for entry in read.entries)


@pytest.mark.parametrize(
    ("condition", "context"), [("不后接:刑法", "违犯刑法"), ("不前接:不得", "不得违犯")]
)
def test_what_must_not_stand_beside_it_is_a_context(condition: str, context: str) -> None:
    (entry,) = imported([CONDITIONS, ["违犯", "违反", condition]]).entries
    assert entry.contexts == (context,)


@pytest.mark.parametrize("condition", ["正则:违.", "后接:", "也许"])
def test_a_condition_nobody_understands(condition: str) -> None:
    (fault,) = imported([CONDITIONS, ["违犯", "违反", condition]]).faults
    assert (fault.column, fault.cell) == ("命中条件", condition)


def test_an_entry_without_advice_keeps_none_beside_a_neighbour() -> None:
    (entry,) = imported([CONDITIONS, ["违犯", "", "后接:规定"]]).entries
    assert entry.right == ""


def test_an_empty_table_has_no_entries() -> None:
    assert imported([]).entries == ()
