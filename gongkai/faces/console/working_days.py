"""The working days for a terminal: those of the database here, else those of the release."""

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from gongkai.apps.organs.queries import calendar
from gongkai.apps.organs.shipped import shipped_calendar
from gongkai.core.calendar import WorkdayCalendar
from gongkai.faces.console.database import is_there


def working_days() -> WorkdayCalendar:
    """The calendar of the desk where there is one; a new release knows no less without."""
    if not is_there():
        return shipped_calendar()
    try:
        entered = calendar()
    except (DatabaseError, ImproperlyConfigured):
        return shipped_calendar()
    return entered if entered.announced else shipped_calendar()
