"""Looking up one item: who sees it, how late it is, what happened to it, in few questions."""

from datetime import timedelta

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from gongkai.apps.publishing import item_queries as queries
from gongkai.apps.publishing.closing import replace, withdraw
from gongkai.apps.publishing.determining import Wanted, decide_change, propose_change
from gongkai.apps.publishing.history_queries import happenings
from gongkai.apps.publishing.models import Edition, Item, Relation
from gongkai.apps.publishing.page_queries import item_page
from gongkai.core.identity import Role
from tests.factories.organs import Region, acting
from tests.factories.publishing import (
    NOW,
    REASON,
    Staff,
    correcting,
    draft,
    drafted,
    filed,
    released,
    returned,
    submitted,
    withdrawn,
)

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


class City:
    """The bureau whose items these are, and people around it."""

    def __init__(self) -> None:
        self.region = Region()
        self.staff = Staff(self.region.finance, "cz")
        self.above = acting("above", self.region.city, Role.LEADER)
        self.beside = acting("beside", self.region.health, Role.DISCLOSURE_OFFICE)
        self.competent = acting("competent", self.region.office, Role.COMPETENT_DEPARTMENT)


@pytest.fixture
def city() -> City:
    return City()


def item_of(edition: Edition) -> Item:
    return Item.objects.get(pk=edition.item_id)


def test_an_organ_sees_all_its_items(city: City) -> None:
    made = [drafted(city.staff), submitted(city.staff, written=draft(2)), released(city.staff)]
    seen = set(queries.items_seen(city.staff.drafter).values_list("pk", flat=True))
    assert seen == {edition.item_id for edition in made}


def test_those_above_see_what_was_decided(city: City) -> None:
    drafted(city.staff)
    returned(city.staff, written=draft(2))
    decided = {released(city.staff, written=draft(3)).item_id, filed(city.staff).item_id}
    for who in (city.above, city.competent):
        assert set(queries.items_seen(who).values_list("pk", flat=True)) == decided
    assert not queries.items_seen(city.beside).exists()


def test_those_above_see_no_revision_of_work_under_way(city: City) -> None:
    first = released(city.staff)
    correcting(city.staff, first.item_id)
    item = item_of(first)
    assert [row.number for row in queries.revisions(item, own=False)] == [1]
    assert queries.revision(city.above, item.pk, first.revision_id or 0).number == 1


@pytest.mark.parametrize("weeks", [0, 1, 2])
def test_late_is_counted_in_working_days_until_today(city: City, weeks: int) -> None:
    item = item_of(submitted(city.staff))
    item.due = TODAY - timedelta(weeks=weeks)
    assert queries.timing(item, TODAY).days_late == 5 * weeks


def test_what_came_in_time_is_not_late_later(city: City) -> None:
    item = item_of(released(city.staff))
    assert queries.timing(item, TODAY + timedelta(days=90)).days_late == 0


def test_a_correction_makes_nothing_late(city: City) -> None:
    item = item_of(released(city.staff))
    item.publications.create(
        verb="correction", actor_key="x", actor_name="x", at=NOW + timedelta(days=60)
    )
    assert queries.timing(item, TODAY + timedelta(days=90)).days_late == 0


def test_what_was_taken_down_and_became_public_again_counts_from_then(city: City) -> None:
    item = item_of(released(city.staff))
    for verb, days in (("file_away", 10), ("reissue", 70)):
        at = NOW + timedelta(days=days)
        item.publications.create(verb=verb, actor_key="x", actor_name="x", at=at)
    item.due = TODAY + timedelta(days=63)
    assert queries.timing(item, TODAY + timedelta(days=90)).days_late == 5


def test_what_was_withdrawn_was_in_time_when_it_was(city: City) -> None:
    item = withdrawn(city.staff)
    assert queries.timing(item, TODAY + timedelta(days=90)).days_late == 0


def test_what_is_kept_back_is_never_late(city: City) -> None:
    item = item_of(filed(city.staff))
    item.due = TODAY - timedelta(days=30)
    assert queries.timing(item, TODAY).days_late == 0


def test_the_reckoning_is_told_only_where_it_leads_to_the_due_day(city: City) -> None:
    item = item_of(submitted(city.staff))
    timing = queries.timing(item, TODAY)
    assert timing.reckoning is not None
    assert timing.due == timing.reckoning.day
    item.due = TODAY + timedelta(days=28)
    assert queries.timing(item, TODAY).reckoning is None
    item.due = item.formed_on = None
    assert queries.timing(item, TODAY).due is None


def test_what_became_proactive_has_a_new_due_day(city: City) -> None:
    item = item_of(filed(city.staff))
    wanted = Wanted("proactive", "已经办结")
    change = propose_change(city.staff.drafter, item_id=item.pk, wanted=wanted, now=NOW)
    for who in (city.staff.office, city.staff.leader):
        decide_change(who, change_id=change.pk, agrees=True, opinion="", now=NOW)
    item.refresh_from_db()
    late = queries.timing(item, TODAY + timedelta(days=35))
    assert late.due == item.due
    assert late.days_late > 0


def test_the_story_is_told_in_order_and_once(city: City) -> None:
    item = withdrawn(city.staff)
    told = [(row.family, row.verb) for row in happenings(city.staff.drafter, item, own=True)]
    reviews = [("review", "pass")] * 4
    publications = [("publication", "withdraw"), ("publication", "release")]
    assert sorted(told) == sorted(
        [*reviews, *publications, ("journal", "open_item"), ("journal", "submit")]
    )
    above = [row.verb for row in happenings(city.above, item, own=False)]
    assert above == ["withdraw", "release"]


def test_reviews_of_one_moment_stand_last_first(city: City) -> None:
    item = item_of(released(city.staff))
    rows = happenings(city.staff.drafter, item, own=True)
    told = [row.what for row in rows if row.family == "review"]
    assert told == ["主要领导", "分管领导", "保密审查", "科室负责人"]


def test_relations_are_seen_from_both_sides(city: City) -> None:
    policy, reading = released(city.staff), released(city.staff, written=draft(2))
    Relation.objects.create(item_id=reading.item_id, target_id=policy.item_id)
    who = city.staff.drafter
    assert [row.pk for row in queries.interpreted(who, item_of(reading))] == [policy.item_id]
    assert [row.pk for row in queries.interpretations(who, item_of(policy))] == [reading.item_id]


def test_substitutes_are_other_released_items_of_the_same_organ(city: City) -> None:
    old, new = released(city.staff), released(city.staff, written=draft(2))
    withdraw(
        city.staff.office,
        item_id=released(city.staff, written=draft(3)).item_id,
        reason=REASON,
        now=NOW,
    )
    other = Staff(city.region.health, "ws")
    released(other, written=draft(4))
    who, item = city.staff.office, item_of(old)
    assert [row.pk for row in queries.substitutes(who, item, "")] == [new.item_id]
    assert list(queries.substitutes(who, item, "第3批")) == []
    replace(who, item_id=old.item_id, by_id=new.item_id, reason=REASON, now=NOW)
    assert [row.pk for row in queries.replaced(who, item_of(new))] == [old.item_id]


def test_the_page_takes_few_questions_however_long_the_story(
    city: City, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    edition = released(city.staff)
    correcting(city.staff, edition.item_id)
    with django_assert_max_num_queries(26):
        page = item_page(city.staff.office, edition.item_id, TODAY)
    assert page.work is not None
    assert page.work.going is not None
