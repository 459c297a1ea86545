"""The port for looking at links: whether an address still leads anywhere."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody who follows a link comes to.

    `reachable` is none where a machine cannot tell and a person has to look. `fault` says in
    Chinese what is wrong, `final_address` where redirects led, `moved_to` the other owner's
    domain where they led to one.
    """

    reachable: bool | None
    fault: str
    final_address: str
    moved_to: str = ""


class LinkProber(Protocol):
    """Looks at links, politely and without touching networks that are not public."""

    def look(self, address: str) -> Look:
        """Follow one link. Whatever happens is in the answer; nothing is raised."""
        ...
