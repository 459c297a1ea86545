"""A network that exists in memory only: the same walk, answers from a table."""

from collections.abc import Mapping

import httpx

from gongkai.adapters.probes.faults import Fault
from gongkai.adapters.probes.walking import HEAD, Answer, End, WalkError, look_with
from gongkai.core.ports import Look


class MemoryProber:
    """Looks at links in a table of addresses; what is not in it does not exist."""

    def __init__(self, world: Mapping[str, Answer | Fault] | None = None) -> None:
        self.world = world or {}
        self.asked: list[str] = []

    def look(self, address: str) -> Look:
        """Follow one link."""
        return look_with(address, self._ask)

    def _ask(self, method: str, url: httpx.URL) -> Answer:
        self.asked.append(f"{method} {url}")
        found = self.world.get(str(url), Fault.UNKNOWN_HOST)
        if isinstance(found, Fault):
            raise WalkError(End(str(url), found))
        return Answer(found.status, found.location) if method == HEAD else found
