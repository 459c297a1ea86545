"""What may happen to a case before it is decided, by the real actions."""

from typing import Final

from gongkai.apps.applications.cases.applicants import applicant
from gongkai.apps.applications.handling.assigning import Task, assign, hand_in
from gongkai.apps.applications.handling.consulting import (
    Answered,
    Asked,
    Judgement,
    consult,
    judge_refusal,
    note_silence,
    record_consultation_delivery,
    record_opinion,
)
from gongkai.apps.applications.handling.correcting import (
    CorrectionAnswer,
    CorrectionNotice,
    abandon_uncorrected,
    ask_correction,
    record_correction,
    record_correction_delivery,
)
from gongkai.apps.applications.handling.deferring import (
    Reasons,
    ReasonsNotice,
    ReasonsVerdict,
    ask_reasons,
    defer,
    judge_reasons,
    lapse_reasons,
    record_reasons,
)
from gongkai.apps.applications.handling.ending import end_case
from gongkai.apps.applications.handling.examining import accept, examine
from gongkai.apps.applications.handling.extending import (
    Proposal,
    Verdict,
    decide_extension,
    propose_extension,
)
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
from gongkai.apps.applications.handling.record_correcting import Verified, verify_record
from gongkai.apps.applications.handling.retracting import Retraction, record_retraction
from gongkai.apps.applications.models import (
    Application,
    Assignment,
    Consultation,
    Extension,
    FeeNotice,
)
from gongkai.apps.applications.tracking.answering import correct, give_reasons, retract, tell_paid
from tests.apps.applications.history_world import DAY, Deed, World, deed

NOTHING: Final = 0
"""A number that leads nowhere."""


def asked(case: Application, chance: int) -> int:
    """One of those who were asked for an opinion."""
    rows = [row.pk for row in Consultation.objects.filter(application=case)]
    return rows[chance % len(rows)] if rows else NOTHING


def latest(model: type[Extension] | type[FeeNotice] | type[Assignment], case: Application) -> int:
    """The newest row of a kind."""
    row = model.objects.filter(application=case).last()
    return NOTHING if row is None else row.pk


def correction_asked(world: World, case: Application, chance: int) -> object:
    notice = CorrectionNotice(["年份", "文号"][: chance % 3], "", world.today + chance % 9 * DAY)
    return ask_correction(
        world.staff(case).handler,
        application_id=case.pk,
        expected=case.version,
        notice=notice,
        now=world.now,
    )


def assigned(world: World, case: Application, chance: int) -> object:
    staff = world.staff(case)
    task = Task(person=staff.colleague if chance % 4 else None, is_lead=bool(chance % 2))
    return assign(
        staff.office, application_id=case.pk, expected=case.version, task=task, now=world.now
    )


def asked_others(world: World, case: Application, chance: int) -> object:
    kind = ("third_party", "organ")[chance % 2]
    return consult(
        world.staff(case).handler,
        application_id=case.pk,
        expected=case.version,
        asked=Asked(kind, "某某有限公司", "", "合同", world.ago(chance)),
        now=world.now,
    )


def answered(world: World, case: Application, chance: int) -> object:
    opinion = ("agree", "refuse")[chance % 2]
    return record_opinion(
        world.staff(case).handler,
        consultation_id=asked(case, chance),
        answered=Answered(opinion, "商业秘密", world.ago(chance)),
        now=world.now,
    )


def judged(world: World, case: Application, chance: int) -> object:
    return judge_refusal(
        world.staff(case).handler,
        consultation_id=asked(case, chance),
        judgement=Judgement(bool(chance % 2), "已经核实", public_interest=chance % 3 == 0),
        now=world.now,
    )


def verdict(world: World, case: Application, chance: int) -> object:
    return decide_extension(
        world.staff(case).head,
        extension_id=latest(Extension, case),
        verdict=Verdict(approved=bool(chance % 3), note="可以按期答复"),
        now=world.now,
    )


