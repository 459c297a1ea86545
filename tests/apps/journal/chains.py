"""Chains made by hand, and rows changed behind the back of the system."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from django.db import connection

from gongkai.apps.journal import triggers
from gongkai.apps.journal.chain import FIELDS, START, Link, Mark, digest_of
from gongkai.apps.journal.examine import Examiner
from gongkai.apps.journal.flaws import Flaw
from gongkai.apps.journal.models import HEAD, Entry, Head

BEGINNING = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def chain(
    size: int,
    algorithm: str = "sha256",
    anchor: Mark = START,
    beginning: datetime = BEGINNING,
) -> list[Link]:
    """A whole chain."""
    links = list[Link]()
    for number in range(anchor.sequence + 1, anchor.sequence + size + 1):
        link = Link(
            sequence=number,
            at=beginning + timedelta(minutes=number),
            actor=f"user:{number % 3}",
            actor_name="王敏",
            organ_id=number % 4 or None,
            address="10.0.0.1",
            agent="Firefox",
            verb="reply",
            subject=f"application:{number}",
            before={"state": "a", "n": number},
            after={"state": "b", "tags": ["x", None, True]},
            cite="",
            previous=links[-1].digest if links else anchor.digest,
            algorithm=algorithm,
        )
        links.append(replace(link, digest=digest_of(link)))
    return links


def changed(link: Link, **values: object) -> Link:
    """The entry with other values, whatever their kind: the hash stays."""
    known = {name: getattr(link, name) for name in FIELDS}
    made: Callable[..., Link] = Link
    return made(**(known | values))


def end_of(links: Sequence[Link]) -> Mark:
    """What the head says of a whole chain."""
    return Mark(links[-1].sequence, links[-1].digest) if links else START


def examined(
    links: Sequence[Link],
    head: Mark | None,
    *,
    anchor: Mark = START,
    seals: dict[int, str] | None = None,
) -> list[Flaw]:
    """What is wrong with a chain, its entries given in the order of their numbers."""
    examiner = Examiner(anchor, seals or {})
    found = [flaw for link in sorted(links, key=_number) for flaw in examiner.take(link)]
    return [*found, *examiner.finish(head, head)]


def _number(link: Link) -> int:
    return link.sequence


def store(links: Sequence[Link]) -> None:
    """Put a chain into the empty database."""
    for link in links:
        Entry.objects.create(**{name: getattr(link, name) for name in FIELDS})
    head = {"sequence": links[-1].sequence, "digest": links[-1].digest}
    Head.objects.update_or_create(pk=HEAD, defaults=head)


def behind_the_back(change: Callable[[], object]) -> None:
    """Change rows as somebody could who rules over the database."""
    triggers.lift(connection)
    change()
    triggers.place(connection)


def execute(sql: str, *values: str | int) -> None:
    """Run one statement on the database."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
