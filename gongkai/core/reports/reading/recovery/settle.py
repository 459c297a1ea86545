"""Recovery: which of several readings of the rows of table 3 fit together.

Every row has a list of readings. The columns must add up
(本年新收＋上年结转＝总计＋结转下年度；办理结果各行之和＝总计), and readings that are in no
combination that adds up are dropped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

from gongkai.core.reports.forms import Row
from gongkai.core.reports.reading.cuts import Values, cuts
from gongkai.core.reports.reading.recovery.rows import RUN_TOGETHER, RowReading

FLOW = ("new", "carried_in", "total", "carried_out")
MOST_STEPS = 60_000
BY_COLUMNS = "数字连写，按各列合计唯一确定"
BY_ALL_SUMS = "数字连写，按本行合计与各列合计唯一确定"


@dataclass(slots=True)
class Solution:
    """Readings that remain for each row; `consistent` is None where the columns could not be
    tried."""

    readings: dict[str, list[Values]]
    consistent: bool | None
    steps: int = 0


def vector(values: Values) -> tuple[int, ...] | None:
    """The cells as whole numbers, or None where one is blank or a fraction."""
    if any(value is None or value != int(value) for value in values):
        return None
    return tuple(int(value) for value in values if value is not None)


def settle(rows: Sequence[Row], readings: Sequence[RowReading]) -> None:
    """Narrow the readings of the rows by the sums of the columns."""
    if not any(len(reading.ways) != 1 or reading.cut for reading in readings):
        return
    ways = {reading.key: reading.ways for reading in readings}
    for reading in readings:
        if not reading.ways and reading.cut:
            wanted = required(rows, ways, reading.key)
            if wanted is not None and _says(reading, wanted):
                ways[reading.key] = reading.ways = [wanted]
                reading.found, reading.reason = BY_COLUMNS, ""
    solution = solve(rows, ways)
    for reading in readings:
        if solution.consistent:
            _narrow(reading, solution.readings[reading.key])
        elif solution.consistent is False and reading.cut and len(reading.ways) == 1:
            _second_reading(rows, ways, reading)


def _narrow(reading: RowReading, ways: list[Values]) -> None:
    if len(ways) == 1 and len(reading.ways) > 1:
        reading.found, reading.reason = BY_ALL_SUMS, ""
    reading.ways = ways


def _second_reading(
    rows: Sequence[Row], ways: Mapping[str, Sequence[Values]], reading: RowReading
) -> None:
    """Where the columns do not add up, another cut of this row may be what the source meant."""
    wanted = required(rows, ways, reading.key)
    if wanted is not None and wanted != reading.ways[0] and _says(reading, wanted):
        reading.ways = [*reading.ways, wanted]
        reading.reason = RUN_TOGETHER


def _says(reading: RowReading, values: Values) -> bool:
    """Whether the digits of the row can be cut into these values."""
    return any(cut == values for cut in cuts(reading.tokens, len(values)))


def required(rows: Sequence[Row], ways: Mapping[str, Sequence[Values]], key: str) -> Values | None:
    """What a row must say for the columns to add up, where all other rows are certain."""
    results = [row.key for row in rows if row.key not in FLOW]
    known: dict[str, tuple[int, ...]] = {}
    for other, readings in ways.items():
        only = vector(readings[0]) if len(readings) == 1 else None
        if only is not None and other != key:
            known[other] = only
    if key in results or key == "total":
        others = [name for name in (*results, "total") if name != key]
        if all(name in known for name in others):
            added = _added([known[name] for name in results if name != key])
            return added if key == "total" else _less(known["total"], added)
    others = [name for name in FLOW if name != key]
    if key in FLOW and all(name in known for name in others):
        return _flow(known, key)
    return None


def _flow(known: Mapping[str, tuple[int, ...]], key: str) -> Values | None:
    left, right = FLOW[:2], FLOW[2:]
    own, across = (left, right) if key in left else (right, left)
    partner = own[0] if own[1] == key else own[1]
    return _less(_added([known[name] for name in across]), known[partner])


def _added(vectors: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sum(column) for column in zip(*vectors, strict=True))


def _less(whole: tuple[int, ...], part: tuple[int, ...]) -> Values | None:
    rest = tuple(a - b for a, b in zip(whole, part, strict=True))
    return rest if min(rest) >= 0 else None


def solve(rows: Sequence[Row], readings: Mapping[str, Sequence[Values]]) -> Solution:
    """Drop the readings that no combination of rows with right column sums contains."""
    result_keys = [row.key for row in rows if row.key not in FLOW]
    vectors = {key: [vector(values) for values in ways] for key, ways in readings.items()}
    unknown = any(
        key not in vectors or not vectors[key] or None in vectors[key]
        for key in (*FLOW, *result_keys)
    )
    kept = {key: list(ways) for key, ways in readings.items()}
    if unknown:
        return Solution(kept, consistent=None)
    search = _Search(
        [[v for v in vectors[key] if v is not None] for key in result_keys],
        {key: [v for v in vectors[key] if v is not None] for key in FLOW},
    )
    search.run()
    if search.steps > MOST_STEPS:
        return Solution(kept, consistent=None, steps=search.steps)
    if not search.found:
        return Solution(kept, consistent=False, steps=search.steps)
    for key, allowed in search.allowed(result_keys).items():
        kept[key] = [v for v in kept[key] if vector(v) in allowed]
    return Solution(kept, consistent=True, steps=search.steps)


@dataclass(slots=True)
class _Search:
    """Depth-first search over the rows of results for sums that equal a possible 总计."""

    results: list[list[tuple[int, ...]]]
    flow: dict[str, list[tuple[int, ...]]]
    steps: int = 0
    found: bool = False
    used: list[set[tuple[int, ...]]] = field(default_factory=list)
    used_flow: dict[str, set[tuple[int, ...]]] = field(default_factory=dict)

    def run(self) -> None:
        """Try every possible 总计 with its flows."""
        self.used = [set() for _ in self.results]
        self.used_flow = {key: set() for key in FLOW}
        order = sorted(range(len(self.results)), key=lambda i: len(self.results[i]))
        fixed = [i for i in order if len(self.results[i]) == 1]
        open_rows = [i for i in order if len(self.results[i]) > 1]
        base = [sum(column) for column in zip(*(self.results[i][0] for i in fixed), strict=True)]
        self.steps += prod(len(ways) for ways in self.flow.values())
        if self.steps > MOST_STEPS:
            return
        for total in self.flow["total"]:
            flows = self._flows(total)
            rest = tuple(t - b for t, b in zip(total, base or [0] * len(total), strict=True))
            if not flows or min(rest) < 0:
                continue
            if self._descend(open_rows, 0, rest):
                self.found = True
                for i in fixed:
                    self.used[i].add(self.results[i][0])
                self.used_flow["total"].add(total)
                for new, carried_in, carried_out in flows:
                    self.used_flow["new"].add(new)
                    self.used_flow["carried_in"].add(carried_in)
                    self.used_flow["carried_out"].add(carried_out)

    def _flows(
        self, total: tuple[int, ...]
    ) -> list[tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]]:
        return [
            (new, carried_in, carried_out)
            for new in self.flow["new"]
            for carried_in in self.flow["carried_in"]
            for carried_out in self.flow["carried_out"]
            if all(
                a + b == t + c
                for a, b, t, c in zip(new, carried_in, total, carried_out, strict=True)
            )
        ]

    def _descend(self, rows: list[int], depth: int, rest: tuple[int, ...]) -> bool:
        self.steps += 1
        if self.steps > MOST_STEPS:
            return False
        if depth == len(rows):
            return not any(rest)
        any_way = False
        for way in self.results[rows[depth]]:
            left = tuple(r - w for r, w in zip(rest, way, strict=True))
            if min(left) >= 0 and self._descend(rows, depth + 1, left):
                self.used[rows[depth]].add(way)
                any_way = True
        return any_way

    def allowed(self, keys: Sequence[str]) -> dict[str, set[tuple[int, ...]]]:
        """The readings used by at least one solution, by row."""
        return {**dict(zip(keys, self.used, strict=True)), **self.used_flow}
