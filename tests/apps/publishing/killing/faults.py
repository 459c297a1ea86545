"""What must hold whenever the dust has settled: each function names what does not."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Count, Max, Q, QuerySet, Sum
from django.utils.timezone import localtime
from django_tasks_db.models import DBTaskResult, get_date_max

from gongkai.apps.files import keeping
from gongkai.apps.files.models import StoredFile
from gongkai.apps.journal.models import Entry
from gongkai.apps.journal.verify import verify
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
from gongkai.apps.publishing.turns import levels_left, passed_by
from gongkai.core.publishing.draft import unpack

RELEASES = ("release", "correction", "reissue")
TOLD: dict[tuple[str, ...], QuerySet[Any]] = {
    ("open_item",): Item.objects.all(),
    ("open_edition",): Edition.objects.exclude(purpose="new"),
    ("submit",): Revision.objects.all(),
    ("pass_on", "sign"): Review.objects.filter(verdict="pass"),
    ("sign",): Determination.objects.all(),
    ("send_back",): Review.objects.filter(verdict="send_back"),
    ("release",): Publication.objects.filter(verb__in=RELEASES),
    ("withdraw",): Publication.objects.filter(verb="withdraw"),
    ("place",): Placement.objects.exclude(channel="portal"),
}
"""Rows, and the verbs of the entries that tell of them; both count for each item."""
TOUCHING = (
    "save_draft",
    "submit",
    "pass_on",
    "sign",
    "send_back",
    "release",
    "schedule",
    "unschedule",
)
LEADS_TO = {
    "open_item": {"draft"},
    "open_edition": {"draft"},
    "save_draft": {"draft"},
    "submit": {"in_review"},
    "pass_on": {"in_review"},
    "sign": {"approved"},
    "send_back": {"returned"},
    "schedule": {"scheduled"},
    "unschedule": {"approved"},
    "release": {"released"},
    "withdraw": {"released"},
    "place": {"released"},
}
"""The state of an item's last edition after the last entry about the item."""


def released_without_record() -> Iterator[str]:
    """No item is public without its revision, its reviews and its publication."""
    for item in Item.objects.filter(state="released"):
        published = Publication.objects.filter(item=item, verb__in=RELEASES).last()
        if published is None or published.revision_id != item.released_id:
            yield f"item {item.pk} is public without a publication of its revision"
    for row in Publication.objects.filter(verb__in=RELEASES).select_related("edition"):
        if row.edition is None or levels_left(row.edition, passed_by(row.edition), urgent=False):
            yield f"publication {row.pk} without every review"
        elif row.edition.state != "released" or row.edition.revision_id != row.revision_id:
            yield f"publication {row.pk} of an edition that is {row.edition.state}"


def rows_and_entries() -> Iterator[str]:
    """Every row has its entry, every entry its row, for each item."""
    for verbs, rows in TOLD.items():
        field = "pk" if rows.model is Item else "edition__item" if rows.model is Review else "item"
        stored = Counter(f"item:{number}" for number in rows.values_list(field, flat=True))
        told = Counter(Entry.objects.filter(verb__in=verbs).values_list("subject", flat=True))
        if stored != told:
            yield f"{verbs}: rows {dict(stored - told)}, entries {dict(told - stored)}"
    told_files = set(Entry.objects.filter(verb="store_file").values_list("subject", flat=True))
    if told_files != {f"file:{row.pk}" for row in StoredFile.objects.all()}:
        yield "files and their entries differ"


def states_and_entries() -> Iterator[str]:
    """Every state is what the journal says last, every change of a version has its entry."""
    for item in Item.objects.annotate(touched=Sum("editions__version")):
        entries = Entry.objects.filter(subject=f"item:{item.pk}").order_by("sequence")
        verbs = list(entries.values_list("verb", flat=True))
        if (told := sum(verb in TOUCHING for verb in verbs)) != item.touched:
            yield f"item {item.pk}: {item.touched} changes, {told} entries"
        edition = item.editions.order_by("-number")[0]
        if edition.state not in LEADS_TO[verbs[-1]]:
            yield f"item {item.pk}: its edition is {edition.state} after {verbs[-1]}"
        if (item.state == "withdrawn") != (verbs[-1] == "withdraw"):
            yield f"item {item.pk} is {item.state} after {verbs[-1]}"


