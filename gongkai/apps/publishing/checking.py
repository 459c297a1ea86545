"""Content checks as a gate: before each step, and again before the public sees anything."""

from collections.abc import Mapping
from datetime import datetime

from gongkai.apps.checks.examining import Examination, Judged, examine
from gongkai.apps.publishing import obstacles
from gongkai.apps.publishing.contents import content_of
from gongkai.apps.publishing.models import Edition, Item, Relation, Revision
from gongkai.core.checks.content import Content
from gongkai.core.checks.rule import Waivable
from gongkai.core.finding import BlockedError
from gongkai.core.publishing.draft import Json, unpack

DRAFTERS = frozenset({Waivable.NEVER, Waivable.DRAFTER})
"""What has to be settled before anybody else looks; the rest is for a reviewer to decide."""


def about(item_id: int) -> str:
    """What waivers hold for: the item, over all its revisions."""
    return f"item:{item_id}"


def examine_draft(edition: Edition, now: datetime) -> Examination:
    """Check the working copy."""
    digest = unpack(edition.content).digest
    return _examined(edition.item, _name(edition.pk), edition.content, digest, now)


def examine_revision(item: Item, revision: Revision, now: datetime) -> Examination:
    """Check what was submitted; the same words by the same rules are checked only once."""
    copied_from, named = _name(revision.edition_id), f"revision:{revision.pk}"
    return _examined(item, named, revision.content, revision.digest, now, copied_from)


def pass_gate(item: Item, revision: Revision, now: datetime, *, first: bool = False) -> Examination:
    """Refuse while findings are open; at the first step only those that the drafter settles."""
    found = examine_revision(item, revision, now)
    left = [row for row in found.blocking if not first or row.waivable_by in DRAFTERS]
    if left:
        raise BlockedError([obstacles.findings_left(len(left)), *(row.finding for row in left)])
    return found


def _name(edition_id: int) -> str:
    return f"edition:{edition_id}"


def _examined(
    item: Item,
    subject: str,
    written: Mapping[str, Json],
    digest: str,
    now: datetime,
    copied_from: str = "",
) -> Examination:
    def content() -> Content:
        related = Relation.objects.filter(target=item, kind="interprets").exists()
        return content_of(unpack(written), item.kind, has_interpretation=related)

    return examine(
        organ_id=item.organ_id,
        subject=subject,
        about=about(item.pk),
        digest=digest,
        content=content,
        now=now,
        copied_from=copied_from,
    )


__all__ = ["Examination", "Judged", "about", "examine_draft", "examine_revision", "pass_gate"]
