"""Assigning, sending on, retracting, ending, records, making public, working anew."""

from datetime import date

import pytest
from django_tasks_db.models import DBTaskResult

from gongkai.apps.applications.cases.casework_queries import in_hand
from gongkai.apps.applications.cases.clocks import history_of
from gongkai.apps.applications.handling.assigning import Task, assign, hand_in
from gongkai.apps.applications.handling.converting import Conversion, convert
from gongkai.apps.applications.handling.ending import end_case
from gongkai.apps.applications.handling.record_correcting import Verified, verify_record
from gongkai.apps.applications.handling.reopening import Order, reopen
from gongkai.apps.applications.handling.retracting import Retraction, record_retraction, retract
from gongkai.apps.applications.handling.transferring import Destination, transfer
from gongkai.apps.applications.models import (
    Application,
    Assignment,
    CaseFile,
    Entry,
    Profile,
    Transfer,
)
from gongkai.apps.applications.register.period_queries import year
from gongkai.apps.applications.register.table_queries import yearly_table
from gongkai.apps.files.models import StoredFile
from gongkai.apps.journal.models import Entry as JournalEntry
from gongkai.apps.organs.models import Unit
from gongkai.apps.publishing.from_applications import open_from_application
from gongkai.apps.publishing.models import Edition, Item
from gongkai.config.listeners import LISTENERS
from gongkai.core.applications.deadlines import Mark
from gongkai.core.events import ApplicationConverted
from gongkai.core.finding import BlockedError
from gongkai.core.identity import VISITOR, NotAllowedError
from tests.apps.applications.at_work import DUE, Desk, at, codes
from tests.factories.organs import FOUNDED

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return Desk()


def give(desk: Desk, task: Task) -> Assignment:
    return assign(
        desk.office,
        application_id=desk.case.pk,
        expected=desk.version,
        task=task,
        now=at("2025-06-05"),
    )


def unit(desk: Desk, name: str = "预算科") -> Unit:
    return Unit.objects.create(organ=desk.organ, name=name, since=FOUNDED)


def test_a_unit_leads_and_a_colleague_helps(desk: Desk) -> None:
    budget = unit(desk)
    give(desk, Task(budget.pk, desk.colleague, answer_by=date(2025, 6, 20)))
    helper = give(desk, Task(person=desk.handler, is_lead=False))
    case = desk.now()
    assert (case.unit, case.handler_key) == (budget, desk.colleague.key)
    assert case.due == DUE
    done = hand_in(
        desk.handler, assignment_id=helper.pk, opinion="没有相关文件", now=at("2025-06-10")
    )
    assert done.answered_on == date(2025, 6, 10)
    notes = Entry.objects.filter(application=case).values_list("note", flat=True)
    assert list(notes) == ["交由预算科 colleague主办", "交由handler协办", "handler提交办理意见"]


def test_a_new_lead_takes_the_place_of_the_one_before(desk: Desk) -> None:
    first = give(desk, Task(person=desk.handler))
    give(desk, Task(person=desk.colleague))
    first.refresh_from_db()
    assert (first.is_lead, first.opinion) == (False, "已改由他人主办")
    assert desk.now().handler_name == "colleague"


@pytest.mark.parametrize("case", ["没有选择", "没有这个科室", "其他机关的人", "期限已过"])
def test_a_task_that_cannot_be(desk: Desk, case: str) -> None:
    task, code = {
        "没有选择": (Task(), "ASSIGN-NOBODY"),
        "没有这个科室": (Task(987), "ASSIGN-UNIT"),
        "其他机关的人": (Task(person=desk.stranger), "ASSIGN-ELSEWHERE"),
        "期限已过": (Task(person=desk.handler, answer_by=date(2025, 6, 4)), "CASE-TERM"),
    }[case]
    with pytest.raises(BlockedError) as error:
        give(desk, task)
    assert codes(error) == {code}


