"""The processing fee: suggested by the steps, confirmed by another person, paid, waived, unpaid."""

from datetime import date

import pytest

from gongkai.apps.applications.handling.extending import (
    Proposal,
    Verdict,
    decide_extension,
    propose_extension,
)
from gongkai.apps.applications.handling.fee_queries import fee_suggestion, units_before
from gongkai.apps.applications.handling.fees import (
    Charge,
    Payment,
    abandon_unpaid,
    drop_fee,
    notice_fee,
    record_fee_delivery,
    record_payment,
    suggest_fee,
    waive_fee,
)
from gongkai.apps.applications.models import Application, Entry, Extension, FeeNotice
from gongkai.apps.applications.receiving.splitting import join
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError, Role
from tests.apps.applications.at_work import DUE, Desk, at, codes
from tests.factories.organs import acting
from tests.factories.register import stored

pytestmark = pytest.mark.django_db

BY_PAGES = Charge("pages", "一次申请提供 150 页", 150)
BY_ITEMS = Charge("items", "本月第 36 件")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def suggest(desk: Desk, charge: Charge = BY_PAGES) -> FeeNotice:
    return suggest_fee(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        charge=charge,
        now=at("2025-06-10"),
    )


def noticed(desk: Desk) -> FeeNotice:
    row = notice_fee(desk.office, fee_id=suggest(desk).pk, now=at("2025-06-11"))
    return record_fee_delivery(
        desk.handler, fee_id=row.pk, delivered_on=date(2025, 6, 12), now=at("2025-06-13")
    )


def same_applicant(
    desk: Desk, number: int, day: date = date(2025, 6, 2), state: str = "handling"
) -> None:
    for place in range(100, 100 + number):
        stored(
            desk.organ,
            place + day.day * 1000,
            received_on=day,
            identity_key=desk.case.identity_key,
            state=state,
        )


def test_by_pages(desk: Desk) -> None:
    row = suggest(desk)
    assert (row.method, row.quantity, row.amount, row.state) == ("pages", 150, 1700, "suggested")
    assert row.steps[-1] == "150 页合计 1700 元"
    assert desk.now().state == "handling"


def test_by_items_counts_the_month_of_one_identity(desk: Desk) -> None:
    desk.case = desk.received(9000, received_on=date(2025, 6, 20))
    same_applicant(desk, 35)
    same_applicant(desk, 3, date(2025, 5, 30))
    same_applicant(desk, 2, date(2025, 6, 3), state="void")
    stored(desk.organ, 2, identity_key="identity-other", received_on=date(2025, 6, 4))
    assert units_before(desk.case) == 35
    row = suggest(desk, BY_ITEMS)
    assert (row.before, row.quantity, row.amount) == (35, 1, 200)


def test_what_was_joined_is_counted_once(desk: Desk) -> None:
    desk.case = desk.received(9000, received_on=date(2025, 6, 20))
    mine = {"identity_key": desk.case.identity_key}
    into = desk.received(3, received_on=date(2025, 6, 3), **mine)
    joined = desk.received(4, received_on=date(2025, 6, 4), state="examining", **mine)
    assert units_before(desk.case) == 2
    join(
        desk.handler,
        application_id=joined.pk,
        into_id=into.pk,
        reason="同一件",
        now=at("2025-06-20"),
    )
    assert units_before(desk.case) == 2


def test_what_could_be_charged_is_shown_before_anybody_decides(desk: Desk) -> None:
    found = fee_suggestion(desk.handler, desk.case.pk, pages=150)
    assert [fee.amount for fee in found.fees] == [1700]
    unproved = desk.received(2, received_on=None)
    assert not fee_suggestion(desk.handler, unproved.pk).is_due
    assert units_before(unproved) == 0
    with pytest.raises(Application.DoesNotExist):
        fee_suggestion(desk.stranger, desk.case.pk)


@pytest.mark.parametrize(
    ("charge", "code"),
    [
        pytest.param(Charge("weight", "多"), "FEE-METHOD", id="没有方式"),
        pytest.param(Charge("pages", " ", 150), "CASE-LACKING", id="没有认定"),
        pytest.param(Charge("pages", "多", 30), "FEE-NOTHING", id="没有超过"),
        pytest.param(Charge("items", "多"), "FEE-NOTHING", id="第一件"),
    ],
)
def test_what_stands_in_the_way(desk: Desk, charge: Charge, code: str) -> None:
    with pytest.raises(BlockedError) as error:
        suggest(desk, charge)
    assert codes(error) == {code}
    assert FeeNotice.objects.count() == 0