def chain() -> Iterator[str]:
    """Nothing of the journal is missing or altered."""
    yield from (f"journal: {flaw}" for flaw in verify().flaws)


def events() -> Iterator[str]:
    """What was announced is what happened, and all of it was delivered."""
    released = Publication.objects.filter(verb__in=RELEASES)
    happened: dict[str, list[tuple[int, ...]]] = {
        "ItemReleased": sorted(released.values_list("item_id", "revision_id")),
        "ItemWithdrawn": sorted(
            Publication.objects.exclude(verb__in=RELEASES).values_list("item_id")
        ),
        "RevisionSubmitted": sorted(Revision.objects.values_list("pk")),
    }
    announced: dict[str, list[tuple[int, ...]]] = {name: [] for name in happened}
    for row in DBTaskResult.objects.filter(task_path__endswith=".react"):
        _, name, values = row.args_kwargs["args"]
        announced[name].append(tuple(values.values()))
        if row.status != "SUCCESSFUL":
            yield f"{name} {values} is {row.status}: {row.traceback[-200:]}"
    for name, rows in happened.items():
        if rows != sorted(announced[name]):
            yield f"{name}: {len(rows)} happened, {len(announced[name])} announced"


def tasks() -> Iterator[str]:
    """No task is left running, failed, or waiting although its time has come."""
    due = Q(run_after=get_date_max()) | Q(run_after__lte=localtime())
    wrong = DBTaskResult.objects.exclude(status="SUCCESSFUL").filter(~Q(status="READY") | due)
    yield from (f"{row.task_path} is {row.status}: {row.traceback[-200:]}" for row in wrong)


def copies() -> Iterator[str]:
    """Whatever changed after it was told elsewhere, that copy has been asked to follow."""
    changes = Publication.objects.exclude(verb="release").values("item").annotate(at=Max("at"))
    changed = dict(changes.values_list("item", "at"))
    for row in Placement.objects.exclude(channel="portal"):
        wanted = changed.get(row.item_id)
        if row.asked_at != wanted or (row.state == "to_follow") != (wanted is not None):
            yield f"copy {row.pk} is {row.state}, asked at {row.asked_at} and not {wanted}"


def numbers() -> Iterator[str]:
    """Index numbers have no gaps, and none is given twice."""
    given = Item.objects.exclude(index_number="").values_list("index_number", flat=True)
    serials = sorted(int(number.rpartition("-")[2]) for number in given)
    last = IndexSerial.objects.aggregate(last=Sum("last"))["last"] or 0
    if serials != list(range(1, last + 1)):
        yield f"index numbers {serials} up to {last}"


def revisions() -> Iterator[str]:
    """Every revision says what its digest was taken of."""
    for row in Revision.objects.all():
        if unpack(row.content).digest != row.digest:
            yield f"revision {row.pk} says something else"


def files() -> Iterator[str]:
    """Every file has its bytes, has been read, and lets its original go."""
    for row in StoredFile.objects.all():
        if not keeping.is_whole(row.key, row.digest):
            yield f"file {row.pk} has no bytes"
        if row.state != "ready" or row.original_key:
            yield f"file {row.pk} is {row.state}, original “{row.original_key}”"


def one_open_edition() -> Iterator[str]:
    """Nothing waits to be released although its time has come."""
    overdue = Edition.objects.filter(state="scheduled", scheduled_for__lt=localtime())
    yield from (f"edition {row.pk} was to be released at {row.scheduled_for}" for row in overdue)
    twice = Review.objects.filter(verdict="pass").values("edition", "revision", "level")
    for row in twice.annotate(times=Count("pk")).filter(times__gt=1):
        yield f"passed twice: {row}"


ALL: tuple[Callable[[], Iterator[str]], ...] = (
    released_without_record,
    rows_and_entries,
    states_and_entries,
    chain,
    events,
    tasks,
    copies,
    numbers,
    revisions,
    files,
    one_open_edition,
)


def found() -> list[str]:
    """Everything that does not hold."""
    return [f"{check.__name__}: {fault}" for check in ALL for fault in check()]
