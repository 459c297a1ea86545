"""What can be done to organs: today, entering the working days (工作日) of a year."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import SpecialDay, WorkdayYear
from gongkai.apps.wires.events import announce
from gongkai.core.events import WorkdaysLoaded
from gongkai.core.identity import SYSTEM, Actor, NotAllowedError, Role
from gongkai.core.law import HOLIDAYS


@transaction.atomic
def load_workdays(
    actor: Actor, *, year: int, special: Mapping[date, bool], source: str
) -> WorkdayYear:
    """Enter the days of a year on which its notice departs from the week.

    `special` is true for a weekend day at work, false for a weekday off. What was entered for the
    year before is replaced; due days in the year are then no longer provisional.
    """
    if actor != SYSTEM and not actor.has(Role.ADMINISTRATOR):
        message = f"{actor.key} may not enter working days"
        raise NotAllowedError(message)
    before = SpecialDay.objects.filter(year_id=year).count()
    row, _ = WorkdayYear.objects.update_or_create(year=year, defaults={"source": source})
    row.special_days.all().delete()
    SpecialDay.objects.bulk_create(
        SpecialDay(year=row, day=day, is_workday=worked) for day, worked in sorted(special.items())
    )
    record(
        actor,
        "load_workdays",
        f"workdays:{year}",
        before={"special_days": before},
        after={"special_days": len(special), "source": source},
        cite=HOLIDAYS.at(7),
    )
    announce(WorkdaysLoaded(year))
    return row
