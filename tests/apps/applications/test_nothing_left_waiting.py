"""However a case ends, nothing of it waits for anybody; what was ended may be worked on anew."""

from datetime import date

import pytest

from gongkai.apps.applications.handling.extending import Proposal, propose_extension
from gongkai.apps.applications.handling.fees import Charge, notice_fee, suggest_fee
from gongkai.apps.applications.handling.following_disputes import reopen_corrected
from gongkai.apps.applications.handling.reopening import Order, reopen
from gongkai.apps.applications.handling.retracting import Retraction, record_retraction
from gongkai.apps.applications.models import Application, Extension, FeeNotice, Reply
from gongkai.apps.applications.receiving.registering import confirm_receipt, void_application
from gongkai.apps.applications.receiving.splitting import join
from gongkai.apps.applications.replies.deciding import begin_reply
from gongkai.apps.applications.replies.replying import issue_reply
from gongkai.apps.applications.waiting.waiting_queries import extensions, fees
from gongkai.core.events import DecisionCorrected
from gongkai.core.finding import BlockedError
from tests.apps.applications.answering import NOON, Answering
from tests.apps.applications.at_work import at, codes

pytestmark = pytest.mark.django_db
DAY = NOON.date()
MUCH = Charge("pages", "一次申请提供 150 页", 150)


@pytest.fixture
def desk() -> Answering:
    return Answering()


def suggested(desk: Answering, day: str) -> FeeNotice:
    return suggest_fee(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        charge=MUCH,
        now=at(day),
    )


def joined(desk: Answering, one: Application) -> Application:
    return join(
        desk.handler, application_id=one.pk, into_id=desk.case.pk, reason="同一事项", now=NOON
    )


def second(desk: Answering) -> Application:
    return desk.received(2, state="received", identity_key=desk.case.identity_key)


def test_what_was_proposed_ends_with_the_reply(desk: Answering) -> None:
    propose_extension(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        proposal=Proposal(10, "量大"),
        now=at("2025-06-10"),
    )
    suggested(desk, "2025-06-10")
    row = desk.signed()
    assert (extensions(desk.head).count(), fees(desk.office).count()) == (1, 1)
    issue_reply(desk.handler, reply_id=row.pk, expected=row.version, now=NOON)
    assert (extensions(desk.head).count(), fees(desk.office).count()) == (0, 0)
    assert Extension.objects.get().state == FeeNotice.objects.get().state == "dropped"
    row.refresh_from_db()
    assert row.state == "issued"


def test_what_is_joined_has_a_decision_and_no_draft(desk: Answering) -> None:
    one = second(desk)
    begin_reply(desk.handler, application_id=one.pk, now=NOON)
    one = joined(desk, one)
    assert (one.decision, one.result_row, one.remedy) == ("joined", "other_3", "none")
    assert Reply.objects.get(application=one).state == "dropped"


@pytest.mark.parametrize("state", ["in_review", "approved"])
def test_nothing_is_joined_into_a_case_whose_reply_is_written(desk: Answering, state: str) -> None:
    one = second(desk)
    Application.objects.filter(pk=desk.case.pk).update(state=state)
    with pytest.raises(BlockedError) as error:
        joined(desk, one)
    assert codes(error) == {"JOIN-STATE"}


def test_a_void_case_has_no_draft(desk: Answering) -> None:
    one = second(desk)
    begin_reply(desk.handler, application_id=one.pk, now=NOON)
    void_application(desk.office, application_id=one.pk, reason="登记有误", now=NOON)
    assert Reply.objects.get(application=one).state == "dropped"


def test_a_fee_nobody_paid_is_no_hindrance_when_a_case_is_opened_again(desk: Answering) -> None:
    notice_fee(desk.office, fee_id=suggested(desk, "2025-06-10").pk, now=at("2025-06-11"))
    record_retraction(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        retraction=Retraction(date(2025, 6, 12), "声明"),
        now=at("2025-06-12"),
    )
    assert FeeNotice.objects.get().state == "dropped"
    reopen(
        desk.office,
        application_id=desk.case.pk,
        expected=desk.version,
        order=Order("示政复决〔2025〕9号", date(2025, 8, 29)),
        now=at("2025-09-01"),
    )
    assert suggested(desk, "2025-09-02").state == "suggested"


def test_a_case_that_was_never_received_is_opened_again_and_received_then(
    desk: Answering,
) -> None:
    desk.case = desk.received(
        2,
        way="fax",
        received_on=None,
        state="ended",
        decision="ended",
        result_row="other_3",
        closed_on=date(2025, 6, 12),
    )
    event = DecisionCorrected(
        desk.case.pk,
        7,
        desk.organ.pk,
        "示政复决〔2025〕9号",
        "2025-08-29",
        at("2025-09-01").isoformat(),
        desk.office.key,
        desk.office.name,
    )
    reopen_corrected(event)
    case = desk.now()
    assert (case.state, case.closed_on, case.due) == ("handling", None, None)
    confirm_receipt(
        desk.handler,
        application_id=case.pk,
        confirmed_on=date(2025, 9, 1),
        method="电话",
        now=at("2025-09-01"),
    )
    assert desk.now().due == date(2025, 9, 28)
