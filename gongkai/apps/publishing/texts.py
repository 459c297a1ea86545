"""What of the public is searched and listed: noted with each release, forgotten with what ends it.

Both happen inside the transaction of the action, so that a search is right at once.
"""

from contextlib import AbstractContextManager, nullcontext
from typing import Final

from django.db import connection, transaction

from gongkai.apps.publishing import text_index
from gongkai.apps.publishing.models import Item, PublicText
from gongkai.core.publishing.draft import Draft, unpack
from gongkai.core.publishing.searching import Laid, laid_out

BATCH: Final = 500
MANY: Final = 2000


def note(item: Item, draft: Draft) -> None:
    """Note what an item says now; what it said before has to be forgotten."""
    _put([_row(item, draft)])


def forget(item: Item) -> None:
    """Forget what an item said."""
    rows = list(PublicText.objects.filter(item=item))
    if rows:
        text_index.erase(connection, _grams(rows))
        PublicText.objects.filter(item=item).delete()


def complete() -> int:
    """Note all that is public and was not noted yet, the oldest first; how many these were."""
    known = PublicText.objects.order_by().values("item")
    public = Item.objects.filter(state="released").exclude(pk__in=known)
    numbers = list(public.order_by("released_at", "pk").values_list("pk", flat=True))
    with transaction.atomic(), _index(len(numbers)):
        for first in range(0, len(numbers), BATCH):
            found = Item.objects.select_related("released").in_bulk(numbers[first : first + BATCH])
            _put([_of(found[pk]) for pk in numbers[first : first + BATCH] if pk in found])
    return len(numbers)


def renew() -> int:
    """Note everything anew; how much that was."""
    with transaction.atomic():
        text_index.empty(connection)
        PublicText.objects.all().delete()
        return complete()


def _index(many: int) -> AbstractContextManager[None]:
    return text_index.unindexed(connection) if many > MANY else nullcontext()


def _of(item: Item) -> PublicText:
    return _row(item, Draft() if item.released is None else unpack(item.released.content))


def _row(item: Item, draft: Draft) -> PublicText:
    laid = laid_out(draft, item.index_number)
    return PublicText(item=item, summary=draft.summary, title=laid.title, text=laid.text)


def _put(rows: list[PublicText]) -> None:
    text_index.write(connection, _grams(PublicText.objects.bulk_create(rows)))


def _grams(rows: list[PublicText]) -> list[tuple[int, frozenset[str]]]:
    return [(row.pk, Laid(row.title, row.text).grams) for row in rows]