def proposed_later(world: World, case: Application, chance: int) -> object:
    return propose_extension(
        world.staff(case).handler,
        application_id=case.pk,
        expected=case.version,
        proposal=Proposal(chance % 22, "量大"),
        now=world.now,
    )


def deferred(world: World, case: Application, chance: int) -> object:
    return defer(
        world.staff(case).head,
        application_id=case.pk,
        expected=case.version,
        until=world.today + chance * DAY,
        now=world.now,
    )


def charged(world: World, case: Application, chance: int) -> object:
    charge = Charge(("pages", "items")[chance % 2], "一日多次", chance)
    return suggest_fee(
        world.staff(case).handler,
        application_id=case.pk,
        expected=case.version,
        charge=charge,
        now=world.now,
    )


BEFORE_REPLY: Final[dict[str, Deed]] = {
    "开始审核": deed(
        lambda world, case, chance: examine(
            world.staff(case).handler,
            application_id=case.pk,
            expected=case.version,
            now=world.now,
        ),
        "examine",
        weight=8,
    ),
    "审核通过": deed(
        lambda world, case, chance: accept(
            world.staff(case).handler,
            application_id=case.pk,
            expected=case.version,
            now=world.now,
        ),
        "accept",
        weight=16,
    ),
    "告知补正": deed(correction_asked, "ask_correction", weight=6),
    "补正告知送达": deed(
        lambda world, case, chance: record_correction_delivery(
            world.staff(case).handler,
            application_id=case.pk,
            delivered_on=world.ago(chance),
            now=world.now,
        ),
        "record_correction",
    ),
    "登记补正": deed(
        lambda world, case, chance: record_correction(
            world.staff(case).handler,
            application_id=case.pk,
            expected=case.version,
            answer=CorrectionAnswer("2024年", world.ago(chance)),
            now=world.now,
        ),
        "record_correction",
    ),
    "申请人补正": deed(
        lambda world, case, chance: correct(
            applicant(case.pk), application_id=case.pk, text="2024年", now=world.now
        ),
        "correct",
    ),
    "逾期不补正": deed(
        lambda world, case, chance: abandon_uncorrected(
            world.staff(case).handler,
            application_id=case.pk,
            expected=case.version,
            now=world.now,
        ),
        "abandon",
        correction__answered_on=None,
    ),
    "交办": deed(assigned, "assign", weight=1),
    "提交办理意见": deed(
        lambda world, case, chance: hand_in(
            world.staff(case).colleague,
            assignment_id=latest(Assignment, case),
            opinion="可以公开",
            now=world.now,
        ),
        "hand_in",
        assignments__answered_on=None,
        assignments__isnull=False,
    ),
    "征求意见": deed(asked_others, "consult", weight=3),
    "征求意见书送达": deed(
        lambda world, case, chance: record_consultation_delivery(
            world.staff(case).handler,
            consultation_id=asked(case, chance),
            delivered_on=world.ago(chance),
            proof="签收单",
            now=world.now,
        ),
        "record_opinion",
        consultations__opinion="",
        weight=8,
    ),
    "登记意见": deed(answered, "record_opinion", consultations__opinion="", weight=8),
    "逾期未提出意见": deed(
        lambda world, case, chance: note_silence(
            world.staff(case).handler, consultation_id=asked(case, chance), now=world.now
        ),
        "record_opinion",
        consultations__opinion="",
    ),
    "认定不同意的理由": deed(judged, "record_opinion", consultations__opinion="refuse", weight=8),
    "申请延长": deed(proposed_later, "propose_extension"),
    "批准延长": deed(verdict, "decide_extension", extensions__state="proposed", weight=8),
    "要求说明理由": deed(
        lambda world, case, chance: ask_reasons(
            world.staff(case).handler,
            application_id=case.pk,
            expected=case.version,
            notice=ReasonsNotice("60件", world.today + chance % 9 * DAY),
            now=world.now,
        ),
        "ask_reasons",
    ),
    "登记理由": deed(
        lambda world, case, chance: record_reasons(
            world.staff(case).handler,
            application_id=case.pk,
            expected=case.version,
            reasons=Reasons("研究", world.ago(chance)),
            now=world.now,
        ),
        "record_reasons",
    ),
    "申请人说明理由": deed(
        lambda world, case, chance: give_reasons(
            applicant(case.pk), application_id=case.pk, text="研究", now=world.now
        ),
        "give_reasons",
    ),
    "逾期未说明理由": deed(
        lambda world, case, chance: lapse_reasons(
            world.staff(case).handler,
            application_id=case.pk,
            expected=case.version,
            now=world.now,
        ),
        "lapse_reasons",
    ),
    "认定理由": deed(
        lambda world, case, chance: judge_reasons(
            world.staff(case).handler,
            application_id=case.pk,
            expected=case.version,
            verdict=ReasonsVerdict(is_reasonable=bool(chance % 3), judged="有计划"),
            now=world.now,
        ),
        "judge_reasons",
        deferral__asked_on__isnull=False,
        weight=8,
    ),
    "延迟答复": deed(deferred, "defer", deferral__is_reasonable=True, weight=8),
    "建议收费": deed(charged, "suggest_fee", weight=3),
    "不收费": deed(
        lambda world, case, chance: drop_fee(
            world.staff(case).office,
            fee_id=latest(FeeNotice, case),
            reason="不多",
            now=world.now,
        ),
        "drop_fee",
        fees__state="suggested",
        weight=1,
    ),
    "通知缴费": deed(
        lambda world, case, chance: notice_fee(
            world.staff(case).office, fee_id=latest(FeeNotice, case), now=world.now
        ),
        "notice_fee",
        fees__state="suggested",
        weight=12,
    ),
    "收费通知送达": deed(
        lambda world, case, chance: record_fee_delivery(
            world.staff(case).handler,
            fee_id=latest(FeeNotice, case),
            delivered_on=world.ago(chance),
            now=world.now,
        ),
        "record_fee_delivery",
    ),
    "申请人告知已缴费": deed(
        lambda world, case, chance: tell_paid(
            applicant(case.pk), application_id=case.pk, text="已经转账", now=world.now
        ),
        "record_payment",
    ),
    "登记缴费": deed(
        lambda world, case, chance: record_payment(
            world.staff(case).handler,
            fee_id=latest(FeeNotice, case),
            payment=Payment(world.ago(chance), "票1"),
            now=world.now,
        ),
        "record_payment",
    ),
    "减免": deed(
        lambda world, case, chance: waive_fee(
            world.staff(case).office,
            fee_id=latest(FeeNotice, case),
            reason="困难",
            now=world.now,
        ),
        "waive_fee",
        weight=1,
    ),
    "逾期不缴费": deed(
        lambda world, case, chance: abandon_unpaid(
            world.staff(case).handler, fee_id=latest(FeeNotice, case), now=world.now
        ),
        "abandon",
        fees__state="noticed",
    ),
    "核实记录": deed(
        lambda world, case, chance: verify_record(
            world.staff(case).handler,
            application_id=case.pk,
            expected=case.version,
            verified=Verified("出生日期", "户口簿", is_wrong=bool(chance % 2)),
            now=world.now,
        ),
        "verify_record",
        kind="record",
    ),
}
ENDS: Final[dict[str, Deed]] = {
    "登记撤销申请": deed(
        lambda world, case, chance: record_retraction(
            world.staff(case).handler,
            application_id=case.pk,
            expected=case.version,
            retraction=Retraction(world.ago(chance), "声明"),
            now=world.now,
        ),
        "record_retraction",
        weight=1,
    ),
    "申请人撤销": deed(
        lambda world, case, chance: retract(
            applicant(case.pk), application_id=case.pk, reason="", now=world.now
        ),
        "retract",
        weight=1,
    ),
    "终止": deed(
        lambda world, case, chance: end_case(
            world.staff(case).handler,
            application_id=case.pk,
            expected=case.version,
            reason="申请人注销",
            now=world.now,
        ),
        "end",
        weight=1,
    ),
}
