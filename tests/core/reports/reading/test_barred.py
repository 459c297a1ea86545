"""Tables whose cells are parted by bars, as text taken from web pages has them.

Merged cells leave empty bars at the end of a row; a cell of several paragraphs breaks the line.
"""

from collections.abc import Callable, Mapping, Sequence

import pytest

from gongkai.core.reports.export import as_object
from gongkai.core.reports.forms import FORM_2021
from gongkai.core.reports.reading import read
from tests.core.reports.reading.texts import document, report

FIGURES = {
    "new": (12, 1, 0, 1, 0, 0, 14),
    "granted": (3, 1, 0, 1, 0, 0, 5),
    "partial": (1, 0, 0, 0, 0, 0, 1),
    "unable_1": (8, 0, 0, 0, 0, 0, 8),
    "total": (12, 1, 0, 1, 0, 0, 14),
}
EMPTY_REST = {"new": 2, "carried_in": 2, "granted": 1, "partial": 1, "total": 1, "carried_out": 2}
OUTCOMES = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计"
SECOND = """第二十条第(一)项 | |||
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | / | / | / |
行政规范性文件 | 3 | 0 | 101 |
第二十条第(五)项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 7 | ||
第二十条第(六)项 | |||
信息内容 | 本年处理决定数量 | ||
行政处罚 | 0 | ||
行政强制 | 2 | ||
第二十条第(八)项 | |||
信息内容 | 本年收费金额(单位:万元) | ||
行政事业性收费 | 0 |"""
FOURTH = f"""行政复议 | 行政诉讼 | |||||||||||||
{OUTCOMES} | 未经复议直接起诉 | 复议后起诉 | ||||||||
{OUTCOMES} | {OUTCOMES} | |||||
0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 2 | 0 | 2 |"""

Rows = Mapping[str, Sequence[str]]


def whole(row: Sequence[int]) -> list[str]:
    return [str(cell) for cell in row]


def total_only(row: Sequence[int]) -> list[str]:
    return ["", "", "", "", "", "", str(row[-1])]


def without_zeros(row: Sequence[int]) -> list[str]:
    return [str(cell) if cell else "" for cell in row]


def row_by_row(rows: Rows) -> str:
    lines = ["（本列数据的勾稽关系为） | 申请人情况 | ||||||||"]
    last: tuple[str, ...] = ()
    for row in FORM_2021.table("applications").rows:
        groups = [
            name if last[: depth + 1] != row.group[: depth + 1] else ""
            for depth, name in enumerate(row.group)
        ]
        last = row.group
        cells = " | ".join([*groups, row.label, *rows[row.key]])
        lines.append(f"{cells} | {'|' * EMPTY_REST.get(row.key, 0)}".lstrip())
    return "\n".join(lines)


def cell_by_cell(rows: Rows) -> str:
    lines = ["（本列数据的勾稽关系为） |", "申请人情况 |", "||||||||"]
    last: tuple[str, ...] = ()
    for row in FORM_2021.table("applications").rows:
        lines += [
            f"{name} |"
            for depth, name in enumerate(row.group)
            if last[: depth + 1] != row.group[: depth + 1]
        ]
        last = row.group
        lines += [f"{row.label} |", *(f"{cell} |".lstrip() for cell in rows[row.key])]
        rest = "|" * EMPTY_REST.get(row.key, 0)
        lines += [rest] if rest else []
    return "\n".join(lines)


@pytest.mark.parametrize("filled", [whole, total_only, without_zeros])
@pytest.mark.parametrize("layout", [row_by_row, cell_by_cell])
def test_every_cell_keeps_its_column(
    layout: Callable[[Rows], str], filled: Callable[[Sequence[int]], list[str]]
) -> None:
    rows = {
        row.key: filled(FIGURES.get(row.key, (0,) * 7))
        for row in FORM_2021.table("applications").rows
    }
    second, fourth = SECOND, FOURTH
    if layout is cell_by_cell:
        second, fourth = second.replace(" | ", " |\n"), fourth.replace(" | ", " |\n")
    found = read([document(report(second, layout(rows), fourth))])[0]
    told = as_object(found)
    assert told["table2"] == {
        "regulations": [None, None, None],
        "normative_docs": [3, 0, 101],
        "licensing": 7,
        "penalty": 0,
        "coercion": 2,
        "fees_wan": 0,
    }
    assert told["applications"] == {
        key: [int(cell) if cell else None for cell in cells] for key, cells in rows.items()
    }
    assert [found.value(f"review.after_{name}") for name in ("other", "total")] == [2, 2]
    assert found.doubts == ()


def test_a_row_that_the_form_does_not_have_is_left_out() -> None:
    second = """信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 | ||
规章(设区的市、自治州人民政府应提供相关数据) | 0 | 0 | 0 | ||
规范性文件(决定、公告、通告、意见、通知) | 2 | 2 | 19 | ||
其他主动公开文件(除规范性文件以外的主动公开文件) | 186 | 86 | 255 | ||
信息内容 | 上一年项目数量(指2019年事项数) | 本年增/减 | 处理决定数量 | ||
行政许可 | 8 | 5 | 93 | ||
其他对外管理服务事项(行政许可以外的事项,含行政处罚、行政强制) | 117 | 0 | 165 | ||
行政处罚 | 90 | 0 | 22 | ||
行政强制 | 4 | 4 | - | ||
行政事业性收费 | |||||
政府集中采购 | 12 | 345.6万元 | |||"""
    text = report(second, "", "").replace("2023年", "2020年")
    found = as_object(read([document(text)])[0])
    assert found["table2"] == {
        "regulations": [0, 0, 0],
        "normative_docs": [2, 2, 19],
        "licensing": [8, 5, 93],
        "other_services": [117, 0, 165],
        "penalty": [90, 0, 22],
        "coercion": [4, 4, None],
        "fees": [None, None],
        "procurement": {"items": 12, "amount": 345.6, "unit": "万元"},
    }
    assert found["doubts"] == []
