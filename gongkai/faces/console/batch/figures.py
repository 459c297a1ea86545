"""What a batch came to, counted in one pass over any number of reports."""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

WORST = 100
"""How many reports with the most errors are named."""


@dataclass(slots=True)
class Figures:
    """Counts over all reports; nothing in it grows with their number."""

    reports: int = 0
    unreadable: int = 0
    clean: int = 0
    doubted: int = 0
    errors: int = 0
    warnings: int = 0
    formats: Counter[str] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)
    rules: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    worst: list[tuple[int, str, str, int]] = field(default_factory=list)

    def passing(self, objects: Iterable[Mapping[str, object]]) -> Iterator[Mapping[str, object]]:
        """Count the reports on their way to somebody else."""
        for thing in objects:
            self.count(thing)
            yield thing

    def count(self, thing: Mapping[str, object]) -> None:
        """Count one report."""
        found = cast("list[Mapping[str, object]]", thing.get("findings") or [])
        failed = [finding for finding in found if finding["status"] == "fail"]
        errors = sum(finding["severity"] == "error" for finding in failed)
        self.reports += 1
        self.clean += not errors
        self.doubted += bool(thing.get("doubts"))
        self.errors += errors
        self.warnings += sum(finding["severity"] == "warning" for finding in failed)
        self.formats[str(thing.get("format"))] += 1
        if isinstance(year := thing.get("year"), int):
            self.years[year] += 1
        kinds = {(str(f["severity"]), str(f["code"]), str(f["title"])) for f in failed}
        self.rules.update(kinds)
        if errors:
            self._rank(errors, thing)

    def _rank(self, errors: int, thing: Mapping[str, object]) -> None:
        year = thing.get("year")
        name, organ = str(thing.get("file") or ""), str(thing.get("organ") or "")
        entry = (errors, name, organ, year if isinstance(year, int) else 0)
        if len(self.worst) < WORST:
            heapq.heappush(self.worst, entry)
        else:
            heapq.heappushpop(self.worst, entry)
