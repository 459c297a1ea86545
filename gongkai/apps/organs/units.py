"""Units inside an organ (科室): opening, renaming, closing."""

from collections.abc import Iterator
from datetime import date

from django.db import transaction
from django.db.models import Q

from gongkai.apps.journal.record import record
from gongkai.apps.organs import obstacles
from gongkai.apps.organs.facts import refuse
from gongkai.apps.organs.governing_queries import living
from gongkai.apps.organs.models import Organ, Unit
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor, Role


@transaction.atomic
def open_unit(actor: Actor, *, organ_id: int, name: str, day: date) -> Unit:
    """Enter a unit of an organ."""
    require(actor, Role.ADMINISTRATOR)
    organ = living(actor, organ_id)
    refuse(_name_faults(organ, name))
    unit = Unit.objects.create(organ=organ, name=name.strip(), since=day)
    record(actor, "open_unit", f"organ:{organ.pk}", after={"unit": unit.pk, "name": unit.name})
    return unit


@transaction.atomic
def rename_unit(actor: Actor, *, unit_id: int, name: str) -> Unit:
    """Give a unit another name."""
    require(actor, Role.ADMINISTRATOR)
    unit = _unit(actor, unit_id)
    refuse(_name_faults(unit.organ, name))
    before, unit.name = unit.name, name.strip()
    unit.save(update_fields=["name"])
    record(
        actor,
        "rename_unit",
        f"organ:{unit.organ_id}",
        before={"name": before},
        after={"unit": unit.pk, "name": unit.name},
    )
    return unit


@transaction.atomic
def close_unit(actor: Actor, *, unit_id: int, day: date) -> Unit:
    """Close a unit in which nobody serves any more."""
    require(actor, Role.ADMINISTRATOR)
    unit = _unit(actor, unit_id)
    refuse(_closing_faults(unit, day))
    unit.until = day
    unit.save(update_fields=["until"])
    record(
        actor,
        "close_unit",
        f"organ:{unit.organ_id}",
        after={"unit": unit.pk, "until": day.isoformat()},
    )
    return unit


def _unit(actor: Actor, unit_id: int) -> Unit:
    rows = Unit.objects.select_for_update(of=("self",)).select_related("organ")
    return one(actor, rows, unit_id, to=Purpose.GOVERN)


def _name_faults(organ: Organ, name: str) -> Iterator[Finding]:
    if not name.strip():
        yield obstacles.no_name()
    elif organ.units.filter(name=name.strip(), until=None).exists():
        yield obstacles.unit_taken(name.strip())


def _closing_faults(unit: Unit, day: date) -> Iterator[Finding]:
    if unit.until is not None:
        yield obstacles.already_ended()
    if unit.since is not None and day < unit.since:
        yield obstacles.too_early(day, unit.since)
    if people := unit.duties.filter(Q(until=None) | Q(until__gt=day)).count():
        yield obstacles.unit_in_use(people)
