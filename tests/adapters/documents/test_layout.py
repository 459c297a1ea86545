"""Laying out marks: rows, gaps, rules, cells, margins."""

import pytest

from gongkai.adapters.documents.layout.lattice import Box, lattice_of
from gongkai.adapters.documents.layout.lines import rows_of, runs_of, text_of, without_doubles
from gongkai.adapters.documents.layout.marks import Glyph, Rule, outline
from gongkai.adapters.documents.layout.page import LaidPage, PlacedLine
from gongkai.adapters.documents.layout.rulings import frames_of
from gongkai.adapters.documents.layout.running import running_lines
from gongkai.adapters.documents.layout.slots import spelled


def glyphs(text: str, x: float = 0, y: float = 0, size: float = 10) -> list[Glyph]:
    """A text set without gaps, one glyph to a character."""
    return [Glyph(x + n * size, y, x + (n + 1) * size, y + size, c) for n, c in enumerate(text)]


GAPS = {
    "没有空隙": (0.0, "甲乙"),
    "两端对齐的空隙": (2.0, "甲乙"),
    "词间空隙": (8.0, "甲 乙"),
    "表格空隙": (15.0, "甲\t乙"),
}


@pytest.mark.parametrize(("gap", "expected"), GAPS.values(), ids=GAPS)
def test_gaps(gap: float, expected: str) -> None:
    assert text_of(glyphs("甲") + glyphs("乙", x=10 + gap)) == expected


def test_words_of_letters_part_at_small_gaps() -> None:
    assert text_of(glyphs("1") + glyphs("件", x=12)) == "1 件"


def test_glyphs_of_different_sizes_share_a_line() -> None:
    rows = rows_of(
        runs_of(glyphs("大字", size=16) + glyphs("小", x=40, y=4, size=9) + glyphs("下", y=30))
    )
    assert [text_of(row) for row in rows] == ["大字 小", "下"]


def figures(y: float, label: str, *cells: str) -> list[Glyph]:
    """A row of a table without rules: a label, then figures centred in columns 40 points wide."""
    row = glyphs(label, y=y)
    for column, text in enumerate(cells):
        row += glyphs(text, x=120 + 40 * column - 2.5 * len(text), y=y, size=5)
    return row


FULL = (("甲", "1", "20", "3", "4000"), ("乙", "10", "2", "300", "4"))
BLANKS = {
    "中间": (("丙", "1", "2", "", "4"), "丙\t1\t2\t\t4"),
    "第一列": (("丙", "", "2", "3", "4"), "丙\t\t2\t3\t4"),
    "没有行名": (("", "1", "", "3", "4"), "1\t\t3\t4"),
    "不足一半": (("丙", "", "", "", "4"), "丙\t4"),
    "带注的数": (("丙", "1注", "2", "", "4"), "丙\t1注\t2\t4"),
    "跨列居中": (("丙", "", "20        30", "", ""), "丙\t20\t30"),
}


@pytest.mark.parametrize(("cells", "expected"), BLANKS.values(), ids=BLANKS)
def test_blank_cells_between_figures(cells: tuple[str, ...], expected: str) -> None:
    rows = [*(figures(10 * n, *row) for n, row in enumerate(FULL)), figures(20, *cells)]
    marks = [[glyph for glyph in row if glyph.text != " "] for row in rows]
    assert spelled(marks)[2] == expected


def test_blanks_stay_where_most_rows_have_some() -> None:
    sparse = ("丙", "1", "", "", "4")
    rows = [*FULL, sparse, sparse, sparse]
    assert spelled([figures(10 * n, *row) for n, row in enumerate(rows)])[-1] == "丙\t1\t4"


def test_a_lone_row_shows_no_columns() -> None:
    assert spelled([figures(0, *FULL[0]), figures(10, "乙", "1", "", "3", "4")])[1] == "乙\t1\t3\t4"


def test_runs_end_where_a_cell_may() -> None:
    texts = [
        "".join(g.text for g in run) for run in runs_of([*glyphs("甲乙"), *glyphs("丙", x=45)])
    ]
    assert texts == ["甲乙", "丙"]


def test_doubles_are_dropped_but_neighbours_stay() -> None:
    twice = [*glyphs("甲甲"), Glyph(0.4, 0, 10.4, 10, "甲")]
    assert len(without_doubles(twice)) == 2


def frame(*rules: tuple[float, float, float, float]) -> set[Box]:
    """The cells of the only frame among rules."""
    (found,) = frames_of([Rule(*rule) for rule in rules])
    lattice = lattice_of(found)
    return set(lattice.owners.values()) if lattice else set()


BORDER = outline(0, 0, 100, 60)


def test_a_missing_rule_joins_cells() -> None:
    cells = frame(*BORDER, (0, 20, 100, 20), (0, 40, 100, 40), (50, 20, 50, 60))
    assert cells == {Box(0, 0, 1, 2), Box(1, 0), Box(1, 1), Box(2, 0), Box(2, 1)}


def test_rules_drawn_in_pieces_and_twice_are_one() -> None:
    cells = frame(
        (0, 0, 50, 0), (49, 0.6, 100, 0.6), (0, 30, 100, 31), (0, 60, 100, 60),
        (0, 0, 0, 30), (0, 30, 0, 60), (100, 0, 101, 60), (98.8, 0, 98.8, 60),
    )  # fmt: skip
    assert cells == {Box(0, 0), Box(1, 0)}


def test_a_patch_that_is_no_rectangle_is_parted_by_rows() -> None:
    cells = frame(*BORDER, (0, 30, 50, 30), (50, 0, 50, 30))
    assert cells == {Box(0, 0), Box(0, 1), Box(1, 0, 1, 2)}


def test_a_single_frame_is_no_table() -> None:
    assert frame(*BORDER) == set()


def test_separate_tables_are_separate_frames() -> None:
    rules = [rule for y in (0, 200) for rule in outline(0, y, 100, y + 60)]
    assert len(frames_of(rules)) == 2


def test_drawings_with_very_many_rules_are_no_tables() -> None:
    assert frames_of([Rule(n, 0, n, 50) for n in range(5000)]) == []


def laid(*lines: tuple[float, str]) -> LaidPage:
    """A page of lines at heights."""
    return LaidPage(800, tuple(PlacedLine(y, y + 10, text) for y, text in lines))


def test_margins_are_told_from_text() -> None:
    pages = [laid((100, "正文"), (400, f"{n}"), (770, f"{n}")) for n in (1, 2, 3)]
    assert running_lines(pages) == {(0, 2), (1, 2), (2, 2)}


def test_a_number_that_does_not_stand_in_the_margin_stays() -> None:
    assert running_lines([laid((100, "正文"), (300, "- 1 -"))]) == set()
