"""What a visitor may do on the portal; settings may say otherwise (GONGKAI_APPLY)."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.conf import settings

MEGABYTE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Bound:
    """So many times within a window."""

    most: int
    window: timedelta


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one form, and on how often an address, an identity or a case may do something."""

    items: int = 10
    files: int = 5
    file_megabytes: int = 20
    draft_days: int = 15
    receipt_minutes: int = 60
    tracking_minutes: int = 30
    drafts_per_hour: int = 20
    saves_per_hour: int = 600
    uploads_per_hour: int = 40
    submissions_per_hour: int = 20
    submissions_per_day: int = 20
    attempts: int = 10
    attempts_minutes: float = 15.0
    messages_per_hour: int = 20

    @property
    def file_bytes(self) -> int:
        """The largest file, in bytes."""
        return self.file_megabytes * MEGABYTE

    @property
    def kept(self) -> timedelta:
        """How long what nobody has submitted is kept after the last change."""
        return timedelta(days=self.draft_days)

    @property
    def receipt_kept(self) -> timedelta:
        """How long the address of a form that was submitted still leads to its receipt."""
        return timedelta(minutes=self.receipt_minutes)

    @property
    def tracked(self) -> timedelta:
        """How long a case stays open to whoever told its code, after the last look."""
        return timedelta(minutes=self.tracking_minutes)

    def of(self, what: str) -> Bound:
        """How often somebody may do this."""
        if what == ATTEMPT:
            return Bound(self.attempts, timedelta(minutes=self.attempts_minutes))
        if what == IDENTITY:
            return Bound(self.submissions_per_day, timedelta(days=1))
        hourly = {
            OPENING: self.drafts_per_hour,
            SAVING: self.saves_per_hour,
            UPLOADING: self.uploads_per_hour,
            SUBMITTING: self.submissions_per_hour,
            TELLING: self.messages_per_hour,
        }
        return Bound(hourly[what], timedelta(hours=1))


OPENING: Final = "opening"
SAVING: Final = "saving"
UPLOADING: Final = "uploading"
SUBMITTING: Final = "submitting"
TELLING: Final = "telling"
IDENTITY: Final = "identity"
ATTEMPT: Final = "attempt"


def limits() -> Limits:
    """The limits in force."""
    return Limits(**getattr(settings, "GONGKAI_APPLY", {}))
