"""The boxes of a redaction: placing, moving, accepting what was suggested, taking away.

Each covers a part of one page on one legal ground; all can be undone until it is proposed.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.db.models import F

from gongkai.apps.applications.models import Redaction, RedactionBox
from gongkai.apps.applications.redaction import obstacles
from gongkai.apps.applications.redaction import pages as redaction_pages
from gongkai.apps.applications.redaction.locking_queries import own_draft
from gongkai.apps.journal.record import record
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor
from gongkai.core.law.grounds import GROUND
from gongkai.core.ports import Area

SUBJECT: Final = "redaction:{pk}"
LONGEST_WHAT: Final = 100
MOST: Final = 2000
"""So many boxes one file may have."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a box is put, on what ground, and in a few words what lies under it."""

    page: int
    area: Area
    ground: str
    what: str = ""


@transaction.atomic
def place_box(actor: Actor, *, redaction_id: int, placing: Placing) -> RedactionBox:
    """Cover a part of a page. Raises BlockedError."""
    redaction = own_draft(actor, redaction_id)
    _check(redaction, placing)
    box = RedactionBox.objects.create(redaction=redaction, **_values(placing))
    _touch(redaction)
    record(
        actor,
        "place_box",
        SUBJECT.format(pk=redaction.pk),
        after={"box": box.pk, "page": box.page, "ground": box.ground},
    )
    return box


@transaction.atomic
def change_box(actor: Actor, *, redaction_id: int, box_id: int, placing: Placing) -> RedactionBox:
    """Move a box, or give it another ground; a suggested one is thereby accepted."""
    redaction = own_draft(actor, redaction_id)
    box = redaction.boxes.get(pk=box_id)
    _check(redaction, placing)
    page, ground = box.page, box.ground
    for name, value in _values(placing).items():
        setattr(box, name, value)
    box.is_accepted = True
    box.save()
    _touch(redaction)
    record(
        actor,
        "change_box",
        SUBJECT.format(pk=redaction.pk),
        before={"page": page, "ground": ground},
        after={"box": box.pk, "page": box.page, "ground": box.ground},
    )
    return box


@transaction.atomic
def accept_boxes(actor: Actor, *, redaction_id: int, box_ids: Collection[int], ground: str) -> int:
    """Accept boxes that the system suggested, on one ground. Returns how many there were."""
    redaction = own_draft(actor, redaction_id)
    if ground not in GROUND:
        raise BlockedError([obstacles.unknown_ground()])
    rows = redaction.boxes.filter(pk__in=set(box_ids), is_accepted=False)
    count = rows.update(is_accepted=True, ground=ground)
    _touch(redaction)
    record(
        actor,
        "accept_boxes",
        SUBJECT.format(pk=redaction.pk),
        after={"boxes": count, "ground": ground},
    )
    return count


@transaction.atomic
def remove_boxes(actor: Actor, *, redaction_id: int, box_ids: Collection[int]) -> int:
    """Take boxes away, suggested ones or one's own. Returns how many there were."""
    redaction = own_draft(actor, redaction_id)
    rows = redaction.boxes.filter(pk__in=set(box_ids))
    gone = [f"{page} {ground}" for page, ground in rows.values_list("page", "ground")]
    rows.delete()
    _touch(redaction)
    record(actor, "remove_boxes", SUBJECT.format(pk=redaction.pk), before={"boxes": gone})
    return len(gone)


def _check(redaction: Redaction, placing: Placing) -> None:
    """Raises BlockedError with everything that is wrong with a box."""
    if found := list(_faults(redaction, placing)):
        raise BlockedError(found)


def _faults(redaction: Redaction, placing: Placing) -> Iterator[Finding]:
    pages, _ = redaction_pages.pages(redaction.pk, redaction_pages.BEFORE)
    if not 1 <= placing.page <= pages:
        yield obstacles.no_such_page(pages)
    if not placing.area.is_on_page:
        yield obstacles.outside()
    if placing.ground not in GROUND:
        yield obstacles.unknown_ground()
    if redaction.boxes.count() >= MOST:
        yield obstacles.too_many(MOST)


def _values(placing: Placing) -> dict[str, object]:
    area = placing.area.clamped()
    return {
        "page": placing.page,
        "x": area.x,
        "y": area.y,
        "width": area.width,
        "height": area.height,
        "ground": placing.ground,
        "what": " ".join(placing.what.split())[:LONGEST_WHAT],
    }


def _touch(redaction: Redaction) -> None:
    """The boxes are others now: whoever looked at them before looks again."""
    Redaction.objects.filter(pk=redaction.pk).update(version=F("version") + 1, fault="")
