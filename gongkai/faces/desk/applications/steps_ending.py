"""Assigning, sending on, retracting, ending, opening again, joining, splitting, making public."""

from typing import TYPE_CHECKING, Final

from django import forms
from django.utils import timezone

from gongkai.apps.applications.handling import (
    assigning,
    assigning_queries,
    converting,
    ending,
    record_correcting,
    reopening,
    retracting,
    transferring,
)
from gongkai.apps.applications.receiving import registering, splitting
from gongkai.apps.applications.register.queue_queries import units_of
from gongkai.core.applications.doors import OFFICE
from gongkai.core.applications.kinds import ApplicationKind, SubmissionWay
from gongkai.core.applications.lifecycle import UNANSWERED
from gongkai.core.applications.receipt import BASES, Proof
from gongkai.faces.common.forms import choice, day, several, text
from gongkai.faces.desk.applications.stepping import YES_NO, CaseForm, CaseStep, Opened, Sent
from gongkai.faces.desk.organs.fields import offer
from gongkai.faces.desk.publishing.review_forms import long_text

if TYPE_CHECKING:
    from datetime import date

    from gongkai.apps.applications.models import Assignment

DISCLOSED: Final = ("granted", "partial")
ITEM: Final = "{number}. {text}"


class ConfirmForm(CaseForm):
    """That the receipt was confirmed with the applicant."""

    confirmed_on = day("与申请人确认的日期", help_text="这一天为收到申请之日，答复期限由此起算。")
    confirm_method = text("确认方式", 100, help_text="例如电话、短信、回复邮件。")


class AssignForm(CaseForm):
    """Who works on it."""

    unit = choice("承办科室", (), required=False)
    person = choice("承办人", (), required=False)
    lead = choice("主办还是协办", (("lead", "主办"), ("help", "协办")))
    answer_by = day("内部期限", required=False, help_text="本机关自己的期限，不影响答复期限。")


class HandInForm(CaseForm):
    """What one has to say about a case one was asked to help with."""

    assignment = choice("交办事项", ())
    opinion = long_text("办理意见", most=4000)


class TransferForm(CaseForm):
    """To which organ."""

    organ = choice("转送到", ())
    reason = long_text("理由", help_text="会告知申请人。", most=500)


class RetractionForm(CaseForm):
    """That the applicant no longer wants an answer."""

    day = day("申请人提出的日期")
    note = long_text("撤销的凭据", help_text="例如书面撤销申请、谈话记录。", most=500)


class EndForm(CaseForm):
    """Why it ends."""

    reason = long_text("死亡或者终止的情况和证明", most=1000)


class ReopenForm(CaseForm):
    """What asks for it."""

    reason = long_text("重新办理的依据", help_text="复议决定书、判决书的文号和要求。", most=500)
    day = day("收到的日期", help_text="期限从这一天起重新计算。")
    workdays = forms.IntegerField(
        label="指定的工作日数",
        required=False,
        min_value=0,
        help_text="没有另外指定期限的不填，按 20 个工作日。",
    )


class JoinForm(CaseForm):
    """Into which one."""

    into = choice("并入哪一件", ())
    reason = long_text("理由", most=500)


class SplitForm(CaseForm):
    """Which things get an application of their own."""

    parts = several("分出去单独登记的事项", (), help_text="每项各登记一件，收到日期不变。")


class VoidForm(CaseForm):
    """Why it should not be in the register."""

    reason = long_text("作废的原因", help_text="登记号保留，不再使用，也不计入统计。", most=500)


class ConvertForm(CaseForm):
    """Under which title it becomes public."""

    title = text("公开时的标题", 200, help_text="不能出现申请人的信息。")
    reason = long_text("转为主动公开的理由", most=500)


class RecordForm(CaseForm):
    """What looking at the record came to."""

    record = long_text("核实的记录", most=400)
    evidence = long_text("核实的证据", most=400)
    is_wrong = choice("记录是否不准确", YES_NO)


def confirm(sent: Sent) -> object:
    """Confirm the receipt."""
    return registering.confirm_receipt(
        sent.who,
        application_id=sent.case_id,
        confirmed_on=sent.form.on("confirmed_on"),
        method=sent.form.said("confirm_method"),
        now=sent.now,
    )


def assign(sent: Sent) -> object:
    """Give it to a unit or a person."""
    form, today = sent.form, timezone.localdate(sent.now)
    wanted = form.number("person")
    until: date | None = form.cleaned_data.get("answer_by")
    task = assigning.Task(
        unit_id=form.number("unit"),
        person=None if wanted is None else assigning_queries.colleague(sent.who, wanted, today),
        is_lead=form.said("lead") == "lead",
        answer_by=until,
    )
    return assigning.assign(
        sent.who, application_id=sent.case_id, expected=sent.expected, task=task, now=sent.now
    )


