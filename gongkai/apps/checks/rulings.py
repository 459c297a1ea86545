"""A finding with all that is known of it: its fingerprint, its waiver, who may let it pass."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from gongkai.apps.checks.models import Waiver
from gongkai.core.checks.registry import waivable_by
from gongkai.core.checks.rule import Waivable
from gongkai.core.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class WaiverNote:
    """That a finding was let pass: by whom, when and why."""

    waiver_id: int
    actor_key: str
    actor_name: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Judged:
    """One finding of an examination."""

    finding: Finding
    fingerprint: str
    waiver: WaiverNote | None
    waivable_by: Waivable

    @property
    def is_blocking(self) -> bool:
        """Whether it must be mended or waived before the next step."""
        return self.waiver is None and self.finding.severity is not Severity.INFORMATION


@dataclass(frozen=True, slots=True)
class Examination:
    """What a run of the checks came to, with the waivers as they stand now."""

    run_id: int
    at: datetime
    judged: tuple[Judged, ...]

    @property
    def blocking(self) -> tuple[Judged, ...]:
        """What is neither mended nor waived; information does not block."""
        return tuple(row for row in self.judged if row.is_blocking)

    @property
    def is_clear(self) -> bool:
        """Whether nothing is in the way."""
        return not self.blocking

    def of(self, fingerprint: str) -> Judged | None:
        """The finding with that fingerprint."""
        return next((row for row in self.judged if row.fingerprint == fingerprint), None)


Kept = tuple[Finding, str]
"""A finding and its fingerprint."""


def judged(kept: Iterable[Kept], about: str) -> tuple[Judged, ...]:
    """The findings with the waivers that hold for the whole."""
    found = list(kept)
    waivers = standing_waivers(about) if found else {}
    return tuple(_judged(finding, mark, waivers) for finding, mark in found)


def standing_waivers(about: str) -> dict[str, WaiverNote]:
    """The waivers that hold now, by fingerprint."""
    rows = Waiver.objects.filter(about=about, lifted_at=None)
    return {row.fingerprint: note(row) for row in rows}


def note(row: Waiver) -> WaiverNote:
    """A waiver as it is shown."""
    return WaiverNote(row.pk, row.actor_key, row.actor_name, row.reason, row.at)


def _judged(finding: Finding, mark: str, waivers: Mapping[str, WaiverNote]) -> Judged:
    level = waivable_by(finding.code)
    waiver = None if level is Waivable.NEVER else waivers.get(mark)
    return Judged(finding, mark, waiver, level)
