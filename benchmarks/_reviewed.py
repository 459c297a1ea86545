"""Items through review in a database made for it; loaded when Django is ready.

The floor writes what the actions write: for each step one transaction with the same inserts and
updates of the same tables, the values taken from an item that went through the actions. It reads
nothing and decides nothing. That both write the same is looked at before anything is measured.
"""

import copy
import re
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path
from statistics import median
from typing import TypeVar

from django.db import connection, models, transaction
from django.utils.timezone import localdate
from django_tasks_db.models import DBTaskResult

from benchmarks._documents import documents
from benchmarks._line import samples
from benchmarks._notices import notice
from gongkai.apps.checks.models import CheckRun
from gongkai.apps.checks.wording import wording_of
from gongkai.apps.journal.models import HEAD, Entry, Head
from gongkai.apps.publishing.checking import examine_draft
from gongkai.apps.publishing.markup.reading import reading
from gongkai.apps.publishing.models import (
    Determination,
    Edition,
    IndexSerial,
    Item,
    Placement,
    Publication,
    Review,
    Revision,
)
from gongkai.apps.publishing.releasing import release
from gongkai.apps.publishing.reviewing import approve
from gongkai.apps.publishing.submitting import submit
from gongkai.core.checks.content import Content, Part
from gongkai.core.checks.running import examine
from gongkai.core.identity import OrganKind
from tests.factories.organs import organ
from tests.factories.publishing import NOW, Staff, drafted, opinion

BATCH = 10
LEVELS = 4
STEPS = ("submit", *(f"level {number + 1}" for number in range(LEVELS)), "release")
CHECK = "check"
DOCUMENTS, CHARACTERS = 200, 1500
WRITE = re.compile(r'^(INSERT INTO|UPDATE) "?(\w+)"?')
Row = TypeVar("Row", bound=models.Model)
Seconds = dict[str, float]
Run = Callable[[Edition, Seconds], None]


@dataclass(frozen=True)
class Measured:
    """What it came to, in seconds for one item, and how many statements that took."""

    vendor: str
    items: int
    full: float
    floor: float
    steps: dict[str, tuple[float, float]]
    statements: tuple[int, int]
    checked: float
    real: float | None


