"""What a reviewer is shown: what waits for him, how far it has come, what to compare with."""

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from gongkai.apps.organs.models import User
from gongkai.apps.publishing import review_queries as queries
from gongkai.apps.publishing.chain_queries import organ_chains, reviews_of, way_of
from gongkai.apps.publishing.chains import set_chain
from gongkai.apps.publishing.drafting import save_draft
from gongkai.apps.publishing.models import Edition
from gongkai.apps.publishing.reviewing import hand_over, send_back
from gongkai.apps.publishing.submitting import submit
from gongkai.core.identity import Actor, Role
from gongkai.core.review.chain import DEFAULT
from tests.factories.organs import TODAY, Region, acting
from tests.factories.publishing import (
    NOW,
    REASON,
    Staff,
    correcting,
    draft,
    drafted,
    passed_on,
    released,
    returned,
    submitted,
    through_review,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def staff(region: Region) -> Staff:
    return Staff(region.finance, "cz")


def again(staff: Staff, edition: Edition, number: int = 9) -> Edition:
    """Another text, sent in."""
    saved = save_draft(
        staff.drafter,
        edition_id=edition.pk,
        expected=edition.version,
        draft=draft(number),
        now=NOW,
    )
    return submit(staff.drafter, edition_id=saved.pk, expected=saved.version, now=NOW)


def waiting(actor: Actor) -> list[int]:
    return list(queries.waiting(actor).values_list("pk", flat=True))


def states(edition: Edition) -> list[str]:
    return [step.state for step in way_of(edition, reviews_of(edition))]


def test_it_waits_for_one_level_after_the_other(staff: Staff) -> None:
    edition = submitted(staff)
    people = [staff.unit_head, staff.secrecy_reviewer, staff.deputy_leader, staff.leader]
    for person in people:
        assert [waiting(who) == [edition.pk] for who in people] == [who is person for who in people]
        edition = passed_on(staff, edition)
    assert [waiting(who) for who in people] == [[], [], [], []]


def test_urgent_work_comes_first(staff: Staff) -> None:
    usual = submitted(staff, written=draft(1))
    passed_on(staff, usual)
    urgent = submitted(staff, written=draft(2), urgent_reason="暴雨红色预警")
    assert waiting(staff.secrecy_reviewer) == [urgent.pk, usual.pk]


def test_what_was_handed_over_waits_for_the_colleague(staff: Staff) -> None:
    edition = submitted(staff)
    hand_over(
        staff.unit_head,
        edition_id=edition.pk,
        expected=edition.version,
        colleague=staff.legal_reviewer,
        now=NOW,
    )
    assert waiting(staff.unit_head) == []
    assert waiting(staff.legal_reviewer) == [edition.pk]


def test_who_reviewed_one_level_is_not_asked_for_another(region: Region, staff: Staff) -> None:
    both = acting("both", region.finance, Role.UNIT_HEAD, Role.SECRECY_REVIEWER)
    edition = submitted(staff)
    assert waiting(both) == [edition.pk]
    hand_over(
        staff.unit_head,
        edition_id=edition.pk,
        expected=edition.version,
        colleague=both,
        now=NOW,
    )
    after = Edition.objects.get(pk=edition.pk)
    staff.unit_head = both
    passed_on(staff, after)
    assert waiting(both) == []
    assert waiting(staff.secrecy_reviewer) == [edition.pk]


def test_another_organs_work_does_not_wait_for_anybody_here(region: Region, staff: Staff) -> None:
    submitted(staff)
    assert waiting(acting("other", region.health, Role.UNIT_HEAD)) == []
    assert waiting(acting("above", region.city, Role.UNIT_HEAD)) == []


def test_the_way_before_submission_is_the_one_it_will_go(staff: Staff) -> None:
    edition = drafted(staff)
    assert states(edition) == ["ahead"] * 4
    set_chain(staff.office, kind="notice", chain=(DEFAULT[0], DEFAULT[1], DEFAULT[3]), now=NOW)
    assert states(edition) == ["ahead"] * 3


def test_the_way_shows_where_it_was_sent_back_and_resumes(staff: Staff) -> None:
    edition = passed_on(staff, passed_on(staff, submitted(staff)))
    edition = send_back(
        staff.deputy_leader,
        edition_id=edition.pk,
        expected=edition.version,
        reason=REASON,
        now=NOW,
    )
    assert states(edition) == ["passed", "passed", "sent_back", "ahead"]
    edition = again(staff, edition)
    assert states(edition) == ["passed", "ahead", "now", "ahead"]
    edition = passed_on(staff, edition)
    assert states(edition) == ["passed", "now", "passed", "ahead"]
    edition = through_review(staff, edition)
    assert states(edition) == ["passed"] * 4


def test_the_way_of_urgent_work_shows_what_comes_after_release(staff: Staff) -> None:
    edition = submitted(staff, urgent_reason="暴雨红色预警")
    assert states(edition) == ["after", "now", "after", "ahead"]


def test_the_way_after_an_objection(staff: Staff) -> None:
    edition = released(staff, urgent_reason="暴雨红色预警")
    edition = send_back(
        staff.holder(edition.level_role),
        edition_id=edition.pk,
        expected=edition.version,
        reason=REASON,
        now=NOW,
    )
    assert "objected" in states(edition)


def test_a_case_says_whose_turn_it_is(staff: Staff) -> None:
    edition = submitted(staff)
    case = queries.case(staff.unit_head, edition.pk, NOW)
    assert case.is_mine
    assert case.parts == [("item", "正文")]
    assert case.examination.is_clear
    other = queries.case(staff.drafter, edition.pk, NOW)
    assert not other.is_mine
    assert {row.code for row in other.objections} == {"REVIEW-TURN", "REVIEW-OWN"}


def test_a_case_is_read_in_few_questions(
    staff: Staff, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    edition = submitted(staff)
    with django_assert_max_num_queries(14):
        queries.case(staff.unit_head, edition.pk, NOW)


def test_a_first_submission_is_compared_with_nothing(staff: Staff) -> None:
    assert queries.case(staff.unit_head, submitted(staff).pk, NOW).earlier == []


def test_after_a_sending_back_with_what_that_level_saw(staff: Staff) -> None:
    first = returned(staff)
    seen = first.revision_id
    edition = again(staff, first)
    case = queries.case(staff.unit_head, edition.pk, NOW)
    assert [(row.key, row.revision.pk) for row in case.earlier] == [("level", seen)]
    edition = passed_on(staff, edition)
    case = queries.case(staff.secrecy_reviewer, edition.pk, NOW)
    assert [(row.key, row.revision.pk) for row in case.earlier] == [("last", seen)]


def test_a_correction_with_what_is_public(staff: Staff) -> None:
    first = released(staff)
    edition = again(staff, correcting(staff, first.item_id))
    case = queries.case(staff.unit_head, edition.pk, NOW)
    assert [(row.key, row.revision.pk) for row in case.earlier] == [("released", first.revision_id)]


def test_what_is_public_already_is_compared_with_nothing(staff: Staff) -> None:
    edition = released(staff)
    assert queries.case(staff.office, edition.pk, NOW).earlier == []


def test_colleagues_are_reviewers_of_the_organ_who_are_not_involved(
    region: Region, staff: Staff
) -> None:
    edition = passed_on(staff, submitted(staff))
    acting("elsewhere", region.health, Role.LEADER)
    retired = acting("retired", region.finance, Role.LEADER)
    User.objects.filter(pk=int(retired.key.removeprefix("user:"))).update(is_active=False)
    found = [name for _, name in queries.colleagues(staff.secrecy_reviewer, edition, TODAY)]
    assert found == [
        "cz-deputy（分管领导）",
        "cz-leader（主要领导）",
        "cz-legal（法制审核）",
        "cz-office（公开办）",
    ]


def test_a_colleague_of_another_organ_is_not_found(region: Region, staff: Staff) -> None:
    other = acting("elsewhere", region.health, Role.LEADER)
    with pytest.raises(User.DoesNotExist):
        queries.colleague(staff.unit_head, int(other.key.removeprefix("user:")))


def test_the_chains_of_an_organ_fall_back_to_its_general_one(staff: Staff) -> None:
    shorter = (DEFAULT[0], DEFAULT[1], DEFAULT[3])
    set_chain(staff.office, kind="", chain=shorter, now=NOW)
    set_chain(staff.office, kind="news", chain=DEFAULT, now=NOW)
    found = {row.kind: row for row in organ_chains(staff.office)}
    assert found["news"].chain == DEFAULT
    assert found["news"].row is not None
    assert found["notice"].chain == found[""].chain == shorter
    assert found["notice"].row is None
