"""Review of replies: level by level, by different people, and back again."""

import pytest

from gongkai.apps.applications.models import Application, Entry, Reply, ReplyChain, ReplyReview
from gongkai.apps.applications.replies.chains import (
    chain_of,
    reset_reply_chain,
    set_reply_chain,
)
from gongkai.apps.applications.replies.deciding import save_decision, save_text
from gongkai.apps.applications.replies.replying import propose_reply, take_back_reply
from gongkai.apps.applications.replies.reviewing import pass_reply, recall_reply, send_back_reply
from gongkai.apps.applications.waiting.waiting_queries import to_review
from gongkai.core.applications.decisions_review import REPLY_CHAIN
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from gongkai.core.review.chain import Level
from tests.apps.applications.answering import NOON, Answering, choice
from tests.apps.applications.at_work import codes
from tests.factories.organs import acting

pytestmark = pytest.mark.django_db
SHORT = (Level("office", "公开办", Role.DISCLOSURE_OFFICE),)


@pytest.fixture
def desk() -> Answering:
    return Answering()


def let(desk: Answering, reviewer: Actor, row: Reply) -> Reply:
    return pass_reply(reviewer, reply_id=row.pk, expected=row.version, now=NOON)


def back(reviewer: Actor, row: Reply, reason: str = "请补充理由") -> Reply:
    return send_back_reply(reviewer, reply_id=row.pk, expected=row.version, reason=reason, now=NOON)


def again(desk: Answering, row: Reply) -> Reply:
    return propose_reply(desk.handler, reply_id=row.pk, expected=row.version, now=NOON)


def test_a_reply_goes_from_level_to_level(desk: Answering) -> None:
    row = desk.proposed()
    assert (row.state, row.level_role, desk.now().state) == (
        "in_review",
        "disclosure_office",
        "in_review",
    )
    row = let(desk, desk.office, row)
    assert row.level_role == "legal_reviewer"
    row = let(desk, desk.legal, row)
    row = let(desk, desk.leader, row)
    assert (row.state, row.level, desk.now().state) == ("approved", None, "approved")
    assert row.approved_at == NOON
    reviews = ReplyReview.objects.filter(reply=row).values_list("label", "verdict")
    assert list(reviews) == [("公开办", "pass"), ("法制审核", "pass"), ("领导签发", "pass")]


def test_the_applicant_is_told_nothing_of_the_review(desk: Answering) -> None:
    desk.signed()
    entries = Entry.objects.filter(application=desk.case, verb__in=("submit", "pass_on", "sign"))
    assert entries.count() == 4
    assert not entries.filter(is_public=True).exists()


def test_it_comes_back_to_whoever_sent_it_back(desk: Answering) -> None:
    row = back(desk.legal, let(desk, desk.office, desk.proposed()))
    assert (row.state, row.level, desk.now().state) == ("returned", None, "handling")
    text = "\n".join([*row.body[:-1], "补充的一段。", row.body[-1]])
    row = save_text(desk.handler, reply_id=row.pk, expected=row.version, text=text, now=NOON)
    row = again(desk, row)
    assert row.level_role == "legal_reviewer"


def test_with_another_decision_all_levels_look_anew(desk: Answering) -> None:
    row = back(desk.legal, let(desk, desk.office, desk.proposed()))
    row = save_decision(
        desk.handler, reply_id=row.pk, expected=row.version, choice=choice("petition"), now=NOON
    )
    assert again(desk, row).level_role == "disclosure_office"


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({"ground": "DRAFT_PAPER"}, id="改变依据"),
        pytest.param({"reasons": "公开后会误导公众。"}, id="改变理由"),
    ],
)
def test_with_other_facts_all_levels_look_anew(desk: Answering, facts: dict[str, str]) -> None:
    row = back(desk.legal, let(desk, desk.office, desk.proposed("refused_process")))
    for _ in range(2):
        row = save_decision(
            desk.handler,
            reply_id=row.pk,
            expected=row.version,
            choice=choice("refused_process", **facts),
            now=NOON,
        )
    assert ReplyReview.objects.filter(reply=row, verdict="changed").count() == 1
    row = again(desk, row)
    assert row.level_role == "disclosure_office"
    assert to_review(desk.office).exists()


def test_saving_the_same_facts_once_more_asks_nobody_again(desk: Answering) -> None:
    row = back(desk.legal, let(desk, desk.office, desk.proposed()))
    row = save_decision(
        desk.handler, reply_id=row.pk, expected=row.version, choice=choice(row.kind), now=NOON
    )
    assert again(desk, row).level_role == "legal_reviewer"


def test_a_signed_reply_can_be_recalled_and_is_looked_at_by_all(desk: Answering) -> None:
    row = desk.signed()
    with pytest.raises(BlockedError) as error:
        recall_reply(desk.office, reply_id=row.pk, expected=row.version, reason=" ", now=NOON)
    assert codes(error) == {"REPLY-REASON"}
    row = recall_reply(
        desk.office, reply_id=row.pk, expected=row.version, reason="文号有误", now=NOON
    )
    assert (row.state, desk.now().state) == ("returned", "handling")
    assert again(desk, row).level_role == "disclosure_office"


def test_a_proposal_can_be_taken_back(desk: Answering) -> None:
    row = desk.proposed()
    row = take_back_reply(desk.handler, reply_id=row.pk, expected=row.version, now=NOON)
    assert (row.state, row.level, desk.now().state) == ("draft", None, "handling")


