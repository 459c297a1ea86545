"""Keeping columns (栏目): adding, changing, moving, closing, reopening. No item is ever touched."""

from datetime import datetime

from django.db import transaction

from gongkai.apps.catalogue import column_obstacles as obstacles
from gongkai.apps.catalogue.column_facts import (
    ColumnFacts,
    fact_faults,
    facts_of,
    key_faults,
    place_faults,
)
from gongkai.apps.catalogue.keeping_queries import kept_column, kept_site
from gongkai.apps.catalogue.models import Column, DirectoryEntry, Moved, Site
from gongkai.apps.catalogue.stamps import rise
from gongkai.apps.journal.record import record
from gongkai.core.catalogue.addresses import OF_COLUMN
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor


@transaction.atomic
def add_column(
    actor: Actor, *, key: str, facts: ColumnFacts, now: datetime, parent_id: int | None = None
) -> Column:
    """Add a column at the end of those below its parent."""
    site = _locked(actor)
    found = [
        *key_faults(site, key),
        *fact_faults(facts),
        *place_faults(site, None, facts.name, parent_id),
    ]
    if found:
        raise BlockedError(found)
    column = Column.objects.create(
        site=site,
        key=key,
        parent_id=parent_id,
        position=_last(site, parent_id) + 1,
        changed_at=now,
        **facts.values(),
    )
    rise()
    after = {"key": key, "parent": parent_id, **facts.values()}
    record(actor, "add_column", f"column:{column.pk}", after=after)
    return column


@transaction.atomic
def change_column(actor: Actor, *, column_id: int, facts: ColumnFacts, now: datetime) -> Column:
    """Say something else of a column; its address stays."""
    site = _locked(actor)
    column = _living(actor, column_id)
    found = [*fact_faults(facts), *place_faults(site, column, facts.name, column.parent_id)]
    if found:
        raise BlockedError(found)
    before = facts_of(column)
    for name, value in facts.values().items():
        setattr(column, name, value)
    column.changed_at = now
    column.save()
    rise()
    record(actor, "change_column", f"column:{column.pk}", before=before, after=facts.values())
    return column


@transaction.atomic
def move_column(
    actor: Actor,
    *,
    column_id: int,
    parent_id: int | None,
    now: datetime,
    before_id: int | None = None,
) -> Column:
    """Put a column below another one, before one of those there or at the end."""
    site = _locked(actor)
    column = _living(actor, column_id)
    if found := list(place_faults(site, column, column.name, parent_id)):
        raise BlockedError(found)
    before = {"parent": column.parent_id, "position": column.position}
    beside = Column.objects.filter(site=site, parent_id=parent_id).exclude(pk=column.pk)
    order = list(beside.order_by("position", "pk"))
    places = [place for place, row in enumerate(order) if row.pk == before_id]
    order.insert(places[0] if places else len(order), column)
    column.parent_id, column.changed_at = parent_id, now
    for place, row in enumerate(order, 1):
        row.position = place
    Column.objects.bulk_update(order, ["parent", "position", "changed_at"])
    rise()
    after = {"parent": parent_id, "position": column.position}
    record(actor, "move_column", f"column:{column.pk}", before=before, after=after)
    return column


@transaction.atomic
def close_column(actor: Actor, *, column_id: int, now: datetime) -> Column:
    """Take a column from the site. What it showed stays public, and its address its own."""
    _locked(actor)
    column = _living(actor, column_id)
    children = column.children.filter(closed_at=None).values_list("name", flat=True)
    found = [obstacles.has_children(children)] if children else []
    if bound := DirectoryEntry.objects.filter(column=column).count():
        found.append(obstacles.is_bound(bound))
    if found:
        raise BlockedError(found)
    column.closed_at = column.changed_at = now
    column.save(update_fields=["closed_at", "changed_at"])
    rise()
    record(actor, "close_column", f"column:{column.pk}", before={"name": column.name})
    return column


@transaction.atomic
def reopen_column(actor: Actor, *, column_id: int, now: datetime) -> Column:
    """Bring a closed column back to where it stood; its address leads elsewhere no longer."""
    site = _locked(actor)
    column = kept_column(actor, column_id)
    if column.closed_at is None:
        raise BlockedError([obstacles.not_closed(column.name)])
    if found := list(place_faults(site, column, column.name, column.parent_id)):
        raise BlockedError(found)
    column.closed_at, column.changed_at = None, now
    column.save(update_fields=["closed_at", "changed_at"])
    Moved.objects.filter(path__in=[row.format(key=column.key) for row in OF_COLUMN]).delete()
    rise()
    record(actor, "reopen_column", f"column:{column.pk}", after={"name": column.name})
    return column


def _locked(actor: Actor) -> Site:
    """The site the actor keeps, locked: two who rearrange it do so one after the other."""
    try:
        site = kept_site(actor)
    except Site.DoesNotExist as error:
        raise BlockedError([obstacles.no_site()]) from error
    return Site.objects.select_for_update().get(pk=site.pk)


def _living(actor: Actor, column_id: int) -> Column:
    column = kept_column(actor, column_id)
    if column.closed_at is not None:
        raise BlockedError([obstacles.already_closed(column.name)])
    return column


def _last(site: Site, parent_id: int | None) -> int:
    rows = Column.objects.filter(site=site, parent_id=parent_id)
    return max(rows.values_list("position", flat=True), default=0)
