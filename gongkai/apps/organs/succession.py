"""Merging, splitting and closing organs (机构改革), and taking a mistaken closing back.

A closed organ keeps its rows; who took over reaches them. Duties in it end with it, without being
touched: when a closing is taken back, they hold again.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.db import transaction

from gongkai.apps.journal.record import record
from gongkai.apps.organs import obstacles
from gongkai.apps.organs.duties import clashes_of_organ
from gongkai.apps.organs.facts import Basis, OrganFacts, name_faults, refuse
from gongkai.apps.organs.founding import circle_faults, found_organ
from gongkai.apps.organs.governing_queries import living, locked
from gongkai.apps.organs.models import Organ, Succession
from gongkai.apps.organs.reach import renew_reach
from gongkai.apps.organs.scope import require
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor, OrganKind, Role
from gongkai.core.identity.organs import SUPERIORS, SuccessionWay


@transaction.atomic
def merge_organs(
    actor: Actor, *, predecessor_ids: Sequence[int], successor_id: int, basis: Basis
) -> Organ:
    """Close organs into one that goes on; what stood below them stands below it."""
    require(actor, Role.ADMINISTRATOR)
    successor = living(actor, successor_id)
    closing = [living(actor, pk) for pk in sorted(set(predecessor_ids))]
    refuse(_merger_faults(closing, successor), *(basis.faults(row.since) for row in closing))
    for organ in closing:
        _close(organ, basis, [successor], SuccessionWay.MERGER)
        organ.subordinates.filter(until=None).update(superior=successor)
    renew_reach()
    for organ in closing:
        told = _told(basis, [successor])
        record(actor, "merge_organs", f"organ:{organ.pk}", before=_named(organ), after=told)
    _record_heirs(actor, closing, [successor])
    return successor


@transaction.atomic
def merge_into_new(
    actor: Actor, *, predecessor_ids: Sequence[int], name: str, facts: OrganFacts, basis: Basis
) -> Organ:
    """Close two or more organs into one that is founded for it."""
    if len(set(predecessor_ids)) < 2:  # noqa: PLR2004 - a merger is of two
        raise BlockedError([obstacles.too_few("新设合并至少要选两个机关。", "请再选一个。")])
    successor = found_organ(actor, name=name, facts=facts, basis=basis)
    return merge_organs(
        actor, predecessor_ids=predecessor_ids, successor_id=successor.pk, basis=basis
    )


@transaction.atomic
def split_organ(
    actor: Actor, *, organ_id: int, names: Sequence[str], goes_on: bool, basis: Basis
) -> tuple[Organ, ...]:
    """Found organs out of one, beside it; it goes on with less, or is closed."""
    require(actor, Role.ADMINISTRATOR)
    organ = living(actor, organ_id)
    wanted = [name for name in names if name.strip()]
    refuse(_split_faults(wanted, goes_on=goes_on), basis.faults(organ.since))
    if not goes_on:
        refuse(_subordinates(organ))
        _close(organ, basis, [], SuccessionWay.SPLIT)
    facts = OrganFacts(OrganKind(organ.kind), organ.superior_id, organ.region_code, organ.region)
    parts = [found_organ(actor, name=name, facts=facts, basis=basis) for name in wanted]
    _succeed(organ, parts, SuccessionWay.SPLIT, basis)
    renew_reach()
    told = _told(basis, parts)
    record(actor, "split_organ", f"organ:{organ.pk}", before=_named(organ), after=told)
    _record_heirs(actor, [organ], parts)
    return tuple(parts)


@transaction.atomic
def close_organ(actor: Actor, *, organ_id: int, successor_id: int | None, basis: Basis) -> Organ:
    """Close an organ; whoever takes over its functions answers for what it left."""
    require(actor, Role.ADMINISTRATOR)
    organ = living(actor, organ_id)
    if successor_id == organ.pk:
        raise BlockedError([obstacles.own_successor()])
    successors = [] if successor_id is None else [living(actor, successor_id)]
    refuse(_subordinates(organ), basis.faults(organ.since))
    _close(organ, basis, successors, SuccessionWay.CLOSING)
    renew_reach()
    told = _told(basis, successors)
    record(actor, "close_organ", f"organ:{organ.pk}", before=_named(organ), after=told)
    _record_heirs(actor, [organ], successors)
    return organ


@transaction.atomic
def reopen_organ(actor: Actor, *, organ_id: int, reason: str) -> Organ:
    """Take a mistaken closing back: the organ lives as if it had never been closed."""
    require(actor, Role.ADMINISTRATOR)
    organ = locked(actor, organ_id)
    refuse(_reopening_faults(organ, reason))
    closed_on, organ.until = organ.until, None
    organ.save(update_fields=["until"])
    taken = organ.successions.filter(voided_reason="", day=closed_on or date.min)
    taken.update(voided_reason=reason.strip()[:500])
    renew_reach()
    before, after = {"until": str(closed_on)}, {"reason": reason.strip()}
    record(actor, "reopen_organ", f"organ:{organ.pk}", before=before, after=after)
    return organ


def _close(organ: Organ, basis: Basis, successors: Iterable[Organ], way: SuccessionWay) -> None:
    organ.until = basis.day
    organ.save(update_fields=["until"])
    _succeed(organ, successors, way, basis)


def _succeed(organ: Organ, successors: Iterable[Organ], way: SuccessionWay, basis: Basis) -> None:
    Succession.objects.bulk_create(
        Succession(
            predecessor=organ,
            successor=successor,
            way=way,
            day=basis.day,
            document=basis.document.strip(),
        )
        for successor in successors
    )


def _named(organ: Organ) -> dict[str, str]:
    return {"name": organ.name}


def _told(basis: Basis, heirs: Iterable[Organ]) -> dict[str, str]:
    """What the journal says of a change."""
    return {
        "day": basis.day.isoformat(),
        "document": basis.document,
        "successors": "、".join(heir.name for heir in heirs),
    }


def _record_heirs(actor: Actor, before: Iterable[Organ], heirs: Iterable[Organ]) -> None:
    names = "、".join(organ.name for organ in before)
    for heir in heirs:
        record(actor, "take_over", f"organ:{heir.pk}", after={"predecessors": names})


def _merger_faults(closing: Sequence[Organ], successor: Organ) -> Iterator[Finding]:
    if not closing:
        yield obstacles.too_few("没有选择要并入的机关。", "请至少选一个。")
    if successor in closing:
        yield obstacles.own_successor()
        return
    for organ in closing:
        yield from circle_faults(organ, successor.superior)
        for below in organ.subordinates.filter(until=None):
            if OrganKind(successor.kind) not in SUPERIORS[OrganKind(below.kind)]:
                yield obstacles.wrong_superior(OrganKind(below.kind), OrganKind(successor.kind))


def _split_faults(names: Sequence[str], *, goes_on: bool) -> Iterator[Finding]:
    if len(names) < (1 if goes_on else 2):
        yield obstacles.too_few(
            "分设后的机关不够：原机关保留时至少一个，原机关撤销时至少两个。",
            "请每行写一个新机关的全称。",
        )
    if len(set(names)) < len(names):
        yield obstacles.too_few("有两个名称相同。", "请核对每一行。")


def _subordinates(organ: Organ) -> Iterator[Finding]:
    names = list(organ.subordinates.filter(until=None).values_list("name", flat=True)[:5])
    if names:
        yield obstacles.has_subordinates(names)


def _reopening_faults(organ: Organ, reason: str) -> Iterator[Finding]:
    if organ.until is None:
        yield obstacles.not_closed(organ.name)
        return
    if not reason.strip():
        yield obstacles.no_reason()
    if organ.superior is not None and organ.superior.until is not None:
        yield obstacles.already_closed(organ.superior.name)
    yield from name_faults(organ.name)
    yield from clashes_of_organ(organ)
