"""Fees: suggested, noticed, paid or not."""

from typing import Final

from gongkai.apps.applications.cases.applicants import applicant
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
from gongkai.apps.applications.models import (
    Application,
    FeeNotice,
)
from gongkai.apps.applications.tracking.answering import (
    Told,
    tell_paid,
)
from tests.apps.applications.histories.world import Deed, World, deed, latest


def charged(world: World, case: Application, chance: int) -> object:
    charge = Charge(("pages", "items")[chance % 2], "一日多次", chance)
    return suggest_fee(
        world.staff(case).handler,
        application_id=case.pk,
        expected=case.version,
        charge=charge,
        now=world.now,
    )


PAYING: Final[dict[str, Deed]] = {
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
            applicant(case.pk), application_id=case.pk, told=Told("已经转账"), now=world.now
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
}
