"""Writing down that an address has moved (R6-14): with the change that moves it, or by hand.

An item that another replaced and an organ that was closed need no row here: their own rows say
where to go, and say otherwise when that is taken back.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from gongkai.apps.catalogue import column_obstacles, moved_queries
from gongkai.apps.catalogue import moved_obstacles as obstacles
from gongkai.apps.catalogue.column_facts import KEY
from gongkai.apps.catalogue.column_queries import site as public_site
from gongkai.apps.catalogue.keeping_queries import kept_column, kept_site
from gongkai.apps.catalogue.models import Column, Moved, Site
from gongkai.apps.catalogue.moved_paths import pathed
from gongkai.apps.catalogue.stamps import rise
from gongkai.apps.journal.record import record
from gongkai.core.catalogue.addresses import COLUMN, LONGEST, OF_COLUMN, leads_back
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor


@transaction.atomic
def change_key(actor: Actor, *, column_id: int, key: str, now: datetime) -> Column:
    """Give a column another address. The old one leads to the new one, and so does every address
    that led to the old one; neither is ever given to another column."""
    site = Site.objects.select_for_update().get(pk=kept_site(actor).pk)
    column = kept_column(actor, column_id)
    if found := list(_key_faults(column, key)):
        raise BlockedError(found)
    before, column.key, column.changed_at = column.key, key, now
    column.save(update_fields=["key", "changed_at"])
    if site == public_site():
        for form in OF_COLUMN:
            _move(form.format(key=before), form.format(key=key), now)
    rise()
    subject = f"column:{column.pk}"
    record(actor, "change_key", subject, before={"key": before}, after={"key": key})
    return column


@transaction.atomic
def add_moved(actor: Actor, *, path: str, target: str, now: datetime) -> Moved:
    """Write down where an address leads that answers no longer."""
    site = moved_queries.public_site(actor)
    Site.objects.select_for_update().get(pk=site.pk)
    old, new = pathed(path, site.domain), pathed(target, site.domain)
    if found := [*_path_faults(old), *_target_faults(old, new)]:
        raise BlockedError(found)
    row = Moved.objects.create(path=old or "", target=new or "", moved_at=now)
    record(actor, "add_moved", f"moved:{row.pk}", after={"path": row.path, "target": row.target})
    return row


@transaction.atomic
def remove_moved(actor: Actor, *, moved_id: int) -> None:
    """Lead from an address nowhere any more."""
    row = moved_queries.moved_addresses(actor).select_for_update().get(pk=moved_id)
    before = {"path": row.path, "target": row.target}
    row.delete()
    record(actor, "remove_moved", f"moved:{moved_id}", before=before)


def _move(old: str, new: str, now: datetime) -> None:
    """Lead from the old address to the new one, in one step from wherever it was before."""
    Moved.objects.filter(path=new).delete()
    Moved.objects.filter(target=old).update(target=new)
    Moved.objects.update_or_create(path=old, defaults={"target": new, "moved_at": now})


def _key_faults(column: Column, key: str) -> Iterator[Finding]:
    """What is wrong with a new address; one that was this column's own may be its own again."""
    if key == column.key:
        yield obstacles.same_key(key)
        return
    if column.closed_at is not None:
        yield column_obstacles.already_closed(column.name)
    if not KEY.fullmatch(key):
        yield column_obstacles.bad_key(key)
        return
    others = Column.objects.filter(site=column.site_id, key=key)
    moved = Moved.objects.filter(path=COLUMN.format(key=key))
    own = COLUMN.format(key=column.key)
    if others.exists() or moved.exclude(target=own).exists():
        yield column_obstacles.key_taken(key)


def _path_faults(path: str | None) -> Iterator[Finding]:
    if path is None:
        yield obstacles.no_path("path")
        return
    if len(path) > LONGEST:
        yield obstacles.too_long("path", LONGEST)
    if "?" in path:
        yield obstacles.with_query()
    if not moved_queries.is_for_all(path):
        yield obstacles.of_the_desk("path")
    elif moved_queries.answers(path):
        yield obstacles.answers(path)
    elif row := Moved.objects.filter(path=path).first():
        yield obstacles.taken(path, row.target)


def _target_faults(path: str | None, target: str | None) -> Iterator[Finding]:
    if target is None:
        yield obstacles.no_path("target")
        return
    if len(target) > LONGEST:
        yield obstacles.too_long("target", LONGEST)
    moves = dict(Moved.objects.values_list("path", "target"))
    if not moved_queries.is_for_all(target):
        yield obstacles.of_the_desk("target")
    elif path is not None and leads_back(target, path, moves):
        yield obstacles.circle()
    elif target.partition("?")[0] not in moves and not moved_queries.answers(target):
        yield obstacles.no_target(target)
