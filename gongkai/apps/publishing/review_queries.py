"""Looking up what a reviewer needs: whose turn it is, what to compare with, what waits next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from gongkai.apps.organs.models import Duty, User, at
from gongkai.apps.organs.scope import Purpose, one, within
from gongkai.apps.publishing.chain_queries import ChainStep, reviews_of, way_of
from gongkai.apps.publishing.chains import unpacked
from gongkai.apps.publishing.checking import Examination, examine_revision
from gongkai.apps.publishing.item_queries import Enclosed, enclosed
from gongkai.apps.publishing.models import Edition, Item, Review, Revision
from gongkai.apps.publishing.reviewing import parts_to_clear, turn_faults
from gongkai.apps.publishing.turns import passes, still_counting
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor, Role
from gongkai.core.publishing.draft import Draft, unpack
from gongkai.core.review.chain import REVIEWING, Level

WAITING = ("in_review", "released_urgently")


@dataclass(frozen=True, slots=True)
class Earlier:
    """A revision to compare with, and what it is to the reviewer: `released`, `level`, `last`."""

    key: str
    revision: Revision


@dataclass(frozen=True, slots=True)
class Case:
    """A submitted edition with all that a reviewer needs. `parts` are what a secrecy review
    looks at one by one; `level` is None where nobody's turn it is."""

    edition: Edition
    item: Item
    revision: Revision
    draft: Draft
    examination: Examination
    reviews: list[Review]
    way: list[ChainStep]
    objections: list[Finding]
    level: Level | None
    parts: list[tuple[str, str]]
    enclosed: list[Enclosed]
    earlier: list[Earlier]

    @property
    def is_mine(self) -> bool:
        """Whether it waits for whoever looks at it."""
        return self.level is not None and not self.objections


def case(actor: Actor, edition_id: int, now: datetime) -> Case:
    """That submitted edition, checked by today's rules. Raises DoesNotExist."""
    found = edition(actor, edition_id)
    revision = found.revision
    if revision is None:
        raise Edition.DoesNotExist
    with transaction.atomic():
        examination = examine_revision(found.item, revision, now)
    reviews = reviews_of(found)
    chain = unpacked(found.chain)
    return Case(
        edition=found,
        item=found.item,
        revision=revision,
        draft=unpack(revision.content),
        examination=examination,
        reviews=reviews,
        way=way_of(found, reviews),
        objections=objections(actor, found, reviews),
        level=None if found.level is None else chain[found.level],
        parts=parts_to_clear(revision),
        enclosed=enclosed(revision),
        earlier=earlier(found, reviews),
    )


def edition(actor: Actor, edition_id: int) -> Edition:
    """That edition with its item, of an organ the actor works for. Raises DoesNotExist."""
    rows = Edition.objects.select_related("item__organ", "item__released", "revision")
    return one(actor, rows, edition_id, to=Purpose.WORK, field="item__organ")


def objections(actor: Actor, edition: Edition, reviews: list[Review]) -> list[Finding]:
    """Why the actor cannot review the edition now; nothing where it is his turn."""
    return list(turn_faults(edition, still_counting(edition, reviews), actor))


def waiting(actor: Actor) -> QuerySet[Edition]:
    """The editions whose turn it is for the actor to review, urgent ones and old ones first."""
    roles = [role.value for role in actor.roles]
    mine = Q(level_role__in=roles, assignee_key="") | Q(assignee_key=actor.key)
    before = passes(OuterRef("pk")).filter(actor_key=actor.key).exclude(level=OuterRef("level"))
    rows = Edition.objects.filter(mine, ~Exists(before), state__in=WAITING)
    return (
        within(actor, rows, to=Purpose.WORK, field="item__organ")
        .select_related("item")
        .order_by("-is_urgent", "arrived_at", "pk")
    )


def earlier(edition: Edition, reviews: list[Review]) -> list[Earlier]:
    """What the submitted revision can be compared with: what is public, what was seen before."""
    found = []
    if edition.item.released is not None:
        found.append(Earlier("released", edition.item.released))
    seen = [row for row in reviews if row.revision_id != edition.revision_id]
    level = [row for row in seen if row.level == edition.level]
    for key, rows in (("level", level), ("last", seen)):
        if rows:
            found.append(Earlier(key, Revision.objects.get(pk=rows[-1].revision_id)))
    return list(_different(found, edition.revision_id))


def _different(rows: list[Earlier], but: int | None) -> Iterator[Earlier]:
    """Each revision once, and not the one that is under review."""
    known = {but}
    for row in rows:
        if row.revision.pk not in known:
            known.add(row.revision.pk)
            yield row


def colleagues(actor: Actor, edition: Edition, on: date) -> list[tuple[str, str]]:
    """Who may review in the actor's place, by number and name with roles: of the organ, in a
    reviewing role, and neither writer nor reviewer of this edition."""
    roles = [role.value for role in REVIEWING]
    serving = Duty.objects.filter(
        at(on), organ_id=actor.organ_id or 0, role__in=roles, user__is_active=True
    )
    reviewed = passes(edition.pk).values_list("actor_key", flat=True)
    barred = {actor.key, *edition.authors, *reviewed}
    found = dict[str, list[str]]()
    names = dict[str, str]()
    for duty in serving.select_related("user").order_by("user_id", "pk"):
        if f"user:{duty.user_id}" not in barred:
            names[str(duty.user_id)] = str(duty.user)
            found.setdefault(str(duty.user_id), []).append(Role(duty.role).label)
    return [(pk, NAMED.format(name=names[pk], roles=LIST.join(held))) for pk, held in found.items()]


def colleague(actor: Actor, user_id: int) -> User:
    """Somebody of the actor's organ. Raises DoesNotExist."""
    serving = Duty.objects.filter(organ_id=actor.organ_id or 0).values("user_id")
    return User.objects.filter(pk__in=serving, is_active=True).get(pk=user_id)


NAMED = "{name}（{roles}）"
LIST = "、"
