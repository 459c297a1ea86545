"""Asking the applicant: correction (补正, Art. 30) and reasons for too many requests (Art. 35)."""

from datetime import date
from typing import Final

from gongkai.apps.applications.handling import correcting, deferring
from gongkai.core.applications.doors import HEADS
from gongkai.core.calendar import WorkdayCalendar
from gongkai.faces.common.forms import choice, day, text
from gongkai.faces.desk.applications.stepping import YES_NO, CaseForm, CaseStep, Opened, Sent
from gongkai.faces.desk.publishing.review_forms import long_text


class CorrectionForm(CaseForm):
    """What has to be corrected, once and all at once."""

    points = long_text(
        "需要补正的事项", help_text="一行一项；只能告知一次，请一次写全。", most=2000
    )
    guidance = long_text("指导和释明", required=False, help_text="怎样补正，帮助申请人写清楚。")
    answer_by = day("补正期限", help_text="给申请人合理的时间。")


class CorrectionAnswerForm(CaseForm):
    """The corrected application."""

    day = day("收到补正的日期", help_text="答复期限从这一天起重新计算。")
    answer = long_text("补正的内容", most=4000)
    excuse = text("逾期的正当理由", 500, required=False, help_text="超过补正期限的才填写。")


class DeliveredForm(CaseForm):
    """The day on which something reached somebody."""

    delivered_on = day("送达日期")


class ReasonsForm(CaseForm):
    """Why the applicant is asked for reasons."""

    facts = long_text("数量、频次的情况", help_text="写明件数、时间、内容，说明明显超过合理范围。")
    answer_by = day("说明理由的期限")


class ReasonsAnswerForm(CaseForm):
    """The reasons that came."""

    day = day("收到日期")
    reasons = long_text("申请人的理由", most=4000)


class JudgeForm(CaseForm):
    """Whether reasons hold."""

    is_reasonable = choice("理由是否合理", YES_NO)
    judged = long_text("认定说明", most=1000)


class DeferForm(CaseForm):
    """A later day for the reply."""

    until = day("延迟答复至", help_text="应当是合理的期限，晚于现在的答复期限；会告知申请人。")


def ask_correction(sent: Sent) -> object:
    """Notify what has to be corrected."""
    notice = correcting.CorrectionNotice(
        points=sent.form.said("points").splitlines(),
        guidance=sent.form.said("guidance"),
        answer_by=sent.form.on("answer_by"),
    )
    return correcting.ask_correction(
        sent.who, application_id=sent.case_id, expected=sent.expected, notice=notice, now=sent.now
    )


def correction_delivered(sent: Sent) -> object:
    """Note when the notice reached the applicant."""
    return correcting.record_correction_delivery(
        sent.who,
        application_id=sent.case_id,
        delivered_on=sent.form.on("delivered_on"),
        now=sent.now,
    )


def record_correction(sent: Sent) -> object:
    """Enter the correction."""
    form = sent.form
    answer = correcting.CorrectionAnswer(form.said("answer"), form.on("day"), form.said("excuse"))
    return correcting.record_correction(
        sent.who, application_id=sent.case_id, expected=sent.expected, answer=answer, now=sent.now
    )


def abandon_uncorrected(sent: Sent) -> object:
    """End a case that was not corrected."""
    return correcting.abandon_uncorrected(
        sent.who, application_id=sent.case_id, expected=sent.expected, now=sent.now
    )


def ask_reasons(sent: Sent) -> object:
    """Ask for reasons."""
    notice = deferring.ReasonsNotice(sent.form.said("facts"), sent.form.on("answer_by"))
    return deferring.ask_reasons(
        sent.who, application_id=sent.case_id, expected=sent.expected, notice=notice, now=sent.now
    )


def reasons_delivered(sent: Sent) -> object:
    """Note when the notice to give reasons reached the applicant."""
    return deferring.record_reasons_delivery(
        sent.who,
        application_id=sent.case_id,
        delivered_on=sent.form.on("delivered_on"),
        now=sent.now,
    )


def record_reasons(sent: Sent) -> object:
    """Enter the reasons."""
    reasons = deferring.Reasons(sent.form.said("reasons"), sent.form.on("day"))
    return deferring.record_reasons(
        sent.who, application_id=sent.case_id, expected=sent.expected, reasons=reasons, now=sent.now
    )


def lapse_reasons(sent: Sent) -> object:
    """Go on without reasons."""
    return deferring.lapse_reasons(
        sent.who, application_id=sent.case_id, expected=sent.expected, now=sent.now
    )