def test_what_was_taken_back_is_looked_at_by_all_again(desk: Answering) -> None:
    row = let(desk, desk.office, desk.proposed())
    row = take_back_reply(desk.handler, reply_id=row.pk, expected=row.version, now=NOON)
    text = "\n".join(["另写的一段。", *row.body])
    row = save_text(desk.handler, reply_id=row.pk, expected=row.version, text=text, now=NOON)
    row = again(desk, row)
    assert row.level_role == "disclosure_office"
    assert to_review(desk.office).exists()


def test_all_have_passed_and_the_last_level_looks_again(desk: Answering) -> None:
    chain = SHORT
    set_reply_chain(desk.office, chain=chain, now=NOON)
    row = desk.passed(desk.proposed(), desk.office)
    assert row.state == "approved"


# Separation of duties


def test_nobody_reviews_his_own_text(desk: Answering) -> None:
    both = acting("both", desk.organ, Role.HANDLER, Role.DISCLOSURE_OFFICE)
    row = desk.drafted()
    row = save_text(both, reply_id=row.pk, expected=row.version, text="\n".join(row.body), now=NOON)
    row = again(desk, row)
    with pytest.raises(BlockedError) as error:
        let(desk, both, row)
    assert codes(error) == {"REPLY-OWN"}


def test_nobody_stands_for_two_levels(desk: Answering) -> None:
    both = acting("both", desk.organ, Role.DISCLOSURE_OFFICE, Role.LEGAL_REVIEWER)
    row = let(desk, both, desk.proposed())
    with pytest.raises(BlockedError) as error:
        let(desk, both, row)
    assert codes(error) == {"REPLY-TWICE"}


def test_nobody_is_offered_a_second_level(desk: Answering) -> None:
    both = acting("both", desk.organ, Role.DISCLOSURE_OFFICE, Role.LEGAL_REVIEWER)
    row = desk.proposed()
    assert to_review(both).exists()
    row = let(desk, both, row)
    assert not to_review(both).exists()
    assert to_review(desk.legal).exists()
    row = let(desk, desk.leader, let(desk, desk.legal, row))
    row = recall_reply(desk.office, reply_id=row.pk, expected=row.version, reason="有误", now=NOON)
    row = let(desk, desk.office, again(desk, row))
    assert to_review(both).exists()
    assert let(desk, both, row).level_role == "leader"


def test_it_is_not_everybodys_turn(desk: Answering) -> None:
    row = desk.proposed()
    with pytest.raises(BlockedError) as error:
        let(desk, desk.leader, row)
    assert codes(error) == {"REPLY-TURN"}


def test_of_two_who_press_one_wins(desk: Answering) -> None:
    row = desk.proposed()
    let(desk, desk.office, row)
    with pytest.raises(BlockedError) as error:
        pass_reply(desk.office, reply_id=row.pk, expected=row.version, now=NOON)
    assert codes(error) == {"REPLY-CHANGED"}


def test_what_is_not_under_review_is_not_reviewed(desk: Answering) -> None:
    row = desk.drafted()
    with pytest.raises(BlockedError) as error:
        let(desk, desk.office, row)
    assert codes(error) == {"REPLY-STATE"}


def test_what_became_of_the_case_stops_its_reply(desk: Answering) -> None:
    row = desk.proposed()
    Application.objects.filter(pk=desk.case.pk).update(state="retracted")
    with pytest.raises(BlockedError) as error:
        let(desk, desk.office, row)
    assert codes(error) == {"REPLY-CASE"}
    assert not to_review(desk.office).exists()


def test_whoever_sends_back_says_why(desk: Answering) -> None:
    with pytest.raises(BlockedError) as error:
        back(desk.office, desk.proposed(), reason=" ")
    assert codes(error) == {"REPLY-REASON"}


def test_reviewers_of_another_organ_find_nothing(desk: Answering) -> None:
    far = acting("far", desk.region.health, Role.DISCLOSURE_OFFICE)
    with pytest.raises(Reply.DoesNotExist):
        let(desk, far, desk.proposed())


# Chains


def test_an_organ_has_a_chain_of_its_own(desk: Answering) -> None:
    assert chain_of(desk.organ.pk) == REPLY_CHAIN
    set_reply_chain(desk.office, chain=SHORT, now=NOON)
    assert chain_of(desk.organ.pk) == SHORT
    reset_reply_chain(desk.office)
    assert chain_of(desk.organ.pk) == REPLY_CHAIN
    with pytest.raises(BlockedError) as error:
        reset_reply_chain(desk.office)
    assert codes(error) == {"REPLY-CHAIN-USUAL"}


def test_what_is_under_way_goes_on_as_it_began(desk: Answering) -> None:
    row = desk.proposed()
    set_reply_chain(desk.office, chain=SHORT, now=NOON)
    assert let(desk, desk.office, row).level_role == "legal_reviewer"


def test_a_chain_that_will_not_do_is_refused(desk: Answering) -> None:
    with pytest.raises(BlockedError) as error:
        set_reply_chain(desk.office, chain=(), now=NOON)
    assert codes(error) == {"REPLY-CHAIN-EMPTY"}
    with pytest.raises(NotAllowedError):
        set_reply_chain(desk.handler, chain=SHORT, now=NOON)
    assert not ReplyChain.objects.exists()
