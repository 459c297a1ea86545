"""Taking over what other platforms publish (省级平台提取): as drafts, never counted as own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import Purpose, organs_within, require
from gongkai.apps.publishing import obstacles
from gongkai.apps.publishing.drafting import open_item
from gongkai.apps.publishing.models import Item
from gongkai.core.finding import BlockedError, Finding, Severity
from gongkai.core.identity import Actor
from gongkai.core.ports import Feed, FeedEntry
from gongkai.core.publishing.channels import Source
from gongkai.core.publishing.doors import HARVESTERS
from gongkai.core.publishing.draft import Draft
from gongkai.core.publishing.kinds import KIND

LONGEST_IDENTITY = 500


@dataclass(frozen=True, slots=True)
class Harvest:
    """What came of it: how many drafts were made, how many entries were there already."""

    made: int
    known: int


@transaction.atomic
def harvest(actor: Actor, *, feed: Feed, kind: str, skips_bad: bool, now: datetime) -> Harvest:
    """Make a draft of every entry that is not there yet.

    Bad rows stop everything, unless `skips_bad`: then the rest is taken.
    """
    require(actor, *HARVESTERS)
    if faults := list(_faults(feed, kind, skips_bad=skips_bad)):
        raise BlockedError(faults)
    # Whoever takes over the same feed at the same time waits here, and then finds it taken over.
    organs = organs_within(actor, to=Purpose.WORK).select_for_update()
    organ = organs.get(pk=actor.organ_id or 0)
    wanted = {entry.identity[:LONGEST_IDENTITY]: entry for entry in feed.entries}
    taken = Item.objects.filter(organ=organ).exclude(identity="")
    known = wanted.keys() & set(taken.values_list("identity", flat=True))
    for identity, entry in wanted.items():
        if identity not in known:
            edition = open_item(actor, kind=kind, now=now, draft=_draft(entry, kind, now))
            Item.objects.filter(pk=edition.item_id).update(identity=identity)
    done = Harvest(len(wanted) - len(known), len(known))
    record(
        actor,
        "harvest",
        f"organ:{organ.pk}",
        after={"made": done.made, "known": done.known, "kind": kind},
    )
    return done


def _faults(feed: Feed, kind: str, *, skips_bad: bool) -> Iterator[Finding]:
    if kind not in KIND:
        yield obstacles.unknown_kind()
    errors = [fault for fault in feed.faults if fault.severity is Severity.ERROR]
    if not feed.entries and not errors:
        yield obstacles.empty_feed()
    if not skips_bad or not feed.entries:
        yield from errors


def _draft(entry: FeedEntry, kind: str, now: datetime) -> Draft:
    published = entry.published_at or now
    return Draft(
        title=entry.title,
        summary=entry.summary,
        body=entry.body_html,
        source=Source.HARVESTED.value,
        source_name=entry.source,
        source_address=entry.address,
        formed_on=localdate(published).isoformat(),
        catalogue_code=KIND[kind].code,
    )
