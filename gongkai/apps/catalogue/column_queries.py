"""Columns as the public sees them: the site, its tree of columns, and what each column shows.

A column is a query: every way to its items leads through `released()`, so no column ever shows what
is not public, and none keeps anything.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import F, Q, QuerySet

from gongkai.apps.catalogue.models import Column, Site
from gongkai.apps.publishing.models import Item, Tagged
from gongkai.apps.publishing.public_queries import released
from gongkai.core.catalogue.columns import ColumnQuery, unpack


@dataclass(frozen=True, slots=True)
class ColumnNode:
    """A living column in the tree; `depth` is 1 for those that the home page leads to."""

    column: Column
    depth: int
    children: tuple["ColumnNode", ...]


def site() -> Site | None:
    """The website of this system: that of the government at the top."""
    rows = Site.objects.select_related("organ")
    return rows.order_by(F("organ__superior_id").asc(nulls_first=True), "pk").first()


def living(of: Site) -> QuerySet[Column]:
    """The columns of a site that are not closed."""
    return Column.objects.filter(site=of, closed_at=None)


def column_tree(of: Site) -> list[ColumnNode]:
    """The living columns in their order, as they stand below one another.

    What stands below a closed column is not reached, and so is left out.
    """
    below = defaultdict[int | None, list[Column]](list)
    for column in living(of):
        below[column.parent_id].append(column)
    return grown(below, None, 1)


def grown(
    below: dict[int | None, list[Column]], parent: int | None, depth: int
) -> list[ColumnNode]:
    """The nodes below a column."""
    return [
        ColumnNode(column, depth, tuple(grown(below, column.pk, depth + 1)))
        for column in below.get(parent, ())
    ]


def walked(nodes: Iterable[ColumnNode]) -> list[ColumnNode]:
    """Every node, each before those below it."""
    return [one for node in nodes for one in (node, *walked(node.children))]


def column_of(key: str) -> Column:
    """The living column at an address of the site. Raises DoesNotExist."""
    here = site()
    if here is None:
        raise Column.DoesNotExist
    return living(here).select_related("site", "parent").get(key=key)


def home_columns(of: Site) -> list[Column]:
    """The columns that the home page shows."""
    return list(living(of).filter(on_home=True))


def items_of(column: Column, *, organ_id: int | None = None) -> QuerySet[Item]:
    """What a column shows: released items, the newest first; on an organ's page only its own."""
    return matching(unpack(column.query), organ_id=organ_id)


def matching(query: ColumnQuery, *, organ_id: int | None = None) -> QuerySet[Item]:
    """The released items that fit a query, the newest first."""
    rows = released().filter(fitting(query))
    return rows if organ_id is None else rows.filter(organ_id=organ_id)


def fitting(query: ColumnQuery) -> Q:
    """The condition that a query puts on items."""
    found = Q()
    if query.codes:
        found &= reduce(or_, (within_code(code) for code in query.codes))
    if query.kinds:
        found &= Q(kind__in=query.kinds)
    if query.tags:
        found &= Q(pk__in=Tagged.objects.order_by().filter(tag__in=query.tags).values("item_id"))
    if query.organ_ids:
        found &= Q(organ_id__in=query.organ_ids)
    return found


def within_code(code: str) -> Q:
    """A code of the catalogue; a whole article stands for all of its items."""
    return Q(catalogue_code=code) if "-" in code else Q(catalogue_code__startswith=f"{code}-")
