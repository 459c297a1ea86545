"""How a pause is read: which of its two end days are left out of the term (Art. 33 (3))."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from gongkai.core.law import Citation
from gongkai.core.law.statutes import OGI


@dataclass(frozen=True, slots=True)
class PauseReading:
    """One reading of 征求意见所需时间, as an organ may set it."""

    key: str
    label: str
    first: int
    """Days from the one on which the opinion is asked to the first one left out."""
    last: int
    """Days from the one on which it arrives to the last one left out."""
    cite: Citation

    def span(self, asked: date, arrived: date) -> "Span":
        """The days a pause leaves out."""
        return Span(asked + timedelta(days=self.first), arrived + timedelta(days=self.last))


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both included; none where the last lies before."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


AFTER_ASKED: Final = PauseReading(
    "after_asked",
    "发出征求意见书的次日起，至收到意见（或者意见期限届满）当日止",
    1,
    0,
    OGI.at(33, 3),
)
BOTH_ENDS: Final = PauseReading(
    "both_ends", "发出征求意见书当日起，至收到意见（或者意见期限届满）当日止", 0, 0, OGI.at(33, 3)
)
BETWEEN: Final = PauseReading(
    "between",
    "发出征求意见书的次日起，至收到意见（或者意见期限届满）的前一日止",
    1,
    -1,
    OGI.at(33, 3),
)
READINGS: Final = {reading.key: reading for reading in (AFTER_ASKED, BOTH_ENDS, BETWEEN)}
"""The first is the default."""
