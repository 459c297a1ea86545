"""Looking at links over HTTP."""

import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import httpx

from gongkai.adapters.probes.faults import CHALLENGE_BYTES, TROUBLES, of_error
from gongkai.adapters.probes.guarded import Deadline, client
from gongkai.adapters.probes.networks import networks
from gongkai.adapters.probes.turns import TURNS
from gongkai.adapters.probes.walking import HEAD, Answer, Ask, End, WalkError, look_with
from gongkai.core.ports import Look

SECONDS = 15.0
AGENT = "Mozilla/5.0 (compatible; Gongkai link check)"


class Visitor:
    """Goes to public addresses on our behalf.

    `allowed` names networks that may be contacted although they are not public, `seconds` is how
    long one errand may take in all, `agent` how it presents itself.
    """

    def __init__(
        self, *, allowed: Iterable[str] = (), seconds: float = SECONDS, agent: str = AGENT
    ) -> None:
        self.allowed, self.seconds, self.agent = networks(allowed), seconds, agent
        self.trusted = ssl.create_default_context()  # the authorities of this machine count

    @contextmanager
    def errand(self, most: int) -> Iterator[Ask]:
        """A way to ask, for one errand: cookies last, time runs out, a page ends after `most`."""
        deadline = Deadline(self.seconds)
        with client(self.allowed, deadline, self.agent, self.trusted) as http:

            def ask(method: str, url: httpx.URL) -> Answer:
                with TURNS.turn(url.host) as waited:
                    deadline.put_off(waited)
                    return _asked(http, method, url, most)

            yield ask


def _asked(http: httpx.Client, method: str, url: httpx.URL, most: int) -> Answer:
    """One request. Raises WalkError."""
    try:
        with http.stream(method, url) as response:
            head = b"" if method == HEAD else _head(response, most)
            return Answer(response.status_code, response.headers.get("location", ""), head)
    except TROUBLES as error:
        raise WalkError(End(str(url), of_error(error))) from error


def _head(response: httpx.Response, most: int) -> bytes:
    """The first bytes of a page."""
    head = b""
    for piece in response.iter_bytes():
        head += piece
        if len(head) >= most:
            break
    return head[:most]


class HttpProber:
    """Looks at links over HTTP; see Visitor for its arguments."""

    def __init__(
        self, *, allowed: Iterable[str] = (), seconds: float = SECONDS, agent: str = AGENT
    ) -> None:
        self.visitor = Visitor(allowed=allowed, seconds=seconds, agent=agent)

    def look(self, address: str) -> Look:
        """Follow one link."""
        with self.visitor.errand(CHALLENGE_BYTES) as ask:
            return look_with(address, ask)