def measure(items: int) -> Measured:
    """Take items through review, by the actions and by plain statements in turn."""
    with database():
        bench = Bench(Staff(organ("示范市数据局", None, OrganKind.DEPARTMENT, "990100")))
        (pattern,) = bench.drafts(1)
        bench.go_through(pattern, {})
        floor = Floor(pattern.item_id)
        same, statements = compare(bench.drafts(2), bench.go_through, floor.write)
        assert not same, f"actions and floor write differently: {same}"
        rounds = [
            (batch(bench.drafts(BATCH), bench.go_through), batch(bench.drafts(BATCH), floor.write))
            for _ in range(max(1, items // BATCH // 2))
        ]
        found = summed(items, rounds, statements, median(bench.checked))
        return replace(found, real=checked_documents(bench.staff.organ.pk))


class Bench:
    """The people who take items through review."""

    def __init__(self, staff: Staff) -> None:
        self.staff, self.numbers = staff, count(1)
        self.checked = list[float]()

    def drafts(self, many: int) -> list[Edition]:
        """Drafts that were checked while they were written, as the editor does."""
        found = [drafted(self.staff, written=notice(next(self.numbers))) for _ in range(many)]
        for edition in found:
            seconds: Seconds = {}
            with timed(seconds, CHECK):
                examine_draft(edition, NOW)
            self.checked.append(seconds[CHECK])
        return found

    def go_through(self, edition: Edition, seconds: Seconds) -> None:
        """One item by the actions: submitted, passed by every level, released."""
        reading.cache_clear()  # another process may have read the text when it was checked
        staff, version = self.staff, edition.version
        with timed(seconds, STEPS[0]):
            edition = submit(staff.drafter, edition_id=edition.pk, expected=version, now=NOW)
        said = opinion(edition)
        for step in STEPS[1:-1]:
            reviewer, version = staff.holder(edition.level_role), edition.version
            with timed(seconds, step):
                edition = approve(
                    reviewer, edition_id=edition.pk, expected=version, opinion=said, now=NOW
                )
        with timed(seconds, STEPS[-1]):
            release(staff.office, edition_id=edition.pk, expected=edition.version, now=NOW)


def summed(
    items: int,
    rounds: Sequence[tuple[Seconds, Seconds]],
    statements: tuple[int, int],
    checked: float,
) -> Measured:
    """The median round, for one item."""
    full, floor = (
        {step: median(pair[side][step] for pair in rounds) / BATCH for step in STEPS}
        for side in (0, 1)
    )
    return Measured(
        connection.vendor,
        items,
        median(sum(pair[0].values()) for pair in rounds) / BATCH,
        median(sum(pair[1].values()) for pair in rounds) / BATCH,
        {step: (full[step], floor[step]) for step in STEPS},
        statements,
        checked,
        None,
    )


def checked_documents(organ_id: int) -> float | None:
    """How long rules and words take for the beginning of a real document, of which each is another
    one; the first half is read before anything counts."""
    wording, took = wording_of(organ_id), list[float]()
    long = (text for text in documents(samples()) if len(text) >= CHARACTERS)
    for text in islice(long, DOCUMENTS):
        seconds: Seconds = {}
        content = Content((Part("body", "正文", text[:CHARACTERS]),))
        with timed(seconds, CHECK):
            examine(content, wording=wording, today=localdate(NOW))
        took.append(seconds[CHECK])
    return median(took[len(took) // 2 :]) if took else None


def batch(editions: Sequence[Edition], run: Run) -> Seconds:
    """How long each step took for all of them."""
    seconds = dict.fromkeys(STEPS, 0.0)
    for edition in editions:
        run(edition, seconds)
    return seconds


@contextmanager
def timed(seconds: Seconds, step: str) -> Iterator[None]:
    """Add what one step takes: of the processor where all is done here, else by the clock."""
    clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    began = clock()
    yield
    seconds[step] = seconds.get(step, 0.0) + clock() - began


class Floor:
    """The same rows again, for another item."""

    def __init__(self, pattern: int) -> None:
        item = Item.objects.get(pk=pattern)
        subject = f"item:{item.pk}"
        entries = Entry.objects.filter(subject=subject).order_by("sequence")
        self.item, self.edition = item, item.editions.get()
        self.revision = item.revisions.get()
        self.check = CheckRun.objects.get(subject=f"revision:{self.revision.pk}")
        self.reviews = list(Review.objects.filter(edition=self.edition))
        self.determination = Determination.objects.get()
        self.placement, self.publication = Placement.objects.get(), Publication.objects.get()
        self.entries = list(entries)[-len(STEPS) :]
        self.submitted, self.released = DBTaskResult.objects.order_by("enqueued_at")
        self.sequence = 0

    def write(self, edition: Edition, seconds: Seconds) -> None:
        """What the actions write for one item, step by step."""
        item, serial = edition.item, IndexSerial.objects.get()
        self.sequence = Head.objects.get(pk=HEAD).sequence
        with timed(seconds, STEPS[0]), transaction.atomic():
            revision = again(self.revision, item=item, edition=edition)
            again(self.check, subject=f"revision:{revision.pk}", content=uuid.uuid4().hex)
            self.save(edition, revision, state="in_review", level=0)
            item.due = self.item.due
            item.save()
            again(self.submitted, id=uuid.uuid4())
            self.record(item, 0)
        for number, step in enumerate(STEPS[1:-1]):
            with timed(seconds, step), transaction.atomic():
                again(self.reviews[number], edition=edition, revision=revision)
                self.save(edition, revision, state="in_review", level=number)
                if number == LEVELS - 1:
                    again(self.determination, item=item, edition=edition)
                self.record(item, number + 1)
        with timed(seconds, STEPS[-1]), transaction.atomic():
            serial.last += 1
            serial.save(update_fields=["last"])
            self.release(item, revision, serial.last)
            self.save(edition, revision, state="released", level=None)
            again(self.publication, item=item, edition=edition, revision=revision)
            again(self.released, id=uuid.uuid4())
            self.record(item, len(STEPS) - 1)

    def save(self, edition: Edition, revision: Revision, *, state: str, level: int | None) -> None:
        """The edition as it is after a step."""
        edition.revision, edition.state, edition.level = revision, state, level
        edition.chain, edition.version = self.edition.chain, edition.version + 1
        edition.save()

    def release(self, item: Item, revision: Revision, serial: int) -> None:
        """The item as the public sees it."""
        item.state, item.released = "released", revision
        item.released_at = item.first_released_at = NOW
        item.index_number = f"floor-{serial}"
        item.save()
        again(self.placement, item=item)

    def record(self, item: Item, step: int) -> None:
        """An entry of the journal, and its head."""
        row = self.entries[step]
        self.sequence += 1
        again(row, sequence=self.sequence, subject=f"item:{item.pk}")
        Head.objects.filter(pk=HEAD).update(
            sequence=self.sequence, digest=row.digest, algorithm=row.algorithm
        )


def again(row: Row, **values: object) -> Row:
    """The row once more, with other values."""
    made = copy.copy(row)
    made._state = copy.copy(row._state)
    made._state.adding, made.pk = True, None
    for name, value in values.items():
        setattr(made, name, value)
    made.save(force_insert=True)
    return made


def compare(
    editions: Sequence[Edition], one: Run, other: Run
) -> tuple[dict[str, int], tuple[int, int]]:
    """What either writes that the other does not, and how many statements each sends."""
    full, floor = said(editions[0], one), said(editions[1], other)
    writes, floor_writes = written(full), written(floor)
    writes.subtract(floor_writes)
    return {name: many for name, many in writes.items() if many}, (len(full), len(floor))


def said(edition: Edition, run: Run) -> list[str]:
    """The statements that were sent."""
    found = list[str]()

    def hear(execute: Callable[..., object], sql: str, *values: object) -> object:
        found.append(sql)
        return execute(sql, *values)

    with connection.execute_wrapper(hear):
        run(edition, {})
    return found


def written(statements: Sequence[str]) -> Counter[str]:
    """How often each table is written, and how."""
    found = (WRITE.match(sql) for sql in statements)
    return Counter(" ".join(match.groups()) for match in found if match)


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
