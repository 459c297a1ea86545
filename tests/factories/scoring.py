"""Compares what was read with the truth, cell by cell."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

PARTS = ("table2", "applications", "review")
RIGHT, FAIR, DOUBTED, WRONG, MISSED = "right", "fair", "doubted", "wrong", "missed"
KINDS = (RIGHT, FAIR, DOUBTED, WRONG, MISSED)
HEADS = ("organ", "year", "format")
NEAR = 1e-6


@dataclass(frozen=True, slots=True)
class Fault:
    """One cell that is not right: what was wanted and what was read."""

    kind: str
    path: str
    want: object
    got: object


@dataclass(slots=True)
class Score:
    """Counts of cells; `fair` doubts are those where no careful person could tell either."""

    counts: Counter[str] = field(default_factory=Counter)
    nonzero: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    heads: Counter[str] = field(default_factory=Counter)
    """How often organ, year or form was not told as the truth has it."""

    def count(self, kind: str, path: str, want: object, got: object) -> None:
        """Count one cell."""
        self.counts[kind] += 1
        if want not in (None, 0):
            self.nonzero[kind] += 1
        if kind not in (RIGHT, FAIR):
            self.faults.append(Fault(kind, path, want, got))

    def add(self, other: "Score") -> None:
        """Put another score into this one."""
        self.counts += other.counts
        self.nonzero += other.nonzero
        self.faults += other.faults
        self.heads += other.heads


def score(
    truth: Mapping[str, object],
    got: Mapping[str, object],
    unclear: frozenset[str] = frozenset(),
    untold: frozenset[str] = frozenset(),
) -> Score:
    """Compare the object of a report with the truth."""
    result = Score()
    result.heads.update(key for key in HEADS if key in truth and truth[key] != got.get(key))
    want, have = cells(truth), cells(got)
    doubts = _doubts(got)
    for path, value in want.items():
        if path in untold:
            continue
        read = have.get(path)
        result.count(_kind(truth, doubts, (path, value, read), unclear), path, value, read)
    for path in have.keys() - want.keys() - untold:
        if have[path] not in (None, 0) and _doubt(truth, doubts, path) is None:
            result.count(WRONG, path, None, have[path])
    return result


def cells(report: Mapping[str, object]) -> dict[str, object]:
    """All cells by path; rows that are null count as rows of nulls by being absent."""
    found: dict[str, object] = {}
    for part in PARTS:
        found.update(_flat(report.get(part), part))
    return found


def _flat(value: object, path: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        for key, sub in value.items():
            if key not in ("unit", "candidates", "notes"):
                yield from _flat(sub, f"{path}.{key}")
    elif isinstance(value, list | tuple):
        for number, sub in enumerate(value):
            yield from _flat(sub, f"{path}.{number}")
    elif path not in PARTS:
        yield path, value


def _kind(
    truth: Mapping[str, object],
    doubts: Mapping[str, list[object]],
    cell: tuple[str, object, object],
    unclear: frozenset[str],
) -> str:
    path, want, read = cell
    if same(want, read):
        return RIGHT
    if _doubt(truth, doubts, path):
        return FAIR if path in unclear else DOUBTED
    return MISSED if read is None else WRONG


def _doubts(got: Mapping[str, object]) -> dict[str, list[object]]:
    doubts = got.get("doubts")
    found: dict[str, list[object]] = {}
    for doubt in doubts if isinstance(doubts, list | tuple) else ():
        found[str(doubt.get("path"))] = list(doubt.get("candidates") or ())
    return found


def _doubt(
    truth: Mapping[str, object], doubts: Mapping[str, list[object]], path: str
) -> bool | None:
    """Whether the nearest doubt on the cell, its row or its table leaves room for the truth."""
    parts = path.split(".")
    for count in range(len(parts), 0, -1):
        head = ".".join(parts[:count])
        if head in doubts:
            want = _at(truth, head)
            return not doubts[head] or any(_equal(want, found) for found in doubts[head])
    return None


def _at(truth: object, path: str) -> object:
    for key in path.split("."):
        if isinstance(truth, list | tuple):
            truth = truth[int(key)] if int(key) < len(truth) else None
        elif isinstance(truth, Mapping):
            truth = truth.get(key)
    return truth


def _equal(want: object, found: object) -> bool:
    if isinstance(want, Mapping):
        want = [value for key, value in want.items() if key not in ("unit", "candidates")]
    if isinstance(found, Mapping):
        found = list(found.values())
    if isinstance(want, list | tuple) and isinstance(found, list | tuple):
        pairs = zip(want, found, strict=False)
        return len(want) == len(found) and all(same(left, right) for left, right in pairs)
    return same(want, found)


def same(left: object, right: object) -> bool:
    """Whether two cells say the same number; a blank is only the same as a blank."""
    if left is None or right is None:
        return left is right
    try:
        return abs(float(str(left)) - float(str(right))) < NEAR
    except ValueError:
        return str(left) == str(right)
