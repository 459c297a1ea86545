"""Public items in bulk for the portal's bench; loaded when Django is ready."""

from datetime import timedelta
from functools import cache
from itertools import islice

from django.core.management import call_command
from django.db import transaction

from benchmarks._notices import notice
from gongkai.apps.catalogue.models import Column, Site
from gongkai.apps.publishing.models import Edition, Item, Publication, Revision
from gongkai.apps.publishing.texts import complete
from gongkai.core.catalogue.columns import ColumnKind, ColumnQuery
from gongkai.core.identity import OrganKind
from gongkai.core.publishing.catalogue import ENTRIES
from gongkai.core.publishing.draft import Json
from tests.factories.organs import organ
from tests.factories.publishing import NOW

ORGANS = 40
BATCH = 1000
TEXTS = 997
"""How many texts there are; an item has one of them and a title of its own."""
WRITER = "user:0"


def write(items: int) -> tuple[int, int]:
    """So many items of forty organs, all of them public; the first number and the last."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    with transaction.atomic():
        begin(items)
        complete()
    known = Item.objects.order_by("pk").values_list("pk", flat=True)
    return known[0], known.reverse()[0]


def begin(items: int) -> None:
    """The organs, the site with its columns, the items."""
    top = organ("示范市人民政府", None, OrganKind.CITY, "990100")
    places = [organ(f"示范市第{number}局", top) for number in range(1, ORGANS)]
    site = Site.objects.create(organ=top, name="示范市人民政府", changed_at=NOW)
    for kind, query in (
        (ColumnKind.NOTICES, ColumnQuery(kinds=("notice",))),
        (ColumnKind.NEWS, ColumnQuery(kinds=("news",))),
        (ColumnKind.STATUTORY, ColumnQuery(codes=("20",))),
    ):
        Column.objects.create(
            site=site,
            key=kind.value,
            name=kind.label,
            kind=kind,
            query=query.pack(),
            on_home=True,
            changed_at=NOW,
        )
    numbers = iter(range(1, items + 1))
    while batch := list(islice(numbers, BATCH)):
        put([(number, places[number % len(places)].pk) for number in batch])


def put(batch: list[tuple[int, int]]) -> None:
    """Items of these numbers and organs, public from the start: every row bears its item's number,
    so that all of them can be written before the one they point to is there."""
    Item.objects.bulk_create(item_of(number, organ_id) for number, organ_id in batch)
    Edition.objects.bulk_create(
        Edition(pk=pk, item_id=pk, number=1, purpose="new", state="released", saved_at=NOW)
        for pk, _ in batch
    )
    Revision.objects.bulk_create(revision_of(number) for number, _ in batch)
    Publication.objects.bulk_create(
        Publication(pk=pk, item_id=pk, revision_id=pk, verb="release", actor_key=WRITER, at=NOW)
        for pk, _ in batch
    )


def item_of(number: int, organ_id: int) -> Item:
    """One item."""
    at = NOW - timedelta(minutes=number)
    return Item(
        pk=number,
        organ_id=organ_id,
        index_number=f"99/{number:07}",
        kind="notice" if number % 2 else "news",
        state="released",
        title=title_of(number),
        disclosure_class="proactive",
        catalogue_code=code_of(number),
        formed_on=at.date(),
        drafter_key=WRITER,
        created_at=at,
        released_id=number,
        first_released_at=at,
        released_at=at,
    )


def revision_of(number: int) -> Revision:
    """What that item says."""
    content = text_of(number % TEXTS) | {
        "title": title_of(number),
        "catalogue_code": code_of(number),
    }
    return Revision(
        pk=number,
        item_id=number,
        edition_id=number,
        number=1,
        title=title_of(number),
        content=content,
        digest=str(number),
        author_key=WRITER,
        at=NOW - timedelta(minutes=number),
    )


@cache
def text_of(number: int) -> dict[str, Json]:
    """One of the texts that items share."""
    return notice(number).pack()


def title_of(number: int) -> str:
    """The title of an item, its number in it."""
    words = str(text_of(number % TEXTS)["title"])
    return words.replace(f"第{number % TEXTS}批", f"第{number}批")


def code_of(number: int) -> str:
    """Where an item stands in the catalogue."""
    return ENTRIES[number % 15].code
