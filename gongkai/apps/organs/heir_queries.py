"""Looking up who carries on what a closed organ did."""

from typing import Final

from gongkai.apps.organs.models import Organ, Succession

MOST_HEIRS: Final = 20
"""So many closed organs are followed at the most."""


def heirs_of(organ: Organ) -> list[Organ]:
    """Who exercises the functions of a closed organ today, over several successions; of a living
    one nobody else does."""
    found, waiting = dict[int, Organ](), [] if organ.until is None else [organ.pk]
    seen = set[int]()
    while waiting and len(seen) < MOST_HEIRS:
        at = waiting.pop()
        seen.add(at)
        rows = Succession.objects.filter(predecessor_id=at, voided_reason="")
        for row in rows.select_related("successor").order_by("pk"):
            if row.successor.until is None:
                found[row.successor_id] = row.successor
            elif row.successor_id not in seen:
                waiting.append(row.successor_id)
    return list(found.values())
