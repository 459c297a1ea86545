"""A day of delivery moves a term: it is entered once, and put right with a reason only."""

from collections.abc import Callable
from datetime import date

import pytest

from gongkai.apps.applications.handling.amending import Amendment, amend_delivery
from gongkai.apps.applications.handling.consulting import (
    Answered,
    Asked,
    consult,
    record_consultation_delivery,
    record_opinion,
)
from gongkai.apps.applications.handling.correcting import (
    CorrectionNotice,
    ask_correction,
    record_correction_delivery,
)
from gongkai.apps.applications.handling.deferring import (
    ReasonsNotice,
    ask_reasons,
    record_reasons_delivery,
)
from gongkai.apps.applications.handling.fees import (
    Charge,
    notice_fee,
    record_fee_delivery,
    suggest_fee,
)
from gongkai.apps.applications.models import (
    Application,
    Consultation,
    Correction,
    Deferral,
    Entry,
    FeeNotice,
)
from gongkai.apps.journal.models import Entry as JournalEntry
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError
from tests.apps.applications.at_work import Desk, at, codes

pytestmark = pytest.mark.django_db
Notice = Correction | Deferral | FeeNotice | Consultation
NOW = at("2025-06-30")
WHY = "签收单写的是另一天"


def correction(desk: Desk) -> Notice:
    return ask_correction(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        notice=CorrectionNotice(["年份"], "", date(2025, 6, 20)),
        now=at("2025-06-05"),
    )


def correction_arrived(desk: Desk, _row: Notice, day: date) -> Notice:
    return record_correction_delivery(
        desk.handler, application_id=desk.case.pk, delivered_on=day, now=NOW
    )


def reasons(desk: Desk) -> Notice:
    return ask_reasons(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        notice=ReasonsNotice("本月提出 60 件", date(2025, 6, 20)),
        now=at("2025-06-05"),
    )


def reasons_arrived(desk: Desk, _row: Notice, day: date) -> Notice:
    return record_reasons_delivery(
        desk.handler, application_id=desk.case.pk, delivered_on=day, now=NOW
    )


def fee(desk: Desk) -> Notice:
    row = suggest_fee(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        charge=Charge("pages", "一次申请提供 150 页", 150),
        now=at("2025-06-05"),
    )
    return notice_fee(desk.office, fee_id=row.pk, now=at("2025-06-05"))


def fee_arrived(desk: Desk, row: Notice, day: date) -> Notice:
    return record_fee_delivery(desk.handler, fee_id=row.pk, delivered_on=day, now=NOW)


def opinion(desk: Desk) -> Notice:
    return consult(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        asked=Asked("third_party", "示例科技有限公司", "", "报价表", date(2025, 6, 5)),
        now=at("2025-06-05"),
    )


def opinion_arrived(desk: Desk, row: Notice, day: date) -> Notice:
    return record_consultation_delivery(
        desk.handler, consultation_id=row.pk, delivered_on=day, proof="EMS 签收单", now=NOW
    )


Begin = Callable[[Desk], Notice]
Arrive = Callable[[Desk, Notice, date], Notice]
KINDS = [
    pytest.param("correction", correction, correction_arrived, id="补正告知书"),
    pytest.param("deferral", reasons, reasons_arrived, id="说明理由通知书"),
    pytest.param("fee", fee, fee_arrived, id="收费通知书"),
    pytest.param("consultation", opinion, opinion_arrived, id="征求意见书"),
]
FIRST, RIGHT = date(2025, 6, 10), date(2025, 6, 12)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def amend(desk: Desk, notice: str, day: date = RIGHT, reason: str = WHY) -> Application:
    return amend_delivery(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        amendment=Amendment(notice, day, reason),
        now=NOW,
    )


def term(row: Notice) -> date | None:
    return row.pay_by if isinstance(row, FeeNotice) else row.answer_by


@pytest.mark.parametrize(("_name", "begin", "arrive"), KINDS)
def test_a_second_day_is_refused(desk: Desk, _name: str, begin: Begin, arrive: Arrive) -> None:
    row = arrive(desk, begin(desk), FIRST)
    due = desk.now().due
    with pytest.raises(BlockedError) as error:
        arrive(desk, row, RIGHT)
    assert codes(error) == {"CASE-DELIVERED"}
    assert "2025-06-10" in error.value.findings[0].text
    kept = type(row).objects.get(pk=row.pk)
    assert (kept.delivered_on, term(kept), desk.now().due) == (FIRST, term(row), due)


