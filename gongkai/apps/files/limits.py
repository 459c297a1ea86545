"""What a file may be and take; settings may say otherwise (GONGKAI_FILES)."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings

from gongkai.core.ports import BatchLimits, ReadingLimits

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file, on the process that reads it, and on how often that is tried."""

    file_megabytes: int = 50
    unpacked_megabytes: int = 500
    pages: int = 1000
    seconds: int = 180
    memory_megabytes: int = 3072
    name_length: int = 120
    stuck_minutes: int = 10
    tries: int = 3

    @property
    def stuck_after(self) -> timedelta:
        """How long a file may wait before somebody looks after it."""
        return timedelta(minutes=self.stuck_minutes)

    def of_reader(self) -> ReadingLimits:
        """What the reader of one file is told."""
        return ReadingLimits(
            file_bytes=self.file_megabytes * MEGABYTE,
            unpacked_bytes=self.unpacked_megabytes * MEGABYTE,
            pages=self.pages,
            seconds=float(self.seconds),
        )

    def of_process(self) -> BatchLimits:
        """What the process that reads is held to: reading, cleaning, verifying."""
        return BatchLimits(
            workers=1,
            seconds=3.0 * self.seconds,
            ahead=1,
            memory_bytes=self.memory_megabytes * MEGABYTE,
        )


def limits() -> Limits:
    """The limits in force."""
    return Limits(**getattr(settings, "GONGKAI_FILES", {}))
