"""What holds after each step of a history, whatever has happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from operator import add
from typing import Any, Final

from django.apps import apps
from django.db.models import Model

from gongkai.apps.applications.cases.clocks import STORED, apply_due, history_of, internal_workdays
from gongkai.apps.applications.models import (
    Application,
    ClockEntry,
    DueMove,
    Extension,
    FeeNotice,
    Reply,
)
from gongkai.apps.applications.register.period_queries import Period
from gongkai.apps.applications.register.table_queries import table_seen, yearly_table
from gongkai.apps.journal.models import Entry as JournalEntry
from gongkai.apps.organs.queries import calendar
from gongkai.apps.sealing.fields import SealedTextField
from gongkai.core.applications.deadlines import faults
from gongkai.core.applications.decisions import DECISION
from gongkai.core.applications.decisions_review import OPEN
from gongkai.core.applications.decisions_rows import ROWS
from gongkai.core.applications.lifecycle import CLOSED, is_open
from tests.apps.applications.histories.world import DAY, World

FIGURES: Final = ("new", "carried_in", "total", "carried_out")
COLUMNS: Final = range(7)
EVER: Final = Period(date(2020, 1, 1), date(2040, 12, 31))
Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def everything() -> Rows:
    """All that is stored of applications, and how long the journal is; what is sealed is
    left out, for opening it takes long."""
    models = apps.get_app_config("applications").get_models()
    rows = {
        model.__name__: list(model._default_manager.order_by("pk").values(*_plain(model)))
        for model in models
    }
    return {**rows, "journal": [{"entries": JournalEntry.objects.count()}]}


def _plain(model: type[Model]) -> list[str]:
    known = model._meta.concrete_fields
    return [field.attname for field in known if not isinstance(field, SealedTextField)]


@dataclass(frozen=True, slots=True)
class Seen:
    """What was due in each case, and how many entries there were of it."""

    due: Mapping[int, date | None]
    entries: int
    moves: int


def seen() -> Seen:
    """What is due now."""
    due = dict(Application.objects.values_list("pk", "due"))
    return Seen(due, ClockEntry.objects.count(), DueMove.objects.count())


def moved_by_an_entry(before: Seen, *, is_reckoned_anew: bool) -> None:
    """No due day is another one without an entry and a line that tells of the move."""
    now, void = seen(), set(Application.objects.filter(state="void").values_list("pk", flat=True))
    moved = {pk for pk in before.due if now.due[pk] != before.due[pk]} - void
    told = DueMove.objects.order_by("pk")[before.moves :]
    assert moved <= {row.application_id for row in told}
    last = {row.application_id: row.after for row in told}
    assert last == {pk: now.due[pk] for pk in last}
    entered = ClockEntry.objects.order_by("pk")[before.entries :]
    assert is_reckoned_anew or moved <= {row.application_id for row in entered}


def holds_together(world: World) -> None:
    """Every row says what its entries come to, and a case that is over has exactly one row."""
    for case in Application.objects.all():
        if case.state == "void":
            assert (case.received_on, case.due, case.closed_on) == (None, None, None)
            _nothing_waits(case)
        elif is_open(case.state):
            _is_open(case, world.today)
        else:
            _is_over(case)


def _is_open(case: Application, today: date) -> None:
    assert (case.closed_on, case.replied_on, case.archived_on) == (None, None, None)
    assert (case.result_row, case.decision, case.remedy) == ("", "", "")
    history = history_of(case)
    assert bool(history) == (case.received_on is not None)
    if not history:
        assert case.due is None
        return
    assert list(faults(history)) == []
    stored = {name: getattr(case, name) for name in STORED}
    apply_due(case, history, calendar(), internal_workdays(case.organ_id), today)
    fresh = {name: getattr(case, name) for name in STORED}
    assert stored == fresh


def _is_over(case: Application) -> None:
    assert case.state in (*CLOSED, "archived")
    assert case.closed_on is not None
    assert case.result_row in ROWS
    row = DECISION[case.decision]
    assert case.result_row in (row.row, *row.other_rows)
    assert (case.archived_on is not None) == (case.state == "archived")
    _nothing_waits(case)


def _nothing_waits(case: Application) -> None:
    waiting = (
        Reply.objects.filter(application=case, state__in=OPEN),
        Extension.objects.filter(application=case, state="proposed"),
        FeeNotice.objects.filter(application=case, state__in=("suggested", "noticed")),
    )
    assert not any(rows.exists() for rows in waiting)


def balances(world: World, cuts: Sequence[date]) -> None:
    """Table 3 for every period between two cuts: it balances in each column, organs add up to the
    region, and what one period leaves over the next one takes in."""
    left: list[int] | None = None
    for first, following in pairwise(sorted(set(cuts))):
        period = Period(first, following - DAY)
        whole = table_seen(world.above, period)
        parts = [yearly_table([place.pk], period) for place in world.organs]
        assert whole == {path: sum(part[path] for part in parts) for path in whole}
        for table in (whole, *parts):
            new, taken_in, total, over = (_line(table, name) for name in FIGURES)
            assert [*map(add, new, taken_in)] == [*map(add, total, over)]
            assert [*map(sum, zip(*(_line(table, row) for row in ROWS), strict=True))] == total
        assert left is None or left == _line(whole, "carried_in")
        left = _line(whole, "carried_out")


def counted_once(world: World) -> None:
    """Over all time every case counts as new once, and in one row where it is over."""
    table = table_seen(world.above, EVER)
    over = Application.objects.exclude(counted_on=None)
    received = Application.objects.exclude(received_on=None)
    assert table["applications.total.6"] == over.count()
    assert table["applications.new.6"] == (over | received).count()


def left_over(world: World) -> int:
    """How many cases are carried over after today."""
    until_today = Period(EVER.first, world.today)
    return table_seen(world.above, until_today)["applications.carried_out.6"]


def _line(table: Mapping[str, int], row: str) -> list[int]:
    return [table[f"applications.{row}.{column}"] for column in COLUMNS]
