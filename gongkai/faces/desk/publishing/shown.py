"""What the margin of the editor says: findings with their places, and what is still missing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from gongkai.apps.publishing.checking import Examination, Judged
from gongkai.core.checks.rule import Waivable
from gongkai.core.finding import Finding, Severity
from gongkai.core.publishing.draft import Draft
from gongkai.core.publishing.kinds import Kind
from gongkai.core.publishing.requirements import missing
from gongkai.faces.desk.publishing.words import SIGNS

ORDER: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFORMATION: 2}
OF_KIND: Final = "field:"
OF_FILE: Final = "file:"


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding in the margin. `field` is the name of the field that it is about."""

    finding: Finding
    field: str
    fingerprint: str = ""
    waiver: object = None
    may_waive: bool = False
    waived_by: str = ""

    @property
    def sign(self) -> str:
        """The sign that goes with the word."""
        return SIGNS[self.finding.severity.value]

    @property
    def is_open(self) -> bool:
        """Whether it still has to be settled."""
        return self.waiver is None


@dataclass(frozen=True, slots=True)
class Margin:
    """What the margin says of a draft."""

    entries: tuple[Entry, ...]
    gaps: tuple[Entry, ...]

    @property
    def left(self) -> int:
        """How many findings have to be mended or waived."""
        weighing = {Severity.ERROR, Severity.WARNING}
        return sum(row.is_open and row.finding.severity in weighing for row in self.entries)


def margin(found: Examination, draft: Draft, kind: Kind, today: date) -> Margin:
    """The findings of the checks, the weighty first, and what the kind asks for besides."""
    entries = sorted((_entry(row) for row in found.judged), key=_weight)
    gaps = tuple(Entry(row, _field(row.paths)) for row in missing(draft, kind, today))
    known = {row.finding.code for row in entries}
    return Margin(tuple(entries), tuple(row for row in gaps if row.finding.code not in known))


def _weight(row: Entry) -> tuple[bool, int]:
    return not row.is_open, ORDER[row.finding.severity]


def _entry(row: Judged) -> Entry:
    return Entry(
        row.finding,
        _field(row.finding.paths),
        row.fingerprint,
        row.waiver,
        may_waive=row.waivable_by is Waivable.DRAFTER,
        waived_by=row.waivable_by.label,
    )


def _field(paths: Iterable[str]) -> str:
    return next(_named(paths), "")


def _named(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        if path.startswith(OF_FILE):
            yield "attachments"
        else:
            yield path.replace(OF_KIND, "field_")
