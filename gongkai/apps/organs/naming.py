"""Renaming organs, and taking a mistaken rename back."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import QuerySet

from gongkai.apps.journal.record import record
from gongkai.apps.organs import obstacles
from gongkai.apps.organs.facts import Basis, name_faults, refuse
from gongkai.apps.organs.governing_queries import living
from gongkai.apps.organs.models import Organ, OrganName
from gongkai.apps.organs.scope import require
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor, Role


@transaction.atomic
def rename_organ(
    actor: Actor, *, organ_id: int, name: str, basis: Basis, short_name: str = ""
) -> Organ:
    """Give an organ another name from a day on; the old one stays in its history."""
    require(actor, Role.ADMINISTRATOR)
    organ = living(actor, organ_id)
    borne = _borne(organ)
    refuse(
        name_faults(name, but=organ.pk),
        _same(organ, name, short_name),
        basis.faults(borne.since or organ.since),
    )
    borne.until = basis.day
    borne.save(update_fields=["until"])
    before = organ.name
    new = OrganName.objects.create(
        organ=organ,
        name=name.strip(),
        short_name=short_name.strip(),
        since=basis.day,
        document=basis.document.strip(),
    )
    _bear(organ, new)
    record(
        actor,
        "rename_organ",
        f"organ:{organ.pk}",
        before={"name": before},
        after={"name": organ.name, "day": basis.day.isoformat(), "document": basis.document},
    )
    return organ


@transaction.atomic
def undo_rename(actor: Actor, *, organ_id: int, reason: str) -> Organ:
    """Take a mistaken rename back: the name before it holds again, as if it had never ended."""
    require(actor, Role.ADMINISTRATOR)
    organ = living(actor, organ_id)
    refuse(_no_reason(reason))
    borne = _borne(organ)
    earlier = valid_names(organ).exclude(pk=borne.pk).last()
    if earlier is None:
        raise BlockedError([obstacles.no_rename()])
    refuse(name_faults(earlier.name, but=organ.pk))
    borne.voided_reason = reason.strip()[:500]
    borne.save(update_fields=["voided_reason"])
    earlier.until = None
    earlier.save(update_fields=["until"])
    _bear(organ, earlier)
    before, after = {"name": borne.name}, {"name": organ.name, "reason": borne.voided_reason}
    record(actor, "undo_rename", f"organ:{organ.pk}", before=before, after=after)
    return organ


def valid_names(organ: Organ) -> QuerySet[OrganName]:
    """The names an organ bears or bore, first one first; mistakes left out."""
    return organ.names.filter(voided_reason="").order_by("id")


def _borne(organ: Organ) -> OrganName:
    """The name borne now; what was entered before names had a history gets its first one."""
    row = valid_names(organ).filter(until=None).last()
    if row is not None:
        return row
    return OrganName.objects.create(
        organ=organ, name=organ.name, short_name=organ.short_name, since=organ.since
    )


def _bear(organ: Organ, name: OrganName) -> None:
    organ.name, organ.short_name = name.name, name.short_name
    organ.save(update_fields=["name", "short_name"])


def _same(organ: Organ, name: str, short_name: str) -> Iterator[Finding]:
    if (name.strip(), short_name.strip()) == (organ.name, organ.short_name):
        yield obstacles.same_name(organ.name)


def _no_reason(reason: str) -> Iterator[Finding]:
    if not reason.strip():
        yield obstacles.no_reason()
