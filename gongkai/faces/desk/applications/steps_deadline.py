"""Beginning to handle, extending the term (延长), fees: steps the organ takes by itself."""

from datetime import date
from typing import TYPE_CHECKING, Final

from django import forms

from gongkai.apps.applications.handling import examining, extending, fees
from gongkai.core.applications.fees import FeeMethod
from gongkai.core.calendar import WorkdayCalendar
from gongkai.faces.common.forms import choice, day, text
from gongkai.faces.desk.applications.stepping import YES_NO, CaseForm, CaseStep, Opened, Sent
from gongkai.faces.desk.publishing.review_forms import long_text

if TYPE_CHECKING:
    from gongkai.apps.applications.models import Extension, FeeNotice

METHODS: Final = tuple((method.value, method.label) for method in FeeMethod)
MOST: Final = 20


class AcceptForm(CaseForm):
    """That it is in order."""

    note = long_text("审核意见", required=False)


class ExtensionForm(CaseForm):
    """By how much, and why."""

    workdays = forms.IntegerField(label="延长几个工作日", min_value=1, max_value=MOST)
    reason = long_text("延长的理由", help_text="会写进告知书。", most=500)


class VerdictForm(CaseForm):
    """What the head says."""

    approved = choice("是否批准", YES_NO)
    note = long_text("意见", required=False, help_text="不批准的，写明理由。", most=500)


class ChargeForm(CaseForm):
    """How much to charge, and why at all."""

    method = choice("计收方式", METHODS, help_text="一件申请只能选一种方式，不能重复计收。")
    pages = forms.IntegerField(
        label="页数", required=False, min_value=1, help_text="按量计收的才填写。"
    )
    excess = long_text("数量、频次明显超过合理范围的认定", most=500)


class PaidForm(CaseForm):
    """A payment."""

    paid_on = day("缴费日期", help_text="处理期限从缴费次日起重新计算。")
    receipt_number = text("票据号", 60)


class ReasonForm(CaseForm):
    """Why."""

    reason = long_text("理由", most=500)


class FeeDeliveredForm(CaseForm):
    """The day on which the notice arrived."""

    delivered_on = day("收费通知的送达日期", help_text="20 个工作日的缴费期限从次日起计算。")


def examine(sent: Sent) -> object:
    """Begin to look at it."""
    return examining.examine(
        sent.who, application_id=sent.case_id, expected=sent.expected, now=sent.now
    )


def accept(sent: Sent) -> object:
    """Begin to handle it."""
    return examining.accept(
        sent.who,
        application_id=sent.case_id,
        expected=sent.expected,
        now=sent.now,
        note=sent.form.said("note"),
    )


def propose(sent: Sent) -> object:
    """Propose an extension."""
    proposal = extending.Proposal(sent.form.cleaned_data["workdays"], sent.form.said("reason"))
    return extending.propose_extension(
        sent.who,
        application_id=sent.case_id,
        expected=sent.expected,
        proposal=proposal,
        now=sent.now,
    )


def decide(sent: Sent) -> object:
    """Decide on it."""
    row, form = proposed(sent.case), sent.form
    verdict = extending.Verdict(form.is_yes("approved"), form.said("note"))
    return extending.decide_extension(
        sent.who, extension_id=0 if row is None else row.pk, verdict=verdict, now=sent.now
    )


def suggest(sent: Sent) -> object:
    """Suggest a fee."""
    form = sent.form
    charge = fees.Charge(
        form.said("method"), form.said("excess"), form.cleaned_data.get("pages") or 0
    )
    return fees.suggest_fee(
        sent.who, application_id=sent.case_id, expected=sent.expected, charge=charge, now=sent.now
    )


def notice(sent: Sent) -> object:
    """Confirm and notify it."""
    return fees.notice_fee(sent.who, fee_id=fee_id(sent), now=sent.now)


def drop(sent: Sent) -> object:
    """Not charge it."""
    return fees.drop_fee(
        sent.who, fee_id=fee_id(sent), reason=sent.form.said("reason"), now=sent.now
    )


def fee_delivered(sent: Sent) -> object:
    """Note when the notice arrived."""
    return fees.record_fee_delivery(
        sent.who,
        fee_id=fee_id(sent),
        delivered_on=sent.form.on("delivered_on"),
        now=sent.now,
    )


def paid(sent: Sent) -> object:
    """Enter the payment."""
    payment = fees.Payment(sent.form.on("paid_on"), sent.form.said("receipt_number"))
    return fees.record_payment(sent.who, fee_id=fee_id(sent), payment=payment, now=sent.now)


