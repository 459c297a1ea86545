"""Looking up one item: what it is now, what goes on, what happened to it, what belongs to it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from gongkai.apps.files import queries as files
from gongkai.apps.files.queries import FileFacts
from gongkai.apps.organs.queries import calendar
from gongkai.apps.organs.scope import Purpose, one, within
from gongkai.apps.publishing.models import (
    Attached,
    Determination,
    Edition,
    Item,
    Placement,
    Publication,
    Relation,
    Revision,
)
from gongkai.apps.publishing.terms import reckoned
from gongkai.core.identity import Actor
from gongkai.core.publishing.disclosure import DisclosureClass
from gongkai.core.publishing.draft import Draft
from gongkai.core.publishing.lifecycle import OPEN
from gongkai.core.publishing.timeliness import Due, days_late

UNDECIDED = ("unpublished", "discarded")
"""States of an item that only its own organ sees: nothing about it has been decided."""
PUBLIC_WORK = ("released", "released_urgently", "objected", "filed")
"""States of an edition whose result was decided; a superior sees its revisions."""
TAKING_DOWN = ("withdraw", "replace", "file_away")
PENDING = (*sorted(OPEN), "released_urgently", "objected")


@dataclass(frozen=True, slots=True)
class Timing:
    """By when an item has to be public, how that was reckoned, and how late it is or was."""

    due: date | None
    reckoning: Due | None
    days_late: int


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that goes with a revision: its name there, and what is known of the file."""

    file_id: int
    name: str
    facts: FileFacts | None


def items_seen(actor: Actor) -> QuerySet[Item]:
    """The actor's own organ's items; of others he reaches, those about which was decided."""
    own = within(actor, Item.objects.all(), to=Purpose.WORK).order_by().values("pk")
    reached = within(actor, Item.objects.all())
    return reached.filter(Q(pk__in=own) | ~Q(state__in=UNDECIDED))


def item(actor: Actor, item_id: int) -> Item:
    """That item. Raises DoesNotExist."""
    rows = items_seen(actor).select_related("organ", "unit", "released", "replaced_by")
    return rows.get(pk=item_id)


def own_item(actor: Actor, item_id: int) -> Item:
    """That item, of an organ the actor works for. Raises DoesNotExist."""
    rows = Item.objects.select_related("organ", "unit", "released")
    return one(actor, rows, item_id, to=Purpose.WORK)


def is_own(actor: Actor, item: Item) -> bool:
    """Whether the actor works for the item's organ, and so sees what is not decided yet."""
    return within(actor, Item.objects.filter(pk=item.pk), to=Purpose.WORK).exists()


def pending(item: Item) -> Edition | None:
    """The piece of work that goes on, or that waits for its review after an urgent release."""
    rows = item.editions.filter(state__in=PENDING).select_related("revision")
    return rows.order_by("number").last()


def latest_edition(item: Item) -> Edition | None:
    """The piece of work begun last."""
    return item.editions.select_related("revision").order_by("number").last()


def revisions(item: Item, *, own: bool, but: int | None = None) -> QuerySet[Revision]:
    """What was submitted, latest first, one left out where it is named; a superior sees what came
    of work that is decided."""
    rows = item.revisions.select_related("edition").defer("content", "edition__content")
    if not own:
        last = item.editions.filter(state__in=PUBLIC_WORK).values("revision_id")
        rows = rows.filter(pk__in=last)
    return rows.exclude(pk=but or 0).order_by("-number")


def revision(actor: Actor, item_id: int, revision_id: int) -> Revision:
    """That revision of that item. Raises DoesNotExist."""
    found = item(actor, item_id)
    rows = revisions(found, own=is_own(actor, found)).defer(None)
    return rows.select_related("item__organ", "edition").get(pk=revision_id)


def shown_revision(item: Item, *, own: bool) -> Revision | None:
    """What the page tells of: what is public, else what was submitted last."""
    return item.released or revisions(item, own=own).defer(None).first()


def enclosed(revision: Revision) -> list[Enclosed]:
    """The files that go with a revision, in their order, without the pictures of its text."""
    rows = list(Attached.objects.filter(revision=revision, is_picture=False))
    facts = files.facts([row.file_id for row in rows])
    return [Enclosed(row.file_id, row.name, facts.get(row.file_id)) for row in rows]


def placements(item: Item) -> QuerySet[Placement]:
    """Where the item is told."""
    return Placement.objects.filter(item=item)


def placement(actor: Actor, placement_id: int) -> Placement:
    """That note of a channel, of an organ the actor works for. Raises DoesNotExist."""
    rows = Placement.objects.select_related("item")
    return one(actor, rows, placement_id, to=Purpose.WORK, field="item__organ")


def interpreted(actor: Actor, item: Item) -> list[Item]:
    """The items that this one interprets, as far as the actor sees them."""
    targets = Relation.objects.filter(item=item, kind="interprets").values("target_id")
    return list(items_seen(actor).filter(pk__in=targets))


def interpretations(actor: Actor, item: Item) -> list[Item]:
    """The items that interpret this one, as far as the actor sees them."""
    about = Relation.objects.filter(target=item, kind="interprets").values("item_id")
    return list(items_seen(actor).filter(pk__in=about))


def replaced(actor: Actor, item: Item) -> list[Item]:
    """The items in whose place this one stands."""
    return list(items_seen(actor).filter(replaced_by=item))


def determinations(item: Item) -> QuerySet[Determination]:
    """Which classes were decided, latest first."""
    return Determination.objects.filter(item=item).order_by("-id")


def publications(item: Item) -> QuerySet[Publication]:
    """What became public and what ceased to be, in order."""
    rows = Publication.objects.filter(item=item).select_related("revision", "edition")
    return rows.defer("revision__content", "edition__content")


def timing(item: Item, today: date) -> Timing:
    """The due day with its reckoning; late counts for what is or has to become public."""
    days = calendar()
    formed = "" if item.formed_on is None else item.formed_on.isoformat()
    reckoning = reckoned(item.kind, Draft(formed_on=formed, is_key=item.is_key), days)
    day = item.due or (reckoning.day if reckoning else None)
    if reckoning is not None and day != reckoning.day:
        reckoning = None
    if day is None or not _has_to_be_public(item):
        return Timing(day, reckoning, 0)
    since = _public_since(item)
    return Timing(day, reckoning, days_late(day, localdate(since) if since else today, days))


def _public_since(item: Item) -> datetime | None:
    """When the item became public, after it was last taken down; corrections leave it public."""
    if item.state in {"withdrawn", "replaced"}:
        return item.first_released_at
    since = None
    for row in publications(item):
        since = None if row.verb in TAKING_DOWN else since or row.at
    return since


def _has_to_be_public(item: Item) -> bool:
    return item.disclosure_class == DisclosureClass.PROACTIVE and item.state != "discarded"


def substitutes(actor: Actor, item: Item, text: str) -> QuerySet[Item]:
    """The organ's other released items, any of which may take this one's place."""
    rows = within(actor, Item.objects.filter(state="released"), to=Purpose.WORK)
    rows = rows.filter(organ_id=item.organ_id).exclude(pk=item.pk).order_by("-released_at")
    if text:
        rows = rows.filter(Q(title__icontains=text) | Q(index_number__iexact=text))
    return rows
