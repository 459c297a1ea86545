"""Review chains as data (审核流程): each organ's own, per kind of item, or the usual one."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import Purpose, one, organs_within, require
from gongkai.apps.publishing import obstacles
from gongkai.apps.publishing.models import ReviewChain
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role
from gongkai.core.publishing.chain_faults import faults
from gongkai.core.publishing.draft import Json
from gongkai.core.publishing.kinds import KIND
from gongkai.core.review.chain import DEFAULT, Chain, Level, LevelKind, with_office


def packed(chain: Chain) -> list[dict[str, Json]]:
    """Plain values, ready to be stored."""
    return [
        {
            "key": level.key,
            "label": level.label,
            "role": level.role.value,
            "kind": level.kind.value,
            "urgent": level.urgent,
            "proofreads": level.proofreads,
        }
        for level in chain
    ]


def unpacked(stored: Iterable[Mapping[str, Json]]) -> Chain:
    """The chain that was packed."""
    return tuple(
        Level(
            str(row["key"]),
            str(row["label"]),
            Role(str(row["role"])),
            LevelKind(str(row["kind"])),
            urgent=bool(row["urgent"]),
            proofreads=bool(row["proofreads"]),
        )
        for row in stored
    )


def chain_of(organ_id: int, kind: str) -> Chain:
    """The chain that an organ's items of a kind go through; policy documents pass the office."""
    rows = ReviewChain.objects.filter(organ_id=organ_id, kind__in=(kind, "")).order_by()
    found = max(rows, key=lambda row: len(row.kind), default=None)
    return chain_for(kind, DEFAULT if found is None else unpacked(found.levels))


def chain_for(kind: str, chain: Chain) -> Chain:
    """A chain as it holds for a kind of item."""
    return with_office(chain) if kind in KIND and KIND[kind].is_interpreted else chain


@transaction.atomic
def set_chain(actor: Actor, *, kind: str, chain: Chain, now: datetime) -> ReviewChain:
    """Have the actor's organ review items of a kind (or all others, without one) like this.

    Work that has been submitted goes on by the chain it began with.
    """
    require(actor, Role.DISCLOSURE_OFFICE)
    organ = organs_within(actor, to=Purpose.WORK).get(pk=actor.organ_id or 0)
    if kind and kind not in KIND:
        raise BlockedError([obstacles.unknown_kind()])
    if found := list(faults(chain)):
        raise BlockedError(found)
    before = packed(chain_of(organ.pk, kind))
    row, _ = ReviewChain.objects.update_or_create(
        organ=organ, kind=kind, defaults={"levels": packed(chain), "changed_at": now}
    )
    record(
        actor,
        "set_chain",
        f"organ:{organ.pk}",
        before={"kind": kind, "levels": before},
        after={"kind": kind, "levels": packed(chain)},
    )
    return row


@transaction.atomic
def reset_chain(actor: Actor, *, chain_id: int) -> None:
    """Go back to the organ's general chain, or to the usual one."""
    require(actor, Role.DISCLOSURE_OFFICE)
    row = one(actor, ReviewChain.objects.select_for_update(), chain_id, to=Purpose.WORK)
    before = {"kind": row.kind, "levels": row.levels}
    organ_id = row.organ_id
    row.delete()
    record(actor, "reset_chain", f"organ:{organ_id}", before=before)
