"""The chain of the journal: what the hash of an entry covers, and how it is computed.

Format 1 is the JSON object of all fields but the hash itself, its keys sorted, without spaces, in
UTF-8; moments are in UTC with six decimals. The format stays for as long as entries of it are kept;
a later one gets a number of its own.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import cache

FORMAT = 1
PREFERRED = ("sm3", "sha256")


@dataclass(frozen=True, slots=True)
class Link:
    """One entry as the chain sees it; `previous` is the digest of the entry before.

    The moment is none only where somebody made it unreadable.
    """

    sequence: int
    at: datetime | None
    actor: str
    actor_name: str
    organ_id: int | None
    address: str
    agent: str
    verb: str
    subject: str
    before: object
    after: object
    cite: str
    previous: str
    algorithm: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the chain and the digest of the entry there; 0 is the place before the first."""

    sequence: int = 0
    digest: str = ""


START = Mark()
FIELDS = tuple(field.name for field in fields(Link))
COVERED = tuple(name for name in FIELDS if name != "digest")


@cache
def available(algorithm: str) -> bool:
    """Whether this machine can compute that hash."""
    try:
        hashlib.new(algorithm)
    except ValueError:
        return False
    return algorithm in PREFERRED


@cache
def best_algorithm() -> str:
    """SM3 where the machine has it, else SHA-256."""
    return next(name for name in PREFERRED if available(name))


def canonical(link: Link) -> bytes:
    """The bytes that the hash of an entry covers."""
    return _bytes({name: getattr(link, name) for name in COVERED})


def digest_of(link: Link, **instead: object) -> str:
    """The hash of an entry, or of one that differs in these fields."""
    values = {name: getattr(link, name) for name in COVERED} | instead
    return hashlib.new(str(values["algorithm"]), _bytes(values)).hexdigest()


def _bytes(values: Mapping[str, object]) -> bytes:
    at = values["at"]
    if isinstance(at, datetime):
        at = at.astimezone(UTC).isoformat(timespec="microseconds")
    content = {**values, "at": at, "format": FORMAT}
    text = json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
    )
    return text.encode("utf-8", "surrogatepass")