def test_whoever_was_asked_hands_in_once_and_says_something(desk: Desk) -> None:
    row = give(desk, Task(person=desk.handler))
    for actor in (desk.colleague, desk.drafter):
        with pytest.raises(NotAllowedError):
            hand_in(actor, assignment_id=row.pk, opinion="有", now=at("2025-06-10"))
    with pytest.raises(BlockedError) as error:
        hand_in(desk.handler, assignment_id=row.pk, opinion=" ", now=at("2025-06-10"))
    assert codes(error) == {"CASE-LACKING"}
    hand_in(desk.handler, assignment_id=row.pk, opinion="有", now=at("2025-06-10"))
    with pytest.raises(BlockedError) as error:
        hand_in(desk.handler, assignment_id=row.pk, opinion="有", now=at("2025-06-10"))
    assert codes(error) == {"ASSIGN-ANSWERED"}


def test_what_was_given_to_a_unit_any_handler_hands_in(desk: Desk) -> None:
    row = give(desk, Task(unit(desk).pk))
    with pytest.raises(NotAllowedError):
        hand_in(desk.drafter, assignment_id=row.pk, opinion="有", now=at("2025-06-10"))
    assert hand_in(desk.colleague, assignment_id=row.pk, opinion="有", now=at("2025-06-10"))


def test_a_drafter_asked_by_name_hands_in(desk: Desk) -> None:
    row = give(desk, Task(person=desk.drafter, is_lead=False))
    assert hand_in(desk.drafter, assignment_id=row.pk, opinion="有", now=at("2025-06-10")).opinion


def sent_on(desk: Desk, organ_id: int, reason: str = "由卫生健康部门负责公开") -> Transfer:
    return transfer(
        desk.office,
        application_id=desk.case.pk,
        expected=desk.version,
        destination=Destination(organ_id, reason),
        now=at("2025-06-10"),
    )


def test_a_case_goes_to_the_right_organ_under_a_number_of_its_own(desk: Desk) -> None:
    target = desk.region.health
    Profile.objects.create(organ=target, code_word="示卫", changed_at=at(DUE))
    desk.case.items.create(position=1, text="疫苗采购合同")
    for purpose in ("application", "letter"):
        CaseFile.objects.create(
            application=desk.case,
            file=kept(desk, purpose),
            purpose=purpose,
            name=purpose,
            added_at=at(DUE),
        )
    row = sent_on(desk, target.pk)
    there = row.arrived_as
    assert there
    assert there.number == "示卫依申请〔2025〕1号"
    assert (there.organ, there.state, there.received_on) == (target, "received", date(2025, 6, 10))
    assert there.due == date(2025, 7, 8)
    assert there.applicant.name == "张明"
    assert [item.text for item in there.items.all()] == ["疫苗采购合同"]
    assert [file.purpose for file in there.files.all()] == ["application"]
    assert there.query_code != desk.now().query_code
    told = DBTaskResult.objects.filter(args_kwargs__icontains="ApplicationRegistered")
    assert told.filter(args_kwargs__icontains=f'"application_id": {there.pk}').count() == 1
    here = desk.now()
    assert (here.state, here.result_row, here.decision) == ("transferred", "other_3", "transferred")
    line = Entry.objects.filter(application=here).last()
    assert line
    assert line.is_public
    assert target.name in line.note


def kept(desk: Desk, name: str) -> StoredFile:
    return StoredFile.objects.create(
        organ=desk.organ, name=name, key=name, size=1, queued_at=at(DUE), stored_at=at(DUE)
    )


def test_a_case_goes_to_another_living_organ_with_a_reason(desk: Desk) -> None:
    for organ_id in (desk.organ.pk, 987654):
        with pytest.raises(BlockedError) as error:
            sent_on(desk, organ_id, " ")
        assert codes(error) == {"TRANSFER-ORGAN", "CASE-LACKING"}
    with pytest.raises(BlockedError) as error:
        sent_on(desk, desk.region.health.pk)
    assert codes(error) == {"APPLY-PROFILE"}
    assert desk.now().state == "handling"


