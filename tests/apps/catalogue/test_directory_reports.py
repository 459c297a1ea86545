"""Directory and content: bound, and compared with each other."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import localdate

from gongkai.apps.catalogue import directory_queries as queries
from gongkai.apps.catalogue import directory_report_queries as reports
from gongkai.apps.catalogue.directory_binding import (
    Binding,
    bind_by_name,
    bind_entry,
    remove_entry,
)
from gongkai.apps.catalogue.directory_overview_queries import directories_seen
from gongkai.apps.catalogue.models import Column, DirectoryEntry
from gongkai.apps.journal.models import Entry
from gongkai.apps.publishing.models import Item
from gongkai.core.catalogue.columns import ColumnQuery
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from tests.apps.catalogue.directories import FIELD, NOW, column, imported, site
from tests.factories.guides import row
from tests.factories.organs import Region, acting
from tests.factories.publishing import Staff, draft, drafted, released, withdrawn

pytestmark = pytest.mark.django_db


class Place:
    """A bureau that publishes, with two columns below a heading and one elsewhere."""

    def __init__(self) -> None:
        self.region = Region()
        self.staff = Staff(self.region.bureau)
        here = site(self.region.city)
        self.key = column(here, "重点领域", ColumnQuery(codes=("20-99",)))
        self.budget = column(here, "部门预算", ColumnQuery(codes=("20-07",)), self.key)
        self.purchase = column(here, "政府采购", ColumnQuery(codes=("20-09",)), self.key)
        self.news = column(here, "新闻", ColumnQuery(codes=("20-15",)))

    @property
    def office(self) -> Actor:
        return self.staff.office

    def publish(self, number: int, code: str, days: int = 0, staff: Staff | None = None) -> Item:
        """An item that was formed so many days before it became public."""
        formed = (localdate(NOW) - timedelta(days=days)).isoformat()
        written = draft(number, catalogue_code=code, formed_on=formed)
        return released(staff or self.staff, written=written).item

    def bound(self, entry: DirectoryEntry, **binding: Any) -> DirectoryEntry:
        return bind_entry(self.office, entry_id=entry.pk, binding=Binding(**binding))

    def blank(self) -> list[str]:
        found = reports.entries_without_items(self.office, self.region.bureau.pk)
        return [entry.number for entry in found]

    def stray(self) -> set[Item]:
        return set(reports.items_without_entry(self.office, self.region.bureau.pk))

    def late(self) -> list[tuple[Item, int]]:
        found = reports.late_items(self.office, self.region.bureau.pk)
        return [(one.item, one.days) for one in found]


@pytest.fixture
def place() -> Place:
    return Place()


def test_an_entry_shows_what_its_column_code_or_tag_shows(place: Place) -> None:
    budget, purchase = place.publish(1, "20-07"), place.publish(2, "20-09")
    tagged = released(place.staff, written=draft(3, tags=("债务",))).item
    (entry,) = imported(place.office, row())
    assert not queries.items_under(entry)
    assert [*queries.items_under(place.bound(entry, column_id=place.budget.pk))] == [budget]
    assert [*queries.items_under(place.bound(entry, code="20-09"))] == [purchase]
    assert [*queries.items_under(place.bound(entry, tag="债务"))] == [tagged]
    told = Entry.objects.latest("sequence")
    assert (told.verb, told.before) == (
        "bind_entry",
        {"column": None, "code": "20-09", "tag": ""},
    )


def test_other_organs_items_and_what_is_not_public_do_not_count(place: Place) -> None:
    place.publish(1, "20-07", staff=Staff(place.region.finance))
    withdrawn(place.staff, written=draft(2, catalogue_code="20-07"))
    drafted(place.staff, written=draft(3, catalogue_code="20-07"))
    (entry,) = imported(place.office, row())
    assert not queries.items_under(place.bound(entry, column_id=place.budget.pk))
    assert place.blank() == ["1"]


def test_entries_without_items_are_told(place: Place) -> None:
    place.publish(1, "20-07")
    shows, empty, _ = imported(
        place.office, row("1"), row("2", "采购"), row("3", "依申请", way="on_application")
    )
    assert place.blank() == ["1", "2"]
    place.bound(shows, column_id=place.budget.pk)
    place.bound(empty, column_id=place.purchase.pk)
    assert place.blank() == ["2"]
    place.publish(2, "20-09")
    assert place.blank() == []


def test_a_closed_column_shows_nothing(place: Place) -> None:
    place.publish(1, "20-07")
    (entry,) = imported(place.office, row())
    place.bound(entry, column_id=place.budget.pk)
    Column.objects.filter(pk=place.budget.pk).update(closed_at=NOW)
    assert place.blank() == ["1"]


def test_items_that_no_entry_covers_are_told(place: Place) -> None:
    place.publish(1, "20-07")
    beside, _elsewhere = place.publish(2, "20-09"), place.publish(3, "20-15")
    place.publish(4, "20-09", staff=Staff(place.region.finance))
    (entry,) = imported(place.office, row())
    assert place.stray() == set()
    place.bound(entry, column_id=place.budget.pk)
    assert place.stray() == {beside}
    (_, other) = imported(place.office, row(), row("2", "采购"))
    place.bound(other, code="20-09")
    assert place.stray() == set()


def test_key_areas_are_looked_at_without_a_bound_column(place: Place) -> None:
    Column.objects.filter(pk=place.news.pk).update(kind="key_area")
    news = place.publish(1, "20-15")
    imported(place.office, row())
    assert place.stray() == {news}


@pytest.mark.parametrize(
    ("limit", "days", "late"),
    [
        ("信息形成之日起7个工作日内", 11, []),
        ("信息形成之日起7个工作日内", 12, [1]),
        ("7日内", 7, []),
        ("7日内", 8, [1]),
        ("实时公开", 3, [1]),
        ("长期公开", 300, []),
        ("按有关规定", 300, []),
    ],
)
def test_items_later_than_their_limit_are_told(
    place: Place, limit: str, days: int, late: list[int]
) -> None:
    item = place.publish(1, "20-07", days)
    (entry,) = imported(place.office, row(limit=limit))
    assert place.late() == []
    place.bound(entry, column_id=place.budget.pk)
    assert [one for one, _ in place.late()] == [item] * len(late)
    assert [n for _, n in place.late()] == late


def test_an_entry_whose_limit_cannot_be_judged_says_why(place: Place) -> None:
    imported(
        place.office,
        row("1"),
        row("2", "年报", limit="收到申请之日起10日内"),
        row("3", "公示", limit="公示期不少于5天"),
        row("4", "依申请", limit="按有关规定", way="on_application"),
    )
    found = reports.unjudged_entries(place.office, place.region.bureau.pk)
    assert [(one.entry.number, one.why) for one in found] == [
        ("2", "从“收到申请”起算，信息上没有这个日期"),
        ("3", "只写了公示多久，没有写最迟哪一天公开"),
    ]


def test_each_organs_figures_are_those_of_its_reports(place: Place) -> None:
    late, _beside = place.publish(1, "20-07", 60), place.publish(2, "20-09")
    shows, empty, _ = imported(
        place.office, row("1"), row("2", "采购"), row("3", "公示", limit="公示期不少于5天")
    )
    place.bound(shows, column_id=place.budget.pk)
    place.bound(empty, tag="没有的标签")
    above = acting("above", place.region.county, Role.DISCLOSURE_OFFICE)
    found = {one.organ: one for one in directories_seen(above)}
    seen = found[place.region.bureau]
    assert (seen.rows, seen.bound, seen.unjudged) == (3, 2, 1)
    assert (seen.blank, seen.stray, seen.late) == (2, len(place.stray()), 1)
    assert [item for item, _ in place.late()] == [late]
    assert (place.region.county in found, place.region.stranger in found) == (True, False)
    assert found[place.region.county].rows == 0


def test_unbound_entries_are_bound_by_their_names(place: Place) -> None:
    imported(
        place.office,
        row("1"),
        row("2", "采购目录", first="政府采购"),
        row("3", "户籍", first="户籍"),
    )
    organ_id = place.region.bureau.pk
    assert bind_by_name(place.office, organ_id=organ_id, field=FIELD) == 2
    bound = DirectoryEntry.objects.order_by("number").values_list("column__name", flat=True)
    assert list(bound) == ["部门预算", "政府采购", None]
    with pytest.raises(BlockedError) as error:
        bind_by_name(place.office, organ_id=organ_id, field=FIELD)
    assert error.value.findings[0].code == "DIRECTORY-NO-SUGGESTION"


def test_what_cannot_be_bound_is_said_at_once(place: Place) -> None:
    (entry,) = imported(place.office, row())
    Column.objects.filter(pk=place.budget.pk).update(closed_at=NOW)
    with pytest.raises(BlockedError) as error:
        place.bound(entry, column_id=place.budget.pk, code="20-99")
    assert {finding.code for finding in error.value.findings} == {
        "DIRECTORY-BINDING",
        "DIRECTORY-UNKNOWN-CODE",
        "DIRECTORY-COLUMN-CLOSED",
    }


def test_an_entry_is_taken_out(place: Place) -> None:
    (entry,) = imported(place.office, row())
    remove_entry(place.office, entry_id=entry.pk)
    assert not DirectoryEntry.objects.exists()
    assert Entry.objects.latest("sequence").verb == "remove_entry"


def test_another_organ_and_other_roles_change_nothing(place: Place) -> None:
    (entry,) = imported(place.office, row())
    stranger = acting("stranger", place.region.finance, Role.DISCLOSURE_OFFICE)
    for act in (
        lambda: bind_entry(stranger, entry_id=entry.pk, binding=Binding(code="20-07")),
        lambda: remove_entry(stranger, entry_id=entry.pk),
    ):
        with pytest.raises(DirectoryEntry.DoesNotExist):
            act()
    with pytest.raises(NotAllowedError):
        bind_entry(place.staff.leader, entry_id=entry.pk, binding=Binding())
    assert reports.entries_without_items(stranger, place.region.bureau.pk) == []
    assert list(reports.late_items(stranger, place.region.bureau.pk)) == []


def test_the_superior_sees_how_the_directory_stands(place: Place) -> None:
    imported(place.office, row())
    above = acting("above", place.region.county, Role.DISCLOSURE_OFFICE)
    found = reports.entries_without_items(above, place.region.bureau.pk)
    assert [entry.number for entry in found] == ["1"]
