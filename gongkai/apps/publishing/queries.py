"""Looking up items: lists with their filters and counts, and what an editor needs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from gongkai.apps.files import queries as files
from gongkai.apps.files.models import StoredFile
from gongkai.apps.files.queries import FileFacts
from gongkai.apps.organs.models import Organ, Unit
from gongkai.apps.organs.scope import Purpose, one, organs_within, within
from gongkai.apps.publishing.dated_queries import (
    MISSING,
    Dated,
    came_late,
    dated_within,
    is_own_work,
)
from gongkai.apps.publishing.field_queries import FieldWanted, holding
from gongkai.apps.publishing.item_queries import PENDING, PUBLIC_WORK, items_seen
from gongkai.apps.publishing.models import Attached, Edition, Item, Placement
from gongkai.apps.publishing.public_queries import PublicFile, PublicItem, released
from gongkai.apps.publishing.review_queries import waiting
from gongkai.apps.publishing.submitting import pictures_of as pictures_in
from gongkai.core.identity import Actor
from gongkai.core.publishing.draft import unpack
from gongkai.core.publishing.kinds import KIND

MAY_BE_LATE = ("", "proactive")
"""The classes that a term holds for; nothing decided yet counts as public."""
ALL_ORGANS = "all"
MOST_TARGETS = 30


@dataclass(frozen=True, slots=True)
class ItemFilter:
    """What is looked for in the list of items.

    `stage` is the tab: a state of the work (`draft`, `in_review` …) or of the item. `late` is
    `now` for what should be public and is not, `then` for what came too late. `organ` is a
    number, `all`, or empty for the actor's own organ; `drafter` the key of a person, or a name;
    `for_me` asks for what waits for the actor's review. `code`, `unit` and `channel` may be
    `none`, for what was left empty; `source` may be `own`, for all that was not taken over.
    `dated` says of what `since` and `until` are; `fields` are what structured values hold.
    """

    text: str = ""
    stage: str = ""
    kind: str = ""
    state: str = ""
    work: str = ""
    disclosure_class: str = ""
    code: str = ""
    unit: str = ""
    drafter: str = ""
    source: str = ""
    late: str = ""
    since: date | None = None
    until: date | None = None
    organ: str = ""
    for_me: bool = False
    channel: str = ""
    dated: Dated = Dated.RELEASED
    fields: tuple[FieldWanted, ...] = ()


EXACT = {
    "kind": "kind",
    "state": "state",
    "disclosure_class": "disclosure_class",
}
OWN_WORK = "own"
EMPTY = {"code": Q(catalogue_code=""), "unit": Q(unit=None), "channel": Q(placements=None)}
GIVEN = {"code": "catalogue_code", "unit": "unit_id"}


def items(actor: Actor, wanted: ItemFilter, today: date) -> QuerySet[Item]:
    """The items the actor sees and that fit, the latest first, each with the work that goes on."""
    work = Edition.objects.filter(state__in=PENDING).defer("content", "chain").order_by("-number")
    return (
        _fitting(actor, wanted, today)
        .select_related("organ", "unit")
        .prefetch_related(Prefetch("editions", queryset=work, to_attr="going"))
        .order_by("-pk")
    )


def counts(actor: Actor, wanted: ItemFilter, today: date) -> dict[str, int]:
    """How many of the items that fit stand in each state, of the item and of the work on it."""
    rows = _fitting(actor, replace(wanted, stage=""), today).order_by()
    states = dict(rows.values_list("state").annotate(count=Count("pk")))
    going = Edition.objects.filter(state__in=PENDING, item__in=rows.values("pk")).order_by()
    works = dict(going.values_list("state").annotate(count=Count("pk")))
    return {"": sum(states.values()), **states, **works}


def _fitting(actor: Actor, wanted: ItemFilter, today: date) -> QuerySet[Item]:
    own = within(actor, Item.objects.all(), to=Purpose.WORK)
    rows = items_seen(actor) if wanted.organ else own
    if wanted.organ and wanted.organ != ALL_ORGANS:
        rows = rows.filter(organ_id=wanted.organ) if wanted.organ.isdecimal() else rows.none()
    for name, field in EXACT.items():
        if value := getattr(wanted, name):
            rows = rows.filter(**{field: value})
    rows = _placed(rows, wanted)
    for state in filter(None, (wanted.stage, wanted.work)):
        rows = rows.filter(_in_state(state))
    if wanted.text:
        rows = rows.filter(Q(title__icontains=wanted.text) | Q(index_number__icontains=wanted.text))
    if wanted.drafter:
        rows = rows.filter(Q(drafter_key=wanted.drafter) | Q(drafter_name=wanted.drafter))
    if wanted.for_me:
        rows = rows.filter(pk__in=for_review(actor).order_by().values("item_id"))
    return _in_time(rows, wanted, today)


def _placed(rows: QuerySet[Item], wanted: ItemFilter) -> QuerySet[Item]:
    """Those of the source, code, unit, channel and structured values that are wanted."""
    if wanted.source:
        rows = rows.filter(is_own_work() if wanted.source == OWN_WORK else Q(source=wanted.source))
    for name, field in GIVEN.items():
        if value := getattr(wanted, name):
            rows = rows.filter(EMPTY[name] if value == MISSING else Q(**{field: value}))
    if wanted.channel:
        told = Placement.objects.filter(channel=wanted.channel).order_by().values("item_id")
        rows = rows.filter(EMPTY["channel"] if wanted.channel == MISSING else Q(pk__in=told))
    for one_field in wanted.fields:
        rows = rows.filter(holding(KIND[wanted.kind], one_field))
    return rows


def named_in(actor: Actor) -> str:
    """The actor's key as it stands in a stored list of keys."""
    return f'"{actor.key}"'


