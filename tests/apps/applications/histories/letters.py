"""Notices and letters, and whether they arrive."""

from typing import Final

from gongkai.apps.applications.cases.applicants import applicant
from gongkai.apps.applications.delivery.delivering import (
    Outcome,
    Sending,
    fail_delivery,
    send_letter,
    settle_delivery,
    settle_failure,
)
from gongkai.apps.applications.letters.lettering import void_letter
from gongkai.apps.applications.letters.notices import MAKERS, issue_notice
from gongkai.apps.applications.models import (
    Application,
    Consultation,
    Delivery,
    Letter,
)
from gongkai.apps.applications.tracking.answering import fetch_letter
from tests.apps.applications.histories.world import Deed, World, deed

NOTICES: Final = tuple(MAKERS)
HANDED_OVER: Final = "DOC-23"


def letter_of(case: Application, chance: int) -> Letter:
    """One of the letters, most often the newest."""
    rows = list(Letter.objects.filter(application=case).order_by("-pk"))
    if not rows:
        raise Letter.DoesNotExist
    return rows[chance % len(rows) if chance % 3 == 0 else 0]


def delivery_of(case: Application) -> Delivery:
    """The newest delivery."""
    return Delivery.objects.filter(letter__application=case).order_by("-pk")[:1].get()


def noticed(world: World, case: Application, chance: int) -> object:
    """A notice about what is there to tell."""
    asked = Consultation.objects.filter(application=case).last()
    written = Letter.objects.filter(application=case).last()
    about = {
        code: row.pk
        for code in NOTICES
        if (row := written if code == HANDED_OVER else asked) is not None
    }
    told = [code for code in NOTICES if MAKERS[code](case, about.get(code))] or [HANDED_OVER]
    code = told[chance % len(told)]
    return issue_notice(
        world.staff(case).handler,
        application_id=case.pk,
        code=code,
        about=about.get(code),
        now=world.now,
    )


def sent(world: World, case: Application, chance: int) -> object:
    way = ("counter", "post", "portal", "email")[chance % 4]
    by_hand = way == "counter" and chance % 8 == 0
    sending = Sending(
        way,
        world.today,
        "示范市九号路9号" if way == "post" else "",
        carrier="中国邮政EMS",
        mail_number="EX123456789CN",
        signed_on=world.today if by_hand else None,
        signed_by="张小明" if by_hand else "",
    )
    return send_letter(
        world.staff(case).handler,
        letter_id=letter_of(case, chance).pk,
        sending=sending,
        now=world.now,
    )


LETTERS: Final[dict[str, Deed]] = {
    "发通知": deed(noticed, weight=8),
    "作废文书": deed(
        lambda world, case, chance: void_letter(
            world.staff(case).handler, letter_id=letter_of(case, chance).pk, reason="有误"
        ),
        letters__state="issued",
        weight=1,
    ),
    "寄送": deed(sent, letters__state="issued", weight=8),
    "签收": deed(
        lambda world, case, chance: settle_delivery(
            world.staff(case).handler,
            delivery_id=delivery_of(case).pk,
            outcome=Outcome(world.ago(chance), "张小明"),
            now=world.now,
        ),
        letters__deliveries__state="sent",
        weight=8,
    ),
    "退件": deed(
        lambda world, case, chance: fail_delivery(
            world.staff(case).handler,
            delivery_id=delivery_of(case).pk,
            day=world.today,
            reason="查无此人",
            now=world.now,
        ),
        letters__deliveries__state="sent",
        weight=3,
    ),
    "退件已处理": deed(
        lambda world, case, chance: settle_failure(
            world.staff(case).handler,
            delivery_id=delivery_of(case).pk,
            note="电话告知",
            now=world.now,
        ),
        letters__deliveries__state="failed",
        weight=3,
    ),
    "申请人下载": deed(
        lambda world, case, chance: fetch_letter(
            applicant(case.pk),
            application_id=case.pk,
            letter_id=letter_of(case, chance).pk,
            now=world.now,
        ),
        letters__deliveries__way="portal",
        weight=8,
    ),
}
