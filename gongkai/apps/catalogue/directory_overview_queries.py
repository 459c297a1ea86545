"""How the standard directories of all organs stand that an actor sees, one line an organ."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import F

from gongkai.apps.catalogue import directory_report_queries as reports
from gongkai.apps.catalogue.directory_queries import BOUND
from gongkai.apps.catalogue.models import DirectoryEntry
from gongkai.apps.organs.directory_queries import tree
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.scope import organs_within, within
from gongkai.core.identity import Actor


@dataclass(frozen=True, slots=True)
class OrganDirectory:
    """One organ: how many entries, how many of them bound, and what the reports count."""

    organ: Organ
    rows: int = 0
    bound: int = 0
    blank: int = 0
    stray: int = 0
    late: int = 0
    unjudged: int = 0


def directories_seen(actor: Actor) -> list[OrganDirectory]:
    """The living organs the actor sees, in the order of the tree; those without a directory too."""
    entries = within(actor, DirectoryEntry.objects.order_by()).values_list(F("organ_id"))
    rows, bound = Counter(entries), Counter(entries.filter(BOUND))
    organs = organs_within(actor).filter(until=None)
    return [_counted(actor, organ, rows[organ.pk,], bound[organ.pk,]) for organ, _ in tree(organs)]


def _counted(actor: Actor, organ: Organ, rows: int, bound: int) -> OrganDirectory:
    if not rows:
        return OrganDirectory(organ)
    return OrganDirectory(
        organ,
        rows,
        bound,
        blank=len(reports.entries_without_items(actor, organ.pk)),
        stray=reports.items_without_entry(actor, organ.pk).order_by().count(),
        late=sum(1 for _ in reports.late_items(actor, organ.pk)),
        unjudged=len(reports.unjudged_entries(actor, organ.pk)),
    )
