"""The end of the chain: locked, read and moved on.

Every action passes here, so these are plain statements and no queries put together anew each time.
On SQLite a transaction that writes has the whole database to itself from its first statement on.
"""

from datetime import UTC, datetime
from typing import Final

from django.db import connection

from gongkai.apps.journal.chain import Link
from gongkai.apps.journal.models import HEAD, Entry, Head

LOCK: Final = {
    "sqlite": (
        "SELECT sequence, digest, strftime('%%Y-%%m-%%d %%H:%%M:%%f', 'now')"
        " FROM journal_head WHERE id = %s"
    ),
    "postgresql": (
        "SELECT sequence, digest, clock_timestamp() FROM journal_head WHERE id = %s FOR UPDATE"
    ),
}
ADVANCE: Final = "UPDATE journal_head SET sequence = %s, digest = %s, algorithm = %s WHERE id = %s"


def locked_head() -> tuple[int, str, datetime]:
    """The end of the chain, and the moment by the clock of the database; nobody else gets past."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK[connection.vendor], (HEAD,))
        held = cursor.fetchone()
        if held is None:
            _find_again()
            cursor.execute(LOCK[connection.vendor], (HEAD,))
            held = cursor.fetchone()
    sequence, digest, now = held
    moment = datetime.fromisoformat(now) if isinstance(now, str) else now
    return int(sequence), str(digest), moment.replace(tzinfo=moment.tzinfo or UTC)


def advance(link: Link) -> None:
    """Let the chain end with this entry."""
    with connection.cursor() as cursor:
        cursor.execute(ADVANCE, (link.sequence, link.digest, link.algorithm, HEAD))


def _find_again() -> None:
    """Make the row of the head: where there is none, the last entry says what belongs in it."""
    head = Head(pk=HEAD)
    if last := Entry.objects.order_by("-sequence").first():
        head = Head(HEAD, last.sequence, last.digest, last.algorithm)
    Head.objects.bulk_create([head], ignore_conflicts=True)
