"""The demo: the same city at every run, each row as the actions would have written it."""

import json
from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.models import Organ, User
from gongkai.apps.organs.queries import calendar
from gongkai.apps.publishing import demo
from gongkai.apps.publishing.demo import actor_for, prepare_history
from gongkai.apps.publishing.demo_plan import Plan
from gongkai.apps.publishing.demo_work import WORK, prepare_items
from gongkai.apps.publishing.models import (
    Edition,
    Item,
    Review,
    Revision,
)
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.identity import SYSTEM, Role
from gongkai.core.publishing.kinds import KINDS
from tests.apps.publishing.demo import NOW, TODAY, city

pytestmark = pytest.mark.django_db
DAYS = WorkdayCalendar()


@pytest.fixture
def small(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The city, of which two organs have published."""
    monkeypatch.setattr(demo, "SERVED", ("finance",))
    city()


@pytest.mark.parametrize(
    "today",
    [
        pytest.param(date(2026, 11, 21), id="周六"),
        pytest.param(date(2026, 10, 4), id="国庆假期"),
        pytest.param(date(2024, 2, 29), id="闰日"),
        pytest.param(date(2026, 1, 1), id="元旦"),
        pytest.param(date(2026, 11, 23), id="周一"),
        pytest.param(date(2040, 2, 29), id="还没有公布放假安排"),
    ],
)
def test_the_plan_of_any_day(today: date) -> None:
    planned = Plan("示范市财政局", 3, today, DAYS).items(1)
    assert planned == Plan("示范市财政局", 3, today, DAYS).items(1)
    assert planned != Plan("示范市财政局", 4, today, DAYS).items(1)
    for row in planned:
        moments = [row.released_at, row.corrected_at, row.withdrawn_at]
        days = [moment.date() for moment in moments if moment is not None]
        assert row.formed_on <= days[0]
        assert days == sorted(days)
        assert days[-1] < today
        assert all(DAYS.is_workday(day) for day in (row.formed_on, *days))
        assert today - timedelta(days=4 * 365) < row.formed_on
        assert bool(row.correction) == (row.corrected_at is not None)
        assert bool(row.withdrawal) == (row.withdrawn_at is not None)
        if row.about is not None:
            assert planned[row.about].kind == "policy"
            assert planned[row.about].released_at < row.released_at


def test_the_scale_multiplies() -> None:
    once = Counter(row.kind for row in Plan("示范市财政局", 3, TODAY, DAYS).items(1))
    thrice = Counter(row.kind for row in Plan("示范市财政局", 3, TODAY, DAYS).items(3))
    assert all(once[kind] for kind in ("news", "notice", "policy", "interpretation"))
    assert sum(thrice.values()) / sum(once.values()) == pytest.approx(3, rel=0.2)


def test_every_kind_is_there_somewhere() -> None:
    kinds = {row.kind for number in range(20) for row in Plan("某局", number, TODAY, DAYS).items(1)}
    assert {kind.key for kind in KINDS} - kinds <= {"licence", "leader"}


def written() -> str:
    """Every row, without the numbers that the database gives."""
    rows = Item.objects.order_by("organ__name", "index_number", "title", "created_at").values_list(
        "organ__name", "unit__name", "kind", "state", "title", "index_number", "first_released_at",
        "released_at", "due", "withdrawn_at", "disclosure_class", "ground", "drafter_name",
    )  # fmt: skip
    said = Revision.objects.order_by("item__organ__name", "at", "title").values_list(
        "item__organ__name", "number", "title", "content__body", "at", "author_name"
    )
    judged = Review.objects.order_by("edition__item__organ__name", "at", "revision__title")
    found = judged.values_list("revision__title", "label", "verdict", "reason", "actor_name", "at")
    return json.dumps([list(rows), list(said), list(found)], default=str, ensure_ascii=False)


def test_two_systems_are_given_the_same_rows(small: None) -> None:
    found = []
    for _ in range(2):
        with transaction.atomic():
            prepare_history(SYSTEM, today=TODAY)
            found.append(written())
            transaction.set_rollback(True)
    assert found[0] == found[1]


def test_it_is_written_once_with_one_entry(small: None) -> None:
    few = prepare_history(SYSTEM, today=TODAY)
    entry = Entry.objects.get(verb="prepare_demo", subject="items")
    assert (entry.after or {}).get("items") == few
    assert prepare_history(SYSTEM, today=TODAY) == 0
    assert prepare_items(now=NOW) == (0, 0)
    assert not Edition.objects.filter(state="draft").exists()


def test_writing_it_takes_few_statements(small: None) -> None:
    with CaptureQueriesContext(connection) as asked:
        many = prepare_history(SYSTEM, today=TODAY, scale=5)
    assert len(asked) < many / 4


def test_the_command_does_both_or_neither(
    small: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_now: datetime) -> int:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr("gongkai.apps.publishing.demo_work.prepare_work", broken)
        with pytest.raises(RuntimeError):
            call_command("demo_items")
    assert not Item.objects.exists()
    call_command("demo_items")
    assert f"另有 {len(WORK)} 条正在办理" in capsys.readouterr().out
    call_command("demo_items")
    assert capsys.readouterr().out == ""


def test_nobody_of_the_demo_is_missing(small: None) -> None:
    accounts = {row.username: row for row in User.objects.all()}
    organ = Organ.objects.get(name__startswith="示范县人民政府办公室")
    actor = actor_for(Role.DRAFTER, accounts, organ.pk)
    assert actor.roles == {Role.DRAFTER}
    assert calendar().announced
