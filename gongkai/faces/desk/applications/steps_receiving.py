"""Putting right the day of receipt (更正收到日期): the evidence is asked for, never the day."""

from typing import Final

from gongkai.apps.applications.receiving.opening import Arrival, arrival_of
from gongkai.apps.applications.receiving.receipt_correcting import (
    ReceiptCorrection,
    correct_receipt,
    why_receipt_stays,
)
from gongkai.core.applications.doors import OFFICE
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.applications.lifecycle import EARLY
from gongkai.core.applications.receipt import BASES, Proof
from gongkai.faces.common.forms import day, text
from gongkai.faces.desk.applications.stepping import CaseForm, CaseStep, Opened, Sent
from gongkai.faces.desk.publishing.review_forms import long_text

EVIDENCE: Final = {
    Proof.HANDED_IN: frozenset[str](),
    Proof.SIGNED: frozenset({"signed_on", "mail_number"}),
    Proof.CONFIRMED: frozenset({"confirmed_on", "confirm_method"}),
}
"""The fields that a way's evidence asks for, beside the day of arrival."""
OF_EVIDENCE: Final = frozenset[str]().union(*EVIDENCE.values())
KNOWN_BY_ITSELF: Final = frozenset({"arrived_on"})
"""What the portal has written down of what came through it."""


def not_asked(way: SubmissionWay) -> frozenset[str]:
    """The fields of evidence that prove nothing for a way."""
    return OF_EVIDENCE - EVIDENCE[BASES[way].proof]


class ReceiptForm(CaseForm):
    """The evidence of receipt as it should have been entered, and why it was not."""

    arrived_on = day("到达日期", help_text="当面提交的，提交之日为收到申请之日。")
    signed_on = day("签收日期", help_text="签收之日为收到申请之日。")
    mail_number = text("邮件号", 40, required=False)
    confirmed_on = day("与申请人确认的日期", help_text="确认之日为收到申请之日。")
    confirm_method = text("确认方式", 100, help_text="例如电话、短信、回复邮件。")
    evidence_note = text("收到的凭据", 300, required=False, help_text="例如信封、签收单、传真件。")
    reason = long_text("更正的原因", help_text="申请人在办理进度中看得到，不写个人信息。", most=300)


def correct(sent: Sent) -> object:
    """Correct the evidence."""
    form, row = sent.form, sent.case.row
    former = arrival_of(row)
    arrival = Arrival(
        former.way,
        form.cleaned_data.get("arrived_on") or former.arrived_on,
        form.cleaned_data.get("signed_on"),
        form.cleaned_data.get("confirmed_on"),
        form.said("confirm_method"),
        form.said("evidence_note"),
        form.said("mail_number"),
    )
    correction = ReceiptCorrection(arrival, form.said("reason"))
    return correct_receipt(
        sent.who,
        application_id=sent.case_id,
        expected=sent.expected,
        correction=correction,
        now=sent.now,
    )


def ask_for_way(form: CaseForm, opened: Opened) -> None:
    """Ask for the evidence of the way only, with what was entered for it."""
    way = SubmissionWay(opened.row.way)
    known = KNOWN_BY_ITSELF if way is SubmissionWay.PORTAL else frozenset[str]()
    for name in not_asked(way) | known:
        del form.fields[name]
    for name in form.fields:
        if hasattr(opened.row, name):
            form.initial[name] = getattr(opened.row, name)


def has_receipt(opened: Opened) -> bool:
    """Whether there is a day of receipt that this organ has entered and nothing has counted."""
    return why_receipt_stays(opened.row) is None


STEPS: Final = (
    CaseStep(
        "correct_receipt",
        correct,
        "登记错误的，按正确的凭据重新确定收到日期，答复期限随之变化，并发出新的登记回执；"
        "拆分出去的各件分别更正，写好的文书要核对日期。",
        "已经更正，收到日期和答复期限按新的凭据确定。",
        ReceiptForm,
        label="更正收到日期",
        states=EARLY,
        roles=OFFICE,
        when=has_receipt,
        fit=ask_for_way,
    ),
)
