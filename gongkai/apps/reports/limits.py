"""What a visitor may ask of the reading of files; settings may say otherwise (GONGKAI_READING)."""

from dataclasses import dataclass

from django.conf import settings

from gongkai.core.ports import BatchLimits, ReadingLimits

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on a session, a file, and on everybody together."""

    files: int = 30
    file_megabytes: int = 20
    pages: int = 300
    seconds: int = 90
    combining_seconds: int = 30
    memory_megabytes: int = 3072
    hours: int = 24
    files_per_hour: int = 200
    waiting: int = 300
    stuck_minutes: int = 10

    @property
    def file_bytes(self) -> int:
        """The largest file, in bytes."""
        return self.file_megabytes * MEGABYTE

    def of_reader(self) -> ReadingLimits:
        """What the reader of one file is told."""
        return ReadingLimits(
            file_bytes=self.file_bytes, pages=self.pages, seconds=float(self.seconds)
        )

    def of_process(self, seconds: int) -> BatchLimits:
        """What the process that reads is held to."""
        return BatchLimits(
            workers=1, seconds=seconds, ahead=1, memory_bytes=self.memory_megabytes * MEGABYTE
        )


def limits() -> Limits:
    """The limits in force."""
    return Limits(**getattr(settings, "GONGKAI_READING", {}))