def waive(sent: Sent) -> object:
    """Waive it."""
    return fees.waive_fee(
        sent.who, fee_id=fee_id(sent), reason=sent.form.said("reason"), now=sent.now
    )


def abandon_unpaid(sent: Sent) -> object:
    """End what was not paid for."""
    return fees.abandon_unpaid(sent.who, fee_id=fee_id(sent), now=sent.now)


def proposed(opened: Opened) -> "Extension | None":
    """The extension that waits for a decision."""
    return next((row for row in opened.work.extensions if row.state == "proposed"), None)


def fee_of(opened: Opened) -> "FeeNotice | None":
    """The fee that goes on."""
    going = (row for row in opened.work.fees if row.state in fees.OPEN)
    return next(going, None)


def fee_id(sent: Sent) -> int:
    """Its number."""
    row = fee_of(sent.case)
    return 0 if row is None else row.pk


def has_proposal(opened: Opened) -> bool:
    """Whether an extension waits for somebody else to decide."""
    row = proposed(opened)
    return row is not None and row.proposed_key != opened.who.key


def may_extend(opened: Opened) -> bool:
    """Extended once at most."""
    return not any(row.state in extending.GOING for row in opened.work.extensions)


def before_due(opened: Opened, today: date, _days: WorkdayCalendar) -> bool:
    """What moves or stops the term comes before its end (Art. 33)."""
    return opened.row.due is not None and today <= opened.row.due


def is_free(opened: Opened) -> bool:
    """No fee goes on."""
    return fee_of(opened) is None


def is_suggested(opened: Opened) -> bool:
    """A fee waits for its confirmation."""
    row = fee_of(opened)
    return row is not None and row.state == "suggested"


def is_suggested_by_another(opened: Opened) -> bool:
    """By somebody else than whoever looks."""
    row = fee_of(opened)
    return is_suggested(opened) and row is not None and row.suggested_key != opened.who.key


def is_undelivered(opened: Opened) -> bool:
    """The notice is on its way."""
    row = fee_of(opened)
    return row is not None and row.state == "noticed" and row.delivered_on is None


STEPS: Final = (
    CaseStep(
        "examine",
        examine,
        "开始审核申请是否完整、是否属于本机关。还没有承办人的，由您承办。",
        "已经开始审核。",
    ),
    CaseStep("accept", accept, "申请符合要求，开始办理。", "审核通过，开始办理。", AcceptForm),
    CaseStep(
        "propose_extension",
        propose,
        "由公开工作机构负责人在答复期限届满以前批准；批准以前期限不变。",
        "已经提出延长，等待公开工作机构负责人批准。",
        ExtensionForm,
        when=may_extend,
        in_time=before_due,
    ),
    CaseStep(
        "decide_extension",
        decide,
        "批准后答复期限随之延长，并告知申请人；延长最多 20 个工作日，一个期限只能延长一次。",
        "已经作出决定。批准的，请把延期告知书送达申请人。",
        VerdictForm,
        when=has_proposal,
    ),
    CaseStep(
        "suggest_fee",
        suggest,
        "只提出建议，系统按标准算出金额；由公开办另一人确认以后才通知申请人。",
        "已经提出收费建议，等待公开办确认。",
        ChargeForm,
        when=is_free,
        in_time=before_due,
    ),
    CaseStep(
        "notice_fee",
        notice,
        "通知后答复期限停止计算，申请人在收到通知次日起 20 个工作日内缴费；缴清次日起重新计算。",
        "已经通知缴费，通知书在“文书”中，请送达申请人。",
        when=is_suggested_by_another,
    ),
    CaseStep(
        "drop_fee", drop, "不向申请人收费。", "已经决定不收费。", ReasonForm, when=is_suggested
    ),
    CaseStep(
        "record_fee_delivery",
        fee_delivered,
        "缴费期限从收到通知的次日起计算。",
        "已经登记收费通知的送达日期。",
        FeeDeliveredForm,
        when=is_undelivered,
    ),
    CaseStep(
        "record_payment",
        paid,
        "缴清以后，处理期限从次日起重新计算；此前批准的延长随原期限失效，确需延长的，可以另行延长。",
        "已经登记缴费，处理期限重新计算。",
        PaidForm,
    ),
    CaseStep("waive_fee", waive, "减免以后，答复期限恢复计算。", "已经减免。", ReasonForm),
    CaseStep(
        "abandon_unpaid",
        abandon_unpaid,
        "办结后，本件计入“申请人逾期未按收费通知要求缴纳费用”一行，不再处理。",
        "已经办结：逾期不缴费，不再处理。",
        label="逾期不缴费，不再处理",
        states=("fee_pending",),
        is_final=True,
    ),
)
