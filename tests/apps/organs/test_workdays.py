"""The table of working days: seeded, extended by a notice, and turned into a calendar."""

from datetime import date, timedelta

import pytest

from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.actions import load_workdays
from gongkai.apps.organs.models import SpecialDay, WorkdayYear
from gongkai.apps.organs.queries import calendar
from gongkai.apps.organs.seed import seed_workdays
from gongkai.core.identity import SYSTEM, Actor, NotAllowedError, Role
from tests.core.calendar.notices import announced

pytestmark = pytest.mark.django_db

ADMINISTRATOR = Actor("user:1", "管理员", 1, frozenset({Role.ADMINISTRATOR}))
DAY = timedelta(days=1)


def test_the_seeded_table_agrees_with_the_notices_on_every_day() -> None:
    seed_workdays()
    seeded, expected = calendar(), announced()
    span = (date(2019, 1, 1) + DAY * step for step in range(8 * 365 + 2))
    assert [day for day in span if seeded.is_workday(day) != expected.is_workday(day)] == []
    assert seeded.announced == expected.announced


def test_seeding_again_changes_nothing() -> None:
    assert seed_workdays() == tuple(range(2019, 2027))
    assert seed_workdays() == ()
    assert Entry.objects.count() == 8


def test_what_an_administrator_entered_is_not_seeded_over() -> None:
    load_workdays(ADMINISTRATOR, year=2025, special={}, source="本单位录入")
    assert 2025 not in seed_workdays()
    assert WorkdayYear.objects.get(year=2025).source == "本单位录入"


def test_a_loaded_year_is_no_longer_provisional_and_is_in_the_journal() -> None:
    off = date(2027, 2, 9)
    assert calendar().provisional(off, off)
    assert calendar().is_workday(off)
    load_workdays(ADMINISTRATOR, year=2027, special={off: False}, source="2027年通知")
    assert not calendar().provisional(off, off)
    assert not calendar().is_workday(off)
    entry = Entry.objects.get()
    assert (entry.actor, entry.verb, entry.subject) == ("user:1", "load_workdays", "workdays:2027")
    assert entry.after == {"special_days": 1, "source": "2027年通知"}
    assert entry.cite.endswith("第七条")


def test_loading_a_year_again_replaces_it() -> None:
    load_workdays(SYSTEM, year=2027, special={date(2027, 2, 9): False}, source="一")
    load_workdays(SYSTEM, year=2027, special={date(2027, 2, 20): True}, source="二")
    assert [str(row) for row in SpecialDay.objects.all()] == ["2027-02-20：上班"]
    assert [str(row) for row in WorkdayYear.objects.all()] == ["2027年"]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_administrators_may_enter_working_days(role: Role) -> None:
    actor = Actor("user:2", "王敏", 1, frozenset({role}))
    with pytest.raises(NotAllowedError):
        load_workdays(actor, year=2027, special={}, source="通知")
    assert not WorkdayYear.objects.exists()
