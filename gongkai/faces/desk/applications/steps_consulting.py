"""Opinions of third parties and other organs (征求意见, Art. 32, 34): each with its own clock."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from django import forms

from gongkai.apps.applications.handling import consulting
from gongkai.core.applications.consulting import Opinion, PartyKind
from gongkai.faces.common.forms import choice, day, text
from gongkai.faces.desk.applications.stepping import YES_NO, CaseForm, CaseStep, Opened, Sent
from gongkai.faces.desk.organs.fields import offer
from gongkai.faces.desk.publishing.review_forms import long_text

if TYPE_CHECKING:
    from gongkai.apps.applications.models import Consultation

PARTIES: Final = tuple((kind.value, kind.label) for kind in PartyKind)
OPINIONS: Final = tuple((one.value, one.label) for one in (Opinion.AGREE, Opinion.REFUSE))
WHILE_ASKED: Final = ("handling", "fee_pending", "reasons_asked")
"""States in which an opinion may come in."""
NAMED: Final = "{kind}：{party}，{day} 发出"


class ConsultForm(CaseForm):
    """Who is asked for an opinion, and about what."""

    kind = choice("征求谁的意见", PARTIES)
    party = text("名称", 200, help_text="姓名或者单位名称，加密保存。")
    contact = text("联系方式", 200, required=False, help_text="地址、电话，加密保存。")
    matter = long_text("征求意见的内容", most=2000)
    asked_on = day("发出日期")


class PartyForm(CaseForm):
    """One of the consultations of a case."""

    consultation = choice("征求意见的对象", ())

    @property
    def consultation_id(self) -> int:
        """Which one."""
        return self.number("consultation") or 0


class ConsultDeliveredForm(PartyForm):
    """Proof that the request for an opinion has arrived."""

    delivered_on = day("收到征求意见书的日期", help_text="15 个工作日的期限从这一天起计算。")
    delivery_proof = text("送达凭据", 300, help_text="回执、邮件号或者签收人。")


class OpinionForm(PartyForm):
    """What was answered."""

    answered_on = day("收到意见的日期")
    opinion = choice("意见", OPINIONS)
    reasons = long_text("理由", required=False, help_text="不同意公开的，写明理由。", most=4000)


class JudgeRefusalForm(PartyForm):
    """What the organ makes of a refusal."""

    is_reasonable = choice("不同意的理由是否合理", YES_NO)
    judged = long_text("认定说明", most=1000)
    public_interest = forms.BooleanField(
        label="不公开可能对公共利益造成重大影响，决定公开", required=False
    )


def consult(sent: Sent) -> object:
    """Ask for an opinion."""
    form = sent.form
    asked = consulting.Asked(
        kind=form.said("kind"),
        party=form.said("party"),
        contact=form.said("contact"),
        matter=form.said("matter"),
        asked_on=form.on("asked_on"),
    )
    return consulting.consult(
        sent.who, application_id=sent.case_id, expected=sent.expected, asked=asked, now=sent.now
    )


def number_of(sent: Sent) -> int:
    """The consultation that was chosen."""
    return sent.form.number("consultation") or 0


def delivered(sent: Sent) -> object:
    """Note that the request has arrived."""
    return consulting.record_consultation_delivery(
        sent.who,
        consultation_id=number_of(sent),
        delivered_on=sent.form.on("delivered_on"),
        proof=sent.form.said("delivery_proof"),
        now=sent.now,
    )


def record_opinion(sent: Sent) -> object:
    """Enter an opinion."""
    form = sent.form
    answered = consulting.Answered(
        form.said("opinion"), form.said("reasons"), form.on("answered_on")
    )
    return consulting.record_opinion(
        sent.who, consultation_id=number_of(sent), answered=answered, now=sent.now
    )


def silence(sent: Sent) -> object:
    """Note that no opinion came in time."""
    return consulting.note_silence(sent.who, consultation_id=number_of(sent), now=sent.now)


def judge(sent: Sent) -> object:
    """Say whether a refusal is reasonable."""
    form = sent.form
    judgement = consulting.Judgement(
        form.is_yes("is_reasonable"),
        form.said("judged"),
        public_interest=bool(form.cleaned_data["public_interest"]),
    )
    return consulting.judge_refusal(
        sent.who, consultation_id=number_of(sent), judgement=judgement, now=sent.now
    )


Wanted = Callable[["Consultation"], bool]


def some(wanted: Wanted) -> Callable[[Opened], bool]:
    """Whether the case has a consultation of that sort."""
    return lambda opened: any(wanted(row) for row in opened.work.consultations)


def offered(wanted: Wanted) -> Callable[[CaseForm, Opened], None]:
    """Offer the consultations of that sort; a single one is chosen already."""

    def fit(form: CaseForm, opened: Opened) -> None:
        rows = [row for row in opened.work.consultations if wanted(row)]
        offer(form, "consultation", [(str(row.pk), named(row)) for row in rows])
        if len(rows) == 1:
            form.fields["consultation"].initial = str(rows[0].pk)

    return fit


def named(row: "Consultation") -> str:
    """A consultation in one line."""
    return NAMED.format(kind=PartyKind(row.kind).label, party=row.party_masked, day=row.asked_on)


def is_awaited(row: "Consultation") -> bool:
    """No opinion came yet."""
    return not row.opinion


def is_undelivered(row: "Consultation") -> bool:
    """On its way."""
    return not row.opinion and row.delivered_on is None


def may_come(row: "Consultation") -> bool:
    """An opinion may still come, or came late."""
    return row.opinion in {"", Opinion.SILENT.value}


def is_refused(row: "Consultation") -> bool:
    """A refusal nobody has judged."""
    return row.opinion == Opinion.REFUSE.value and row.is_reasonable is None


STEPS: Final = (
    CaseStep(
        "consult",
        consult,
        "征求意见所需时间不计入答复期限，从发出的次日起，到收到意见或者意见期限届满为止。",
        "已经发出征求意见书，文书在“文书”中；送达后请登记送达日期。",
        ConsultForm,
    ),
    CaseStep(
        "deliver_consultation",
        delivered,
        "意见期限从收到征求意见书之日起 15 个工作日；没有送达凭据的，不能认定逾期未提出意见。",
        "已经登记送达，意见期限开始计算。",
        ConsultDeliveredForm,
        label="登记征求意见书送达",
        states=WHILE_ASKED,
        when=some(is_undelivered),
        fit=offered(is_undelivered),
    ),
    CaseStep(
        "record_opinion",
        record_opinion,
        "登记后，征求意见的时间到收到意见当日为止，答复期限恢复计算。",
        "已经登记意见，答复期限恢复计算。",
        OpinionForm,
        when=some(may_come),
        fit=offered(may_come),
    ),
    CaseStep(
        "note_silence",
        silence,
        "第三方逾期未提出意见的，由行政机关依照条例决定是否公开；其他机关逾期的，视为同意公开。",
        "已经记下逾期未提出意见。",
        PartyForm,
        label="登记逾期未提出意见",
        states=WHILE_ASKED,
        when=some(is_awaited),
        fit=offered(is_awaited),
    ),
    CaseStep(
        "judge_refusal",
        judge,
        "理由合理的，不予公开；认为不公开会对公共利益造成重大影响的，可以公开，并书面告知第三方。",
        "已经记下对不同意公开的认定。",
        JudgeRefusalForm,
        label="认定不同意的理由",
        states=WHILE_ASKED,
        when=some(is_refused),
        fit=offered(is_refused),
    ),
)
