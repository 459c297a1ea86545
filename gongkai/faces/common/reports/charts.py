"""Charts as small drawings made on the server: bars in groups, with the numbers written on them."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.core.reports.report import Number

WIDTH, HEIGHT = 640, 300
LEFT, RIGHT, TOP, BOTTOM = 12, 12, 40, 40
GAP = 0.25
"""The part of a group's width that stays empty."""
WIDEST = 56
UNIT = "件"


@dataclass(frozen=True, slots=True)
class Series:
    """What is counted, and its number in each group; None where it is not known."""

    name: str
    values: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its place, its shade, and the number on it."""

    x: float
    y: float
    width: float
    height: float
    shade: str
    text: str

    @property
    def middle(self) -> float:
        """Where the number stands."""
        return self.x + self.width / 2

    @property
    def above(self) -> float:
        """How high the number stands."""
        return self.y - 6


@dataclass(frozen=True, slots=True)
class Mark:
    """A word at a place: under a group, or in the key of shades."""

    x: float
    text: str
    shade: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its table and the sentence that says what it shows."""

    title: str
    said: str
    groups: tuple[str, ...]
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    labels: tuple[Mark, ...]
    key: tuple[Mark, ...]
    unit: str = UNIT
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def floor(self) -> int:
        """Where the bars stand."""
        return HEIGHT - BOTTOM

    @property
    def label_at(self) -> int:
        """Where the words under the groups stand."""
        return HEIGHT - BOTTOM + 22

    @property
    def rows(self) -> tuple[tuple[str, tuple[Number | None, ...]], ...]:
        """The table: a row for each group."""
        return tuple(
            (group, tuple(series.values[n] for series in self.series))
            for n, group in enumerate(self.groups)
        )


def chart(
    title: str, said: str, groups: Sequence[str], series: Sequence[Series], unit: str = UNIT
) -> Chart:
    """Draw the groups side by side, in each a bar for every series; `unit` is what is counted."""
    room = (WIDTH - LEFT - RIGHT) / len(groups)
    width = min(WIDEST, room * (1 - GAP) / len(series))
    highest = max((v for one in series for v in one.values if v is not None), default=0)
    scale = (HEIGHT - TOP - BOTTOM - 20) / float(highest or 1)
    bars, labels = [], []
    for n, group in enumerate(groups):
        middle = LEFT + room * (n + 0.5)
        labels.append(Mark(round(middle, 1), group))
        start = middle - width * len(series) / 2
        for m, one in enumerate(series):
            value = one.values[n]
            if value is not None:
                height = float(max(value, 0)) * scale
                bars.append(_bar(start + width * m, width, height, f"s{m + 1}", str(value)))
    key = (Mark(LEFT + 150 * m, one.name, f"s{m + 1}") for m, one in enumerate(series))
    return Chart(
        title, said, tuple(groups), tuple(series), tuple(bars), tuple(labels), tuple(key), unit
    )


def _bar(left: float, room: float, height: float, shade: str, text: str) -> Bar:
    width = room * 0.86
    floor = HEIGHT - BOTTOM
    return Bar(
        round(left + (room - width) / 2, 1),
        round(floor - height, 1),
        round(width, 1),
        round(height, 1),
        shade,
        text,
    )
