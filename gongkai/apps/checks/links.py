"""Links of a content: which are to be looked at, what the last look came to."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from gongkai.apps.checks.models import LinkProbe
from gongkai.apps.wires.adapters import link_prober
from gongkai.core.checks.content import Content, Link
from gongkai.core.checks.links.addresses import WEB, address_of
from gongkai.core.ports import Look

FRESH: Final = timedelta(days=1)
"""How long a look is believed."""
LONGEST_ADDRESS, LONGEST_FAULT = 2000, 200
MOVED: Final = "转到了别的网站 {domain}，请核对是不是原来的单位"


def addresses_to_probe(content: Content, now: datetime) -> tuple[str, ...]:
    """The addresses of other sites that nobody looked at within a day, each once."""
    wanted = dict.fromkeys(link.address for link in content.links if _is_outside(link.address))
    return _stale(tuple(wanted), now)


def probe(addresses: Iterable[str], now: datetime) -> int:
    """Look at each address that was not looked at within a day; how many were looked at.

    This asks other machines and takes its time: it is for the worker, outside of transactions.
    """
    wanted = _stale(tuple(dict.fromkeys(addresses)), now)
    prober = link_prober()
    for address in wanted:
        keep_probe(address=address, look=prober.look(address), now=now)
    return len(wanted)


def keep_probe(*, address: str, look: Look, now: datetime) -> LinkProbe:
    """Keep what a look came to. What only a person can tell is kept as reachable, with words."""
    fault = MOVED.format(domain=look.moved_to) if look.moved_to else look.fault
    found = {
        "address": address,
        "at": now,
        "reachable": look.reachable is not False and not look.moved_to,
        "fault": "" if look.reachable and not look.moved_to else fault[:LONGEST_FAULT],
    }
    row, _ = LinkProbe.objects.update_or_create(digest=digest_of(address), defaults=found)
    return row


def with_probes(content: Content) -> Content:
    """The content, its links with what is known of where they lead."""
    digests = {digest_of(link.address) for link in content.links if _is_outside(link.address)}
    if not digests:
        return content
    rows = {row.digest: row for row in LinkProbe.objects.filter(digest__in=digests)}
    return replace(content, links=tuple(_known(link, rows) for link in content.links))


def digest_of(address: str) -> str:
    """A name of fixed length for an address."""
    return sha256(address.encode("utf-8", "replace")).hexdigest()


def _known(link: Link, rows: dict[str, LinkProbe]) -> Link:
    row = rows.get(digest_of(link.address))
    if row is None:
        return link
    is_unsure = row.reachable and row.fault
    return replace(link, reachable=None if is_unsure else row.reachable, fault=row.fault)


def _is_outside(written: str) -> bool:
    """Whether a machine may follow it: a page of another site, not of the inner network."""
    address = address_of(written)
    is_web = address.scheme in WEB and bool(address.host) and len(written) <= LONGEST_ADDRESS
    return is_web and not address.is_inner and not address.user


def _stale(addresses: tuple[str, ...], now: datetime) -> tuple[str, ...]:
    digests = {digest_of(address) for address in addresses}
    fresh = set(
        LinkProbe.objects.filter(digest__in=digests, at__gt=now - FRESH).values_list(
            "digest", flat=True
        )
    )
    return tuple(address for address in addresses if digest_of(address) not in fresh)