@pytest.mark.parametrize(("name", "begin", "arrive"), KINDS)
def test_with_a_reason_it_is_put_right_and_the_reason_stays(
    desk: Desk, name: str, begin: Begin, arrive: Arrive
) -> None:
    row = arrive(desk, begin(desk), FIRST)
    with pytest.raises(BlockedError) as error:
        amend(desk, f"{name}:{row.pk}", reason=" ")
    assert codes(error) == {"CASE-LACKING"}
    amend(desk, f"{name}:{row.pk}")
    assert type(row).objects.get(pk=row.pk).delivered_on == RIGHT
    line = Entry.objects.get(application=desk.case, verb="amend_delivery")
    assert not line.is_public
    assert all(word in line.note for word in ("2025-06-10", "2025-06-12", WHY))
    told = JournalEntry.objects.get(verb="amend_delivery")
    assert told.before == {"notice": f"{name}:{row.pk}", "delivered_on": "2025-06-10"}
    assert told.after == {"delivered_on": "2025-06-12", "reason": WHY}


def test_the_term_follows_the_right_day(desk: Desk) -> None:
    row = fee_arrived(desk, fee(desk), FIRST)
    assert term(row) == date(2025, 7, 8)
    amend(desk, f"fee:{row.pk}")
    assert FeeNotice.objects.get(pk=row.pk).pay_by == date(2025, 7, 10)


def test_the_clock_follows_the_right_day_of_a_letter_to_a_third_party(desk: Desk) -> None:
    row = opinion_arrived(desk, opinion(desk), FIRST)
    assert desk.now().due == date(2025, 7, 24)
    amend(desk, f"consultation:{row.pk}")
    found = Consultation.objects.get(pk=row.pk)
    assert (found.answer_by, found.delivery_proof) == (date(2025, 7, 3), "EMS 签收单")
    assert desk.now().due == date(2025, 7, 28)  # 两个工作日以后


@pytest.mark.parametrize(("name", "begin", "arrive"), KINDS[:2])
def test_a_term_that_was_put_off_comes_back_to_what_the_notice_told(
    desk: Desk, name: str, begin: Begin, arrive: Arrive
) -> None:
    row = arrive(desk, begin(desk), date(2025, 6, 23))
    assert term(row) == date(2025, 7, 8)
    amend(desk, f"{name}:{row.pk}", date(2025, 6, 24))
    assert term(type(row).objects.get(pk=row.pk)) == date(2025, 7, 9)
    amend(desk, f"{name}:{row.pk}", date(2025, 6, 6))
    assert term(type(row).objects.get(pk=row.pk)) == date(2025, 6, 20)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        pytest.param(date(2025, 6, 4), "CASE-ORDER", id="早于发出"),
        pytest.param(date(2025, 7, 1), "CASE-FUTURE", id="在将来"),
    ],
)
def test_the_right_day_can_be(desk: Desk, day: date, code: str) -> None:
    row = correction_arrived(desk, correction(desk), FIRST)
    with pytest.raises(BlockedError) as error:
        amend(desk, f"correction:{row.pk}", day)
    assert codes(error) == {code}


def test_there_is_nothing_to_put_right_before_a_day_was_entered(desk: Desk) -> None:
    row = opinion(desk)
    for notice in (f"consultation:{row.pk}", "consultation:x", "letter:1", ""):
        with pytest.raises(BlockedError) as error:
            amend(desk, notice)
        assert codes(error) == {"CASE-NOTHING-DELIVERED"}
    opinion_arrived(desk, row, FIRST)
    record_opinion(
        desk.handler,
        consultation_id=row.pk,
        answered=Answered("agree", "", date(2025, 6, 16)),
        now=NOW,
    )
    with pytest.raises(BlockedError) as error:
        amend(desk, f"consultation:{row.pk}")
    assert codes(error) == {"CASE-NOTHING-DELIVERED"}


def test_who_may_not(desk: Desk) -> None:
    row = opinion_arrived(desk, opinion(desk), FIRST)
    amendment = Amendment(f"consultation:{row.pk}", RIGHT, WHY)
    for actor, refusal in (
        (desk.stranger, Application.DoesNotExist),
        (desk.drafter, NotAllowedError),
    ):
        with pytest.raises(refusal):
            amend_delivery(
                actor,
                application_id=desk.case.pk,
                expected=desk.version,
                amendment=amendment,
                now=NOW,
            )
    seen = desk.version
    amend(desk, amendment.notice)
    with pytest.raises(BlockedError) as error:
        amend_delivery(
            desk.colleague,
            application_id=desk.case.pk,
            expected=seen,
            amendment=amendment,
            now=NOW,
        )
    assert codes(error) == {"CASE-CHANGED"}
