"""Delivery: which day counts, what proves it, who may carry it, what comes back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gongkai.apps.applications.delivery.delivering import (
    Outcome,
    Sending,
    confirm_on_portal,
    fail_delivery,
    send_letter,
    settle_delivery,
    settle_failure,
)
from gongkai.apps.applications.delivery.queries import delivery
from gongkai.apps.applications.handling.consulting import Asked, consult
from gongkai.apps.applications.letters.lettering import void_letter
from gongkai.apps.applications.letters.notices import issue_notice
from gongkai.apps.applications.models import (
    Application,
    Correction,
    Deferral,
    Delivery,
    FeeNotice,
    Letter,
    Profile,
)
from gongkai.apps.applications.waiting.waiting_queries import failed, unproved, unsent
from gongkai.core.finding import BlockedError
from gongkai.core.identity import VISITOR, NotAllowedError
from tests.apps.applications.answering import NOON, Answering
from tests.apps.applications.at_work import at, codes

pytestmark = pytest.mark.django_db
TODAY = NOON.date()
LATER = at("2026-03-12")
BY_POST = Sending(
    "post", TODAY, "示范市九号路9号", carrier="中国邮政EMS", mail_number="ex123456789cn"
)
BY_HAND = Sending("counter", TODAY, signed_on=TODAY, signed_by="张明")


@pytest.fixture
def desk() -> Answering:
    return Answering()


@pytest.fixture
def letter(desk: Answering) -> Letter:
    return desk.answered()


def send(desk: Answering, letter: Letter, sending: Sending) -> Delivery:
    return send_letter(desk.handler, letter_id=letter.pk, sending=sending, now=LATER)


def settle(desk: Answering, row: Delivery, day: str, **more: int) -> Delivery:
    outcome = Outcome(date.fromisoformat(day), "张明", **more)
    return settle_delivery(desk.handler, delivery_id=row.pk, outcome=outcome, now=LATER)


def test_over_the_counter_the_day_of_signing_counts(desk: Answering, letter: Letter) -> None:
    row = send(desk, letter, Sending("counter", TODAY))
    assert (row.state, row.counts_on) == ("sent", None)
    row = settle(desk, row, "2026-03-09")
    assert (row.state, row.signed_by, row.counts_on) == ("delivered", "张明", date(2026, 3, 9))
    assert desk.now().replied_on == date(2026, 3, 9)
    assert desk.now().closed_on == TODAY


def test_who_signs_at_once_has_it(desk: Answering, letter: Letter) -> None:
    row = send(desk, letter, BY_HAND)
    assert (row.state, row.counts_on) == ("delivered", TODAY)


def test_by_post_the_day_of_posting_counts(desk: Answering, letter: Letter) -> None:
    day = TODAY + timedelta(days=1)
    row = send(desk, letter, replace(BY_POST, sent_on=day))
    assert (row.mail_number, row.posted_on, row.counts_on) == ("EX123456789CN", day, day)
    settle(desk, row, "2026-03-10")
    assert desk.now().replied_on == day


def test_over_the_net_the_sending_counts_once_it_is_confirmed(
    desk: Answering, letter: Letter
) -> None:
    row = send(desk, letter, Sending("email", TODAY, "zhang@example.com"))
    assert row.counts_on is None
    row = settle(desk, row, "2026-03-06")
    assert (row.confirmed_on, row.counts_on) == (date(2026, 3, 6), TODAY)


def test_fetching_it_on_the_portal_confirms(desk: Answering, letter: Letter) -> None:
    row = send(desk, letter, Sending("portal", TODAY))
    case = desk.case.pk
    found = [
        confirm_on_portal(VISITOR, application_id=case, letter_id=letter.pk, now=LATER)
        for _ in range(2)
    ]
    row.refresh_from_db()
    assert found == [True, False]
    assert (row.state, row.confirmed_on, row.counts_on) == ("delivered", LATER.date(), TODAY)
    other = desk.received(2)
    assert not confirm_on_portal(VISITOR, application_id=other.pk, letter_id=letter.pk, now=LATER)


def test_other_couriers_are_refused(desk: Answering, letter: Letter) -> None:
    with pytest.raises(BlockedError) as error:
        send(desk, letter, replace(BY_POST, carrier="顺丰速运"))
    assert codes(error) == {"DELIVER-CARRIER"}
    (found,) = error.value.findings
    assert "235号" in str(found.cite)


@pytest.mark.parametrize(
    ("sending", "wanted"),
    [
        pytest.param(Sending("pigeon", TODAY), {"DELIVER-WAY"}, id="没有这种方式"),
        pytest.param(
            Sending("post", TODAY),
            {"DELIVER-CARRIER", "DELIVER-LACKS"},
            id="邮寄什么都没有填",
        ),
        pytest.param(replace(BY_POST, mail_number="SF1"), {"DELIVER-NUMBER"}, id="邮件号不对"),
        pytest.param(
            replace(BY_POST, sent_on=TODAY - timedelta(days=1)), {"DELIVER-EARLY"}, id="早于成文"
        ),
        pytest.param(replace(BY_POST, sent_on=date(2026, 4, 1)), {"DELIVER-FUTURE"}, id="将来交邮"),
        pytest.param(replace(BY_HAND, signed_by=" "), {"DELIVER-LACKS"}, id="没有签收人"),
        pytest.param(
            replace(BY_HAND, signed_on=date(2026, 4, 1)), {"DELIVER-FUTURE"}, id="将来签收"
        ),
        pytest.param(Sending("email", TODAY), {"DELIVER-LACKS"}, id="没有邮箱"),
    ],
)
def test_what_proves_nothing_is_refused(
    desk: Answering, letter: Letter, sending: Sending, wanted: set[str]
) -> None:
    with pytest.raises(BlockedError) as error:
        send(desk, letter, sending)
    assert codes(error) == wanted
    assert not Delivery.objects.exists()


@pytest.mark.parametrize("way", ["email", "portal"])
def test_over_the_net_the_nets_way_to_review_is_told(desk: Answering, way: str) -> None:
    Profile.objects.update(review_address="")
    letter = desk.answered()
    with pytest.raises(BlockedError) as error:
        send(desk, letter, Sending(way, TODAY, "zhang@example.com"))
    assert codes(error) == {"REMEDY-ONLINE"}
    Profile.objects.update(review_address="https://new.example.gov.cn")
    with pytest.raises(BlockedError) as error:
        send(desk, letter, Sending(way, TODAY, "zhang@example.com"))
    assert codes(error) == {"REMEDY-ONLINE"}


def test_what_comes_back_is_a_task_until_somebody_sees_to_it(
    desk: Answering, letter: Letter
) -> None:
    assert [row.pk for row in unsent(desk.handler)] == [letter.pk]
    row = send(desk, letter, BY_POST)
    fail_delivery(
        desk.handler, delivery_id=row.pk, day=date(2026, 3, 11), reason="查无此人", now=LATER
    )
    assert not unsent(desk.handler).exists()
    assert [one.pk for one in failed(desk.handler)] == [row.pk]
    assert desk.now().replied_on == TODAY
    settle_failure(desk.handler, delivery_id=row.pk, note="电话告知后当面领取", now=LATER)
    assert not failed(desk.handler).exists()
    with pytest.raises(BlockedError) as error:
        settle_failure(desk.handler, delivery_id=row.pk, note="再次", now=LATER)
    assert codes(error) == {"DELIVER-SETTLED"}


def test_sending_it_once_more_settles_what_came_back(desk: Answering, letter: Letter) -> None:
    row = send(desk, letter, BY_POST)
    day = date(2026, 3, 11)
    fail_delivery(desk.handler, delivery_id=row.pk, day=day, reason="退回", now=LATER)
    send(desk, letter, Sending("counter", day, signed_on=day, signed_by="张明"))
    assert not failed(desk.handler).exists()
    assert desk.now().replied_on == TODAY


def test_what_has_not_come_waits_for_proof(desk: Answering, letter: Letter) -> None:
    row = send(desk, letter, Sending("counter", TODAY))
    assert [one.pk for one in unproved(desk.handler)] == [row.pk]
    assert delivery(desk.handler, row.pk) == row
    assert not unproved(desk.stranger).exists()


def test_an_outcome_needs_a_possible_day(desk: Answering, letter: Letter) -> None:
    row = send(desk, letter, Sending("counter", TODAY))
    for day, code in (("2026-03-01", "DELIVER-EARLY"), ("2026-04-01", "DELIVER-FUTURE")):
        with pytest.raises(BlockedError) as error:
            settle(desk, row, day)
        assert codes(error) == {code}
    with pytest.raises(BlockedError) as error:
        fail_delivery(desk.handler, delivery_id=row.pk, day=date(2026, 4, 1), reason=" ", now=LATER)
    assert codes(error) == {"DELIVER-FUTURE", "REPLY-REASON"}


def test_a_second_press_changes_nothing(desk: Answering, letter: Letter) -> None:
    row = settle(desk, send(desk, letter, Sending("counter", TODAY)), "2026-03-09")
    with pytest.raises(BlockedError) as error:
        settle(desk, row, "2026-03-10")
    assert codes(error) == {"DELIVER-SETTLED"}


def test_other_organs_send_nothing(desk: Answering, letter: Letter) -> None:
    with pytest.raises(Letter.DoesNotExist):
        send_letter(desk.stranger, letter_id=letter.pk, sending=BY_HAND, now=LATER)
    row = send(desk, letter, Sending("counter", TODAY))
    with pytest.raises(Delivery.DoesNotExist):
        settle_failure(desk.stranger, delivery_id=row.pk, note="x", now=LATER)
    with pytest.raises(NotAllowedError):
        send_letter(desk.legal, letter_id=letter.pk, sending=BY_HAND, now=LATER)


def test_a_voided_letter_is_not_sent(desk: Answering, letter: Letter) -> None:
    Letter.objects.filter(pk=letter.pk).update(state="voided")
    with pytest.raises(BlockedError) as error:
        send(desk, letter, BY_HAND)
    assert codes(error) == {"LETTER-VOID"}
    with pytest.raises(BlockedError) as error:
        void_letter(desk.handler, letter_id=letter.pk, reason=" ")
    assert codes(error) == {"LETTER-VOID", "LETTER-REPLY", "REPLY-REASON"}


def noticed(desk: Answering, code: str, about: int | None = None) -> Letter:
    return issue_notice(desk.handler, application_id=desk.case.pk, code=code, about=about, now=NOON)


def test_the_day_a_notice_is_signed_for_begins_the_term_of_the_opinion(desk: Answering) -> None:
    asked = Asked("third_party", "示例科技有限公司", "", "报价表", TODAY)
    row = consult(
        desk.handler, application_id=desk.case.pk, expected=desk.version, asked=asked, now=NOON
    )
    sent = send(desk, noticed(desk, "DOC-04", row.pk), BY_POST)
    row.refresh_from_db()
    assert row.delivered_on is None
    settle(desk, sent, "2026-03-09")
    row.refresh_from_db()
    assert row.delivered_on == date(2026, 3, 9)
    assert "EX123456789CN" in row.delivery_proof
    assert row.answer_by == date(2026, 3, 30)


def test_the_day_a_fee_notice_is_signed_for_begins_the_term_of_payment(desk: Answering) -> None:
    row = FeeNotice.objects.create(
        application=desk.case, state="noticed", method="items", quantity=22, amount=1200,
        steps=["第11至22件，每件100元"], noticed_on=TODAY,
    )  # fmt: skip
    Profile.objects.update(account="持本通知到财政窗口缴纳")
    letter = noticed(desk, "DOC-08")
    Application.objects.update(state="fee_pending")
    send(desk, letter, BY_HAND)
    row.refresh_from_db()
    assert row.delivered_on == TODAY
    assert row.pay_by is not None
    assert desk.now().entries.filter(verb="record_fee_delivery").count() == 1


def test_the_day_a_notice_to_give_reasons_is_signed_for_is_kept_with_them(
    desk: Answering,
) -> None:
    row = Deferral.objects.create(
        application=desk.case, facts="本月提出 60 件", asked_on=TODAY, answer_by=date(2026, 3, 20)
    )
    Application.objects.update(state="reasons_asked")
    sent = send(desk, noticed(desk, "DOC-07"), BY_POST)
    row.refresh_from_db()
    assert row.delivered_on is None
    settle(desk, sent, "2026-03-09")
    found = Deferral.objects.get(pk=row.pk)
    assert (found.delivered_on, found.answer_by) == (date(2026, 3, 9), date(2026, 3, 20))


def test_what_was_entered_before_stays(desk: Answering) -> None:
    earlier = TODAY - timedelta(days=1)
    row = Correction.objects.create(
        application=desk.case, asked_on=earlier, answer_by=TODAY + timedelta(days=20),
        points=["写明年份"], guidance="可以查阅目录", delivered_on=earlier,
    )  # fmt: skip
    Application.objects.update(state="correcting")
    send(desk, noticed(desk, "DOC-02"), BY_HAND)
    row.refresh_from_db()
    assert row.delivered_on == earlier