def test_one_method_and_one_fee_at_a_time(desk: Desk) -> None:
    suggest(desk)
    with pytest.raises(BlockedError) as error:
        suggest(desk, Charge("pages", "多", 40))
    assert codes(error) == {"FEE-OPEN"}


def test_nothing_is_charged_once_the_reply_is_overdue(desk: Desk) -> None:
    row = suggest(desk)
    with pytest.raises(BlockedError) as error:
        notice_fee(desk.office, fee_id=row.pk, now=at("2025-07-01"))
    assert codes(error) == {"FEE-LATE"}
    assert (desk.now().state, desk.now().due) == ("handling", DUE)
    drop_fee(desk.office, fee_id=row.pk, reason="已经逾期", now=at("2025-07-01"))
    with pytest.raises(BlockedError) as error:
        suggest_fee(
            desk.handler,
            application_id=desk.case.pk,
            expected=desk.version,
            charge=BY_PAGES,
            now=at("2025-07-01"),
        )
    assert codes(error) == {"FEE-LATE"}


def test_nothing_is_charged_for_what_came_before_the_measures(desk: Desk) -> None:
    desk.case = desk.received(2, received_on=date(2020, 12, 31))
    with pytest.raises(BlockedError) as error:
        suggest(desk)
    assert codes(error) == {"FEE-EARLY"}


def test_the_notice_stops_the_clock_and_payment_begins_it_anew(desk: Desk) -> None:
    row = noticed(desk)
    case = desk.now()
    assert (case.state, case.due, case.is_paused) == ("fee_pending", None, True)
    assert row.pay_by == date(2025, 7, 10)
    record_payment(
        desk.handler,
        fee_id=row.pk,
        payment=Payment(date(2025, 6, 30), "票0001"),
        now=at("2025-07-01"),
    )
    case = desk.now()
    assert (case.state, case.due) == ("handling", date(2025, 7, 28))


def extended(desk: Desk, day: str) -> Extension:
    row = propose_extension(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        proposal=Proposal(5, "量大"),
        now=at(day),
    )
    return decide_extension(
        desk.head, extension_id=row.pk, verdict=Verdict(approved=True), now=at(day)
    )


def test_the_term_that_begins_with_payment_may_be_extended_as_any_other(desk: Desk) -> None:
    first = extended(desk, "2025-06-09")
    assert desk.now().due == date(2025, 7, 7)
    row = noticed(desk)
    record_payment(
        desk.handler,
        fee_id=row.pk,
        payment=Payment(date(2025, 6, 30), "票0001"),
        now=at("2025-07-01"),
    )
    first.refresh_from_db()
    assert (first.state, desk.now().due, desk.now().is_extended) == (
        "spent",
        date(2025, 7, 28),
        False,
    )
    line = Entry.objects.get(application=desk.case, verb="record_payment")
    assert "延长随原期限失效" in line.note
    second = extended(desk, "2025-07-15")
    assert (second.due_before, second.due_after) == (date(2025, 7, 28), date(2025, 8, 4))
    assert desk.now().is_extended
    with pytest.raises(BlockedError) as error:
        extended(desk, "2025-07-16")
    assert codes(error) == {"EXTENSION-ONCE"}


def test_an_extension_goes_on_where_a_fee_is_waived(desk: Desk) -> None:
    row = extended(desk, "2025-06-09")
    waive_fee(desk.office, fee_id=noticed(desk).pk, reason="享受低保", now=at("2025-06-16"))
    row.refresh_from_db()
    assert (row.state, desk.now().due) == ("approved", date(2025, 7, 10))


def test_a_waived_fee_lets_the_clock_go_on(desk: Desk) -> None:
    row = noticed(desk)
    waive_fee(desk.office, fee_id=row.pk, reason="享受低保", now=at("2025-06-16"))
    case = desk.now()
    assert (case.state, case.due) == ("handling", date(2025, 7, 3))


