"""Public items in bulk for the portal's bench; loaded when Django is ready."""

from datetime import timedelta
from itertools import islice

from django.core.management import call_command
from django.db import transaction

from gongkai.apps.catalogue.models import Column, Site
from gongkai.apps.publishing.models import Edition, Item, Publication, Revision
from gongkai.core.catalogue.columns import ColumnKind, ColumnQuery
from gongkai.core.identity import OrganKind
from gongkai.core.publishing.catalogue import ENTRIES
from tests.factories.organs import organ
from tests.factories.publishing import NOW, draft

ORGANS = 40
BATCH = 1000
WRITER = "user:0"


def write(items: int) -> tuple[int, int]:
    """So many items of forty organs, all of them public; the first number and the last."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    with transaction.atomic():
        begin(items)
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
    numbers = iter(range(items))
    while batch := list(islice(numbers, BATCH)):
        rows = [row_of(number, places[number % len(places)].pk) for number in batch]
        put(rows)


def row_of(number: int, organ_id: int) -> Item:
    """One item, not public yet."""
    at = NOW - timedelta(minutes=number)
    return Item(
        organ_id=organ_id,
        index_number=f"99/{number:07}",
        kind="notice" if number % 2 else "news",
        title=draft(number).title,
        disclosure_class="proactive",
        catalogue_code=ENTRIES[number % 15].code,
        formed_on=at.date(),
        drafter_key=WRITER,
        created_at=at,
        first_released_at=at,
        released_at=at,
    )


def put(items: list[Item]) -> None:
    """The rows of these items, which are public then."""
    made = Item.objects.bulk_create(items)
    editions = Edition.objects.bulk_create(
        Edition(
            item=item,
            number=1,
            purpose="new",
            state="released",
            content={},
            saved_at=item.created_at,
        )
        for item in made
    )
    revisions = Revision.objects.bulk_create(
        Revision(
            item=edition.item,
            edition=edition,
            number=1,
            title=edition.item.title,
            content=draft(edition.item_id, catalogue_code=edition.item.catalogue_code).pack(),
            digest=str(edition.item_id),
            author_key=WRITER,
            at=edition.saved_at,
        )
        for edition in editions
    )
    Publication.objects.bulk_create(
        Publication(item=row.item, revision=row, verb="release", actor_key=WRITER, at=row.at)
        for row in revisions
    )
    for row in revisions:
        row.item.released, row.item.state = row, "released"
    Item.objects.bulk_update(made, ["released", "state"], batch_size=200)
