"""Asking the applicant and others, and what comes of it."""

from typing import Final

from gongkai.apps.applications.cases.applicants import applicant
from gongkai.apps.applications.handling.amending import Amendment, amend_delivery
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
    record_reasons_delivery,
)
from gongkai.apps.applications.models import (
    Application,
    Consultation,
)
from gongkai.apps.applications.tracking.answering import (
    Told,
    correct,
    give_reasons,
)
from tests.apps.applications.histories.world import DAY, NOTHING, Deed, World, deed


def asked(case: Application, chance: int) -> int:
    """One of those who were asked for an opinion."""
    rows = [row.pk for row in Consultation.objects.filter(application=case)]
    return rows[chance % len(rows)] if rows else NOTHING


def correction_asked(world: World, case: Application, chance: int) -> object:
    notice = CorrectionNotice(["年份", "文号"][: chance % 3], "", world.today + chance % 9 * DAY)
    return ask_correction(
        world.staff(case).handler,
        application_id=case.pk,
        expected=case.version,
        notice=notice,
        now=world.now,
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


def deferred(world: World, case: Application, chance: int) -> object:
    return defer(
        world.staff(case).head,
        application_id=case.pk,
        expected=case.version,
        until=world.today + chance * DAY,
        now=world.now,
    )


def delivery_amended(world: World, case: Application, chance: int) -> object:
    about = ("correction", "deferral", "consultation")[chance % 3]
    number = asked(case, chance)
    if about != "consultation":
        number = getattr(case, about).pk if hasattr(case, about) else NOTHING
    return amend_delivery(
        world.staff(case).handler,
        application_id=case.pk,
        expected=case.version,
        amendment=Amendment(f"{about}:{number}", world.ago(chance), "看错了日期"),
        now=world.now,
    )


ASKING: Final[dict[str, Deed]] = {
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
            applicant(case.pk),
            application_id=case.pk,
            told=Told("2024年", excuse="出差"),
            now=world.now,
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
    "说明理由通知送达": deed(
        lambda world, case, chance: record_reasons_delivery(
            world.staff(case).handler,
            application_id=case.pk,
            delivered_on=world.ago(chance),
            now=world.now,
        ),
        "record_reasons",
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
            applicant(case.pk), application_id=case.pk, told=Told("研究"), now=world.now
        ),
        "give_reasons",
    ),
    "更正送达日期": deed(delivery_amended),
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
}
