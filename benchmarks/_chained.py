"""Writing entries in a database made for it; loaded when Django is ready."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction
from django.utils.timezone import localtime

from gongkai.apps.journal import triggers
from gongkai.apps.journal.chain import best_algorithm
from gongkai.apps.journal.masking import Values
from gongkai.apps.journal.models import Entry
from gongkai.apps.journal.record import record
from gongkai.apps.journal.verify import verify
from gongkai.core.identity import Actor, Origin

ACTOR = Actor("user:17", "王敏", 7, origin=Origin("10.0.0.17", "Mozilla/5.0 (X11) Firefox/140.0"))
BEFORE: Values = {"state": "draft", "title": "关于开展检查的通知"}
AFTER: Values = {"state": "reviewed", "level": 2}
WARM = 100


@dataclass(frozen=True)
class Measured:
    """What it came to, per second."""

    vendor: str
    algorithm: str
    plain: float
    chained: float
    verified: float


def measure(number: int) -> Measured:
    """Write plain rows, then chained ones, then verify."""
    with database():
        plain = rate(number, write_plain)
        empty()
        chained = rate(number, write_chained)
        start = time.perf_counter()
        verdict = verify()
        seconds = time.perf_counter() - start
    assert verdict.whole
    verified = verdict.checked / seconds
    return Measured(connection.vendor, best_algorithm(), plain, chained, verified)


def rate(number: int, write: Callable[[int], object]) -> float:
    """How many a second, after a few to warm up."""
    for count in range(1, WARM):
        write(count)
    start = time.perf_counter()
    for count in range(WARM, WARM + number):
        write(count)
    return number / (time.perf_counter() - start)


@transaction.atomic
def write_plain(number: int) -> None:
    """One row with everything but the chain."""
    Entry.objects.create(
        sequence=number,
        at=localtime(),
        actor=ACTOR.key,
        actor_name=ACTOR.name,
        organ_id=ACTOR.organ_id,
        address=ACTOR.origin.address,
        agent=ACTOR.origin.agent,
        verb="review",
        subject=f"item:{number}",
        before=BEFORE,
        after=AFTER,
    )


@transaction.atomic
def write_chained(number: int) -> None:
    """One entry."""
    record(ACTOR, "review", f"item:{number}", before=BEFORE, after=AFTER)


def empty() -> None:
    """Take the plain rows away again."""
    triggers.lift(connection)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM journal_entry")
    triggers.place(connection)


@contextmanager
def database() -> Iterator[None]:
    """A database that is there for the time of the measurement."""
    kept = str(connection.settings_dict["NAME"])
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as folder:
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / "bench.sqlite3")
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(kept, verbosity=0)
