"""The list of layouts by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from tests.factories.model import Draft, Made

Layout = Callable[[Draft, Random], Made]


@dataclass(frozen=True, slots=True)
class Registered:
    """A layout, the mistakes that can be planted in it without hiding their truth, its cost."""

    name: str
    make: Layout
    plants: tuple[str, ...]
    writings: tuple[str, ...]
    slow: bool = False


LAYOUTS: dict[str, Registered] = {}

SUMS = ("wrong_total", "wrong_balance", "wrong_sum", "wrong_review", "misplaced")
ROWS = ("missing_row", "lost_page")
BLANKS = ("blank_cells", "blank_zeros", "only_totals", "natural_and_total", "blank_review")
MARKS = ("strokes", "extra_zero")
GRID = (*SUMS, *ROWS, *BLANKS, *MARKS)
SPACED = (*SUMS, *ROWS, *MARKS)
WRITINGS = ("full_width", "thousands", "decimals", "with_unit", "padded", "remarked")


def layout(
    name: str,
    plants: Sequence[str] = GRID,
    writings: Sequence[str] = WRITINGS,
    *,
    slow: bool = False,
) -> Callable[[Layout], Layout]:
    """Register a layout by name."""

    def register(make: Layout) -> Layout:
        LAYOUTS[name] = Registered(name, make, tuple(plants), tuple(writings), slow)
        return make

    return register
