"""The clock of a case (期限): terms, its history, the due day, and the reckoning of every day."""

from gongkai.core.applications.deadlines.history import Cause, Entry, Mark, faults
from gongkai.core.applications.deadlines.readings import READINGS, PauseReading
from gongkai.core.applications.deadlines.reckoning import reckon
from gongkai.core.applications.deadlines.result import Day, Reckoning, Why
from gongkai.core.applications.deadlines.segments import Segment, SegmentKind, segments
from gongkai.core.applications.deadlines.standing import Clock, Stand
from gongkai.core.applications.deadlines.terms import TERM, TERMS, Deadline
from gongkai.core.applications.deadlines.watching import (
    Level,
    Watch,
    correction_watch,
    extension_faults,
    watch,
)

__all__ = [
    "READINGS",
    "TERM",
    "TERMS",
    "Cause",
    "Clock",
    "Day",
    "Deadline",
    "Entry",
    "Level",
    "Mark",
    "PauseReading",
    "Reckoning",
    "Segment",
    "SegmentKind",
    "Stand",
    "Watch",
    "Why",
    "correction_watch",
    "extension_faults",
    "faults",
    "reckon",
    "segments",
    "watch",
]
