"""What may happen to a case from its reply on, by the real actions."""

from datetime import date
from typing import Final

from django.db import transaction

from gongkai.apps.applications.archive.archiving import file_case, transfer_cases
from gongkai.apps.applications.cases.applicants import applicant
from gongkai.apps.applications.cases.reckoning_anew import reckon_anew
from gongkai.apps.applications.delivery.delivering import (
    Outcome,
    Sending,
    fail_delivery,
    send_letter,
    settle_delivery,
    settle_failure,
)
from gongkai.apps.applications.handling.converting import DISCLOSED, Conversion, convert
from gongkai.apps.applications.handling.reopening import Order, reopen
from gongkai.apps.applications.letters.lettering import void_letter
from gongkai.apps.applications.letters.notices import MAKERS, issue_notice
from gongkai.apps.applications.models import (
    Application,
    ArchiveRecord,
    Consultation,
    Delivery,
    Letter,
    Reply,
)
from gongkai.apps.applications.replies.deciding import (
    Choice,
    begin_reply,
    discard_reply,
    save_decision,
    save_text,
)
from gongkai.apps.applications.replies.replying import (
    issue_reply,
    propose_reply,
    reply_at_once,
    take_back_reply,
)
from gongkai.apps.applications.replies.reviewing import pass_reply, recall_reply, send_back_reply
from gongkai.apps.applications.tracking.answering import fetch_letter
from gongkai.apps.disputes.closing import close_dispute
from gongkai.apps.disputes.facts import Closing, Opening
from gongkai.apps.disputes.opening import open_dispute
from gongkai.apps.organs.actions import load_workdays
from gongkai.core.applications.decisions import DECISION
from gongkai.core.applications.decisions_review import WRITABLE
from gongkai.core.applications.lifecycle import CLOSED
from gongkai.core.disputes.kinds import DisputeKind, Result
from gongkai.core.identity import SYSTEM, Actor, Role
from tests.apps.applications.history_world import DAY, Deed, Staff, World, deed
from tests.factories.decisions import facts_for

KINDS: Final = tuple(DECISION)
GIVING: Final = ("granted", "already_public", "partial")
NOTICES: Final = tuple(MAKERS)
HANDED_OVER: Final = "DOC-23"
WRITING: Final = ("submit", "reply_at_once")
OVER: Final = frozenset({*CLOSED, "archived"})
UNKNOWN_YEAR: Final = 2027
PAST: Final = {"correction_due": "2026-03-03", "fee_due": "2026-03-03"}
"""Days of the samples of facts that have to be over."""
NEXT_YEAR: Final = date(2027, 1, 4)


def open_reply(case: Application) -> Reply:
    """The newest reply; one that is not there where there is none."""
    return Reply.objects.filter(application=case).order_by("-pk")[:1].get()


def letter_of(case: Application, chance: int) -> Letter:
    """One of the letters, most often the newest."""
    rows = list(Letter.objects.filter(application=case).order_by("-pk"))
    if not rows:
        raise Letter.DoesNotExist
    return rows[chance % len(rows) if chance % 3 == 0 else 0]


def delivery_of(case: Application) -> Delivery:
    """The newest delivery."""
    return Delivery.objects.filter(letter__application=case).order_by("-pk")[:1].get()


