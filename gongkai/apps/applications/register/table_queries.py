"""Table 3 (收到和处理政府信息公开申请情况) for any organs and any period: four counts, no more."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Final

from django.db.models import Count, Max, Min, QuerySet

from gongkai.apps.applications.models import Application
from gongkai.apps.applications.register.period_queries import Figure, Period, counted
from gongkai.apps.applications.register.queue_queries import applications_seen
from gongkai.core.applications.decisions_rows import row_in_form
from gongkai.core.identity import Actor
from gongkai.core.reports.forms import FORM_2021, Form, Table, form_for, row_paths

TABLE: Final = "applications"
TOTAL: Final = "total"
Counts = Mapping[tuple[str, str], int]
"""How many, by row of the table and kind of applicant."""


def form_of(period: Period) -> Form:
    """The form for the year in which the period ends; the present one where there was none."""
    return form_for(period.last.year) or FORM_2021


def yearly_table(organs: Collection[int], period: Period) -> dict[str, int]:
    """Table 3 of these organs by the paths of its cells (`applications.new.0`): pure counts.

    Whoever asks has seen to the reach: the annual report counts its own organ and those below.
    """
    rows = Application.objects.filter(organ_id__in=organs)
    return cells(_counts(rows, period), form_of(period))


def table_seen(actor: Actor, period: Period, *, organ_id: int | None = None) -> dict[str, int]:
    """Table 3 of one organ, or of all that the actor reaches."""
    rows = applications_seen(actor)
    rows = rows if organ_id is None else rows.filter(organ_id=organ_id)
    return cells(_counts(rows, period), form_of(period))


def _counts(rows: QuerySet[Application], period: Period) -> Counts:
    """One statement for each kind of figure."""
    found = defaultdict[tuple[str, str], int](int)
    for figure in (Figure.NEW, Figure.CARRIED_IN, Figure.CARRIED_OUT):
        of_kind = rows.filter(counted(figure, period)).order_by().values_list("applicant_kind")
        for kind, number in of_kind.annotate(n=Count("pk")):
            found[figure.value, kind] = number
    over = rows.filter(counted(Figure.CLOSED, period)).order_by()
    for row, kind, number in over.values_list("counted_row", "applicant_kind").annotate(
        n=Count("pk")
    ):
        found[row, kind] += number
        found[TOTAL, kind] += number
    return found


def cells(found: Counts, form: Form) -> dict[str, int]:
    """Every cell of the form's table; rows that the form has in one are added up."""
    table = form.table(TABLE)
    summed = defaultdict[tuple[str, str], int](int)
    for (row, kind), number in found.items():
        summed[row_in_form(row, form.key), kind] += number
    return dict(_cells(summed, table))


def _cells(found: Counts, table: Table) -> Mapping[str, int]:
    filled = dict[str, int]()
    for row in table.rows:
        *paths, whole = row_paths(table, row)
        numbers = [found.get((row.key, column.key), 0) for column in row.columns[:-1]]
        filled.update(zip(paths, numbers, strict=True))
        filled[whole] = sum(numbers)
    return filled


def years_with_applications(actor: Actor, today: date) -> list[int]:
    """The years there is something to count of, the latest first."""
    ends = applications_seen(actor).aggregate(a=Min("received_on"), b=Max("received_on"))
    first = ends["a"].year if ends["a"] else today.year
    return list(range(today.year, min(first, today.year) - 1, -1))
