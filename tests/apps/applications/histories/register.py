"""How cases come into the register, and what makes one case of several or several of one."""

from dataclasses import replace
from typing import Final

from django.db import transaction

from gongkai.apps.applications.handling.transferring import Destination, transfer
from gongkai.apps.applications.models import Application
from gongkai.apps.applications.receiving.drafts import open_draft, save_draft
from gongkai.apps.applications.receiving.opening import Arrival
from gongkai.apps.applications.receiving.receipt_correcting import (
    ReceiptCorrection,
    correct_receipt,
)
from gongkai.apps.applications.receiving.registering import (
    confirm_receipt,
    register,
    void_application,
)
from gongkai.apps.applications.receiving.splitting import join, split
from gongkai.apps.applications.receiving.submitting import submit
from gongkai.core.applications.intake import Intake
from gongkai.core.applications.kinds import ApplicantKind, SubmissionWay
from gongkai.core.applications.lifecycle import CLOSED, EARLY
from gongkai.core.identity import VISITOR
from tests.apps.applications.histories.world import Deed, World, deed
from tests.factories.intakes import intake

THINGS: Final = ("甲地块的补偿方案", "二〇二五年预算执行情况", "某路改造项目的批复")
ON_PAPER: Final = tuple(way for way in SubmissionWay if way is not SubmissionWay.PORTAL)
NOTHING_TO_DO: Final = frozenset({*CLOSED, "archived", "void"})
"""Where a case asks for nothing more, a new one comes."""
ORGANISATIONS: Final = tuple(kind for kind in ApplicantKind if not kind.is_person)


def wanted(chance: int) -> Intake:
    """What one of two persons or one of the organisations asks for."""
    said = intake(1 + chance % 2, items=THINGS[: 1 + chance % 3])
    if chance % 4 == 0:
        kind = ORGANISATIONS[chance // 4 % len(ORGANISATIONS)]
        said = replace(
            said,
            applicant_kind=kind.value,
            name="某某有限公司",
            paper="",
            paper_number="",
            contact_name="张小明",
        )
    return replace(said, kind="record" if chance % 7 == 0 else "disclosure")


def arrived(world: World, chance: int) -> Arrival:
    """One of the ways, with its evidence or still without."""
    way, day = ON_PAPER[chance % len(ON_PAPER)], world.ago(chance)
    if way is SubmissionWay.EMS:
        return Arrival(way, day, signed_on=world.today, mail_number="EX123456789CN")
    if way is SubmissionWay.COUNTER or chance % 2:
        return Arrival(way, day)
    return Arrival(way, day, confirmed_on=world.today, confirm_method="电话")


def registered(world: World, organ_id: int, chance: int) -> Application:
    """A new case of that organ."""
    return register(
        world.people[organ_id].mixed(world.shift).handler,
        intake=wanted(chance),
        arrival=arrived(world, chance),
        now=world.now,
    )


@transaction.atomic
def submitted(world: World, case: Application, chance: int) -> object:
    """Written and submitted on the portal; pressed twice, it is one application all the same."""
    token = f"{world.today}-{Application.objects.count()}"
    open_draft(VISITOR, organ_id=case.organ_id, token=token, now=world.now)
    save_draft(VISITOR, token=token, intake=wanted(chance), now=world.now)
    first = submit(VISITOR, token=token, now=world.now)
    assert submit(VISITOR, token=token, now=world.now) == first
    return first


def parted(world: World, case: Application, chance: int) -> object:
    parts = [[1 + chance % 3]] if chance % 2 else [[2], [3]]
    return split(
        world.staff(case).handler,
        application_id=case.pk,
        expected=case.version,
        parts=parts,
        now=world.now,
    )


def joined(world: World, case: Application, chance: int) -> object:
    return join(
        world.staff(case).handler,
        application_id=case.pk,
        into_id=world.case(chance).pk,
        reason="同一事项",
        now=world.now,
    )


def sent_on(world: World, case: Application, chance: int) -> object:
    target = world.organs[chance % len(world.organs)]
    return transfer(
        world.staff(case).office,
        application_id=case.pk,
        expected=case.version,
        destination=Destination(target.pk, "由其负责公开"),
        now=world.now,
    )


def receipt_corrected(world: World, case: Application, chance: int) -> object:
    return correct_receipt(
        world.staff(case).office,
        application_id=case.pk,
        expected=case.version,
        correction=ReceiptCorrection(
            replace(arrived(world, chance), way=SubmissionWay(case.way)), "填错了日期"
        ),
        now=world.now,
    )


REGISTER: Final[dict[str, Deed]] = {
    "登记申请": Deed(
        lambda world, case, chance: registered(world, case.organ_id, chance), NOTHING_TO_DO, 2
    ),
    "网上提交": Deed(submitted, NOTHING_TO_DO, 2),
    "确认收到": deed(
        lambda world, case, chance: confirm_receipt(
            world.staff(case).handler,
            application_id=case.pk,
            confirmed_on=world.ago(chance),
            method="电话",
            now=world.now,
        ),
        "join",
        received_on=None,
        weight=16,
    ),
    "更正收到日期": deed(receipt_corrected, "join", weight=3),
    "作废": deed(
        lambda world, case, chance: void_application(
            world.staff(case).office, application_id=case.pk, reason="登记有误", now=world.now
        ),
        "void",
        weight=1,
    ),
    "拆分": Deed(parted, frozenset(EARLY)),
    "并入": deed(joined, "join", weight=6),
    "转送": deed(sent_on, "transfer", weight=1),
}
