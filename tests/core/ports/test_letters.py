"""A form has no holes and no overlaps, whoever describes it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.ports import FormCell, FormRow, FormTable, Heading, LetterFormat, Signature

ONE = FormCell("一")


def wide(columns: int, rows: int = 1) -> FormCell:
    return FormCell("宽", columns=columns, rows=rows)


@pytest.mark.parametrize(
    ("widths", "rows", "heads"),
    [
        pytest.param((), (), 0, id="没有列"),
        pytest.param((1, 0), ((ONE, ONE),), 0, id="列宽为零"),
        pytest.param((1,), ((ONE,),), 2, id="表头多于行"),
        pytest.param((1,), ((ONE,),), -1, id="表头为负"),
        pytest.param((1, 1), ((ONE,),), 0, id="少一格"),
        pytest.param((1, 1), ((ONE, ONE, ONE),), 0, id="多一格"),
        pytest.param((1, 1), ((wide(3),),), 0, id="跨列过多"),
        pytest.param((1, 1), ((wide(0), wide(2)),), 0, id="跨零列"),
        pytest.param((1,), ((wide(1, 0),),), 0, id="跨零行"),
        pytest.param((1,), ((wide(1, 2),),), 0, id="跨到表外"),
        pytest.param((1,), ((wide(1, 2),), (ONE,)), 0, id="上下重叠"),
        pytest.param((1, 1, 1), ((ONE, wide(1, 2), ONE), (wide(2),)), 0, id="被上面的格隔开"),
        pytest.param((1,), (Signature("意见"),), 0, id="签名行只有一列"),
    ],
)
def test_a_form_that_cannot_be_drawn(
    widths: tuple[int, ...], rows: tuple[FormRow, ...], heads: int
) -> None:
    with pytest.raises(ValueError, match=r"form|row|cell"):
        FormTable(widths, rows, heads)


def test_cells_find_their_columns() -> None:
    form = FormTable(
        (1, 1, 1), ((wide(1, 3), wide(2)), (wide(1, 2), ONE), (ONE,), Signature("审签"))
    )
    assert form.places() == ((0, 1), (1, 2), (2,), (0, 1))


@pytest.mark.parametrize("level", [0, 5])
def test_a_level_that_no_heading_has(level: int) -> None:
    with pytest.raises(ValueError, match=f"level {level}"):
        Heading("标题", level)


def test_what_a_download_says_of_itself() -> None:
    assert LetterFormat.PDF.media_type == "application/pdf"
    assert LetterFormat.DOCX.media_type.endswith("wordprocessingml.document")
    assert {kind.label for kind in LetterFormat} == {"PDF", "Word（DOCX）"}


@st.composite
def forms(draw: st.DrawFn) -> FormTable:
    """Any table of merged cells: the places of a board are given away rectangle by rectangle."""
    columns, height = draw(st.integers(1, 5)), draw(st.integers(1, 6))
    free = set(product(range(height), range(columns)))
    rows: list[tuple[FormCell, ...]] = []
    for y in range(height):
        cells = []
        for x in range(columns):
            if (y, x) not in free:
                continue
            run = next(n for n in range(1, columns + 1) if (y, x + n) not in free)
            across, down = draw(st.integers(1, run)), draw(st.integers(1, height - y))
            free -= set(product(range(y, y + down), range(x, x + across)))
            cells.append(FormCell("格", columns=across, rows=down))
        rows.append(tuple(cells))
    return FormTable((1,) * columns, tuple(rows))


@given(forms())
def test_every_place_of_a_form_belongs_to_one_cell(form: FormTable) -> None:
    taken = [
        (y + down, x + across)
        for y, (row, places) in enumerate(zip(form.rows, form.places(), strict=True))
        if not isinstance(row, Signature)
        for cell, x in zip(row, places, strict=True)
        for down, across in product(range(cell.rows), range(cell.columns))
    ]
    assert sorted(taken) == sorted(product(range(len(form.rows)), range(len(form.widths))))
