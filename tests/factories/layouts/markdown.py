"""Markdown as converters write it."""

from collections.abc import Sequence
from random import Random

from tests.factories.entries import table_2, table_3, table_4
from tests.factories.layouts.assembling import assembled, text
from tests.factories.layouts.registry import SUMS, layout
from tests.factories.layouts.rows import header_4
from tests.factories.layouts.vertical import rows_of
from tests.factories.model import Draft, Made
from tests.factories.wrapping import pieces


def _pipe(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _rule(count: int) -> str:
    return "|" + "---|" * count


@layout("markdown")
def markdown(draft: Draft, rng: Random) -> Made:
    """Whole pipe tables; the first row is taken for the head, rows are filled to one width."""
    tables = []
    for rows in rows_of(draft):
        width = max(len(row) for row in rows)
        lines = [_pipe([*row, *[""] * (width - len(row))]) for row in rows]
        tables.append([lines[0], _rule(width), *lines[1:], ""])
    return text(assembled(draft, (tables[0], tables[1], tables[2]), gap=" "), suffix=".md")


@layout("markdown_scattered", (*SUMS, "missing_row", "strokes"))
def markdown_scattered(draft: Draft, rng: Random) -> Made:
    """Row fragments in tables of their own; pieces of labels outside; page marks between."""
    two: list[str] = []
    for entry in table_2(draft):
        one = entry.kind == "row" and len(entry.cells) > 1
        two += _alone(entry.all_cells) if one else [" ".join(entry.all_cells)]
    three: list[str] = ["申请人情况", "法人或其他组织", "社会法律", "公益服务其他"]
    three += ["| （本列数据的勾稽关系为 | 自然人 | 商业 | 科研 | 总计 |", _rule(5)]
    for entry in table_3(draft):
        cut = pieces(entry.label, rng.choice((14, 16, 40)))
        if rng.random() < 0.1:
            three.append(f"— {rng.randint(2, 9)} —")
        if rng.random() < 0.3:
            three += [piece for group in entry.groups if group for piece in pieces(group, 4)]
        extra = [""] if rng.random() < 0.5 else []
        if len(cut) == 1:
            three += _alone((entry.label, *entry.cells, *extra))
        elif rng.random() < 0.6:
            three += [*cut, *_alone(entry.cells)]
        else:
            three += [*cut[:-1], *_alone((cut[-1], *entry.cells, *extra))]
    four = [*(line.replace(" ", "") for line in header_4(" ".join)), *_alone(table_4(draft))]
    return text(assembled(draft, (two, three, four)), suffix=".md")


def _alone(cells: Sequence[str]) -> list[str]:
    return ["", _pipe(cells), _rule(len(cells))]
