"""PDF files: lines in reading order, ruled tables as grids, page numbers kept out."""

import pytest

from gongkai.adapters.documents.pictures import engine
from tests.adapters.documents.reading import cells, codes, grids, read, refused, rows, texts
from tests.samples import portable
from tests.samples.drawing import WIDE, Sketch, lines
from tests.samples.statutory import Cell, applications, documents

QUARTER = [120.0] * 4


def paged(numbers: list[str], y: float = 800) -> list[Sketch]:
    """Pages of prose with something in the margin."""
    return [
        lines(f"第{n}段的正文在这里", "接着是第二行").write(290, y, number)
        for n, number in enumerate(numbers)
    ]


def test_the_statutory_tables_come_out_whole() -> None:
    first = Sketch().write(60, 60, "二、主动公开政府信息情况", 14).table(documents(), QUARTER)
    document = read(portable.pdf(first, Sketch().table(applications(), WIDE)), "报告.pdf")
    assert [cells(grid) for grid in grids(document)] == [documents(), applications()]
    assert texts(document) == ["二、主动公开政府信息情况"]
    assert [(grid.place.page, grid.place.line) for grid in grids(document)] == [(1, 2), (2, 1)]
    assert document.pages == 2
    assert document.notes == ()


def test_lines_come_from_the_top_whatever_the_order_of_drawing() -> None:
    sketch = Sketch()
    for number in (3, 1, 2):
        sketch.write(60, 100 + 30 * number, f"第{number}行")
    document = read(portable.pdf(sketch), "报告.pdf")
    assert texts(document) == ["第1行", "第2行", "第3行"]
    assert [block.place.line for block in document.blocks] == [1, 2, 3]


def test_a_table_without_rules_gives_tabs() -> None:
    sketch = Sketch()
    for row, (label, *figures) in enumerate((("自然人", "12", "0"), ("商业企业", "3", "10"))):
        sketch.write(60, 100 + 20 * row, label)
        for column, figure in enumerate(figures):
            sketch.write(200 + 60 * column, 100 + 20 * row, figure)
    assert texts(read(portable.pdf(sketch), "报告.pdf")) == ["自然人\t12\t0", "商业企业\t3\t10"]


def test_a_table_over_two_pages_gives_two_grids() -> None:
    cells_ = applications()
    upper = [c._replace(row_span=min(c.row_span, 14 - c.row)) for c in cells_ if c.row < 14]
    lower = [c._replace(row=c.row - 14) for c in cells_ if c.row >= 14]
    lower += [Cell("", 0, 0, 13), Cell("", 0, 1, 1)]
    pages = [
        Sketch().table(upper, WIDE).write(290, 810, "- 3 -"),
        Sketch().table(lower, WIDE).write(290, 810, "- 4 -"),
    ]
    document = read(portable.pdf(*pages), "报告.pdf")
    found = [cells(grid) for grid in grids(document)]
    assert found == [sorted(half, key=lambda c: (c.row, c.column)) for half in (upper, lower)]
    assert texts(document) == []
    assert codes(document) == {"FILE-RUNNING"}


def test_tables_without_outer_rules_are_tables() -> None:
    sketch = (
        Sketch().write(50, 104, "甲").write(150, 104, "1").write(50, 124, "乙").write(150, 124, "2")
    )
    for y in (100, 120, 140):
        sketch.rule(40, y, 240, y)
    sketch.rule(140, 100, 140, 140)
    (grid,) = grids(read(portable.pdf(sketch), "报告.pdf"))
    assert rows(grid) == [["甲", "1"], ["乙", "2"]]


def test_rules_under_words_and_frames_around_one_text_are_no_tables() -> None:
    sketch = Sketch().write(60, 100, "下划线").rule(60, 112, 120, 112).write(60, 200, "框里的字")
    sketch.rule(50, 190, 250, 190).rule(50, 220, 250, 220).rule(50, 190, 50, 220).rule(
        250, 190, 250, 220
    )
    document = read(portable.pdf(sketch), "报告.pdf")
    assert texts(document) == ["下划线", "框里的字"]


def test_a_number_wider_than_its_cell_stays_whole() -> None:
    cells_ = [
        Cell("许可", 0, 0),
        Cell("11398889", 0, 1),
        Cell("", 0, 2),
        Cell("处罚", 1, 0),
        Cell("3", 1, 1),
        Cell("4", 1, 2),
    ]
    (grid,) = grids(read(portable.pdf(Sketch().table(cells_, [60.0, 30.0, 30.0])), "报告.pdf"))
    assert "11398889" in [c.text for c in grid.cells]


def test_text_printed_twice_for_bold_is_read_once() -> None:
    sketch = Sketch().write(60, 100, "总体情况").write(60.3, 100, "总体情况")
    assert texts(read(portable.pdf(sketch), "报告.pdf")) == ["总体情况"]


NUMBERS = {
    "短横": ["- 1 -", "- 2 -"],
    "长横": ["— 11 —", "— 12 —"],
    "全角": ["－\uff11－", "－\uff12－"],
    "汉字": ["第1页", "第2页"],
    "共几页": ["第1页 共2页", "第2页 共2页"],
    "裸数字": ["5", "6"],
    "分数": ["1/2", "2/2"],
}


@pytest.mark.parametrize("numbers", NUMBERS.values(), ids=NUMBERS)
def test_page_numbers_are_kept_out(numbers: list[str]) -> None:
    document = read(portable.pdf(*paged(numbers)), "报告.pdf")
    assert len(texts(document)) == 4
    assert numbers[0] in next(n.text for n in document.notes if n.code == "FILE-RUNNING")


def test_bare_numbers_that_do_not_count_up_stay() -> None:
    assert "37" in texts(read(portable.pdf(*paged(["37", "12"])), "报告.pdf"))


def test_running_heads_are_read_once() -> None:
    document = read(portable.pdf(*paged(["示例局年度报告"] * 4, y=30)), "报告.pdf")
    assert texts(document).count("示例局年度报告") == 1


def test_turned_pages_are_read_upright() -> None:
    sketch = Sketch(width=842, height=595).table(documents(), QUARTER)
    turned = Sketch(595, 842, sketch.texts, sketch.rules)
    document = read(portable.pdf(turned, rotate=90), "报告.pdf")
    assert [cells(grid) for grid in grids(document)] == [documents()]


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    sketch = lines("两栏的标题")
    for row in range(10):
        sketch.write(60, 120 + row * 16, f"左栏{row}的文字一直写到栏边为止")
        sketch.write(320, 120 + row * 16, f"右栏{row}的文字也写到它的边上")
    found = texts(read(portable.pdf(sketch), "报告.pdf"))
    assert [text[:2] for text in found] == ["两栏"] + ["左栏"] * 10 + ["右栏"] * 10


def test_text_in_a_font_without_meaning_is_not_taken_for_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sketch = Sketch()
    for row in range(12):
        sketch.write(60, 100 + 20 * row, "\ue000\ue001\ue002\ue003\ue004\ue005")
    monkeypatch.setattr(engine, "is_installed", lambda: False)
    assert refused(portable.pdf(sketch), "乱码.pdf").code == "FILE-GARBLED"
    document = read(portable.pdf(lines("正文"), sketch), "乱码.pdf")
    assert texts(document) == ["正文"]
    assert "第2页" in next(n.text for n in document.notes if n.code == "FILE-PAGES-UNREAD")
