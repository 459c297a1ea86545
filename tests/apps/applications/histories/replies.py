"""Deciding, reviewing and issuing replies."""

from typing import Final

from django.db import transaction

from gongkai.apps.applications.models import (
    Application,
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
from gongkai.core.applications.decisions import DECISION
from gongkai.core.applications.decisions_review import WRITABLE
from gongkai.core.identity import Actor, Role
from tests.apps.applications.histories.world import Deed, Staff, World, deed
from tests.factories.decisions import facts_for

KINDS: Final = tuple(DECISION)
GIVING: Final = ("granted", "already_public", "partial")
WRITING: Final = ("submit", "reply_at_once")
PAST: Final = {"correction_due": "2026-03-03", "fee_due": "2026-03-03"}
"""Days of the samples of facts that have to be over."""


def open_reply(case: Application) -> Reply:
    """The newest reply; one that is not there where there is none."""
    return Reply.objects.filter(application=case).order_by("-pk")[:1].get()


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


REPLIES: Final[dict[str, Deed]] = {
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
}
