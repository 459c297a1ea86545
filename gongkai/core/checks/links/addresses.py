"""Where an address leads, read the way browsers read it."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final

IGNORED: Final = re.compile(r"[\x00-\x20\u200b\ufeff]+")
SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
DRIVE: Final = re.compile(r"[A-Za-z]:[\\/]")
SHARE: Final = re.compile(r"\\\\[^\\/]|//[^/]+/[^/]*\$")
AUTHORITY: Final = re.compile(
    r"(?:(?:https?|ftp|wss?):)?[/\\]{2,}(?:(?P<user>[^/?#\\]*)@)?(?P<host>\[[^\]]*\]|[^/?#\\:@]*)"
    r"(?::(?P<port>[0-9]*))?(?=[/?#\\]|$)",
    re.IGNORECASE,
)
NUMBER: Final = re.compile(r"0[xX][0-9A-Fa-f]+|[0-9]+")
WEB: Final = frozenset({"http", "https"})
INNER_NAMES: Final = re.compile(
    r"localhost|[^.]+|.+\.(?:localhost|local|lan|intranet|internal|corp|home|localdomain|oa)"
)
MOST_PARTS, OCTAL, HEXADECIMAL, BYTE = 4, 8, 16, 8


@dataclass(frozen=True, slots=True)
class Address:
    """An address taken apart. `host` is in small letters; `ip` is there where the host is one."""

    written: str
    scheme: str
    host: str
    user: str
    ip: IPv4Address | IPv6Address | None
    is_local_path: bool

    @property
    def is_web(self) -> bool:
        """Whether it leads to a site, this one's own pages left out."""
        return bool(self.host)

    @property
    def is_inner(self) -> bool:
        """Whether it leads into a network that nobody outside reaches."""
        if self.ip is not None:
            return not self.ip.is_global or self.ip.is_multicast
        return bool(self.host) and INNER_NAMES.fullmatch(self.host) is not None


def address_of(written: str) -> Address:
    """Take an address apart."""
    bare = IGNORED.sub("", written)
    if DRIVE.match(bare) or SHARE.match(bare):
        return Address(bare, "", "", "", None, is_local_path=True)
    scheme = SCHEME.match(bare)
    found = AUTHORITY.match(bare)
    host = found["host"].strip("[]").rstrip(".").lower() if found else ""
    return Address(
        bare,
        scheme[1].lower() if scheme else "",
        host,
        (found["user"] or "") if found else "",
        _ip(host),
        is_local_path=False,
    )


def _ip(host: str) -> IPv4Address | IPv6Address | None:
    """The number a host stands for, in any of the ways of writing one."""
    parts = host.split(".")
    try:
        if all(NUMBER.fullmatch(part) for part in parts) and len(parts) <= MOST_PARTS:
            return IPv4Address(_joined([_value(part) for part in parts]))
        found = ip_address(host)
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return mapped or found


def _value(part: str) -> int:
    if part[:2].lower() == "0x":
        return int(part, HEXADECIMAL)
    return int(part, OCTAL) if part.startswith("0") and len(part) > 1 else int(part)


def _joined(values: list[int]) -> int:
    *first, last = values
    total = last
    for place, value in enumerate(first):
        total += value << (BYTE * (MOST_PARTS - 1 - place))
    return total