def chosen(case: Application, chance: int) -> Choice:
    """A decision with the facts of its sample; for several things perhaps one each."""
    kind = GIVING[chance % 3] if chance % 2 else KINDS[chance % len(KINDS)]
    facts = facts_for(DECISION[kind]) | PAST
    items = list(case.items.values_list("pk", flat=True))
    if not items or chance % 5 == 0:
        return Choice(kind, facts)
    other = KINDS[chance // 2 % len(KINDS)]
    parts = dict.fromkeys(items[1:], (kind, facts))
    return Choice(items={**parts, items[0]: (other, facts_for(DECISION[other]) | PAST)})


@transaction.atomic
def drafted(world: World, case: Application, chance: int) -> object:
    handler = world.staff(case).handler
    row = begin_reply(handler, application_id=case.pk, now=world.now)
    return save_decision(
        handler,
        reply_id=row.pk,
        expected=row.version,
        choice=chosen(case, chance),
        now=world.now,
    )


def whose_turn(staff: Staff, row: Reply) -> Actor:
    """Who looks at a reply now."""
    people = {Role.LEGAL_REVIEWER: staff.legal, Role.LEADER: staff.leader}
    return people.get(Role(row.level_role), staff.office) if row.level_role else staff.office


@transaction.atomic
def passed(world: World, case: Application, chance: int) -> object:
    """One level or all that are left let it pass."""
    row, staff = open_reply(case), world.staff(case)
    for _ in range(1 + chance % 3):
        if row.state == "approved":
            break
        who = whose_turn(staff, row)
        row = pass_reply(who, reply_id=row.pk, expected=row.version, now=world.now)
    return row


def sent_back(world: World, case: Application, chance: int) -> object:
    row = open_reply(case)
    return send_back_reply(
        whose_turn(world.staff(case), row),
        reply_id=row.pk,
        expected=row.version,
        reason="再核实",
        now=world.now,
    )


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


@transaction.atomic
def corrected(world: World, case: Application, chance: int) -> object:
    """A dispute that ends with an order to decide anew; the worker opens the case."""
    handler, kinds = world.staff(case).handler, (DisputeKind.RECONSIDERATION, DisputeKind.DIRECT)
    opening = Opening(
        kinds[chance % 2],
        "张小明",
        case.number,
        "示范市人民政府",
        world.ago(chance),
        case_number=f"示府复〔2026〕{chance}号",
        application_id=case.pk,
        application_number=case.number,
    )
    row = open_dispute(handler, organ_id=case.organ_id, opening=opening, now=world.now)
    closing = Closing(Result.CORRECTED, world.today, "责令重新答复", asks_again=bool(chance % 4))
    return close_dispute(
        handler, dispute_id=row.pk, expected=row.version, closing=closing, now=world.now
    )


def reopened(world: World, case: Application, chance: int) -> object:
    order = Order("示府复〔2026〕3号", world.ago(chance), workdays=chance % 60)
    return reopen(
        world.staff(case).office,
        application_id=case.pk,
        expected=case.version,
        order=order,
        now=world.now,
    )


def handed_over(world: World, case: Application, chance: int) -> object:
    rows = ArchiveRecord.objects.filter(application=case).values_list("pk", flat=True)
    return transfer_cases(world.staff(case).office, record_ids=list(rows), day=world.today)


@transaction.atomic
def workdays_entered(world: World, case: Application, chance: int) -> object:
    """The working days of a year nobody knew, or other ones than before."""
    special = {NEXT_YEAR + n * DAY: False for n in range(chance % 5)}
    load_workdays(SYSTEM, year=UNKNOWN_YEAR, special=special, source="示例")
    world.let_worker_work()
    return reckon_anew(SYSTEM, year=UNKNOWN_YEAR, now=world.now)


def write(world: World, case: Application, chance: int) -> object:
    row = open_reply(case)
    return save_text(
        world.staff(case).handler,
        reply_id=row.pk,
        expected=row.version,
        text="\n".join([*row.body, "特此告知。"]),
        now=world.now,
    )


def issued(world: World, case: Application, chance: int) -> object:
    row = open_reply(case)
    act = issue_reply if row.state == "approved" else reply_at_once
    return act(world.staff(case).handler, reply_id=row.pk, expected=row.version, now=world.now)


FROM_REPLY: Final[dict[str, Deed]] = {
    "拟答复": deed(drafted, *WRITING, weight=6),
    "改答复": deed(write, *WRITING, replies__state__in=WRITABLE),
    "作废答复稿": deed(
        lambda world, case, chance: discard_reply(
            world.staff(case).handler,
            reply_id=open_reply(case).pk,
            expected=open_reply(case).version,
            now=world.now,
        ),
        *WRITING,
        replies__state__in=WRITABLE,
        weight=1,
    ),
    "送审": deed(
        lambda world, case, chance: propose_reply(
            world.staff(case).handler,
            reply_id=open_reply(case).pk,
            expected=open_reply(case).version,
            now=world.now,
        ),
        "submit",
        replies__state__in=WRITABLE,
        weight=20,
    ),
    "审核同意": deed(passed, "pass_on", weight=30),
    "审核退回": deed(sent_back, "pass_on", weight=2),
    "撤回送审": deed(
        lambda world, case, chance: take_back_reply(
            world.staff(case).handler,
            reply_id=open_reply(case).pk,
            expected=open_reply(case).version,
            now=world.now,
        ),
        "take_back",
        weight=2,
    ),
    "签发后退回": deed(
        lambda world, case, chance: recall_reply(
            world.staff(case).office,
            reply_id=open_reply(case).pk,
            expected=open_reply(case).version,
            reason="再核实",
            now=world.now,
        ),
        "reply",
        weight=2,
    ),
    "印发、当场答复": deed(
        issued, "reply", "reply_at_once", replies__state__in=("draft", "approved"), weight=16
    ),
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
    "归档": deed(
        lambda world, case, chance: file_case(
            world.staff(case).handler,
            application_id=case.pk,
            expected=case.version,
            now=world.now,
            retention=("ordinary", "disputed", "forever")[chance % 3],
        ),
        "archive",
        weight=8,
    ),
    "移交档案馆": Deed(handed_over, frozenset({"archived"})),
    "转为主动公开": deed(
        lambda world, case, chance: convert(
            world.staff(case).office,
            application_id=case.pk,
            expected=case.version,
            conversion=Conversion("补偿方案", "多人申请"),
            now=world.now,
        ),
        "convert",
        result_row__in=DISCLOSED,
        weight=4,
    ),
    "重新办理": deed(reopened, "reopen_case", weight=3),
    "复议诉讼纠正": Deed(corrected, OVER, 3),
    "录入工作日": deed(workdays_entered, weight=2),
}
