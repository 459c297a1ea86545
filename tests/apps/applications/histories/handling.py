"""What may happen to a case before it is decided, and how it may end."""

from typing import Final

from gongkai.apps.applications.cases.applicants import applicant
from gongkai.apps.applications.handling.assigning import Task, assign, hand_in
from gongkai.apps.applications.handling.ending import end_case
from gongkai.apps.applications.handling.examining import accept, examine
from gongkai.apps.applications.handling.extending import (
    Proposal,
    Verdict,
    decide_extension,
    propose_extension,
)
from gongkai.apps.applications.handling.record_correcting import Verified, verify_record
from gongkai.apps.applications.handling.retracting import Retraction, record_retraction
from gongkai.apps.applications.models import (
    Application,
    Assignment,
    Extension,
)
from gongkai.apps.applications.tracking.answering import retract
from tests.apps.applications.histories.world import Deed, World, deed, latest


def assigned(world: World, case: Application, chance: int) -> object:
    staff = world.staff(case)
    task = Task(person=staff.colleague if chance % 4 else None, is_lead=bool(chance % 2))
    return assign(
        staff.office, application_id=case.pk, expected=case.version, task=task, now=world.now
    )


def proposed_later(world: World, case: Application, chance: int) -> object:
    return propose_extension(
        world.staff(case).handler,
        application_id=case.pk,
        expected=case.version,
        proposal=Proposal(chance % 22, "量大"),
        now=world.now,
    )


def verdict(world: World, case: Application, chance: int) -> object:
    return decide_extension(
        world.staff(case).head,
        extension_id=latest(Extension, case),
        verdict=Verdict(approved=bool(chance % 3), note="可以按期答复"),
        now=world.now,
    )


HANDLING: Final[dict[str, Deed]] = {
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
    "申请延长": deed(proposed_later, "propose_extension"),
    "批准延长": deed(verdict, "decide_extension", extensions__state="proposed", weight=8),
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
