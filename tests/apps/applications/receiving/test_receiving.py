"""Receiving (条例第三十一条): one register for every way; the way and its evidence give the day."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from pytest_django import Settings

from gongkai.apps.applications.cases.identities import phone_key
from gongkai.apps.applications.letters.receipts import issue_receipt
from gongkai.apps.applications.models import Applicant, Application, Entry
from gongkai.apps.applications.receiving.opening import Arrival
from gongkai.apps.applications.receiving.registering import (
    confirm_receipt,
    register,
    void_application,
)
from gongkai.apps.journal.models import Entry as JournalEntry
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from tests.factories.intakes import (
    TODAY,
    Desk,
    counter,
    intake,
    mistyped,
    registered,
    resident_number,
)
from tests.factories.organs import acting, organ
from tests.factories.publishing import NOW

pytestmark = pytest.mark.django_db
EARLIER = TODAY - timedelta(days=4)
MISTYPED = mistyped(resident_number())


@pytest.fixture
def desk() -> Desk:
    return Desk(organ("示范市财政局"))


def codes(error: pytest.ExceptionInfo[BlockedError]) -> set[str]:
    return {finding.code for finding in error.value.findings}


@pytest.mark.parametrize(
    ("arrival", "received"),
    [
        pytest.param(counter(), TODAY, id="当面提交，提交之日"),
        pytest.param(
            Arrival(SubmissionWay.EMS, EARLIER, signed_on=TODAY, mail_number="EM1"),
            TODAY,
            id="邮寄，签收之日",
        ),
        pytest.param(Arrival(SubmissionWay.LETTER, TODAY), None, id="平常信函，待确认"),
        pytest.param(Arrival(SubmissionWay.FAX, TODAY), None, id="传真，待确认"),
        pytest.param(Arrival(SubmissionWay.EMAIL, TODAY), None, id="电子邮件，待确认"),
        pytest.param(
            Arrival(SubmissionWay.FAX, EARLIER, confirmed_on=TODAY, confirm_method="电话"),
            TODAY,
            id="传真，双方确认之日",
        ),
    ],
)
def test_the_day_of_receipt_follows_from_the_way(
    desk: Desk, arrival: Arrival, received: date | None
) -> None:
    application = registered(desk.handler, arrival=arrival)
    assert application.received_on == received
    assert (application.due is None) == (received is None)
    assert application.clock_entries.count() == (0 if received is None else 1)


def test_nobody_can_type_the_day_of_receipt(desk: Desk) -> None:
    assert "received_on" not in Arrival.__slots__


def test_a_second_press_of_one_form_registers_nothing_more(desk: Desk) -> None:
    def pressed(who: Actor, once: str) -> Application:
        return register(who, intake=intake(), arrival=counter(), now=NOW, once=once)

    first = pressed(desk.handler, "form")
    assert pressed(desk.handler, "form") == first
    assert pressed(desk.handler, "another form") != first
    assert pressed(desk.office, "form") != first
    assert [row.serial for row in Application.objects.order_by("pk")] == [1, 2, 3]
    assert first.entries.count() == 1


def test_a_case_waits_until_its_receipt_is_confirmed(desk: Desk) -> None:
    waiting = registered(desk.handler, arrival=Arrival(SubmissionWay.LETTER, EARLIER))
    confirmed = confirm_receipt(
        desk.handler,
        application_id=waiting.pk,
        confirmed_on=TODAY,
        method="电话 13900000000",
        now=NOW,
    )
    assert (confirmed.received_on, confirmed.due) == (TODAY, date(2025, 7, 28))
    told = Entry.objects.filter(application=confirmed, verb="confirm_receipt").get()
    assert "第三十一条" in told.note
    assert told.is_public


@pytest.mark.parametrize(
    ("day", "method", "code"),
    [
        pytest.param(TODAY + timedelta(days=1), "电话", "RECEIPT-FUTURE", id="日期在将来"),
        pytest.param(EARLIER - timedelta(days=1), "电话", "RECEIPT-ORDER", id="早于到达"),
        pytest.param(TODAY, " ", "RECEIPT-METHOD", id="没有方式"),
    ],
)
def test_a_confirmation_that_cannot_be_is_refused(
    desk: Desk, day: date, method: str, code: str
) -> None:
    waiting = registered(desk.handler, arrival=Arrival(SubmissionWay.FAX, EARLIER))
    with pytest.raises(BlockedError) as error:
        confirm_receipt(
            desk.handler, application_id=waiting.pk, confirmed_on=day, method=method, now=NOW
        )
    assert code in codes(error)
    waiting.refresh_from_db()
    assert waiting.received_on is None


def test_a_receipt_is_confirmed_once(desk: Desk) -> None:
    known = registered(desk.handler)
    with pytest.raises(BlockedError) as error:
        confirm_receipt(
            desk.handler, application_id=known.pk, confirmed_on=TODAY, method="电话", now=NOW
        )
    assert codes(error) == {"RECEIPT-KNOWN"}


@pytest.mark.parametrize(
    ("arrival", "code"),
    [
        pytest.param(counter(TODAY + timedelta(days=1)), "RECEIPT-FUTURE", id="将来提交"),
        pytest.param(Arrival(SubmissionWay.EMS, TODAY), "RECEIPT-MISSING", id="邮寄没有签收"),
        pytest.param(
            Arrival(SubmissionWay.EMS, TODAY, signed_on=EARLIER), "RECEIPT-ORDER", id="签收早于到达"
        ),
        pytest.param(
            Arrival(SubmissionWay.EMS, TODAY, signed_on=TODAY), "RECEIPT-PROOF", id="签收没有凭据"
        ),
        pytest.param(Arrival(SubmissionWay.PORTAL, TODAY), "APPLY-WAY", id="网上不由工作人员登记"),
    ],
)
def test_impossible_evidence_is_refused(desk: Desk, arrival: Arrival, code: str) -> None:
    with pytest.raises(BlockedError) as error:
        registered(desk.handler, arrival=arrival)
    assert code in codes(error)
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({"paper_number": MISTYPED}, "APPLY-PAPER-NUMBER", id="身份证号"),
        pytest.param(
            {"applicant_kind": "business", "paper": "credit_code", "paper_number": "9" * 18},
            "APPLY-PAPER-NUMBER",
            id="统一社会信用代码",
        ),
        pytest.param({"paper": "credit_code"}, "APPLY-PAPER-KIND", id="证件与申请人不合"),
        pytest.param({"phone": "1"}, "APPLY-PHONE", id="电话"),
        pytest.param({"email": "zhang"}, "APPLY-EMAIL", id="电子邮箱"),
        pytest.param({"name": " "}, "APPLY-NAME", id="没有姓名"),
        pytest.param({"items": (), "subject": ""}, "APPLY-MATTER", id="没有内容"),
        pytest.param({"items": ("x" * 2001,)}, "APPLY-ITEM-LONG", id="描述过长"),
        pytest.param({"items": ("地块方案",) * 11}, "APPLY-ITEMS", id="项数过多"),
        pytest.param({"name": "张" * 101}, "APPLY-LONG", id="姓名过长"),
    ],
)
def test_wrong_particulars_are_refused_in_a_plain_sentence(
    desk: Desk, changes: dict[str, Any], code: str
) -> None:
    with pytest.raises(BlockedError) as error:
        registered(desk.handler, intake(**changes))
    assert code in codes(error)
    assert all(finding.text.endswith("。") for finding in error.value.findings)
    assert not Application.objects.exists()


def test_what_is_missing_on_paper_is_asked_for_later(desk: Desk) -> None:
    bare = intake(paper="", paper_number="", medium="", provision="", email="", address="")
    assert registered(desk.handler, bare).pk


def test_what_names_a_person_is_sealed_and_found_again(desk: Desk) -> None:
    first = registered(desk.handler)
    again = registered(desk.handler, intake(phone="13911111111", subject="另一件事"))
    other = registered(desk.handler, intake(2))
    assert first.identity_key == again.identity_key != other.identity_key
    assert "小明" not in first.applicant_masked
    stored = Applicant.objects.filter(application=first).values().get()
    assert stored["name"] == "张小明"
    journal = " ".join(str(row.after) for row in JournalEntry.objects.all())
    for said in ("张小明", "13900000000", intake().paper_number, first.query_code):
        assert said not in journal


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param({}, {"name": "张晓明", "phone": "13800000000"}, True, id="同一身份证号"),
        pytest.param(
            {"paper": "other", "paper_number": "1"},
            {"paper": "other", "paper_number": "1", "name": "李四"},
            False,
            id="其他证件同号不同人",
        ),
        pytest.param(
            {"paper": "passport", "paper_number": "E12345678"},
            {"paper": "passport", "paper_number": "e12345678"},
            True,
            id="护照大小写",
        ),
        pytest.param(
            {"paper_number": ""},
            {"paper_number": "", "email": "b@example.com"},
            True,
            id="没有证件，同名同电话",
        ),
        pytest.param(
            {"paper_number": ""},
            {"paper_number": "", "phone": "13800000000"},
            False,
            id="没有证件，电话不同",
        ),
    ],
)
def test_who_counts_as_one_applicant(
    desk: Desk, one: dict[str, Any], other: dict[str, Any], same: bool
) -> None:
    keys = {registered(desk.handler, intake(**said)).identity_key for said in (one, other)}
    assert (len(keys) == 1) is same
    assert "" not in keys


def test_an_organisation_is_shown_by_its_name(desk: Desk) -> None:
    said = intake(
        applicant_kind="legal",
        name="示范律师事务所",
        paper="other",
        paper_number="LS-1",
        contact_name="李四",
    )
    application = registered(desk.handler, said)
    assert application.applicant_masked == "示范律师事务所"
    assert application.applicant.contact_name == "李四"


def test_several_things_are_kept_one_by_one(desk: Desk) -> None:
    several = registered(desk.handler, intake(items=("甲地块的方案", "乙地块的方案")))
    single = registered(desk.handler)
    assert list(several.items.values_list("text", flat=True)) == ["甲地块的方案", "乙地块的方案"]
    assert several.description == "一、甲地块的方案\n二、乙地块的方案"
    assert not single.items.exists()


@pytest.mark.parametrize("written", ["+86 139-0000-0000", "008613900000000", "13900000000"])
def test_one_telephone_is_found_however_it_is_written(written: str) -> None:
    assert phone_key(written) == phone_key("13900000000")
    assert phone_key(written) != phone_key("+85213900000")


def test_only_those_who_handle_applications_register_and_confirm(desk: Desk) -> None:
    drafter = acting("somebody", desk.organ, Role.DRAFTER)
    waiting = registered(desk.handler, arrival=Arrival(SubmissionWay.FAX, TODAY))
    with pytest.raises(NotAllowedError):
        registered(drafter)
    with pytest.raises(NotAllowedError):
        confirm_receipt(
            drafter, application_id=waiting.pk, confirmed_on=TODAY, method="电话", now=NOW
        )
    with pytest.raises(NotAllowedError):
        void_application(desk.handler, application_id=waiting.pk, reason="重复", now=NOW)


def test_another_organs_application_is_not_there(desk: Desk) -> None:
    neighbour = Desk(organ("邻市财政局"), "邻财")
    waiting = registered(desk.handler, arrival=Arrival(SubmissionWay.FAX, TODAY))
    with pytest.raises(Application.DoesNotExist):
        confirm_receipt(
            neighbour.handler, application_id=waiting.pk, confirmed_on=TODAY, method="x", now=NOW
        )


def test_an_organ_without_a_code_word_cannot_number(db: None) -> None:
    place = organ("示范市审计局")
    with pytest.raises(BlockedError) as error:
        registered(acting("nobody", place, Role.HANDLER))
    assert codes(error) == {"APPLY-PROFILE"}


def test_the_receipt_is_written_once_for_what_is_known(desk: Desk) -> None:
    waiting = registered(desk.handler, arrival=Arrival(SubmissionWay.FAX, TODAY))
    first = issue_receipt(desk.handler, application_id=waiting.pk, now=NOW)
    assert issue_receipt(desk.handler, application_id=waiting.pk, now=NOW) is None
    confirm_receipt(
        desk.handler, application_id=waiting.pk, confirmed_on=TODAY, method="电话", now=NOW
    )
    second = issue_receipt(desk.handler, application_id=waiting.pk, now=NOW)
    assert first is not None
    assert second is not None
    assert (first.code, second.number) == ("DOC-01", "示财依申请回执〔2025〕1-2号")


@pytest.mark.parametrize("address", ["", "https://gk.example.gov.cn/applications/track/"])
def test_the_receipt_tells_where_to_look(desk: Desk, settings: Settings, address: str) -> None:
    settings.GONGKAI_TRACKING = address
    waiting = registered(desk.handler)
    letter = issue_receipt(desk.handler, application_id=waiting.pk, now=NOW)
    assert letter is not None
    assert ("查询办理进度" in letter.content) is bool(address)
    assert letter.content.endswith(address)


def test_a_voided_application_counts_nowhere_and_keeps_its_number(desk: Desk) -> None:
    mistaken = registered(desk.handler)
    void_application(desk.office, application_id=mistaken.pk, reason="重复登记", now=NOW)
    mistaken.refresh_from_db()
    following = registered(desk.handler, replace(intake(), subject="下一件"))
    assert (mistaken.state, mistaken.received_on, mistaken.closed_on) == ("void", None, None)
    assert (mistaken.serial, following.serial) == (1, 2)
    with pytest.raises(BlockedError):
        void_application(desk.office, application_id=mistaken.pk, reason="再来", now=NOW)
