"""期限日历: the due days of a month as a grid with its table, and the feed for other programmes."""

from calendar import Calendar
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from icalendar import Alarm, Event
from icalendar import Calendar as Feed

from gongkai.apps.applications.register import calendar_queries as queries
from gongkai.apps.applications.register.feeding import open_feed, revoke_feed
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.doors import READERS
from gongkai.core.applications.lifecycle import CASE
from gongkai.core.calendar import WorkdayCalendar
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.applications.words import AREA, ClockTag, clock_tag
from gongkai.faces.desk.calendar import WEEKDAYS
from gongkai.faces.desk.organs.answering import acted, for_roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongkai.apps.applications.models import Application

DECEMBER: Final = 12
DAY: Final = timedelta(days=1)
MOVED_WITHIN: Final = timedelta(days=30)
MOST_MOVES: Final = 200
EARLIEST, LATEST = 1949, 2999
MEDIA: Final = "text/calendar; charset=utf-8"
MAKER: Final = "-//gongkai//applications//ZH"
FEED_NAME: Final = "依申请公开期限"
EVENT: Final = "{number} 答复期限"
TOLD: Final = "状态：{state}"
REVOKED: Final = "已经停用订阅地址，原来的地址不能再用。"
OFFSETS: Final = (1, 3)
"""Days before which the reader's own programme reminds."""


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of the grid."""

    day: date
    is_inside: bool
    is_workday: bool
    is_today: bool
    rows: "Sequence[tuple[Application, ClockTag | None]]"


@require_safe
@for_roles(*READERS)
def page(request: HttpRequest) -> HttpResponse:
    """The month that the address names, else this one."""
    who, today, days = actor(request), timezone.localdate(), calendar()
    first = month_of(request.GET.get("month", ""), today)
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    rows = queries.due_within(who, weeks[0][0], weeks[-1][-1])
    by_day = defaultdict[date, list[tuple["Application", ClockTag | None]]](list)
    for row in rows:
        if row.due is not None:
            by_day[row.due].append((row, clock_tag(row, today, days.count)))
    shown = {
        "area": AREA,
        "first": first,
        "before": month_name(first - DAY),
        "after": month_name(last_day(first) + DAY),
        "weekdays": WEEKDAYS,
        "weeks": [[cell(day, first, today, days, by_day) for day in week] for week in weeks],
        "rows": [
            (row, tag, CASE.label(row.state)) for listed in by_day.values() for row, tag in listed
        ],
        "moves": queries.moves_since(who, today - MOVED_WITHIN)[:MOST_MOVES],
        "has_feed": queries.has_feed(who),
    }
    return render(request, "desk/applications/calendar.html", shown)


def cell(
    day: date,
    first: date,
    today: date,
    days: WorkdayCalendar,
    by_day: "dict[date, list[tuple[Application, ClockTag | None]]]",
) -> DayCell:
    """One day of the grid."""
    inside = (day.year, day.month) == (first.year, first.month)
    return DayCell(day, inside, days.is_workday(day), day == today, by_day.get(day, []))


def month_of(text: str, today: date) -> date:
    """The first day of a month as an address writes it; of this month for anything else."""
    try:
        found = date.fromisoformat(f"{text}-01")
    except ValueError:
        found = today.replace(day=1)
    return found if EARLIEST < found.year < LATEST else today.replace(day=1)


def month_name(day: date) -> str:
    """A month as an address writes it."""
    return f"{day.year:04}-{day.month:02}"


def last_day(first: date) -> date:
    """The last day of a month."""
    years, number = divmod(first.month, DECEMBER)
    return date(first.year + years, number + 1, 1) - DAY


@require_POST
@for_roles(*READERS)
def subscribe(request: HttpRequest) -> HttpResponse:
    """Make a new address; it is shown once, and the one before holds no longer."""
    token = open_feed(actor(request), now=timezone.now())
    address = request.build_absolute_uri(reverse("desk:applications-feed", args=[token]))
    shown = {"area": AREA, "address": address}
    answer = render(request, "desk/applications/feed.html", shown)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@require_POST
@for_roles(*READERS)
def unsubscribe(request: HttpRequest) -> HttpResponse:
    """End the address."""
    here = reverse("desk:applications-calendar")
    return acted(request, lambda who: revoke_feed(who, now=timezone.now()), REVOKED, here)


@require_safe
def deliver(request: HttpRequest, feed: str) -> HttpResponse:
    """The due days as iCalendar for whoever holds the address: numbers and days, no names."""
    now = timezone.now()
    who = queries.feed_owner(feed, timezone.localdate(now))
    if who is None:
        raise Http404
    rows = queries.due_of_person(who)
    answer = HttpResponse(written(list(rows), now), content_type=MEDIA)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def written(rows: "Sequence[Application]", now: datetime) -> bytes:
    """The calendar with an event for each due day."""
    book = Feed()
    book.add("prodid", MAKER)
    book.add("version", "2.0")
    book.add("x-wr-calname", FEED_NAME)
    for row in rows:
        book.add_component(event(row, now))
    return bytes(book.to_ical())


def event(row: "Application", now: datetime) -> Event:
    """The due day of one case, with reminders on the days before."""
    found = Event()
    found.add("uid", f"application-{row.pk}@gongkai")
    found.add("dtstamp", now)
    found.add("dtstart", row.due)
    found.add("summary", EVENT.format(number=row.number))
    found.add("description", TOLD.format(state=CASE.label(row.state)))
    for days in OFFSETS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", EVENT.format(number=row.number))
        alarm.add("trigger", -days * DAY)
        found.add_component(alarm)
    return found
