"""What waits for a person: nothing that is not his, nothing twice, in few questions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from gongkai.apps.publishing import waiting_queries as queries
from gongkai.apps.publishing.determining import Wanted, decide_change, propose_change
from gongkai.apps.publishing.models import Edition, Item
from gongkai.apps.publishing.reviewing import hand_over
from gongkai.core.identity import Role
from tests.factories.organs import TODAY, Region, acting
from tests.factories.publishing import (
    NOW,
    Staff,
    approved,
    draft,
    drafted,
    filed,
    passed_on,
    released,
    returned,
    submitted,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def staff(region: Region) -> Staff:
    return Staff(region.bureau)


def numbers(rows: object) -> list[int]:
    return [row.pk for row in rows]  # type: ignore[attr-defined]


def test_only_whose_turn_it_is(staff: Staff) -> None:
    edition = submitted(staff)
    assert numbers(queries.to_review(staff.unit_head)) == [edition.pk]
    assert numbers(queries.to_review(staff.secrecy_reviewer)) == []
    passed_on(staff, edition)
    assert numbers(queries.to_review(staff.unit_head)) == []
    assert numbers(queries.to_review(staff.secrecy_reviewer)) == [edition.pk]


def test_what_was_handed_over_waits_for_the_colleague(staff: Staff) -> None:
    edition = submitted(staff)
    hand_over(
        staff.unit_head,
        edition_id=edition.pk,
        expected=edition.version,
        colleague=staff.legal_reviewer,
        now=NOW,
    )
    assert numbers(queries.to_review(staff.unit_head)) == []
    assert numbers(queries.to_review(staff.legal_reviewer)) == [edition.pk]


def test_nobody_is_asked_twice(staff: Staff) -> None:
    """Whoever holds two of the roles passes one level only."""
    both = replace(staff.unit_head, roles=frozenset({Role.UNIT_HEAD, Role.DEPUTY_LEADER}))
    edition = passed_on(staff, passed_on(staff, submitted(staff)))
    assert edition.level_role == "deputy_leader"
    assert numbers(queries.to_review(both)) == []
    assert numbers(queries.to_review(staff.deputy_leader)) == [edition.pk]


def test_a_key_is_not_taken_for_another_that_it_begins(staff: Staff) -> None:
    edition = submitted(staff)
    longer = f"{staff.unit_head.key}0"
    Edition.objects.filter(pk=edition.pk).update(authors=[longer])
    assert numbers(queries.to_review(staff.unit_head)) == [edition.pk]


def test_urgent_ones_come_first_then_those_that_are_due(staff: Staff) -> None:
    late = submitted(staff, written=draft(1, formed_on="2025-06-27"))
    usual = submitted(staff, written=draft(2))
    urgent = submitted(staff, written=draft(3), urgent_reason="台风预警")
    Edition.objects.filter(pk=urgent.pk).update(level_role="unit_head")
    assert numbers(queries.to_review(staff.unit_head)) == [urgent.pk, late.pk, usual.pk]


def test_drafts_and_what_came_back_belong_to_whoever_wrote(staff: Staff) -> None:
    going, back = drafted(staff, written=draft(1)), returned(staff, written=draft(2))
    assert numbers(queries.drafts(staff.drafter)) == [going.pk]
    assert numbers(queries.returned(staff.drafter)) == [back.pk]
    assert numbers(queries.drafts(staff.office)) == numbers(queries.returned(staff.office)) == []


def test_what_others_have_in_hand(staff: Staff) -> None:
    edition = submitted(staff)
    assert numbers(queries.on_their_way(staff.drafter)) == [edition.pk]
    released(staff, written=draft(2))
    assert numbers(queries.on_their_way(staff.drafter)) == [edition.pk]


def test_only_the_office_is_asked_to_release(staff: Staff) -> None:
    edition = approved(staff)
    assert numbers(queries.in_state(staff.office, "approved")) == [edition.pk]
    assert numbers(queries.in_state(staff.leader, "approved")) == []


def test_changes_go_from_the_office_to_the_leader(staff: Staff) -> None:
    item = filed(staff).item_id
    wanted = Wanted("proactive", "不再属于讨论过程")
    row = propose_change(staff.drafter, item_id=item, wanted=wanted, now=NOW)
    assert numbers(queries.to_decide(staff.office)) == [row.pk]
    assert numbers(queries.to_decide(staff.leader)) == []
    assert numbers(queries.proposed(staff.drafter)) == [row.pk]
    decide_change(staff.office, change_id=row.pk, agrees=True, opinion="同意", now=NOW)
    assert numbers(queries.to_decide(staff.leader)) == [row.pk]
    both = replace(staff.office, roles=frozenset({Role.DISCLOSURE_OFFICE, Role.LEADER}))
    assert numbers(queries.to_decide(both)) == []
    decide_change(staff.leader, change_id=row.pk, agrees=True, opinion="", now=NOW)
    assert (
        numbers(queries.to_decide(staff.leader)) == numbers(queries.proposed(staff.drafter)) == []
    )


def test_nobody_decides_on_his_own_proposal(staff: Staff) -> None:
    item = filed(staff).item_id
    propose_change(staff.office, item_id=item, wanted=Wanted("proactive", "可以公开"), now=NOW)
    assert numbers(queries.to_decide(staff.office)) == []


@pytest.mark.parametrize(
    ("until", "after", "expected"),
    [
        pytest.param(TODAY, date.min, True, id="today"),
        pytest.param(TODAY - timedelta(days=1), date.min, False, id="not yet"),
        pytest.param(TODAY + timedelta(days=6), TODAY, False, id="no longer in the week to come"),
    ],
)
def test_days_are_looked_at_from_the_right_side(
    staff: Staff, until: date, after: date, *, expected: bool
) -> None:
    edition = drafted(staff)
    Item.objects.filter(pk=edition.item_id).update(due=TODAY)
    assert bool(queries.due_by(staff.office, until, after)) is expected
    Item.objects.filter(pk=edition.item_id).update(state="filed", reassess_on=TODAY)
    assert bool(queries.to_reassess(staff.office, until, after)) is expected


def test_another_organ_is_asked_nothing(region: Region, staff: Staff) -> None:
    for make in (submitted, approved, drafted, filed):
        make(staff)
    Item.objects.update(due=TODAY, reassess_on=TODAY)
    other = Staff(region.stranger, "fremd")
    for actor in (other.office, other.unit_head, other.leader, acting("above", region.county)):
        assert queries.counts(actor, TODAY).waiting == 0
        assert not queries.due_by(actor, TODAY)


def test_what_waits_is_counted_in_few_questions(
    staff: Staff, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    submitted(staff, written=draft(1))
    approved(staff, written=draft(2))
    returned(staff, written=draft(3))
    filed(staff)
    Item.objects.filter(state="filed").update(reassess_on=TODAY)
    with django_assert_max_num_queries(5):
        assert queries.counts(staff.office, TODAY).waiting == 2
    assert queries.counts(staff.unit_head, TODAY).waiting == 1
    assert queries.counts(staff.drafter, TODAY).waiting == 1
    assert queries.counts(staff.leader, TODAY).waiting == 0
