"""Founding organs, and setting right what was entered about them."""

from collections.abc import Iterator

from django.db import transaction

from gongkai.apps.journal.record import record
from gongkai.apps.organs import obstacles
from gongkai.apps.organs.facts import Basis, OrganFacts, name_faults, refuse
from gongkai.apps.organs.governing_queries import living, superior_of
from gongkai.apps.organs.models import Organ, OrganName
from gongkai.apps.organs.reach import renew_reach
from gongkai.apps.organs.scope import require
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor, Role
from gongkai.core.law import OGI

FIELDS = ("kind", "superior_id", "region_code", "region", "code", "is_competent")


@transaction.atomic
def found_organ(
    actor: Actor, *, name: str, facts: OrganFacts, basis: Basis, short_name: str = ""
) -> Organ:
    """Enter a new organ below one that the actor administers."""
    require(actor, Role.ADMINISTRATOR)
    superior = superior_of(actor, facts.superior_id)
    refuse(name_faults(name), facts.faults(superior), basis.faults())
    organ = Organ.objects.create(
        name=name.strip(),
        short_name=short_name.strip(),
        since=basis.day,
        **{field: getattr(facts, field) for field in FIELDS},
    )
    OrganName.objects.create(
        organ=organ,
        name=organ.name,
        short_name=organ.short_name,
        since=basis.day,
        document=basis.document.strip(),
    )
    renew_reach()
    record(
        actor,
        "found_organ",
        f"organ:{organ.pk}",
        after={"name": organ.name, "day": basis.day.isoformat(), "document": basis.document},
        cite=OGI.at(4),
    )
    return organ


@transaction.atomic
def amend_organ(actor: Actor, *, organ_id: int, facts: OrganFacts) -> Organ:
    """Set right what is entered about an organ; its name is changed by renaming."""
    require(actor, Role.ADMINISTRATOR)
    organ = living(actor, organ_id)
    kept = facts.superior_id == organ.superior_id
    superior = organ.superior if kept else superior_of(actor, facts.superior_id)
    refuse(facts.faults(superior), circle_faults(organ, superior))
    changed = [field for field in FIELDS if getattr(organ, field) != getattr(facts, field)]
    before = {field: getattr(organ, field) for field in changed}
    for field in changed:
        setattr(organ, field, getattr(facts, field))
    organ.amended += 1
    organ.save(update_fields=[*changed, "amended"])
    renew_reach()
    record(
        actor,
        "amend_organ",
        f"organ:{organ.pk}",
        before=before,
        after={field: getattr(organ, field) for field in changed},
    )
    return organ


def circle_faults(organ: Organ, superior: Organ | None) -> Iterator[Finding]:
    """Whether the organ would stand below itself."""
    above, seen = superior, set[int]()
    while above is not None and above.pk not in seen:
        seen.add(above.pk)
        above = above.superior
    if organ.pk in seen:
        yield obstacles.circle()
