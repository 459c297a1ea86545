"""Times in which a dispute rests (中止审理): their days are taken out of the term of the body."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from gongkai.core.law.statutes import LITIGATION, RECONSIDERATION

SUSPENDED: Final = {False: RECONSIDERATION.at(39, 1), True: LITIGATION.at(101)}
"""Why a dispute may rest; by whether a court decides, which goes by the law of civil procedure."""
RESUMED: Final = {False: RECONSIDERATION.at(39, 2), True: LITIGATION.at(101)}
"""Why it goes on; by whether a court decides."""


@dataclass(frozen=True, slots=True)
class Pause:
    """From the day it was suspended to the day it was resumed; `last` is none while it rests."""

    first: date
    last: date | None = None

    @property
    def length(self) -> int:
        """Days that do not count; none are known while it rests."""
        return (self.last - self.first).days if self.last else 0


def within(pauses: Iterable[Pause], base: date, kept: date | None) -> tuple[Pause, ...]:
    """The pauses inside a term that runs from `base`; what was kept while it rested ended them."""
    return tuple(
        replace(pause, last=pause.last or kept)
        for pause in pauses
        if base <= pause.first and (kept is None or pause.first <= kept)
    )


def is_resting(pauses: Iterable[Pause]) -> bool:
    """Whether one of them has not ended."""
    return any(pause.last is None for pause in pauses)
