"""Table 3 is a pure count of cases: for any cut of dates its columns balance, each figure opens its
cases (R2-12…R2-14, R4-02)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.apps.applications.models import Application
from gongkai.apps.applications.register.period_queries import Figure, Period, year
from gongkai.apps.applications.register.queue_queries import QueueFilter, queue
from gongkai.apps.applications.register.table_queries import (
    table_seen,
    yearly_table,
    years_with_applications,
)
from gongkai.core.applications.kinds import ApplicantKind
from gongkai.core.identity import Role
from gongkai.core.reports.forms import FORM_2019, FORM_2021
from tests.factories.organs import Region, acting
from tests.factories.register import row, stored

pytestmark = pytest.mark.django_db

ROWS = [
    line.key
    for line in FORM_2021.table("applications").rows
    if line.key not in {"new", "carried_in", "total", "carried_out"}
]
DAYS = st.dates(date(2023, 11, 1), date(2026, 2, 28))


@pytest.fixture
def region() -> Region:
    return Region()


@st.composite
def histories(draw: st.DrawFn) -> dict[str, object]:
    """An application's two days, its kind of applicant, and where it ended; perhaps unproved."""
    received = draw(st.none() | DAYS)
    took = draw(st.none() | st.integers(0, 500))
    closed = None if took is None else (received or date(2024, 6, 3)) + timedelta(days=took)
    return {
        "received_on": received,
        "closed_on": closed,
        "result_row": "" if closed is None else draw(st.sampled_from(ROWS)),
        "state": "handling" if closed is None else "replied",
        "applicant_kind": draw(st.sampled_from(list(ApplicantKind))).value,
    }


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(histories(), max_size=25), DAYS, st.integers(0, 800))
def test_every_column_balances_for_every_cut_of_dates(
    region: Region, found: list[dict[str, object]], first: date, length: int
) -> None:
    place = region.bureau
    Application.objects.all().delete()
    Application.objects.bulk_create(row(place, n, **values) for n, values in enumerate(found, 1))
    period = Period(first, first + timedelta(days=length))
    table = yearly_table([place.pk], period)
    for column in range(7):
        cells = {line: table[f"applications.{line}.{column}"] for line in (*ROWS, "new", "total")}
        carried = [table[f"applications.carried_{way}.{column}"] for way in ("in", "out")]
        assert cells["new"] + carried[0] == cells["total"] + carried[1]
        assert cells["total"] == sum(cells[line] for line in ROWS)


def test_the_cells_are_those_of_the_statutory_form(region: Region) -> None:
    table = yearly_table([region.bureau.pk], year(2025))
    assert list(table) == [p for p in FORM_2021.paths() if p.startswith("applications.")]
    assert set(table.values()) == {0}
    old = yearly_table([region.bureau.pk], year(2020))
    assert list(old) == [p for p in FORM_2019.paths() if p.startswith("applications.")]


def test_the_rows_of_2019_take_in_all_other_handling(region: Region) -> None:
    closed = date(2020, 5, 6)
    for n, line in enumerate(("other_1", "other_2", "other_3", "granted"), 1):
        stored(region.bureau, n, received_on=closed, closed_on=closed, result_row=line)
    table = yearly_table([region.bureau.pk], year(2020))
    assert (table["applications.other.6"], table["applications.total.6"]) == (3, 4)


def test_applicants_have_a_column_each_and_the_last_is_their_sum(region: Region) -> None:
    for n, kind in enumerate(ApplicantKind, 1):
        stored(region.bureau, n, applicant_kind=kind.value)
    table = yearly_table([region.bureau.pk], year(2025))
    assert [table[f"applications.new.{n}"] for n in range(7)] == [1, 1, 1, 1, 1, 1, 6]


def test_each_figure_opens_exactly_its_cases(region: Region) -> None:
    actor = acting("jing", region.bureau, Role.HANDLER)
    place, spring = region.bureau, date(2025, 3, 3)
    old = stored(place, 1, received_on=date(2024, 12, 30))
    done = stored(place, 2, received_on=date(2024, 12, 30), closed_on=spring, result_row="partial")
    new = stored(place, 3, received_on=spring)
    later = stored(place, 4, received_on=spring, closed_on=date(2026, 1, 5), result_row="granted")
    gone = stored(place, 5, received_on=None, closed_on=spring, result_row="other_3")
    stored(place, 6, received_on=None, state="received")

    def opened(figure: Figure, row: str = "") -> set[int]:
        wanted = QueueFilter(tab="", figure=figure.value, period=year(2025), row=row)
        return set(queue(actor, wanted, date(2026, 2, 1)).values_list("pk", flat=True))

    assert opened(Figure.NEW) == {new.pk, later.pk, gone.pk}
    assert opened(Figure.CARRIED_IN) == {old.pk, done.pk}
    assert opened(Figure.CLOSED) == {done.pk, gone.pk}
    assert opened(Figure.CLOSED, row="partial") == {done.pk}
    assert opened(Figure.CARRIED_OUT) == {old.pk, new.pk, later.pk}


def test_a_table_is_of_the_organs_one_reaches(region: Region) -> None:
    stored(region.bureau, 1)
    stored(region.county, 1)
    stored(region.stranger, 1)
    above = acting("above", region.county, Role.DISCLOSURE_OFFICE)
    assert table_seen(above, year(2025))["applications.new.6"] == 2
    own = table_seen(above, year(2025), organ_id=region.county.pk)
    assert own["applications.new.6"] == 1
    alien = table_seen(above, year(2025), organ_id=region.stranger.pk)
    assert alien["applications.new.6"] == 0
    outside = acting("outside", region.stranger, Role.ADMINISTRATOR)
    assert table_seen(outside, year(2025))["applications.new.6"] == 0


def test_four_statements_count_a_year(region: Region) -> None:
    with CaptureQueriesContext(connection) as said:
        yearly_table([region.bureau.pk], year(2025))
    assert len(said) == 4


def test_years_go_back_to_the_first_application(region: Region) -> None:
    actor = acting("jing", region.bureau, Role.HANDLER)
    assert years_with_applications(actor, date(2025, 6, 30)) == [2025]
    stored(region.bureau, 1, received_on=date(2023, 6, 30))
    assert years_with_applications(actor, date(2025, 6, 30)) == [2025, 2024, 2023]
