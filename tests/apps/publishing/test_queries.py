"""Looking up items: within reach, in few questions, however many there are."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from gongkai.apps.publishing import queries
from gongkai.apps.publishing.models import Edition, Item
from gongkai.apps.publishing.queries import ItemFilter
from gongkai.core.identity import Role
from gongkai.core.publishing.draft import unpack
from tests.factories.organs import TODAY, Region, acting
from tests.factories.publishing import (
    NOW,
    Staff,
    approved,
    correcting,
    draft,
    drafted,
    filed,
    released,
    submitted,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def staff(region: Region) -> Staff:
    return Staff(region.bureau)


def found(staff: Staff, today: date = TODAY, **wanted: object) -> list[int]:
    rows = queries.items(staff.office, ItemFilter(**wanted), today)  # type: ignore[arg-type]
    return [row.pk for row in rows]


def test_each_row_knows_the_work_that_goes_on(staff: Staff) -> None:
    item = released(staff).item_id
    [row] = queries.items(staff.office, ItemFilter(), TODAY)
    assert row.going == []  # type: ignore[attr-defined] # fetched with the rows
    edition = correcting(staff, item)
    [row] = queries.items(staff.office, ItemFilter(), TODAY)
    assert [work.pk for work in row.going] == [edition.pk]  # type: ignore[attr-defined]


def test_an_item_under_correction_stands_in_both_states(staff: Staff) -> None:
    item = released(staff).item_id
    correcting(staff, item)
    assert found(staff, stage="released") == found(staff, stage="draft") == [item]
    counted = queries.counts(staff.office, ItemFilter(stage="draft"), TODAY)
    assert counted == {"": 1, "released": 1, "draft": 1}


def test_counts_leave_only_the_tab_out(staff: Staff) -> None:
    drafted(staff, kind="news")
    submitted(staff)
    counted = queries.counts(staff.office, ItemFilter(stage="draft", kind="news"), TODAY)
    assert counted == {"": 1, "unpublished": 1, "draft": 1}


def test_late_is_what_should_be_public_and_is_not(staff: Staff) -> None:
    late = drafted(staff, written=draft(formed_on="2025-06-02"))
    drafted(staff, written=draft(formed_on="2025-06-30"))
    kept = drafted(staff, written=draft(formed_on="2025-06-02", disclosure_class="not_public"))
    assert found(staff, late="now") == [late.item_id]
    day = Item.objects.get(pk=late.item_id).due
    assert day is not None
    assert found(staff, day, late="now") == []
    assert found(staff, day + timedelta(days=1), late="now") == [late.item_id]
    assert kept.item_id not in found(staff, late="now")


def test_late_then_is_what_came_after_its_day(staff: Staff) -> None:
    early = released(staff, written=draft(1)).item_id
    late = released(staff, written=draft(2, formed_on="2025-06-02")).item_id
    assert found(staff, late="then") == [late]
    assert found(staff, late="now") == []
    assert early in found(staff, stage="released")


def test_what_waits_for_ones_review(staff: Staff) -> None:
    edition = submitted(staff)
    wanted = ItemFilter(for_me=True)
    assert [row.pk for row in queries.items(staff.unit_head, wanted, TODAY)] == [edition.item_id]
    assert not queries.items(staff.leader, wanted, TODAY)
    Edition.objects.filter(pk=edition.pk).update(authors=[staff.unit_head.key])
    assert not queries.items(staff.unit_head, wanted, TODAY)


def test_of_other_organs_only_what_is_settled(region: Region, staff: Staff) -> None:
    drafted(staff)
    public = released(staff, written=draft(2)).item_id
    above = acting("above", region.county, Role.DISCLOSURE_OFFICE)
    stranger = acting("fremd", region.stranger, Role.DISCLOSURE_OFFICE)
    assert not queries.items(above, ItemFilter(), TODAY)
    assert [row.pk for row in queries.items(above, ItemFilter(organ="all"), TODAY)] == [public]
    assert not queries.items(stranger, ItemFilter(organ="all"), TODAY)
    assert not queries.items(stranger, ItemFilter(organ=str(region.bureau.pk)), TODAY)


def test_a_draft_is_due_from_the_day_it_was_formed(staff: Staff) -> None:
    edition = drafted(staff, kind="news", written=draft(formed_on="2025-06-27"))
    assert Item.objects.get(pk=edition.item_id).due == date(2025, 7, 4)
    edition = drafted(staff, kind="news", written=draft(formed_on="2025-06-27", is_key=True))
    assert Item.objects.get(pk=edition.item_id).due == date(2025, 7, 2)
    edition = drafted(staff, kind="news", written=draft(formed_on="9999-12-31"))
    assert Item.objects.get(pk=edition.item_id).due is None


def test_targets_are_released_papers_of_the_organ(region: Region, staff: Staff) -> None:
    paper = released(staff, kind="policy", written=draft(7)).item_id
    released(staff, kind="news", written=draft(8))
    drafted(staff, kind="policy", written=draft(9))
    organ = staff.organ.pk
    assert [number for number, _ in queries.targets(staff.drafter, organ, "")] == [paper]
    assert queries.targets(staff.drafter, organ, "第8批") == []
    stranger = acting("fremd", region.stranger)
    assert queries.targets(stranger, organ, "") == []
    assert queries.titles(stranger, (paper,)) == {}


def test_a_preview_shows_what_is_written_not_what_is_public(staff: Staff) -> None:
    item = released(staff).item_id
    edition = correcting(staff, item)
    edition.content["title"] = "更正后的标题"
    shown = queries.as_public(edition)
    assert shown.draft.title == "更正后的标题"
    assert shown.item.released is not None
    assert unpack(shown.item.released.content).title != "更正后的标题"


def test_who_sent_it_back(staff: Staff) -> None:
    assert queries.last_opinion(submitted(staff)) == ""


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda staff, n: drafted(staff, written=draft(n)), id="drafts"),
        pytest.param(lambda staff, n: released(staff, written=draft(n)), id="released"),
    ],
)
def test_as_many_questions_for_many_rows_as_for_one(
    staff: Staff,
    make: Callable[[Staff, int], Edition],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(4):
        make(staff, number)
        with django_assert_num_queries(2):
            rows = list(queries.items(staff.office, ItemFilter(), TODAY))
            assert [str(row.organ) for row in rows] == [staff.organ.name] * (number + 1)
        with django_assert_num_queries(2):
            queries.counts(staff.office, ItemFilter(), TODAY)


def test_the_state_of_work_is_also_a_filter(staff: Staff) -> None:
    ready = approved(staff)
    filed(staff, now=NOW)
    assert found(staff, work="approved") == [ready.item_id]
    assert found(staff, state="filed", work="approved") == []