def hand_in(sent: Sent) -> object:
    """Hand in what one was asked for."""
    return assigning.hand_in(
        sent.who,
        assignment_id=sent.form.number("assignment") or 0,
        opinion=sent.form.said("opinion"),
        now=sent.now,
    )


def transfer(sent: Sent) -> object:
    """Send it on."""
    destination = transferring.Destination(sent.form.number("organ") or 0, sent.form.said("reason"))
    return transferring.transfer(
        sent.who,
        application_id=sent.case_id,
        expected=sent.expected,
        destination=destination,
        now=sent.now,
    )


def retract(sent: Sent) -> object:
    """Enter a retraction."""
    retraction = retracting.Retraction(sent.form.on("day"), sent.form.said("note"))
    return retracting.record_retraction(
        sent.who,
        application_id=sent.case_id,
        expected=sent.expected,
        retraction=retraction,
        now=sent.now,
    )


def end(sent: Sent) -> object:
    """End it."""
    return ending.end_case(
        sent.who,
        application_id=sent.case_id,
        expected=sent.expected,
        reason=sent.form.said("reason"),
        now=sent.now,
    )


def reopen(sent: Sent) -> object:
    """Open it again."""
    form = sent.form
    order = reopening.Order(
        form.said("reason"), form.on("day"), form.cleaned_data.get("workdays") or 0
    )
    return reopening.reopen(
        sent.who, application_id=sent.case_id, expected=sent.expected, order=order, now=sent.now
    )


def join(sent: Sent) -> object:
    """Join it into another."""
    return splitting.join(
        sent.who,
        application_id=sent.case_id,
        into_id=sent.form.number("into") or 0,
        reason=sent.form.said("reason"),
        now=sent.now,
    )


def split(sent: Sent) -> object:
    """Give things an application of their own."""
    places: list[str] = sent.form.cleaned_data["parts"]
    return splitting.split(
        sent.who,
        application_id=sent.case_id,
        expected=sent.expected,
        parts=[[int(place)] for place in places],
        now=sent.now,
    )


def void(sent: Sent) -> object:
    """Void it."""
    return registering.void_application(
        sent.who, application_id=sent.case_id, reason=sent.form.said("reason"), now=sent.now
    )


def convert(sent: Sent) -> object:
    """Open a publishing draft."""
    conversion = converting.Conversion(sent.form.said("title"), sent.form.said("reason"))
    return converting.convert(
        sent.who,
        application_id=sent.case_id,
        expected=sent.expected,
        conversion=conversion,
        now=sent.now,
    )


def verify_record(sent: Sent) -> object:
    """Note what looking at the record came to."""
    form = sent.form
    verified = record_correcting.Verified(
        form.said("record"), form.said("evidence"), form.is_yes("is_wrong")
    )
    return record_correcting.verify_record(
        sent.who,
        application_id=sent.case_id,
        expected=sent.expected,
        verified=verified,
        now=sent.now,
    )


def waits_for_receipt(opened: Opened) -> bool:
    """Whether the day of receipt is that of a confirmation still to come."""
    proof = BASES[SubmissionWay(opened.row.way)].proof
    return opened.row.received_on is None and proof is Proof.CONFIRMED


def offer_colleagues(form: CaseForm, opened: Opened) -> None:
    """Units and people of the organ."""
    people = assigning_queries.colleagues(opened.who, timezone.localdate())
    offer(form, "unit", [(str(row.pk), row.name) for row in units_of(opened.who)], empty="不选")
    offer(form, "person", people, empty="不选")


def is_mine(row: "Assignment", opened: Opened) -> bool:
    """Whether an assignment waits for whoever looks, or for his unit."""
    return row.answered_on is None and row.person_key in {"", opened.who.key}


def has_task(opened: Opened) -> bool:
    """Whether one was asked for an opinion."""
    return any(is_mine(row, opened) for row in opened.work.assignments)


def offer_tasks(form: CaseForm, opened: Opened) -> None:
    """What one was asked for; a single task is chosen already."""
    rows = [row for row in opened.work.assignments if is_mine(row, opened)]
    told = [(str(row.pk), f"{row.asked_on}　{row.unit or row.person_name}") for row in rows]
    offer(form, "assignment", told)
    if len(rows) == 1:
        form.fields["assignment"].initial = told[0][0]


def offer_organs(form: CaseForm, opened: Opened) -> None:
    """All other living organs."""
    offer(form, "organ", assigning_queries.destinations(opened.row.organ_id))


