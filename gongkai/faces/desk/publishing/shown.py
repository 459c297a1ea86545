"""What the margin of the editor says: findings with their places, and what is still missing."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from gongkai.apps.checks.examining import WaiverNote
from gongkai.apps.publishing.checking import Examination, Judged
from gongkai.core.finding import Finding, Severity
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
    waiver: WaiverNote | None = None
    may_waive: bool = False
    waived_by: str = ""
    number: int = 0
    quote: str = ""

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


def margin(
    found: Examination,
    open_to: Collection[str],
    texts: Mapping[str, str],
    gaps: Iterable[Finding],
) -> Margin:
    """The findings of the checks, the weighty first, and what the kind asks for besides.

    `open_to` are the fingerprints of those that this person may let pass; `texts` what is written
    in each field, by which a place is found again: a finding itself does not repeat a number that
    should not have been written.
    """
    entries = sorted((_entry(row, open_to) for row in found.judged), key=_weight)
    numbered = [
        replace(row, number=number, quote=_quote(row.finding, texts))
        for number, row in enumerate(entries, start=1)
    ]
    return Margin(tuple(numbered), tuple(Entry(row, _field(row.paths)) for row in gaps))


def _quote(finding: Finding, texts: Mapping[str, str]) -> str:
    span = finding.span
    if span is None:
        return ""
    return texts[span.part][span.start : span.end] if span.part in texts else span.quote


def _weight(row: Entry) -> tuple[bool, int]:
    return not row.is_open, ORDER[row.finding.severity]


def _entry(row: Judged, open_to: Collection[str]) -> Entry:
    may_waive = row.fingerprint in open_to and row.is_blocking
    said = row.waivable_by.label
    return Entry(
        row.finding, _field(row.finding.paths), row.fingerprint, row.waiver, may_waive, said
    )


def _field(paths: Iterable[str]) -> str:
    return next(_named(paths), "")


def _named(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        if path.startswith(OF_FILE):
            yield "attachments"
        else:
            yield path.replace(OF_KIND, "field_")
