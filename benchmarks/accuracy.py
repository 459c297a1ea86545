"""Every real report with a truth file beside it: cells right, doubted, wrong, missed.

A cell is right when it equals the truth (blank and lost rows are equal); doubted when a doubt
covers it whose candidates, if there are any, hold the truth; missed when the reader has nothing
and says nothing; wrong when it says another number as if it were sure. The floor is what an hour's
plain work reads: 94 of 100.

./gk bench accuracy [FOLDER]
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from benchmarks._line import line, samples
from gongkai.apps.reports.reading import NamedFile, checked, read_files
from gongkai.apps.wires.adapters import document_reader
from gongkai.core.finding import Severity, Status
from gongkai.core.ports import ReadingLimits
from gongkai.core.reports.export import as_object

VERDICTS = ("right", "doubted", "wrong", "missed")
TABLES = ("table2", "applications", "review")
ASIDE = {"unit", "candidates", "note", "notes"}
HOUR = 94.0
Cells = dict[str, float | None]
Object = Mapping[str, object]


@dataclass
class Score:
    """Cells by verdict, once for all and once for those whose truth is a number but 0."""

    all: Counter[str] = field(default_factory=Counter)
    counted: Counter[str] = field(default_factory=Counter)
    bad: list[str] = field(default_factory=list)

    def add(self, verdict: str, path: str, truth: float | None, read: float | None) -> None:
        """Count one cell."""
        self.all[verdict] += 1
        if truth:
            self.counted[verdict] += 1
        if verdict in {"wrong", "missed"}:
            self.bad.append(f"{path} is {truth}, read {read}")

    def merge(self, other: "Score") -> None:
        """Count all cells of another score too."""
        self.all += other.all
        self.counted += other.counted


def main() -> None:
    """Read every report that has a truth, print a line for each, then all together."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", nargs="?", type=Path, default=samples() / "reports")
    folder = words.parse_args().folder
    truths = [path for path in sorted(folder.glob("truth/*.json")) if source(folder, path)]
    if not truths:
        sys.exit(f"no reports with truth files in {folder}")
    total, alarms = Score(), 0
    for path in truths:
        truth = json.loads(path.read_text(encoding="utf-8"))
        found, errors = read(cast("Path", source(folder, path)), truth.get("year"))
        score = compared(truth, found)
        total.merge(score)
        known = len(truth.get("anomalies") or [])
        alarms += errors if not known else 0
        print(f"{path.stem:28} {said(score.all)}; {errors} errors found, {known} known mistakes")
        for bad in score.bad[:5]:
            print(f"{'':28} {bad}")
    print(f"all cells: {said(total.all)}")
    print(f"cells other than 0: {said(total.counted)}")
    print(f"errors found on reports without a known mistake: {alarms}")
    right = 100 * total.all["right"] / total.all.total()
    print(line("accuracy", right, "% of cells right", HOUR))


def source(folder: Path, truth: Path) -> Path | None:
    """The report beside a truth file."""
    found = (path for path in sorted(folder.glob(f"{truth.stem}.*")) if path.is_file())
    return next(found, None)


def read(path: Path, year: object) -> tuple[Object, int]:
    """The report of that year in the file, and how many errors its checks found."""
    file = NamedFile(path.name, path.read_bytes())
    outcome = read_files([file], ReadingLimits(), document_reader())
    fitting = [one for one in outcome.reports if one.year == year] or list(outcome.reports)
    if not fitting:
        return {}, 0
    findings = checked(fitting[0]).findings
    errors = [f for f in findings if f.status is Status.FAIL and f.severity is Severity.ERROR]
    return as_object(fitting[0]), len(errors)


def compared(truth: Object, found: Object) -> Score:
    """Judge every cell of the truth, and cells that the truth does not have."""
    score = Score()
    wanted, had = cells(truth), cells(found)
    doubts = cast("Sequence[Object]", found.get("doubts") or ())
    for path in sorted(wanted.keys() | had.keys()):
        if truth.get(f"{path.partition('.')[0]}_partial"):
            continue
        want, have = wanted.get(path), had.get(path)
        if path in wanted or have:
            score.add(judged(truth, path, (want, have), doubts), path, want, have)
    return score


def judged(
    truth: Object,
    path: str,
    values: tuple[float | None, float | None],
    doubts: Sequence[Object],
) -> str:
    """The verdict on one cell."""
    want, have = values
    if want == have:
        return "right"
    if any(allows(doubt, truth) for doubt in doubts if covers(str(doubt["path"]), path)):
        return "doubted"
    return "missed" if have is None else "wrong"


def covers(place: str, path: str) -> bool:
    """Whether a doubt about a cell, row or table concerns a cell."""
    return path == place or path.startswith(f"{place}.")


def allows(doubt: Object, truth: Object) -> bool:
    """Whether the truth is among what a doubt leaves open."""
    candidates = cast("Sequence[object]", doubt.get("candidates") or ())
    place = str(doubt["path"])
    real = {path: value for path, value in cells(truth).items() if covers(place, path)}
    numbers = list(real.values())
    return not candidates or any(
        [number(one) for one in (candidate if isinstance(candidate, list) else [candidate])]
        == numbers
        for candidate in candidates
    )


def cells(thing: Object) -> Cells:
    """Every cell of the three tables by its path."""
    return {
        path: number(value)
        for table in TABLES
        if thing.get(table) is not None
        for path, value in flat(thing[table], table)
    }


def flat(value: object, path: str) -> Iterator[tuple[str, object]]:
    """Everything inside a value that is no container, with its path."""
    if isinstance(value, Mapping):
        inner = [(str(key), one) for key, one in value.items() if not aside(str(key))]
    elif isinstance(value, list):
        inner = [(str(key), one) for key, one in enumerate(value)]
    else:
        yield path, value
        return
    for key, one in inner:
        yield from flat(one, f"{path}.{key}")


def aside(key: str) -> bool:
    """Whether something stands beside the cells without being one."""
    return key in ASIDE or "_note" in key


def number(value: object) -> float | None:
    """A cell as a number; None where it is blank."""
    return round(float(value), 6) if isinstance(value, int | float) else None


def said(counts: Counter[str]) -> str:
    """The counts in words."""
    total = max(1, counts.total())
    return ", ".join(f"{one} {counts[one]} ({counts[one] / total:.2%})" for one in VERDICTS)


if __name__ == "__main__":
    main()
