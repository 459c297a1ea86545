"""Beginning with the usual columns: the statutory part (R5-04 to R5-06) and the rest of a site."""

from datetime import datetime

from django.db import transaction

from gongkai.apps.catalogue import column_obstacles as obstacles
from gongkai.apps.catalogue.column_facts import ColumnFacts
from gongkai.apps.catalogue.keeping_queries import kept_site
from gongkai.apps.catalogue.models import Column, Site
from gongkai.apps.catalogue.stamps import rise
from gongkai.apps.journal.record import record
from gongkai.core.catalogue.statutory_columns import USUAL, UsualColumn
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor


@transaction.atomic
def install_usual(actor: Actor, *, now: datetime) -> int:
    """Add those of the usual columns whose address the site has never had; says how many.

    What somebody has changed, moved or closed stays as it is.
    """
    try:
        site = Site.objects.select_for_update().get(pk=kept_site(actor).pk)
    except Site.DoesNotExist as error:
        raise BlockedError([obstacles.no_site()]) from error
    known = dict(Column.objects.filter(site=site).values_list("key", "pk"))
    missing = [row for row in USUAL if row.key not in known]
    for position, row in enumerate(USUAL, 1):
        if row.key not in known:
            known[row.key] = _added(site, row, known.get(row.parent), position, now)
    if missing:
        rise()
    record(actor, "install_columns", f"site:{site.pk}", after={"columns": len(missing)})
    return len(missing)


def _added(
    site: Site, row: UsualColumn, parent_id: int | None, position: int, now: datetime
) -> int:
    facts = ColumnFacts(
        name=row.name,
        kind=row.kind.value,
        query=row.query,
        description=row.description,
        period=row.period,
        each_organ=row.each_organ,
        on_home=row.on_home,
    )
    values = {"key": row.key, "parent_id": parent_id, "position": position, "changed_at": now}
    return Column.objects.create(site=site, **values, **facts.values()).pk
