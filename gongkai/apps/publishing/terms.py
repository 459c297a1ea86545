"""By when an item has to be public: reckoned from the day it was formed, its kind and weight."""

from datetime import date

from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.publishing.draft import Draft
from gongkai.core.publishing.kinds import KIND
from gongkai.core.publishing.timeliness import KEY, Due, due


def reckoned(kind: str, draft: Draft, days: WorkdayCalendar) -> Due | None:
    """The due day with its reckoning; None while the day it was formed is not known, or lies at
    the end of time."""
    if draft.day is None:
        return None
    term = KIND[kind].term
    chosen = KEY if draft.is_key and KEY.workdays < term.workdays else term
    try:
        return due(draft.day, chosen, days)
    except OverflowError:
        return None


def due_of(kind: str, draft: Draft, days: WorkdayCalendar) -> date | None:
    """The day by which it has to be public, where that can be told."""
    found = reckoned(kind, draft, days)
    return None if found is None else found.day