def for_review(actor: Actor) -> QuerySet[Edition]:
    """The editions that wait for the actor's review and that he has not written."""
    return waiting(actor).exclude(authors__icontains=named_in(actor))


def _in_state(state: str) -> Q:
    if state in PENDING:
        return Q(pk__in=Edition.objects.filter(state=state).order_by().values("item_id"))
    return Q(state=state)


def _in_time(rows: QuerySet[Item], wanted: ItemFilter, today: date) -> QuerySet[Item]:
    if wanted.late == "now":
        rows = rows.filter(overdue(today))
    if wanted.late == "then":
        rows = rows.filter(came_late())
    if wanted.since or wanted.until or wanted.dated is not Dated.RELEASED:
        rows = dated_within(rows, wanted.dated, wanted.since, wanted.until)
    return rows


def overdue(today: date) -> Q:
    """What should have been public before that day, and is not."""
    return Q(due__lt=today, state="unpublished", disclosure_class__in=MAY_BE_LATE)


def organs_with_items(actor: Actor) -> QuerySet[Organ]:
    """The organs whose items the actor may look for."""
    return organs_within(actor).filter(until=None).order_by("name")


def units_of(actor: Actor) -> QuerySet[Unit]:
    """The units of the actor's organ that an item may be of."""
    rows = Unit.objects.filter(organ_id=actor.organ_id or 0, until=None)
    return within(actor, rows, to=Purpose.WORK).order_by("pk")


def drafters(actor: Actor) -> list[tuple[str, str]]:
    """Who has begun items in the actor's organ: keys and names."""
    rows = within(actor, Item.objects.all(), to=Purpose.WORK)
    named = dict(rows.order_by().values_list("drafter_key", "drafter_name").distinct())
    return sorted(named.items(), key=lambda pair: pair[1])


def edition_to_write(actor: Actor, edition_id: int) -> Edition:
    """That edition with its item, of the organ the actor works for. Raises DoesNotExist."""
    rows = Edition.objects.select_related("item__organ", "item__unit", "item__released")
    return one(actor, rows, edition_id, to=Purpose.WORK, field="item__organ")


def editions_to_work_on(actor: Actor, numbers: Sequence[int]) -> QuerySet[Edition]:
    """Those editions with their items, as far as the actor works for their organ."""
    rows = Edition.objects.filter(pk__in=numbers).select_related("item").defer("content")
    return within(actor, rows, to=Purpose.WORK, field="item__organ").order_by("pk")


def last_opinion(edition: Edition) -> str:
    """Who sent an edition back last; empty where nobody did."""
    row = edition.reviews.filter(verdict__in=("send_back", "object")).last()
    return "" if row is None else f"{row.label}　{row.actor_name}"


def targets(actor: Actor, organ_id: int, text: str) -> list[tuple[int, str]]:
    """Released policy papers of an organ that fit, the latest first: number and title."""
    rows = Item.objects.filter(organ_id=organ_id, state="released", kind="policy")
    if text:
        rows = rows.filter(Q(title__icontains=text) | Q(index_number__icontains=text))
    found = within(actor, rows, to=Purpose.WORK).order_by("-released_at")
    return list(found.values_list("pk", "title")[:MOST_TARGETS])


def titles(actor: Actor, numbers: Sequence[int]) -> dict[int, str]:
    """The titles of items of the actor's organ."""
    rows = within(actor, Item.objects.filter(pk__in=numbers), to=Purpose.WORK)
    return dict(rows.values_list("pk", "title"))


def may_read_file(actor: Actor, file_id: int) -> bool:
    """Whether the actor may have a file: his own organ's, or one that came of work he sees."""
    rows = StoredFile.objects.filter(pk=file_id)
    if within(actor, rows, to=Purpose.WORK).exists():
        return True
    decided = Edition.objects.filter(state__in=PUBLIC_WORK, item__in=items_seen(actor))
    revisions = decided.order_by().values("revision_id")
    return Attached.objects.filter(file__in=rows, revision__in=revisions).exists()


def pictures_of(edition: Edition) -> list[FileFacts]:
    """The pictures of an edition that are fit for its text: attached, or standing in it already."""
    draft = unpack(edition.content)
    numbers = [row.file_id for row in draft.attachments] + pictures_in(draft)
    known = files.facts(numbers)
    rows = [known[number] for number in dict.fromkeys(numbers) if number in known]
    return [
        row
        for row in rows
        if row.kind.is_picture and row.state == "ready" and row.organ_id == edition.item.organ_id
    ]


def as_public(edition: Edition) -> PublicItem:
    """What an edition's draft will look like to the public."""
    item, draft = edition.item, unpack(edition.content)
    known = files.facts([row.file_id for row in draft.attachments])
    return PublicItem(
        item=item,
        draft=draft,
        files=tuple(
            PublicFile(row.file_id, row.name, facts.kind, facts.size)
            for row in draft.attachments
            if (facts := known.get(row.file_id)) is not None
        ),
        interprets=tuple(released().filter(pk__in=draft.interprets)),
        interpreted_by=tuple(released().filter(relations__target=item)),
        traces=(),
    )
