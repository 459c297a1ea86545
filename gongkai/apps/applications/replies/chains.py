"""Review chains of replies (答复审核流程): an organ's own, or the usual one."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.models import ReplyChain
from gongkai.apps.applications.replies import obstacles
from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import Purpose, organs_within, require
from gongkai.core.applications.decisions_review import REPLY_CHAIN, chain_faults
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role
from gongkai.core.review.chain import Chain, Level

SUBJECT: Final = "organ:{pk}"


def packed(chain: Chain) -> list[dict[str, str]]:
    """Plain values, ready to be stored."""
    return [{"key": level.key, "label": level.label, "role": level.role.value} for level in chain]


def unpacked(stored: Iterable[Mapping[str, str]]) -> Chain:
    """The chain that was packed."""
    return tuple(Level(row["key"], row["label"], Role(row["role"])) for row in stored)


def chain_of(organ_id: int) -> Chain:
    """The chain that an organ's replies go through."""
    row = ReplyChain.objects.filter(organ_id=organ_id).first()
    return REPLY_CHAIN if row is None else unpacked(row.levels)


@transaction.atomic
def set_reply_chain(actor: Actor, *, chain: Chain, now: datetime) -> ReplyChain:
    """Have the actor's organ review replies like this; what is under way goes on as it began."""
    require(actor, Role.DISCLOSURE_OFFICE)
    organ = organs_within(actor, to=Purpose.WORK).get(pk=actor.organ_id or 0)
    if found := list(chain_faults(chain)):
        raise BlockedError(found)
    before = packed(chain_of(organ.pk))
    row, _ = ReplyChain.objects.update_or_create(
        organ=organ, defaults={"levels": packed(chain), "changed_at": now}
    )
    record(
        actor,
        "set_reply_chain",
        SUBJECT.format(pk=organ.pk),
        before={"levels": before},
        after={"levels": row.levels},
    )
    return row


@transaction.atomic
def reset_reply_chain(actor: Actor) -> None:
    """Go back to the usual chain."""
    require(actor, Role.DISCLOSURE_OFFICE)
    organ = organs_within(actor, to=Purpose.WORK).get(pk=actor.organ_id or 0)
    deleted, _ = ReplyChain.objects.filter(organ=organ).delete()
    if not deleted:
        raise BlockedError([obstacles.usual_chain()])
    record(actor, "reset_reply_chain", SUBJECT.format(pk=organ.pk))