def offer_twins(form: CaseForm, opened: Opened) -> None:
    """The same applicant's open requests."""
    rows = joinable(opened)
    offer(form, "into", [(str(pk), name) for pk, name in rows])


def joinable(opened: Opened) -> list[tuple[int, str]]:
    """The same applicant's requests like this one, of which no reply is under review yet."""
    found = [match.application for match in opened.work.likes.repeated]
    return [
        (row.pk, f"{row.number}　{row.subject}")
        for row in found
        if row.state in splitting.TAKING_IN
    ]


def can_join(opened: Opened) -> bool:
    """Whether there is one to join it into."""
    return bool(joinable(opened))


def offer_items(form: CaseForm, opened: Opened) -> None:
    """The things asked for."""
    rows = [
        (str(place), ITEM.format(number=place, text=row.text))
        for place, row in enumerate(opened.work.items, start=1)
    ]
    offer(form, "parts", rows)


def has_several(opened: Opened) -> bool:
    """Whether more than one thing is asked for."""
    return len(opened.work.items) > 1


def was_disclosed(opened: Opened) -> bool:
    """Whether there is something to make public."""
    return opened.row.result_row in DISCLOSED


def suggest_title(form: CaseForm, opened: Opened) -> None:
    """What was asked for, as a first title."""
    form.fields["title"].initial = opened.row.subject[:200]


def is_of_a_record(opened: Opened) -> bool:
    """Whether a record is to be put right."""
    return opened.row.kind == ApplicationKind.RECORD


STEPS: Final = (
    CaseStep(
        "confirm_receipt",
        confirm,
        "平常信函、传真、电子邮件以与申请人确认之日为收到申请之日，答复期限由此起算。",
        "已经确认收到，答复期限开始计算。",
        ConfirmForm,
        label="登记确认收到",
        states=UNANSWERED,
        when=waits_for_receipt,
    ),
    CaseStep(
        "assign",
        assign,
        "主办的接替原来的承办人；协办的另外办理，不影响主办。答复期限不变。",
        "已经交办。",
        AssignForm,
        fit=offer_colleagues,
    ),
    CaseStep(
        "hand_in",
        hand_in,
        "意见写入交办记录，供主办人参考。",
        "已经提交办理意见。",
        HandInForm,
        when=has_task,
        fit=offer_tasks,
    ),
    CaseStep(
        "split",
        split,
        "分出去的事项各有自己的登记号和期限；留下的事项仍用原来的登记号。",
        "已经拆分登记。",
        SplitForm,
        label="一事一申请，拆分",
        states=splitting.DIVISIBLE,
        when=has_several,
        fit=offer_items,
    ),
    CaseStep(
        "join",
        join,
        "并入以后，本件办结，申请内容和材料归到另一件一起办理。",
        "已经并入另一件申请。",
        JoinForm,
        when=can_join,
        fit=offer_twins,
        is_final=True,
    ),
    CaseStep(
        "verify_record",
        verify_record,
        "核实结果写入办理过程；随后拟写更正或者不予更正的告知书。",
        "已经记下核实结果。",
        RecordForm,
        when=is_of_a_record,
    ),
    CaseStep(
        "transfer",
        transfer,
        "转送以后，本件在本机关办结；对方机关以转送之日为收到之日另行登记，并告知申请人。",
        "已经转送，请告知申请人。",
        TransferForm,
        fit=offer_organs,
        is_final=True,
    ),
    CaseStep(
        "record_retraction",
        retract,
        "撤销后办结，不再答复，计入“其他处理”的“其他”一行。",
        "已经登记撤销，本件办结。",
        RetractionForm,
        is_final=True,
    ),
    CaseStep(
        "end",
        end,
        "终止后办结，不再答复，计入“其他处理”的“其他”一行。",
        "已经终止，本件办结。",
        EndForm,
        is_final=True,
    ),
    CaseStep(
        "void",
        void,
        "作废的登记号保留在册，不再使用；本件不计入任何统计。",
        "已经作废。",
        VoidForm,
        is_final=True,
    ),
    CaseStep(
        "convert",
        convert,
        "按这个标题建立一份信息发布的草稿，经过发布审核以后向社会公开。",
        "已经转为主动公开，草稿在“信息发布”中。",
        ConvertForm,
        when=was_disclosed,
        fit=suggest_title,
    ),
    CaseStep(
        "reopen_case",
        reopen,
        "重新办理后，原来的结果不再计入统计，以新的结果为准；期限重新计算。",
        "已经重新办理。",
        ReopenForm,
        roles=OFFICE,
        is_final=True,
    ),
)
