"""The tables as entries in reading order, before any layout: captions, headers, rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.factories.model import Draft

NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
APPLICANTS = ("自然人", "法人或其他组织", "总计")
ORGANISATIONS = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
BLOCKS = ("行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉")


@dataclass(frozen=True, slots=True)
class Entry:
    """A caption, a header row (cells are labels) or a row to be filled.

    `groups` are the merged cells to the left: text where one begins at this row, else empty.
    """

    kind: str
    key: str
    label: str
    cells: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()

    @property
    def all_cells(self) -> tuple[str, ...]:
        """Groups, label and cells as the row of a grid."""
        lead = self.groups if self.kind == "row" else ()
        return (*lead, self.label, *self.cells)


def table_2(draft: Draft) -> Iterator[Entry]:
    """Captions, header rows and rows of table 2."""
    caption = ""
    for table, row in draft.sheet.rows("table2"):
        key = f"table2.{row.key}"
        if row.caption != caption:
            caption = row.caption
            if draft.labels[caption]:
                yield Entry("caption", caption, draft.labels[caption])
            header = tuple(column.label for column in row.columns)
            yield Entry("header", caption, "信息内容", header)
        yield Entry("row", key, draft.labels[key], tuple(draft.sheet.cells(table, row)))


def table_3(draft: Draft) -> Iterator[Entry]:
    """The rows of table 3; its header is laid out by the layouts."""
    seen: set[str] = set()
    for table, row in draft.sheet.rows("applications"):
        key = f"applications.{row.key}"
        groups = tuple(draft.labels[g] if g not in seen else "" for g in row.group)
        seen.update(row.group)
        parents = tuple(draft.labels[g] for g in row.group)
        cells = tuple(draft.sheet.cells(table, row))
        yield Entry("row", key, draft.labels[key], cells, groups, parents)


def table_4(draft: Draft) -> tuple[str, ...]:
    """The fifteen cells of table 4."""
    table, row = draft.sheet.rows("review")[0]
    return tuple(draft.sheet.cells(table, row))
