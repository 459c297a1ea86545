"""Laying out marks: rows, gaps, rules, cells, margins."""

import pytest

from gongkai.adapters.documents.layout.lattice import Box, lattice_of
from gongkai.adapters.documents.layout.lines import rows_of, text_of, without_doubles
from gongkai.adapters.documents.layout.marks import Glyph, Rule, outline
from gongkai.adapters.documents.layout.page import LaidPage, PlacedLine
from gongkai.adapters.documents.layout.rulings import frames_of
from gongkai.adapters.documents.layout.running import running_lines


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
    rows = rows_of(glyphs("大字", size=16) + glyphs("小", x=40, y=4, size=9) + glyphs("下", y=30))
    assert [text_of(row) for row in rows] == ["大字 小", "下"]


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
