"""Review: level after level, separation of duties, one winner, resuming where it was sent back."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from gongkai.apps.journal.queries import history
from gongkai.apps.organs.duties import appoint_stand_in
from gongkai.apps.organs.models import Duty
from gongkai.apps.organs.queries import actor_of
from gongkai.apps.publishing.drafting import save_draft
from gongkai.apps.publishing.models import Determination, Edition, Review
from gongkai.apps.publishing.review_queries import case
from gongkai.apps.publishing.reviewing import Opinion, approve, hand_over, parts_to_clear, send_back
from gongkai.apps.publishing.submitting import submit, take_back
from gongkai.apps.publishing.waiting_queries import to_review
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, Actor, Role
from gongkai.core.publishing.draft import unpack
from tests.factories.organs import TODAY, Region, acting, serving
from tests.factories.publishing import (
    NOW,
    REASON,
    Staff,
    draft,
    drafted,
    opinion,
    passed_on,
    released,
    submitted,
    through_review,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def staff(region: Region) -> Staff:
    return Staff(region.bureau)


def codes(error: BlockedError) -> list[str]:
    return [finding.code for finding in error.findings]


def looked_at(actor: Actor, edition: Edition, said: Opinion | None = None) -> Edition:
    return approve(
        actor,
        edition_id=edition.pk,
        expected=edition.version,
        opinion=said or opinion(edition),
        now=NOW,
    )


def sent_back(actor: Actor, edition: Edition, reason: str = REASON) -> Edition:
    return send_back(actor, edition_id=edition.pk, expected=edition.version, reason=reason, now=NOW)


def test_the_usual_way_is_head_secrecy_deputy_leader(staff: Staff) -> None:
    edition = submitted(staff)
    seen = []
    while edition.state == "in_review":
        seen.append(edition.level_role)
        edition = passed_on(staff, edition)
    assert seen == ["unit_head", "secrecy_reviewer", "deputy_leader", "leader"]
    assert edition.state == "approved"
    rows = list(Review.objects.filter(edition=edition))
    assert [row.proofread for row in rows if row.kind == "content"] == [True, True, True]
    assert rows[1].parts == [{"key": "item", "label": "正文"}]


def test_whoever_signs_decides_the_disclosure_class(staff: Staff) -> None:
    edition = through_review(staff, submitted(staff))
    row = Determination.objects.get(edition=edition)
    assert (row.disclosure_class, row.decided_by) == ("proactive", staff.leader.name)
    assert row.proposed_by == staff.drafter.name


def test_every_step_has_its_entry(staff: Staff) -> None:
    edition = through_review(staff, submitted(staff))
    verbs = [row.verb for row in history(staff.drafter, f"item:{edition.item_id}")]
    assert sorted(verbs) == sorted(["open_item", "submit", "pass_on", "pass_on", "pass_on", "sign"])


@pytest.mark.parametrize(
    "role",
    ["drafter", "secrecy_reviewer", "deputy_leader", "leader", "office"],
    ids=["拟稿人", "保密审查员", "分管领导", "主要领导", "公开办"],
)
def test_only_whose_turn_it_is(staff: Staff, role: str) -> None:
    with pytest.raises(BlockedError) as caught:
        looked_at(getattr(staff, role), submitted(staff))
    assert "REVIEW-TURN" in codes(caught.value)


def test_whoever_wrote_does_not_review(staff: Staff, region: Region) -> None:
    both = acting("both", region.bureau, Role.DRAFTER, Role.UNIT_HEAD)
    edition = drafted(staff)
    written = replace(draft(), summary="改过的摘要。")
    edition = save_draft(
        both, edition_id=edition.pk, expected=edition.version, draft=written, now=NOW
    )
    edition = submit(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)
    with pytest.raises(BlockedError) as caught:
        looked_at(both, edition)
    assert codes(caught.value) == ["REVIEW-OWN"]


def test_nobody_reviews_two_levels(staff: Staff, region: Region) -> None:
    both = acting("both", region.bureau, Role.UNIT_HEAD, Role.DEPUTY_LEADER)
    edition = looked_at(both, submitted(staff))
    edition = passed_on(staff, edition)
    with pytest.raises(BlockedError) as caught:
        looked_at(both, edition)
    assert codes(caught.value) == ["REVIEW-TWICE"]


def test_another_organ_finds_nothing(staff: Staff, region: Region) -> None:
    stranger = acting("stranger", region.town, Role.UNIT_HEAD)
    with pytest.raises(Edition.DoesNotExist):
        looked_at(stranger, submitted(staff))


def test_a_superior_may_look_but_not_act(staff: Staff, region: Region) -> None:
    superior = acting("superior", region.county, Role.UNIT_HEAD)
    with pytest.raises(Edition.DoesNotExist):
        looked_at(superior, submitted(staff))


def test_without_proofreading_nothing_passes(staff: Staff) -> None:
    with pytest.raises(BlockedError) as caught:
        looked_at(staff.unit_head, submitted(staff), Opinion())
    assert codes(caught.value) == ["REVIEW-PROOF"]


def test_secrecy_review_is_of_every_part(staff: Staff) -> None:
    edition = passed_on(staff, submitted(staff))
    with pytest.raises(BlockedError) as caught:
        looked_at(staff.secrecy_reviewer, edition, Opinion())
    assert codes(caught.value) == ["REVIEW-PARTS"]
    assert "正文" in caught.value.findings[0].text


def test_a_reason_is_needed_to_send_back(staff: Staff) -> None:
    with pytest.raises(BlockedError) as caught:
        sent_back(staff.unit_head, submitted(staff), " ")
    assert codes(caught.value) == ["REASON"]


def test_work_resumes_at_the_level_that_sent_it_back(staff: Staff) -> None:
    edition = passed_on(staff, passed_on(staff, submitted(staff)))
    edition = sent_back(staff.deputy_leader, edition)
    assert (edition.state, edition.note) == ("returned", REASON)
    edition = submit(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)
    assert edition.level_role == "deputy_leader"


def test_a_changed_text_goes_to_secrecy_review_again(staff: Staff) -> None:
    edition = passed_on(staff, passed_on(staff, submitted(staff)))
    edition = sent_back(staff.deputy_leader, edition)
    changed = replace(unpack(edition.content), summary="核对后的摘要。")
    edition = save_draft(
        staff.drafter, edition_id=edition.pk, expected=edition.version, draft=changed, now=NOW
    )
    edition = submit(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)
    seen = []
    while edition.state == "in_review":
        seen.append(edition.level_role)
        edition = passed_on(staff, edition)
    assert seen == ["deputy_leader", "secrecy_reviewer", "leader"]


def test_of_two_who_review_at_once_one_wins(staff: Staff, region: Region) -> None:
    second = acting("second", region.bureau, Role.UNIT_HEAD)
    edition = submitted(staff)
    looked_at(staff.unit_head, edition)
    with pytest.raises(BlockedError) as caught:
        looked_at(second, edition)
    assert codes(caught.value) == ["EDITION-CHANGED"]
    assert staff.unit_head.name in caught.value.findings[0].text
    assert Review.objects.filter(edition=edition).count() == 1


def test_a_double_click_passes_once(staff: Staff) -> None:
    edition = submitted(staff)
    looked_at(staff.unit_head, edition)
    with pytest.raises(BlockedError):
        looked_at(staff.unit_head, edition)
    assert Review.objects.filter(edition=edition).count() == 1


def test_the_database_itself_lets_a_level_pass_once(staff: Staff) -> None:
    edition = passed_on(staff, submitted(staff))
    row = Review.objects.get(edition=edition)
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_drafter_takes_back_and_submits_again(staff: Staff) -> None:
    edition = submitted(staff)
    edition = take_back(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)
    assert (edition.state, edition.level) == ("draft", None)
    edition = submit(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)
    assert edition.level_role == "unit_head"


def taken_back(staff: Staff, edition: Edition) -> Edition:
    return take_back(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)


def submitted_again(staff: Staff, edition: Edition, summary: str | None = None) -> Edition:
    written = unpack(edition.content)
    edition = save_draft(
        staff.drafter,
        edition_id=edition.pk,
        expected=edition.version,
        draft=written if summary is None else replace(written, summary=summary),
        now=NOW,
    )
    return submit(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)


class TestTakingBack:
    def test_what_was_changed_is_looked_at_by_all_levels_again(self, staff: Staff) -> None:
        edition = taken_back(staff, passed_on(staff, passed_on(staff, submitted(staff))))
        edition = submitted_again(staff, edition, "另写的摘要。")
        assert edition.level_role == "unit_head"
        seen = []
        while edition.state == "in_review":
            seen.append(edition.level_role)
            edition = passed_on(staff, edition)
        assert seen == ["unit_head", "secrecy_reviewer", "deputy_leader", "leader"]

    def test_what_is_the_same_goes_on_where_it_was(self, staff: Staff) -> None:
        edition = taken_back(staff, passed_on(staff, passed_on(staff, submitted(staff))))
        assert submitted_again(staff, edition).level_role == "deputy_leader"

    def test_what_is_as_it_was_before_again_keeps_who_saw_it(self, staff: Staff) -> None:
        edition = passed_on(staff, submitted(staff))
        first = unpack(edition.content).summary
        edition = submitted_again(staff, taken_back(staff, edition), "另写的摘要。")
        assert edition.level_role == "unit_head"
        edition = submitted_again(staff, taken_back(staff, edition), first)
        assert edition.level_role == "secrecy_reviewer"

    def test_after_it_was_sent_back_and_taken_back_all_look_anew(self, staff: Staff) -> None:
        edition = passed_on(staff, passed_on(staff, submitted(staff)))
        edition = submitted_again(staff, sent_back(staff.deputy_leader, edition), "改过的摘要。")
        assert edition.level_role == "deputy_leader"
        edition = submitted_again(staff, taken_back(staff, edition), "又改的摘要。")
        assert edition.level_role == "unit_head"

    def test_whoever_passed_another_level_before_may_pass_this_one(self, staff: Staff) -> None:
        edition = taken_back(staff, passed_on(staff, submitted(staff)))
        edition = passed_on(staff, submitted_again(staff, edition, "另写的摘要。"))
        edition = passed_on(staff, edition)
        roles = frozenset({Role.UNIT_HEAD, Role.DEPUTY_LEADER})
        both = replace(staff.unit_head, roles=roles)
        assert edition.level_role == "deputy_leader"
        assert not to_review(both).exists()
        edition = taken_back(staff, edition)
        edition = submitted_again(staff, edition, "第三次写的摘要。")
        other = replace(staff.deputy_leader, roles=roles)
        looked_at(other, edition)
        edition.refresh_from_db()
        edition = passed_on(staff, edition)
        assert edition.level_role == "deputy_leader"
        assert not to_review(other).exists()
        assert to_review(both).exists()
        assert looked_at(both, edition).level_role == "leader"

    def test_the_way_shows_who_looks_anew(self, staff: Staff) -> None:
        edition = taken_back(staff, passed_on(staff, submitted(staff)))
        edition = submitted_again(staff, edition, "另写的摘要。")
        found = case(staff.unit_head, edition.pk, NOW)
        assert [step.state for step in found.way] == ["now", "ahead", "ahead", "ahead"]
        assert found.is_mine


class TestDelegation:
    def test_a_colleague_reviews_in_ones_place_once(self, staff: Staff, region: Region) -> None:
        colleague = acting("colleague", region.bureau, Role.HANDLER)
        edition = submitted(staff)
        edition = hand_over(
            staff.unit_head,
            edition_id=edition.pk,
            expected=edition.version,
            colleague=colleague,
            now=NOW,
        )
        edition = looked_at(colleague, edition)
        row = Review.objects.get(edition=edition)
        assert row.on_behalf == f"受{staff.unit_head.name}委托"
        assert edition.assignee_key == ""

    @pytest.mark.parametrize("who", ["drafter", "unit_head"], ids=["拟稿人", "本人"])
    def test_not_to_whoever_may_not_review(self, staff: Staff, who: str) -> None:
        edition = submitted(staff)
        with pytest.raises(BlockedError) as caught:
            hand_over(
                staff.unit_head,
                edition_id=edition.pk,
                expected=edition.version,
                colleague=getattr(staff, who),
                now=NOW,
            )
        assert codes(caught.value) == ["REVIEW-HAND-OVER"]

    def test_not_to_another_organ(self, staff: Staff, region: Region) -> None:
        stranger = acting("stranger", region.town, Role.UNIT_HEAD)
        edition = submitted(staff)
        with pytest.raises(BlockedError):
            hand_over(
                staff.unit_head,
                edition_id=edition.pk,
                expected=edition.version,
                colleague=stranger,
                now=NOW,
            )


class TestUrgency:
    def test_only_those_who_cannot_wait_see_it_first(self, staff: Staff) -> None:
        edition = submitted(staff, urgent_reason="台风预警")
        seen = []
        while edition.state == "in_review":
            seen.append(edition.level_role)
            edition = passed_on(staff, edition)
        assert seen == ["secrecy_reviewer", "leader"]

    def test_the_others_see_it_afterwards(self, staff: Staff) -> None:
        edition = released(staff, urgent_reason="台风预警")
        assert edition.state == "released_urgently"
        seen = []
        while edition.state == "released_urgently":
            seen.append(edition.level_role)
            edition = passed_on(staff, edition)
        assert seen == ["unit_head", "deputy_leader"]
        assert edition.state == "released"
        assert edition.closed_at == NOW

    def test_who_objects_afterwards_leaves_it_to_the_office(self, staff: Staff) -> None:
        edition = sent_back(staff.unit_head, released(staff, urgent_reason="台风预警"))
        assert (edition.state, edition.note) == ("objected", REASON)
        assert edition.item.state == "released"

    def test_an_urgent_reason_is_needed(self, staff: Staff) -> None:
        with pytest.raises(BlockedError) as caught:
            submitted(staff, urgent_reason=" ")
        assert "URGENT-REASON" in codes(caught.value)


def test_parts_to_clear_are_the_text_and_each_attachment(staff: Staff) -> None:
    edition = submitted(staff)
    assert edition.revision is not None
    assert parts_to_clear(edition.revision) == [("item", "正文")]


def test_a_stand_in_is_named(staff: Staff, region: Region) -> None:
    deputy = serving("deputy-for-a-day", region.bureau, Role.HANDLER)
    held = Duty.objects.get(user__username__endswith="unit-head", organ=region.bureau)
    appoint_stand_in(
        SYSTEM, duty_id=held.pk, deputy_id=deputy.pk, span=(TODAY, TODAY), reason="外出"
    )
    edition = looked_at(actor_of(deputy, TODAY), submitted(staff))
    assert Review.objects.get(edition=edition).on_behalf == f"代理{staff.unit_head.name}"


def test_whoever_has_the_duty_acts_for_himself(staff: Staff) -> None:
    row = Review.objects.get(edition=looked_at(staff.unit_head, submitted(staff)))
    assert (row.on_behalf, row.actor_key) == ("", staff.unit_head.key)
