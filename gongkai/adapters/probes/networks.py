"""Which network addresses may be contacted: public ones, and those an operator allows."""

import socket
from collections.abc import Iterable
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from queue import Empty, SimpleQueue
from threading import Thread

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
TRANSLATED = IPv6Network("64:ff9b::/96")  # IPv4 behind a translator
COMPATIBLE = IPv6Network("::/96")  # IPv4 written as IPv6, as was once done
LOW_BITS = 0xFFFFFFFF


class NotPublicError(Exception):
    """A host resolves to an address that may not be contacted."""


class SlowNamesError(Exception):
    """The servers of names do not answer in time."""


def networks(texts: Iterable[str]) -> tuple[Network, ...]:
    """The networks an operator allows. Raises ValueError for what is none."""
    return tuple(ip_network(text) for text in texts)


def is_public(address: Address) -> bool:
    """Whether an address, and the one it may stand for, belongs to the public network."""
    carried = _carried(address)
    if carried is not None:
        return is_public(carried)
    if isinstance(address, IPv6Address) and address.is_site_local:
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _carried(address: Address) -> Address | None:
    """The IPv4 address that an IPv6 address leads to."""
    if isinstance(address, IPv4Address):
        return None
    if address in TRANSLATED or address in COMPATIBLE:
        return IPv4Address(int(address) & LOW_BITS)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo


def checked(host: str, allowed: Iterable[Network], seconds: float) -> list[str]:
    """The addresses of a host, all of which may be contacted.

    Raises NotPublicError if any may not, SlowNamesError, or OSError where there is no such host.
    """
    found = [ip_address(text) for text in _resolved(host, seconds)]
    own = tuple(allowed)
    for address in found:
        if not is_public(address) and not any(address in network for network in own):
            raise NotPublicError(host)
    return [str(address) for address in found]


def _resolved(host: str, seconds: float) -> list[str]:
    """Ask for the addresses of a host in a thread of its own: the question has no time limit."""
    answers: SimpleQueue[list[str] | OSError] = SimpleQueue()
    Thread(target=_ask, args=(host, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0))
    except Empty as error:
        raise SlowNamesError(host) from error
    if isinstance(answer, OSError):
        raise answer
    return answer


def _ask(host: str, answers: "SimpleQueue[list[str] | OSError]") -> None:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        answers.put(socket.gaierror(socket.EAI_NONAME, str(error)))
    except OSError as error:
        answers.put(error)
    else:
        answers.put(list(dict.fromkeys(str(info[4][0]) for info in found)))
