"""Other counts: by any dimension, time used in working days, shares, what each handler has."""

from datetime import date

import pytest

from gongkai.apps.applications.register.period_queries import year
from gongkai.apps.applications.register.statistics_queries import Dimension, statistics, workload
from gongkai.apps.organs.models import SpecialDay, WorkdayYear
from gongkai.apps.organs.queries import calendar
from gongkai.apps.organs.shipped import known_special_days
from gongkai.core.identity import Actor, Role
from tests.factories.organs import Region, acting
from tests.factories.register import stored

pytestmark = pytest.mark.django_db
RECEIVED = date(2025, 6, 3)
OVER = {"received_on": RECEIVED, "state": "replied", "handler_key": "user:1", "handler_name": "甲"}


@pytest.fixture
def office() -> Actor:
    announced = WorkdayYear.objects.create(year=2025, source="示例")
    SpecialDay.objects.bulk_create(
        SpecialDay(year=announced, day=day, is_workday=worked)
        for day, worked in known_special_days(2025).items()
    )
    place = Region().finance
    stored(place, 1, **OVER, closed_on=date(2025, 6, 4), result_row="granted")
    stored(place, 2, **OVER, closed_on=date(2025, 6, 10), result_row="granted", is_extended=True)
    late = {"due": date(2025, 6, 30), "is_corrected": True, "way": "ems"}
    stored(place, 3, **OVER, closed_on=date(2025, 7, 1), result_row="partial", **late)
    stored(place, 4, received_on=RECEIVED, handler_key="user:2", handler_name="乙", due=RECEIVED)
    stored(place, 5, received_on=date(2024, 1, 3))
    return acting("office", place, Role.DISCLOSURE_OFFICE)


def test_time_used_counts_working_days_after_receipt(office: Actor) -> None:
    lines, whole = statistics(office, year(2025), Dimension.ROW, calendar())
    granted = next(line for line in lines if line.key == "granted")
    assert granted.used is not None
    assert (granted.used.least, granted.used.most) == (1, 5)
    assert whole.used is not None
    assert whole.used.median == 5


def test_shares_and_lateness(office: Actor) -> None:
    _, whole = statistics(office, year(2025), Dimension.WAY, calendar())
    assert (whole.new, whole.closed, whole.late) == (4, 3, 1)
    assert (whole.extended_share, whole.corrected_share) == (33, 33)


@pytest.mark.parametrize("by", list(Dimension), ids=[one.label for one in Dimension])
def test_every_dimension_adds_up(office: Actor, by: Dimension) -> None:
    lines, whole = statistics(office, year(2025), by, calendar())
    assert sum(line.new for line in lines) == whole.new == 4
    assert sum(line.closed for line in lines) == whole.closed == 3
    assert all(line.label for line in lines)


def test_a_time_without_cases_is_empty(office: Actor) -> None:
    lines, whole = statistics(office, year(2019), Dimension.ROW, calendar())
    assert lines == []
    assert whole.used is None
    assert whole.extended_share is None


def test_what_each_handler_has(office: Actor) -> None:
    loads = {row.label: row for row in workload(office, year(2025), date(2025, 6, 30))}
    assert (loads["甲"].open, loads["甲"].closed) == (0, 3)
    assert (loads["乙"].open, loads["乙"].overdue) == (1, 1)
    assert loads["未定"].open == 1