def test_a_suggestion_may_be_dropped(desk: Desk) -> None:
    row = drop_fee(desk.office, fee_id=suggest(desk).pk, reason="数量合理", now=at("2025-06-11"))
    assert (row.state, desk.now().due) == ("dropped", DUE)
    assert suggest(desk).state == "suggested"


def test_who_does_not_pay_in_time_has_abandoned(desk: Desk) -> None:
    row = noticed(desk)
    with pytest.raises(BlockedError) as error:
        abandon_unpaid(desk.handler, fee_id=row.pk, now=at("2025-07-10"))
    assert codes(error) == {"CASE-NOT-EXPIRED"}
    case = abandon_unpaid(desk.handler, fee_id=row.pk, now=at("2025-07-11"))
    assert (case.state, case.result_row, case.decision) == ("abandoned", "other_2", "unpaid")
    row.refresh_from_db()
    assert row.state == "unpaid"


def test_nobody_is_late_with_a_notice_that_was_not_delivered(desk: Desk) -> None:
    row = notice_fee(desk.office, fee_id=suggest(desk).pk, now=at("2025-06-11"))
    with pytest.raises(BlockedError) as error:
        abandon_unpaid(desk.handler, fee_id=row.pk, now=at("2025-12-11"))
    assert codes(error) == {"CASE-NOT-DELIVERED"}


def test_another_person_confirms(desk: Desk) -> None:
    both = acting("both", desk.organ, Role.DISCLOSURE_OFFICE)
    row = suggest_fee(
        both,
        application_id=desk.case.pk,
        expected=desk.version,
        charge=BY_PAGES,
        now=at("2025-06-10"),
    )
    with pytest.raises(BlockedError) as error:
        notice_fee(both, fee_id=row.pk, now=at("2025-06-11"))
    assert codes(error) == {"CASE-OWN"}
    with pytest.raises(NotAllowedError):
        notice_fee(desk.handler, fee_id=row.pk, now=at("2025-06-11"))
    with pytest.raises(FeeNotice.DoesNotExist):
        notice_fee(desk.stranger, fee_id=row.pk, now=at("2025-06-11"))


def test_what_waits_for_something_else_is_refused(desk: Desk) -> None:
    row = noticed(desk)
    waive_fee(desk.office, fee_id=row.pk, reason="享受低保", now=at("2025-06-16"))
    again = suggest(desk)
    notice_fee(desk.office, fee_id=again.pk, now=at("2025-06-17"))
    with pytest.raises(BlockedError) as error:
        abandon_unpaid(desk.handler, fee_id=row.pk, now=at("2025-12-11"))
    assert codes(error) == {"FEE-SETTLED"}


@pytest.mark.parametrize(
    ("payment", "code"),
    [
        pytest.param(Payment(date(2025, 6, 30), " "), "CASE-LACKING", id="没有票据号"),
        pytest.param(Payment(date(2025, 6, 10), "票1"), "CASE-ORDER", id="早于通知"),
        pytest.param(Payment(date(2025, 7, 9), "票1"), "CASE-FUTURE", id="在将来"),
    ],
)
def test_a_payment_that_cannot_be(desk: Desk, payment: Payment, code: str) -> None:
    row = noticed(desk)
    with pytest.raises(BlockedError) as error:
        record_payment(desk.handler, fee_id=row.pk, payment=payment, now=at("2025-07-01"))
    assert codes(error) == {code}


def test_a_delivery_and_a_reason_that_cannot_be(desk: Desk) -> None:
    row = suggest(desk)
    with pytest.raises(BlockedError) as error:
        drop_fee(desk.office, fee_id=row.pk, reason=" ", now=at("2025-06-11"))
    assert codes(error) == {"CASE-LACKING"}
    notice_fee(desk.office, fee_id=row.pk, now=at("2025-06-11"))
    with pytest.raises(BlockedError) as error:
        record_fee_delivery(
            desk.handler, fee_id=row.pk, delivered_on=date(2025, 6, 9), now=at("2025-06-13")
        )
    assert codes(error) == {"CASE-ORDER"}
    with pytest.raises(BlockedError) as error:
        waive_fee(desk.office, fee_id=row.pk, reason=" ", now=at("2025-06-16"))
    assert codes(error) == {"CASE-LACKING"}