def test_the_applicant_retracts_in_writing(desk: Desk) -> None:
    case = record_retraction(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        retraction=Retraction(date(2025, 6, 9), "书面声明"),
        now=at("2025-06-10"),
    )
    assert (case.state, case.result_row, case.decision) == ("retracted", "other_3", "retracted")
    assert history_of(case)[-1].mark is Mark.END


def test_the_applicant_retracts_by_himself(desk: Desk) -> None:
    hand = in_hand(desk.now(), "retract", actor=VISITOR, now=at("2025-06-10"))
    retract(hand, Retraction(date(2025, 6, 10)))
    assert desk.now().state == "retracted"


def test_a_retraction_before_the_receipt_was_proved(desk: Desk) -> None:
    case = desk.received(2, state="received", received_on=None)
    hand = in_hand(case, "retract", actor=VISITOR, now=at("2025-06-10"))
    retract(hand, Retraction(date(2025, 6, 10)))
    assert Application.objects.get(pk=case.pk).closed_on == date(2025, 6, 10)


@pytest.mark.parametrize(
    ("retraction", "code"),
    [
        pytest.param(Retraction(date(2025, 6, 10), " "), "CASE-LACKING", id="没有凭据"),
        pytest.param(Retraction(date(2025, 6, 11), "声明"), "CASE-FUTURE", id="在将来"),
        pytest.param(Retraction(date(2025, 5, 1), "声明"), "CASE-ORDER", id="早于到达"),
    ],
)
def test_a_retraction_that_cannot_be(desk: Desk, retraction: Retraction, code: str) -> None:
    with pytest.raises(BlockedError) as error:
        record_retraction(
            desk.handler,
            application_id=desk.case.pk,
            expected=desk.version,
            retraction=retraction,
            now=at("2025-06-10"),
        )
    assert codes(error) == {code}


def test_a_case_ends_with_its_applicant(desk: Desk) -> None:
    seen = desk.version
    with pytest.raises(BlockedError):
        end_case(
            desk.handler,
            application_id=desk.case.pk,
            expected=seen,
            reason=" ",
            now=at("2025-06-10"),
        )
    case = end_case(
        desk.handler,
        application_id=desk.case.pk,
        expected=seen,
        reason="企业已经注销，见登记机关证明",
        now=at("2025-06-10"),
    )
    assert (case.state, case.decision) == ("ended", "ended")


def verify(desk: Desk, verified: Verified) -> Application:
    return verify_record(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        verified=verified,
        now=at("2025-06-10"),
    )


def test_a_record_is_held_against_the_evidence(desk: Desk) -> None:
    desk.case = desk.received(2, kind="record")
    with pytest.raises(BlockedError) as error:
        verify(desk, Verified(" ", " ", is_wrong=True))
    assert codes(error) == {"CASE-LACKING"}
    verify(desk, Verified("登记的出生年份", "户口簿", is_wrong=True))
    verify(desk, Verified("登记的出生年份", "户口簿", is_wrong=False))
    notes = [line.note for line in Entry.objects.filter(verb="verify_record")]
    assert notes[0].startswith("经核实，记录不准确")
    assert notes[1].startswith("经核实，记录无误")


def test_other_applications_are_not_judged_as_records(desk: Desk) -> None:
    with pytest.raises(BlockedError) as error:
        verify(desk, Verified("记录", "证据", is_wrong=True))
    assert codes(error) == {"RECORD-KIND"}


def publish(desk: Desk, title: str = "2024年采购合同", reason: str = "多人申请") -> Application:
    return convert(
        desk.office,
        application_id=desk.case.pk,
        expected=desk.version,
        conversion=Conversion(title, reason),
        now=at("2025-07-01"),
    )


