"""The reader, measured on every layout: hardly a cell is wrong or lost without a doubt."""

import pytest

from tests.factories.cases import names
from tests.factories.measure import scored
from tests.factories.scoring import Score

SEEDS = range(4)
SILENT = 0.015
"""The share of cells that may be wrong or missed without a doubt, in any layout."""
OFFICE = ("docx", "docx_unmerged", "docx_numbered", "ofd")


def _measured(layout: str) -> Score:
    total = Score()
    for _, result in scored(layout, SEEDS):
        total.add(result)
    return total


@pytest.mark.parametrize("layout", [*names(), *OFFICE])
def test_cells_are_right_or_in_doubt(layout: str) -> None:
    counts = _measured(layout).counts
    silent = counts["wrong"] + counts["missed"]
    assert silent <= SILENT * max(sum(counts.values()), 1), counts


def test_over_all_layouts_hardly_a_cell_is_silently_wrong() -> None:
    total = Score()
    for layout in names():
        total.add(_measured(layout))
    size = sum(total.counts.values())
    assert total.counts["wrong"] <= 0.001 * size
    assert total.counts["right"] >= 0.97 * size
