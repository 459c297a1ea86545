"""Charts whose bars lie: every group has a line of its own for its name, however long it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gongkai.faces.common.reports.charts import UNIT, WIDTH, Mark, Series

TOP: Final = 40
NAME: Final = 22
BAR: Final = 16
GAP: Final = 14
LEFT: Final = 12
ROOM: Final = 70
"""To the right of the longest bar, for its number."""
KEY: Final = 150


@dataclass(frozen=True, slots=True)
class LyingBar:
    """One bar with its number behind it."""

    y: float
    width: float
    shade: str
    text: str

    @property
    def after(self) -> float:
        """Where the number stands."""
        return LEFT + self.width + 6

    @property
    def foot(self) -> float:
        """How low the number stands."""
        return self.y + BAR - 4


@dataclass(frozen=True, slots=True)
class Group:
    """A name with its bars below it."""

    name: str
    y: float
    bars: tuple[LyingBar, ...]


@dataclass(frozen=True, slots=True)
class LyingChart:
    """A drawing with the sentence that says what it shows; the table stands on the page."""

    title: str
    said: str
    groups: tuple[Group, ...]
    key: tuple[Mark, ...]
    height: int
    unit: str = UNIT
    width: int = WIDTH
    left: int = LEFT
    thick: int = BAR - 3


def lying_chart(
    title: str, said: str, names: Sequence[str], series: Sequence[Series], unit: str = UNIT
) -> LyingChart:
    """Draw the groups below one another, in each a bar for every series."""
    highest = max((v for one in series for v in one.values if v is not None), default=0)
    scale = (WIDTH - LEFT - ROOM) / float(highest or 1)
    step = NAME + BAR * len(series) + GAP
    groups = []
    for n, name in enumerate(names):
        top = TOP + step * n
        bars = tuple(
            LyingBar(top + NAME + BAR * m, round(float(value) * scale, 1), f"s{m + 1}", str(value))
            for m, one in enumerate(series)
            if (value := one.values[n]) is not None
        )
        groups.append(Group(name, top + NAME - 6, bars))
    key = tuple(Mark(LEFT + KEY * m, one.name, f"s{m + 1}") for m, one in enumerate(series))
    return LyingChart(title, said, tuple(groups), key, TOP + step * len(names), unit)
