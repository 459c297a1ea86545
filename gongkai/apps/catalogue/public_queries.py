"""What the portal asks beside columns: organs, the rows of the catalogue, addresses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Count, Max, QuerySet

from gongkai.apps.catalogue.column_queries import within_code
from gongkai.apps.catalogue.models import Column, Guide, Moved
from gongkai.apps.organs.directory_queries import tree
from gongkai.apps.organs.models import Organ
from gongkai.apps.publishing.models import Item, Revision
from gongkai.apps.publishing.public_queries import released

SITEMAP_PART: Final = 5000


@dataclass(frozen=True, slots=True)
class OrganEntry:
    """One organ in the list of organs."""

    pk: int
    name: str
    short_name: str
    depth: int


def organ(organ_id: int) -> Organ:
    """That organ. Raises DoesNotExist."""
    return Organ.objects.get(pk=organ_id)


def organs_shown() -> list[OrganEntry]:
    """The living organs that have something public, in the order of the tree."""
    showing = set(released().order_by().values_list("organ_id", flat=True).distinct())
    rows = Organ.objects.filter(until=None)
    return [
        OrganEntry(row.pk, row.name, row.short_name, depth)
        for row, depth in tree(rows)
        if row.pk in showing
    ]


def code_counts(organ_id: int | None = None) -> dict[str, int]:
    """How many items are public below each code of the catalogue."""
    rows = catalogue_items(organ_id=organ_id).order_by().exclude(catalogue_code="")
    counted = rows.values_list("catalogue_code").annotate(Count("pk"))
    return dict(counted)


def catalogue_items(code: str = "", organ_id: int | None = None) -> QuerySet[Item]:
    """What is public below a code (`20-07`, or `20` for a whole article), the newest first."""
    rows = released()
    if organ_id is not None:
        rows = rows.filter(organ_id=organ_id)
    if code:
        rows = rows.filter(within_code(code))
    return rows


def summaries(rows: Sequence[Item]) -> dict[int, str]:
    """What each of these items says of its content (内容概述, R1-07), by its number."""
    wanted = [row.released_id for row in rows if row.released_id is not None]
    found = Revision.objects.filter(pk__in=wanted).values_list("item_id", "content__summary")
    return {pk: str(summary or "") for pk, summary in found}


def guided() -> list[Organ]:
    """The living organs that have a complete guide."""
    rows = Guide.objects.exclude(good=None).values("organ_id")
    return [row for row, _ in tree(Organ.objects.filter(until=None, pk__in=rows))]


def closed_column(key: str) -> Column | None:
    """The column that had this address and is closed."""
    return Column.objects.filter(key=key).exclude(closed_at=None).first()


def moved_to(path: str) -> str | None:
    """Where an address leads now: a path of our own, or None."""
    found = Moved.objects.filter(path=path).values_list("target", flat=True).first()
    is_ours = found is not None and found.startswith("/") and not found.startswith(("//", "/\\"))
    return found if is_ours else None


def sitemap_parts() -> int:
    """How many parts the map of all items has."""
    last = released().order_by().aggregate(last=Max("pk"))["last"] or 0
    return -(-last // SITEMAP_PART)


def sitemap_part(number: int) -> list[Item]:
    """The items of one part. Raises DoesNotExist for a part that is not there."""
    if not 0 < number <= sitemap_parts():
        raise ObjectDoesNotExist
    first = (number - 1) * SITEMAP_PART
    rows = released().select_related(None).filter(pk__gt=first, pk__lte=first + SITEMAP_PART)
    return list(rows.order_by("pk").only("pk", "released_at"))
