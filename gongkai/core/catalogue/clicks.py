"""How many clicks it takes from the home page to a column and to what it shows."""

from collections.abc import Mapping
from dataclasses import dataclass

FROM_ORGAN_PAGE = 2
"""The home page leads to every organ's page, and that to each column that all organs have."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column stands."""

    parent: int | None
    on_home: bool = False
    each_organ: bool = False


def clicks(places: Mapping[int, Place]) -> dict[int, int]:
    """For each column the clicks to its page; one more leads to an item.

    A column whose way up ends nowhere, or runs in a circle, is not reached and left out.
    """
    found = dict[int, int]()
    for number in places:
        _walk(number, places, found)
    return found


def _walk(number: int, places: Mapping[int, Place], found: dict[int, int]) -> None:
    way = list[int]()
    at: int | None = number
    while at is not None and at not in found:
        if at in way or at not in places:
            return
        way.append(at)
        at = places[at].parent
    above = 0 if at is None else found[at]
    for place in reversed(way):
        above = found[place] = _nearest(places[place], above + 1)


def _nearest(place: Place, below: int) -> int:
    nearest = 1 if place.on_home else below
    return min(nearest, FROM_ORGAN_PAGE) if place.each_organ else nearest
