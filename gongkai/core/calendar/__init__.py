"""Working days (工作日) with make-up days (调休)."""

from gongkai.core.calendar.statutory import statutory_holidays
from gongkai.core.calendar.workdays import OutOfReachError, WorkdayCalendar

__all__ = ["OutOfReachError", "WorkdayCalendar", "statutory_holidays"]
