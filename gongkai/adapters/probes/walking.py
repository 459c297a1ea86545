"""Following an address through its redirects, whatever carries the requests."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from gongkai.adapters.probes.domains import owner
from gongkai.adapters.probes.faults import CHALLENGE_BYTES, Fault, is_challenge, of_status
from gongkai.core.ports import Look

MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
HOST = re.compile(rb"[0-9A-Za-z._:-]+")
HIGHEST_PORT = 65535
SCHEMES = frozenset({"http", "https"})
HEAD, GET = "HEAD", "GET"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says: a status, where else to go, and the first bytes of the page."""

    status: int
    location: str = ""
    head: bytes = b""


@dataclass(frozen=True, slots=True)
class End:
    """Where a walk ended, and why there; no fault where the page is there."""

    address: str
    fault: Fault | None = None
    status: int = 0

    @property
    def label(self) -> str:
        """The fault in Chinese; nothing where there is none."""
        return self.fault.value.label.format(status=self.status) if self.fault else ""


Ask = Callable[[str, httpx.URL], Answer]


class WalkError(Exception):
    """An address cannot be followed any further."""

    def __init__(self, end: End) -> None:
        self.end = end
        super().__init__(end.label)


def parsed(address: str, base: httpx.URL | None = None) -> httpx.URL:
    """An address that may be asked for, whole. Raises WalkError."""
    try:
        found = httpx.URL(address.strip())
        url = base.join(found) if base else found
    except (httpx.InvalidURL, ValueError) as error:
        raise WalkError(End(address, Fault.NO_ADDRESS)) from error
    if url.scheme and url.scheme not in SCHEMES:
        raise WalkError(End(address, Fault.SCHEME))
    if not HOST.fullmatch(url.raw_host) or (url.port or 0) > HIGHEST_PORT:
        raise WalkError(End(address, Fault.NO_ADDRESS))
    if url.userinfo:
        raise WalkError(End(address, Fault.CREDENTIALS))
    return url.copy_with(fragment=None)


def walk(address: str, ask: Ask) -> End:
    """Look at an address as politely as it allows. Raises WalkError, and what `ask` raises."""
    url, answer = _followed(address, lambda url: _looked(url, ask))
    fault = of_status(answer.status)
    if is_challenge(answer.head[:CHALLENGE_BYTES]):
        fault = Fault.REFUSED
    return End(str(url), fault, answer.status)


def fetched(address: str, ask: Ask) -> bytes:
    """The page at an address. Raises WalkError, and what `ask` raises."""
    url, answer = _followed(address, lambda url: ask(GET, url))
    if fault := of_status(answer.status):
        raise WalkError(End(str(url), fault, answer.status))
    return answer.head


def _followed(address: str, step: Callable[[httpx.URL], Answer]) -> tuple[httpx.URL, Answer]:
    """Where redirects end, each of them looked at like the first address."""
    url = parsed(address)
    for _ in range(MOST_REDIRECTS + 1):
        answer = step(url)
        if answer.status not in REDIRECTS:
            return url, answer
        if not answer.location.strip():
            raise WalkError(End(str(url), Fault.NOWHERE))
        url = parsed(answer.location, url)
    raise WalkError(End(str(url), Fault.REDIRECTS))


def _looked(url: httpx.URL, ask: Ask) -> Answer:
    """Ask for the head alone; whoever does not like that is asked for the page."""
    answer = ask(HEAD, url)
    if answer.status in REDIRECTS or of_status(answer.status) is None:
        return answer
    return ask(GET, url)


def look_with(address: str, ask: Ask) -> Look:
    """What somebody who follows a link comes to."""
    try:
        end = walk(address, ask)
    except WalkError as error:
        end = error.end
    reachable = None if end.fault and not end.fault.value.dead else end.fault is None
    return Look(reachable, end.label, end.address, _moved(address, end.address))


def _moved(address: str, final: str) -> str:
    """The domain of another owner, where redirects led to one."""
    try:
        first, last = parsed(address).host, parsed(final).host
    except WalkError:
        return ""
    return "" if owner(first) == owner(last) else owner(last)
