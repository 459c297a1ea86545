"""Disclosure guides (政府信息公开指南): saving one, and finding it in order."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.catalogue import guide_obstacles as obstacles
from gongkai.apps.catalogue import stamps
from gongkai.apps.catalogue.guide_queries import facts_of
from gongkai.apps.catalogue.models import Guide, GuideRevision
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.core.catalogue.disclosure_guide import (
    ARTICLE,
    Changed,
    cleaned,
    difference,
    examine,
    is_complete,
)
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role

TOO_LONG = "GUIDE-LONG"


@transaction.atomic
def save_guide(
    actor: Actor, *, organ_id: int, content: Mapping[str, str], expected: int, now: datetime
) -> GuideRevision:
    """Keep a new version. A complete one is public at once and counts as looked through; until
    there is one the public keeps the last that was complete."""
    require(actor, Role.DISCLOSURE_OFFICE)
    guide = _locked(actor, organ_id, now)
    number = _expected(guide, expected)
    said, changed = cleaned(content), difference(guide.content, content)
    if too_long := [row for row in examine(said) if row.code == TOO_LONG]:
        raise BlockedError(too_long)
    if not changed:
        raise BlockedError([obstacles.nothing_changed()])
    revision = GuideRevision.objects.create(
        guide=guide,
        number=number + 1,
        content=said,
        is_complete=is_complete(said),
        author_key=actor.key,
        author_name=actor.name,
        at=now,
    )
    guide.content, guide.changed_at = said, now
    if revision.is_complete:
        guide.good = revision
        _reviewed(guide, now)
        stamps.rise()
    guide.save()
    before, after = _told(changed)
    record(actor, "save_guide", f"guide:{guide.pk}", before=before, after=after, cite=ARTICLE)
    return revision


@transaction.atomic
def confirm_guide(actor: Actor, *, organ_id: int, expected: int, now: datetime) -> Guide:
    """Note that somebody has looked through the guide and found it in order (核对无误)."""
    require(actor, Role.DISCLOSURE_OFFICE)
    guide = _locked(actor, organ_id, now)
    _expected(guide, expected)
    if not is_complete(guide.content):
        raise BlockedError([obstacles.not_complete()])
    before = {"reviewed_on": guide.reviewed_on}
    _reviewed(guide, now)
    guide.save()
    stamps.rise()
    after = {"reviewed_on": guide.reviewed_on}
    record(actor, "confirm_guide", f"guide:{guide.pk}", before=before, after=after, cite=ARTICLE)
    return guide


def _locked(actor: Actor, organ_id: int, now: datetime) -> Guide:
    """The organ's guide, locked; an empty one where there is none yet."""
    organ = one(actor, Organ.objects.all(), organ_id, to=Purpose.WORK, field="pk")
    guide, _ = Guide.objects.get_or_create(organ=organ, defaults={"changed_at": now})
    return Guide.objects.select_for_update(of=("self",)).select_related("organ").get(pk=guide.pk)


def _expected(guide: Guide, expected: int) -> int:
    """The number of the last version; refuses when another has been saved in the meantime."""
    last = guide.revisions.first()
    number = 0 if last is None else last.number
    if last is not None and number != expected:
        raise BlockedError([obstacles.changed_meanwhile(last.author_name)])
    return number


def _reviewed(guide: Guide, now: datetime) -> None:
    guide.reviewed_on, guide.facts = localdate(now), asdict(facts_of(guide.organ))


def _told(changed: tuple[Changed, ...]) -> tuple[dict[str, str], dict[str, str]]:
    """What the journal says: the fields that changed, before and after."""
    before = {row.field.key: row.before for row in changed}
    return before, {row.field.key: row.after for row in changed}