def judge_reasons(sent: Sent) -> object:
    """Say whether they hold."""
    verdict = deferring.ReasonsVerdict(sent.form.is_yes("is_reasonable"), sent.form.said("judged"))
    return deferring.judge_reasons(
        sent.who, application_id=sent.case_id, expected=sent.expected, verdict=verdict, now=sent.now
    )


def defer(sent: Sent) -> object:
    """Set a later day."""
    return deferring.defer(
        sent.who,
        application_id=sent.case_id,
        expected=sent.expected,
        until=sent.form.on("until"),
        now=sent.now,
    )


def not_corrected_before(opened: Opened) -> bool:
    """Correction is asked for once only."""
    return opened.work.correction is None


def early_enough(opened: Opened, today: date, days: WorkdayCalendar) -> bool:
    """Correction is asked for within seven working days of receipt (Art. 30)."""
    received = opened.row.received_on
    return received is None or today <= correcting.last_day_to_ask(received, days)


def awaits_delivery(opened: Opened) -> bool:
    """Whether the notice to correct is on its way."""
    found = opened.work.correction
    return found is not None and found.delivered_on is None


def no_reasons_before(opened: Opened) -> bool:
    """Reasons are asked for once."""
    return opened.work.deferral is None


def awaits_reasons_delivery(opened: Opened) -> bool:
    """Whether the notice to give reasons is on its way."""
    found = opened.work.deferral
    return found is not None and found.delivered_on is None


def reasons_open(opened: Opened) -> bool:
    """Whether reasons came, or were awaited in vain, and nobody has judged them."""
    found = opened.work.deferral
    return found is not None and found.is_reasonable is None


def reasons_hold(opened: Opened) -> bool:
    """Whether the reply may be deferred."""
    found = opened.work.deferral
    return found is not None and bool(found.is_reasonable) and found.deferred_until is None


CORRECTING: Final = ("correcting",)
STEPS: Final = (
    CaseStep(
        "ask_correction",
        ask_correction,
        "告知后，在申请人补正以前不能办理；收到补正的申请之日起重新计算 20 个工作日。"
        "补正只能要求一次，并且应当在收到申请之日起 7 个工作日内告知。",
        "已经告知补正，告知书在“文书”中，请送达申请人。",
        CorrectionForm,
        when=not_corrected_before,
        in_time=early_enough,
    ),
    CaseStep(
        "deliver_correction",
        correction_delivered,
        "补正期限届满、仍没有补正的，以这个日期证明申请人已经知道要补正。",
        "已经记下补正告知书的送达日期。",
        DeliveredForm,
        label="登记补正告知书送达",
        states=CORRECTING,
        when=awaits_delivery,
    ),
    CaseStep(
        "record_correction",
        record_correction,
        "登记后答复期限重新计算，继续办理。",
        "已经登记补正，答复期限重新计算。",
        CorrectionAnswerForm,
    ),
    CaseStep(
        "abandon_uncorrected",
        abandon_uncorrected,
        "办结后，本件计入“申请人无正当理由逾期不补正”一行，不再处理。",
        "已经办结：逾期不补正，不再处理。",
        label="逾期不补正，不再处理",
        states=CORRECTING,
        is_final=True,
    ),
    CaseStep(
        "ask_reasons",
        ask_reasons,
        "要求申请人说明理由期间，答复期限照常计算。",
        "已经要求申请人说明理由，通知书在“文书”中，请送达申请人。",
        ReasonsForm,
        when=no_reasons_before,
    ),
    CaseStep(
        "deliver_reasons",
        reasons_delivered,
        "期限届满、仍没有说明理由的，以这个日期证明申请人已经知道要说明理由。",
        "已经记下说明理由通知书的送达日期。",
        DeliveredForm,
        label="登记说明理由通知书送达",
        states=("reasons_asked",),
        when=awaits_reasons_delivery,
    ),
    CaseStep(
        "record_reasons",
        record_reasons,
        "登记后认定理由是否合理。",
        "已经登记申请人的理由，请认定是否合理。",
        ReasonsAnswerForm,
    ),
    CaseStep(
        "lapse_reasons",
        lapse_reasons,
        "通知已经送达、期限已过、没有收到理由的，继续办理。",
        "已经记下申请人逾期没有说明理由。",
    ),
    CaseStep(
        "judge_reasons",
        judge_reasons,
        "理由不合理的，可以不予处理；合理、但不能按期答复的，可以确定延迟答复的合理期限。",
        "已经记下认定。",
        JudgeForm,
        when=reasons_open,
    ),
    CaseStep(
        "defer",
        defer,
        "延迟答复由公开工作机构负责人决定，并告知申请人。",
        "已经确定延迟答复的期限，告知书在“文书”中，请送达申请人。",
        DeferForm,
        roles=HEADS,
        when=reasons_hold,
    ),
)
