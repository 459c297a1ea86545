"""Releasing (发布): what has been reviewed becomes public, now or at a set time, or is filed."""

from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models.functions import Now
from django.utils.timezone import localdate, localtime
from django_tasks import task

from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import require
from gongkai.apps.publishing import obstacles, texts
from gongkai.apps.publishing.checking import pass_gate
from gongkai.apps.publishing.drafting import reflect, touched
from gongkai.apps.publishing.locking_queries import item_step, locked_edition, seen, step_of
from gongkai.apps.publishing.models import (
    Edition,
    IndexSerial,
    Item,
    Placement,
    Publication,
    Relation,
    Revision,
    Tagged,
)
from gongkai.apps.publishing.stamps import rise
from gongkai.apps.publishing.turns import levels_left, passed_by, set_turn
from gongkai.apps.wires.events import announce
from gongkai.core.events import ItemReleased
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, Actor, Role
from gongkai.core.publishing.changes import REASSESSMENT_MONTHS
from gongkai.core.publishing.channels import Channel
from gongkai.core.publishing.disclosure import DisclosureClass
from gongkai.core.publishing.draft import Draft, unpack

INDEX: Final = "{organ}/{year}-{serial:05}"
BY_SCHEDULE: Final = "{name}设定的定时发布"
HELD: Final = "定时发布没有执行：{why}"
MONTHS: Final = 12
LONGEST_TAG: Final = 60
FARTHEST: Final = timedelta(days=366)


@transaction.atomic
def release(actor: Actor, *, edition_id: int, expected: int, now: datetime) -> Edition:
    """Make the reviewed revision public, and note whether it came in time."""
    require(actor, Role.DISCLOSURE_OFFICE)
    edition = locked_edition(actor, edition_id)
    seen(edition, expected)
    reviews = passed_by(edition)
    revision = _reviewed(edition)
    later = levels_left(edition, reviews, urgent=False) if edition.is_urgent else ()
    step = step_of(edition, "release_urgently" if later else "release", Role.DISCLOSURE_OFFICE)
    item, draft = edition.item, unpack(revision.content)
    chosen = DisclosureClass(draft.disclosure_class)
    if chosen is not DisclosureClass.PROACTIVE:
        raise BlockedError([obstacles.not_for_the_public(chosen.label)])
    if levels_left(edition, reviews, urgent=edition.is_urgent):
        raise BlockedError([obstacles.not_reviewed()])
    pass_gate(item, revision, now)
    verb = edition.purpose if item.first_released_at else "release"
    _make_public(item, revision, draft, now)
    edition.state, edition.closed_at = step.target, None if later else now
    edition.scheduled_for, edition.resume_at = None, None
    set_turn(edition, now)
    _publication(actor, edition, verb, now)
    touched(edition, actor, now)
    edition.save()
    rise()
    announce(ItemReleased(item.pk, revision.pk))
    record(
        actor,
        step.verb,
        f"item:{item.pk}",
        after={"revision": revision.number, "digest": revision.digest, "number": item.index_number},
        cite=step.cite,
    )
    return edition


@transaction.atomic
def schedule(
    actor: Actor, *, edition_id: int, expected: int, at: datetime, now: datetime
) -> Edition:
    """Have the worker release the edition at that moment."""
    require(actor, Role.DISCLOSURE_OFFICE)
    edition = locked_edition(actor, edition_id)
    seen(edition, expected)
    step = step_of(edition, "schedule", Role.DISCLOSURE_OFFICE)
    if at <= now:
        raise BlockedError([obstacles.in_the_past(localtime(at))])
    if at > (last := now + FARTHEST):
        raise BlockedError([obstacles.too_far_off(localtime(at), localtime(last))])
    revision = _reviewed(edition)
    chosen = DisclosureClass(unpack(revision.content).disclosure_class)
    if chosen is not DisclosureClass.PROACTIVE:
        raise BlockedError([obstacles.not_for_the_public(chosen.label)])
    pass_gate(edition.item, revision, now)
    edition.state, edition.scheduled_for = step.target, at
    touched(edition, actor, now)
    edition.save()
    release_scheduled.using(run_after=at).enqueue(edition.pk, edition.version)
    record(actor, step.verb, f"item:{edition.item_id}", after={"at": at.isoformat()})
    return edition


@transaction.atomic
def unschedule(
    actor: Actor, *, edition_id: int, expected: int, now: datetime, why: str = ""
) -> Edition:
    """Do not release it at the set time after all."""
    require(actor, Role.DISCLOSURE_OFFICE)
    edition = locked_edition(actor, edition_id)
    seen(edition, expected)
    step = step_of(edition, "unschedule", Role.DISCLOSURE_OFFICE)
    edition.state, edition.scheduled_for, edition.note = step.target, None, why[:500]
    touched(edition, actor, now)
    edition.save()
    record(actor, step.verb, f"item:{edition.item_id}", after={"reason": edition.note})
    return edition


@task()
def release_scheduled(edition_id: int, version: int) -> None:
    """Release what is due; where the checks object, the disclosure office gets it back with why.

    Whoever changed the edition meanwhile has made this void.
    """
    waiting = Edition.objects.filter(pk=edition_id, version=version, state="scheduled")
    now = waiting.values_list(Now(), flat=True).first()
    if now is None:
        return
    try:
        release(SYSTEM, edition_id=edition_id, expected=version, now=now)
    except BlockedError as error:
        why = HELD.format(why=str(error))
        unschedule(SYSTEM, edition_id=edition_id, expected=version, now=now, why=why)


