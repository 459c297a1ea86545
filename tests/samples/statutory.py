"""The third statutory table as cells with their spans: what every reader must get out of a file."""

from typing import NamedTuple

COLUMNS = 10
RESULTS = (
    ("（三）不予公开", ("1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”",
                "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息",
                "7.属于行政执法案卷", "8.属于行政查询事项")),
    ("（四）无法提供", ("1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作",
                "3.补正后申请内容仍不明确")),
    ("（五）不予处理", ("1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物",
                "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息")),
    ("（六）其他处理", ("1.申请人逾期不补正", "2.申请人逾期不缴费", "3.其他")),
)  # fmt: skip


class Cell(NamedTuple):
    """A cell, the row and column where it begins and how far it reaches."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


def head() -> list[Cell]:
    """The three rows above the figures."""
    return [
        Cell("（本列数据的勾稽关系）", 0, 0, 3, 3),
        Cell("申请人情况", 0, 3, 1, 7),
        Cell("自然人", 1, 3, 2, 1),
        Cell("法人或其他组织", 1, 4, 1, 5),
        Cell("总计", 1, 9, 2, 1),
        *(
            Cell(text, 2, column)
            for column, text in enumerate(
                ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"), 4
            )
        ),
    ]


def figures(row: int) -> list[Cell]:
    """Seven figures that differ from row to row."""
    numbers = [row * 37 % 113, row % 3, 0, row % 2, 0, row % 5]
    return [Cell(str(n), row, 3 + i) for i, n in enumerate([*numbers, sum(numbers)])]


def applications() -> list[Cell]:
    """The whole table: 28 rows, 10 columns."""
    cells = head()
    cells += [Cell("一、本年新收政府信息公开申请数量", 3, 0, 1, 3)]
    cells += [Cell("二、上年结转政府信息公开申请数量", 4, 0, 1, 3)]
    cells += [Cell("三、本年度办理结果", 5, 0, 22, 1)]
    cells += [Cell("（一）予以公开", 5, 1, 1, 2), Cell("（二）部分公开", 6, 1, 1, 2)]
    row = 7
    for group, items in RESULTS:
        cells.append(Cell(group, row, 1, len(items), 1))
        cells += [Cell(item, row + index, 2) for index, item in enumerate(items)]
        row += len(items)
    cells += [Cell("（七）总计", 26, 1, 1, 2), Cell("四、结转下年度继续办理", 27, 0, 1, 3)]
    for number in range(3, 28):
        cells += figures(number)
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def documents() -> list[Cell]:
    """A small table: rules and normative documents."""
    return [
        Cell("第二十条第（一）项", 0, 0, 1, 4),
        *(
            Cell(t, 1, i)
            for i, t in enumerate(("信息内容", "制发件数", "废止件数", "现行有效件数"))
        ),
        *(Cell(t, 2, i) for i, t in enumerate(("规章", "0", "1", "22"))),
        *(Cell(t, 3, i) for i, t in enumerate(("行政规范性文件", "3", "0", "8"))),
    ]


def rows_of(cells: list[Cell]) -> list[list[Cell]]:
    """The cells row by row."""
    return [[c for c in cells if c.row == row] for row in range(max(c.row for c in cells) + 1)]
