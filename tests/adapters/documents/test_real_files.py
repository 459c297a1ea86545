"""Real files, read where they lie: the statutory tables come out whole."""

from pathlib import Path

import pytest

from gongkai.core.ports.documents import Grid
from tests.adapters.documents.reading import grids, read, refused


def tables(samples: Path, name: str) -> list[Grid]:
    """The grids of one real report."""
    return grids(read((samples / "reports" / name).read_bytes(), name))


def figures(grid: Grid, row: int) -> list[str]:
    """The numbers of a row."""
    found = [c for c in grid.cells if c.row == row and c.text.replace(".", "").isdecimal()]
    return [c.text for c in sorted(found, key=lambda c: c.column)]


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        ("hongze-2024.pdf", [(7, 4), (7, 2), (16, 10), (10, 10), (4, 15)]),
        ("huaian-2024.pdf", [(8, 4), (6, 2), (16, 10), (12, 10), (4, 15)]),
        ("hangzhou-2025-tables.html", [(14, 4), (28, 10), (4, 15)]),
        ("blank-form-2021.docx", [(14, 4), (28, 10), (4, 15)]),
    ],
    ids=["版式一", "版式二", "网页", "空白表"],
)
def test_sizes(samples: Path, name: str, sizes: list[tuple[int, int]]) -> None:
    assert [(grid.rows, grid.columns) for grid in tables(samples, name)] == sizes


@pytest.mark.parametrize("name", ["hongze-2024.pdf", "huaian-2024.pdf"], ids=["版式一", "版式二"])
def test_every_row_of_figures_has_seven(samples: Path, name: str) -> None:
    upper, lower = tables(samples, name)[2:4]
    rows = [figures(upper, row) for row in range(3, upper.rows)]
    rows += [figures(lower, row) for row in range(lower.rows)]
    assert {len(row) for row in rows} == {7}
    assert all(sum(map(int, row[:6])) == int(row[6]) for row in rows)


def test_the_broken_file_is_refused(samples: Path) -> None:
    data = (samples / "files" / "broken-17-bytes.pdf").read_bytes()
    assert refused(data, "broken-17-bytes.pdf").code == "FILE-DAMAGED"