@transaction.atomic
def file_away(actor: Actor, *, edition_id: int, expected: int, now: datetime) -> Edition:
    """Close an edition whose information is not for the public; it is looked at again in time."""
    require(actor, Role.DISCLOSURE_OFFICE)
    edition = locked_edition(actor, edition_id)
    seen(edition, expected)
    step = step_of(edition, "file_away", Role.DISCLOSURE_OFFICE)
    revision = _reviewed(edition)
    draft = unpack(revision.content)
    if draft.disclosure_class == DisclosureClass.PROACTIVE:
        raise BlockedError([obstacles.is_for_the_public()])
    item = edition.item
    item.state = item_step(item, "file_away").target
    item.reassess_on = months_later(localdate(now), REASSESSMENT_MONTHS)
    item.save()
    edition.state, edition.closed_at = step.target, now
    touched(edition, actor, now)
    edition.save()
    record(actor, step.verb, f"item:{item.pk}", after={"class": draft.disclosure_class})
    return edition


@transaction.atomic
def reopen(actor: Actor, *, edition_id: int, expected: int, reason: str, now: datetime) -> Edition:
    """Send a signed edition back to its drafter: something was seen before the release."""
    require(actor, Role.DISCLOSURE_OFFICE)
    edition = locked_edition(actor, edition_id)
    seen(edition, expected)
    step = step_of(edition, "reopen", Role.DISCLOSURE_OFFICE)
    if not reason.strip():
        raise BlockedError([obstacles.no_reason()])
    edition.state, edition.note = step.target, reason.strip()[:500]
    edition.resume_at = len(edition.chain) - 1
    touched(edition, actor, now)
    edition.save()
    record(actor, step.verb, f"item:{edition.item_id}", after={"reason": edition.note})
    return edition


@transaction.atomic
def settle(actor: Actor, *, edition_id: int, expected: int, reason: str, now: datetime) -> Edition:
    """Note what was done about an objection raised after an urgent release."""
    require(actor, Role.DISCLOSURE_OFFICE)
    edition = locked_edition(actor, edition_id)
    seen(edition, expected)
    step = step_of(edition, "settle", Role.DISCLOSURE_OFFICE)
    if not reason.strip():
        raise BlockedError([obstacles.no_reason()])
    edition.state, edition.note, edition.closed_at = step.target, reason.strip()[:500], now
    touched(edition, actor, now)
    edition.save()
    record(actor, step.verb, f"item:{edition.item_id}", after={"reason": edition.note})
    return edition


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, MONTHS)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + years, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError(day)


def _reviewed(edition: Edition) -> Revision:
    if edition.revision_id is None:
        raise BlockedError([obstacles.not_reviewed()])
    edition.revision = revision = Revision.objects.get(pk=edition.revision_id)
    return revision


def _make_public(item: Item, revision: Revision, draft: Draft, now: datetime) -> None:
    item.state, is_first = item_step(item, "release").target, item.first_released_at is None
    reflect(item, draft)
    item.released, item.released_at = revision, now
    item.first_released_at = item.first_released_at or now
    item.withdrawn_at, item.closing_reason, item.reassess_on = None, "", None
    item.index_number = item.index_number or _next_number(item, now)
    item.save()
    relations = [Relation(item=item, target_id=number) for number in draft.interprets]
    if is_first:
        portal = Channel.PORTAL.value
        Placement.objects.create(item=item, channel=portal, placed_on=localdate(now))
    else:
        stale = Relation.objects.filter(item=item, kind="interprets")
        stale.exclude(target_id__in=draft.interprets).delete()
    Relation.objects.bulk_create(relations, ignore_conflicts=True)
    if not is_first:
        Tagged.objects.filter(item=item).delete()
        texts.forget(item)
    Tagged.objects.bulk_create(tagged(item, draft))
    texts.note(item, draft)


def tagged(item: Item, draft: Draft) -> list[Tagged]:
    """The rows for what a draft is tagged with, each tag once."""
    tags = dict.fromkeys(tag.strip()[:LONGEST_TAG] for tag in draft.tags)
    return [Tagged(item=item, tag=tag) for tag in tags if tag]


def _next_number(item: Item, now: datetime) -> str:
    """The next index number (索引号) of the organ in the year: no gaps, none given twice."""
    year = localdate(now).year
    serials = IndexSerial.objects.select_for_update()
    row, _ = serials.get_or_create(organ_id=item.organ_id, year=year)
    row.last += 1
    row.save(update_fields=["last"])
    return INDEX.format(organ=item.organ.code or f"{item.organ_id:06}", year=year, serial=row.last)


def _publication(actor: Actor, edition: Edition, verb: str, now: datetime) -> Publication:
    name = actor.name if actor != SYSTEM else BY_SCHEDULE.format(name=edition.saved_by)
    due = edition.item.due if verb == "release" else None
    return Publication.objects.create(
        item_id=edition.item_id,
        edition=edition,
        revision_id=edition.revision_id,
        verb=verb,
        reason=edition.reason,
        actor_key=actor.key,
        actor_name=name[:100],
        at=now,
        due=due,
        is_late=due is not None and localdate(now) > due,
    )
