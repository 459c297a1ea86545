"""Looking up organs: the tree an actor sees, names as of a day, predecessors and successors."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, QuerySet

from gongkai.apps.organs.models import Duty, Organ, OrganName, Succession, Unit, at
from gongkai.apps.organs.scope import Purpose, one, organs_within, within
from gongkai.core.identity import Actor, OrganKind
from gongkai.core.identity.organs import SuccessionWay


@dataclass(frozen=True, slots=True)
class OrganFilter:
    """What is looked for in the list of organs; `on` asks for the organs and names of a day."""

    text: str = ""
    kind: str = ""
    state: str = "living"
    on: date | None = None


@dataclass(frozen=True, slots=True)
class OrganRow:
    """One organ in a list: its name on the day asked for, and how deep it stands."""

    pk: int
    name: str
    short_name: str
    kind: OrganKind
    region: str
    code: str
    superior: str
    since: date | None
    until: date | None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """One succession as a page tells it: the other organ only where the actor sees it."""

    name: str
    organ_id: int | None
    way: SuccessionWay
    day: date
    document: str

    @property
    def way_label(self) -> str:
        """The word a screen shows."""
        return self.way.label


def organ(actor: Actor, organ_id: int) -> Organ:
    """That organ. Raises DoesNotExist for one the actor does not see."""
    return organs_within(actor).select_related("superior").get(pk=organ_id)


def organs(actor: Actor, wanted: OrganFilter) -> list[OrganRow]:
    """The organs the actor sees and that fit, in the order of the tree."""
    rows = organs_within(actor).select_related("superior")
    everything = list(rows)
    names = names_on(wanted.on, everything) if wanted.on else {}
    fitting = _fitting(rows, wanted)
    return [
        _row(row, depth, names.get(row.pk)) for row, depth in tree(everything) if row.pk in fitting
    ]


def _fitting(rows: QuerySet[Organ], wanted: OrganFilter) -> set[int]:
    if wanted.on is not None:
        rows = rows.filter(at(wanted.on))
    elif wanted.state == "living":
        rows = rows.filter(until=None)
    elif wanted.state == "closed":
        rows = rows.exclude(until=None)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.text:
        once = OrganName.objects.filter(voided_reason="", name__icontains=wanted.text)
        rows = rows.filter(
            Q(name__icontains=wanted.text)
            | Q(short_name__icontains=wanted.text)
            | Q(code__iexact=wanted.text)
            | Q(region_code=wanted.text)
            | Q(pk__in=once.values("organ_id"))
        )
    return set(rows.values_list("pk", flat=True))


def tree(rows: Iterable[Organ]) -> Iterator[tuple[Organ, int]]:
    """Organs with their depth, each followed by its subordinates; kinds as in their list."""
    kinds = list(OrganKind)
    ordered = sorted(rows, key=lambda row: (kinds.index(OrganKind(row.kind)), row.pk))
    known = {row.pk for row in ordered}
    below = defaultdict[int | None, list[Organ]](list)
    for row in ordered:
        below[row.superior_id if row.superior_id in known else None].append(row)
    waiting = [(row, 0) for row in reversed(below[None])]
    while waiting:
        row, depth = waiting.pop()
        yield row, depth
        waiting += [(lower, depth + 1) for lower in reversed(below[row.pk])]


def names_on(day: date, rows: Iterable[Organ]) -> dict[int, OrganName]:
    """The name each of these organs bore on that day."""
    valid = OrganName.objects.filter(at(day), voided_reason="", organ__in=[r.pk for r in rows])
    return {name.organ_id: name for name in valid.order_by("id")}


def name_on(actor: Actor, organ_id: int, day: date) -> str | None:
    """The name an organ bore on that day; None when it did not exist then."""
    row = organ(actor, organ_id)
    if not Organ.objects.filter(at(day), pk=row.pk).exists():
        return None
    borne = names_on(day, [row]).get(row.pk)
    return row.name if borne is None else borne.name


def names(actor: Actor, organ_id: int) -> QuerySet[OrganName]:
    """All names of an organ, mistaken ones too, first one first."""
    return within(actor, OrganName.objects.filter(organ_id=organ_id))


def was_renamed(actor: Actor, organ_id: int) -> bool:
    """Whether there is a rename that could be taken back."""
    return names(actor, organ_id).filter(voided_reason="").count() > 1


def predecessors(actor: Actor, organ_id: int) -> tuple[Link, ...]:
    """From whom the organ took over."""
    rows = within(actor, Succession.objects.filter(successor_id=organ_id), field="successor")
    return _links(actor, rows.select_related("predecessor"), "predecessor")


def successors(actor: Actor, organ_id: int) -> tuple[Link, ...]:
    """Who took over from the organ."""
    rows = within(actor, Succession.objects.filter(predecessor_id=organ_id), field="predecessor")
    return _links(actor, rows.select_related("successor"), "successor")


def _links(actor: Actor, rows: QuerySet[Succession], end: str) -> tuple[Link, ...]:
    seen = set(organs_within(actor).values_list("pk", flat=True))
    found = [(getattr(row, end), row) for row in rows.filter(voided_reason="")]
    return tuple(
        Link(
            other.name,
            other.pk if other.pk in seen else None,
            SuccessionWay(row.way),
            row.day,
            row.document,
        )
        for other, row in found
    )


def subordinates(actor: Actor, organ_id: int) -> QuerySet[Organ]:
    """The living organs directly below that one."""
    return organs_within(actor).filter(superior_id=organ_id, until=None)


def units(actor: Actor, organ_id: int) -> QuerySet[Unit]:
    """The units of an organ, closed ones too."""
    return within(actor, Unit.objects.filter(organ_id=organ_id))


def governed(actor: Actor) -> list[OrganRow]:
    """The living organs the actor administers, in the order of the tree."""
    rows = organs_within(actor, to=Purpose.GOVERN).filter(until=None)
    return [_row(row, depth, None) for row, depth in tree(rows.select_related("superior"))]


def governed_organ(actor: Actor, organ_id: int) -> Organ:
    """That organ. Raises DoesNotExist for one the actor does not administer."""
    rows = organs_within(actor, to=Purpose.GOVERN).select_related("superior")
    return rows.get(pk=organ_id)


def organs_seen(actor: Actor) -> list[tuple[int, str]]:
    """Number and name of every organ the actor sees, his own first."""
    rows = organs_within(actor).order_by("name").values_list("pk", "name")
    return sorted(rows, key=lambda row: row[0] != actor.organ_id)


def sees(actor: Actor, organ_id: int | None) -> bool:
    """Whether the actor sees that organ."""
    return organs_within(actor).filter(pk=organ_id or 0).exists()


def is_governed(actor: Actor, organ_id: int) -> bool:
    """Whether the actor administers that organ."""
    return organs_within(actor, to=Purpose.GOVERN).filter(pk=organ_id).exists()


def serving(actor: Actor, organ_id: int, on: date) -> QuerySet[Duty]:
    """Who serves in an organ on that day."""
    rows = within(actor, Duty.objects.filter(at(on), organ_id=organ_id))
    return rows.select_related("user", "unit").order_by("unit_id", "id")


def unit(actor: Actor, unit_id: int) -> Unit:
    """That unit. Raises DoesNotExist for one of an organ the actor does not administer."""
    return one(actor, Unit.objects.select_related("organ"), unit_id, to=Purpose.GOVERN)


def _row(organ: Organ, depth: int, name: OrganName | None) -> OrganRow:
    row = OrganRow(
        organ.pk,
        organ.name,
        organ.short_name,
        OrganKind(organ.kind),
        organ.region,
        organ.code,
        "" if organ.superior is None else organ.superior.name,
        organ.since,
        organ.until,
        depth,
    )
    return row if name is None else replace(row, name=name.name, short_name=name.short_name)