def test_what_was_disclosed_opens_a_publishing_draft_once(desk: Desk) -> None:
    desk.case = desk.received(2, state="replied", result_row="granted", closed_on=date(2025, 6, 20))
    publish(desk)
    assert DBTaskResult.objects.filter(args_kwargs__icontains="ApplicationConverted").count() == 1
    event = ApplicationConverted(
        desk.organ.pk,
        desk.case.number,
        "2024年采购合同",
        at("2025-07-01").isoformat(),
        desk.office.key,
        desk.office.name,
    )
    open_from_application(event)
    open_from_application(event)
    item = Item.objects.get()
    assert (item.title, item.organ) == ("2024年采购合同", desk.organ)
    assert item.drafter_key == desk.office.key
    content = Edition.objects.get().content
    assert content["disclosure_class"] == "proactive"
    assert desk.case.number in content["class_reason"]
    assert LISTENERS[ApplicationConverted]
    with pytest.raises(BlockedError) as error:
        publish(desk)
    assert codes(error) == {"CONVERT-ONCE"}


def test_only_what_was_disclosed_becomes_public(desk: Desk) -> None:
    desk.case = desk.received(
        2, state="replied", result_row="refused_1", closed_on=date(2025, 6, 20)
    )
    with pytest.raises(BlockedError) as error:
        publish(desk, " ", " ")
    assert codes(error) == {"CONVERT-DECISION", "CASE-LACKING"}


def order(desk: Desk, what: Order) -> Application:
    return reopen(
        desk.office,
        application_id=desk.case.pk,
        expected=desk.version,
        order=what,
        now=at("2025-09-01"),
    )


def test_a_decision_has_a_case_worked_on_anew(desk: Desk) -> None:
    desk.case = desk.received(
        2, state="replied", result_row="refused_6", decision="draft", closed_on=date(2025, 6, 20)
    )
    case = order(desk, Order("示政复决〔2025〕9号", date(2025, 8, 29), 10))
    assert (case.state, case.result_row, case.closed_on) == ("handling", "", None)
    assert case.due == date(2025, 9, 12)
    told = JournalEntry.objects.get(verb="reopen_case")
    assert told.after == {"day": "2025-08-29", "reason": "示政复决〔2025〕9号"}


def totals(desk: Desk, row: str) -> tuple[int, ...]:
    """How many the table of 2025 and that of 2026 count in this row."""
    tables = (yearly_table([desk.organ.pk], year(number)) for number in (2025, 2026))
    return tuple(table[f"applications.{row}.6"] for table in tables)


@pytest.mark.parametrize(
    ("arrived", "refused", "ended"),
    [
        pytest.param("2025-08-29", (0, 0), (0, 1), id="当年撤销的，按重新办理的结果统计"),
        pytest.param("2026-03-02", (1, 0), (0, 0), id="以后年度撤销的，原来年度的数字不变"),
    ],
)
def test_a_case_is_counted_once(
    desk: Desk, arrived: str, refused: tuple[int, ...], ended: tuple[int, ...]
) -> None:
    desk.case = desk.received(
        2, state="replied", result_row="refused_6", decision="draft", closed_on=date(2025, 6, 20)
    )
    order = Order("示政复决〔2025〕9号", date.fromisoformat(arrived))
    case = reopen(
        desk.office,
        application_id=desk.case.pk,
        expected=desk.version,
        order=order,
        now=at("2026-03-02"),
    )
    assert totals(desk, "refused_6") == refused
    end_case(
        desk.handler,
        application_id=case.pk,
        expected=case.version,
        reason="企业已经注销",
        now=at("2026-03-10"),
    )
    assert totals(desk, "refused_6") == refused
    assert totals(desk, "other_3") == ended


@pytest.mark.parametrize(
    ("what", "code"),
    [
        pytest.param(Order(" ", date(2025, 8, 29)), "CASE-LACKING", id="没有依据"),
        pytest.param(Order("决定", date(2025, 6, 1)), "CASE-ORDER", id="早于办结"),
        pytest.param(Order("决定", date(2025, 8, 29), 500), "REOPEN-TERM", id="期限太长"),
        pytest.param(Order("决定", date(2025, 8, 29), -1), "REOPEN-TERM", id="负数"),
    ],
)
def test_an_order_that_cannot_be(desk: Desk, what: Order, code: str) -> None:
    desk.case = desk.received(2, state="replied", result_row="granted", closed_on=date(2025, 6, 20))
    with pytest.raises(BlockedError) as error:
        order(desk, what)
    assert codes(error) == {code}
