"""How far each organ reaches: reckoned anew whenever the tree of organs changes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from gongkai.apps.organs.models import Organ, Reach, Succession
from gongkai.core.identity import OrganKind
from gongkai.core.identity.regions import covers

Edges = Mapping[int, Iterable[int]]


class Way(StrEnum):
    """On what ground an organ reaches another."""

    OWN = "own"
    BELOW = "below"
    REGION = "region"


class Step(NamedTuple):
    """One organ reached by another."""

    viewer: int
    seen: int
    way: Way


def renew_reach() -> None:
    """Bring the table up to date; the lock keeps two changes of the tree from passing by."""
    organs = list(Organ.objects.select_for_update().order_by("pk"))
    expected = reckon(organs, successions())
    stored = {
        Step(viewer, seen, Way(way)): pk
        for pk, viewer, seen, way in Reach.objects.values_list("pk", "viewer", "seen", "way")
    }
    gone = [pk for step, pk in stored.items() if step not in expected]
    Reach.objects.filter(pk__in=gone).delete()
    missing = sorted(expected - stored.keys())
    Reach.objects.bulk_create(
        Reach(viewer_id=step.viewer, seen_id=step.seen, way=step.way) for step in missing
    )


def successions() -> list[tuple[int, int]]:
    """Closed organs and who took over from them."""
    rows = Succession.objects.filter(voided_reason="", predecessor__until__isnull=False)
    return list(rows.values_list("predecessor_id", "successor_id"))


def reckon(organs: Iterable[Organ], taken_over: Iterable[tuple[int, int]]) -> set[Step]:
    """Everything each organ reaches, itself left out."""
    organs = list(organs)
    before, below = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for predecessor, successor in taken_over:
        before[successor].append(predecessor)
    for organ in organs:
        if organ.superior_id is not None:
            below[organ.superior_id].append(organ.pk)
    steps = set[Step]()
    for organ in organs:
        own = _closure([organ.pk], before)
        all_below = _closure(own, before, below)
        steps |= {Step(organ.pk, seen, Way.OWN) for seen in own}
        steps |= {Step(organ.pk, seen, Way.BELOW) for seen in all_below - own}
        if organ.is_competent:
            region = _closure(_region(organ, organs), before)
            steps |= {Step(organ.pk, seen, Way.REGION) for seen in region}
    return {step for step in steps if step.viewer != step.seen}


def _region(organ: Organ, organs: Iterable[Organ]) -> list[int]:
    """The organs of its region; those under vertical leadership answer to their own system."""
    return [
        other.pk
        for other in organs
        if other.kind != OrganKind.VERTICAL and covers(organ.region_code, other.region_code)
    ]


def _closure(start: Iterable[int], *edges: Edges) -> set[int]:
    """Everything that can be come to."""
    reached, waiting = set[int](), list(start)
    while waiting:
        place = waiting.pop()
        if place not in reached:
            reached.add(place)
            waiting += [end for leading in edges for end in leading.get(place, ())]
    return reached
