"""One request at a time to one host, whoever in this process asks."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class Turns:
    """Lets those who want the same host wait for one another."""

    def __init__(self) -> None:
        self._own = Lock()
        self._hosts: dict[str, tuple[Lock, int]] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[float]:
        """Wait for the host to be free; gives the seconds waited."""
        lock = self._joined(host)
        began = time.monotonic()
        with lock:
            try:
                yield time.monotonic() - began
            finally:
                self._left(host)

    def waiting(self) -> int:
        """How many hosts somebody is at or waits for."""
        with self._own:
            return len(self._hosts)

    def _joined(self, host: str) -> Lock:
        with self._own:
            lock, many = self._hosts.get(host, (Lock(), 0))
            self._hosts[host] = (lock, many + 1)
            return lock

    def _left(self, host: str) -> None:
        """Forget a host for which nobody waits."""
        with self._own:
            lock, many = self._hosts.pop(host)
            if many > 1:
                self._hosts[host] = (lock, many - 1)


TURNS = Turns()
