"""Looking at redactions: of a case, page by page, and what a letter says of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gongkai.apps.applications.models import Application, CaseFile, Redaction, RedactionBox
from gongkai.apps.applications.redaction import pages as redaction_pages
from gongkai.apps.applications.redaction.locking_queries import ORGAN, OVER
from gongkai.apps.applications.redaction.pages import BEFORE, Sheet, after
from gongkai.apps.applications.redaction.states import CHECKERS, MAKERS, READERS, RedactionState
from gongkai.apps.files.states import FileState
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.core.applications.decisions_checks import Withheld
from gongkai.core.identity import Actor
from gongkai.core.law.grounds import GROUND
from gongkai.core.ports import Area

WHERE: Final = "第{page}页{what}"
WHERE_MANY: Final = "第{page}页{what}（{count}处）"
NAMELESS: Final = "的部分内容"
GIVEN_OUT: Final = "redacted"


@dataclass(frozen=True, slots=True)
class OfCase:
    """What a case has: its redactions, files that may be redacted, whether that is still open."""

    application: Application
    redactions: tuple[Redaction, ...]
    files: tuple[CaseFile, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """One redaction with its boxes, and what this person may do with it.

    `prepared` of `pages` pages can be seen; `tried` of them with the boxes burnt in. `notes` are
    what the trial found remarkable.
    """

    redaction: Redaction
    boxes: tuple[RedactionBox, ...]
    pages: int
    prepared: int
    tried: int
    notes: tuple[str, ...]
    is_mine: bool
    works: bool
    checks: bool

    @property
    def state(self) -> RedactionState:
        """How far it has come."""
        return RedactionState(self.redaction.state)

    @property
    def may_edit(self) -> bool:
        """Whether this person may place boxes now."""
        return self.works and self.is_mine and self.state is RedactionState.DRAFT

    @property
    def may_release(self) -> bool:
        """Whether this person may judge it now."""
        return self.checks and not self.is_mine and self.state is RedactionState.PROPOSED

    @property
    def is_busy(self) -> bool:
        """Whether the worker is at it."""
        waits = self.state is RedactionState.PROPOSED and not self.is_tried
        return waits or self.state in {RedactionState.PREPARING, RedactionState.MAKING}

    @property
    def is_tried(self) -> bool:
        """Whether all pages can be seen as they will be."""
        return bool(self.pages) and self.tried >= self.pages

    def on(self, number: int) -> tuple[RedactionBox, ...]:
        """The boxes of a page."""
        return tuple(box for box in self.boxes if box.page == number)


def of_case(actor: Actor, application_id: int) -> OfCase:
    """The redactions of a case. Raises DoesNotExist, NotAllowedError."""
    require(actor, *READERS)
    application = one(actor, Application.objects.all(), application_id, to=Purpose.WORK)
    held = CaseFile.objects.filter(application=application).select_related("file")
    return OfCase(
        application,
        tuple(application.redactions.select_related("result")),
        tuple(held.exclude(purpose=GIVEN_OUT).exclude(file__state=FileState.REFUSED)),
        application.state not in OVER,
    )


def opened(actor: Actor, redaction_id: int) -> Opened:
    """One redaction. Raises DoesNotExist, NotAllowedError."""
    require(actor, *READERS)
    rows = Redaction.objects.select_related("application", "result")
    redaction = one(actor, rows, redaction_id, to=Purpose.WORK, field=ORGAN)
    pages, _ = redaction_pages.pages(redaction.pk, BEFORE)
    which = after(redaction.version)
    _, notes = redaction_pages.pages(redaction.pk, which)
    return Opened(
        redaction,
        tuple(redaction.boxes.all()),
        pages,
        redaction_pages.ready(redaction.pk, BEFORE),
        redaction_pages.ready(redaction.pk, which),
        notes,
        is_mine=redaction.made_by_key == actor.key,
        works=bool(actor.roles & MAKERS),
        checks=bool(actor.roles & CHECKERS),
    )


def page(actor: Actor, redaction_id: int, number: int) -> Sheet:
    """The words of a page of a redaction. Raises DoesNotExist also where there is no such page."""
    redaction = opened(actor, redaction_id).redaction
    try:
        return redaction_pages.sheet(redaction.pk, BEFORE, number)
    except FileNotFoundError as error:
        raise Redaction.DoesNotExist from error


def picture(actor: Actor, redaction_id: int, number: int, *, is_after: bool) -> bytes:
    """The picture of a page (PNG), as it is or with its boxes burnt in. Raises DoesNotExist."""
    redaction = opened(actor, redaction_id).redaction
    which = after(redaction.version) if is_after else BEFORE
    try:
        return redaction_pages.picture(redaction.pk, which, number)
    except FileNotFoundError as error:
        raise Redaction.DoesNotExist from error


def area_of(sheet: Sheet, first: int, last: int) -> Area | None:
    """The area of some words of a page, counted from 0; none where there are no such words."""
    words = sheet.words[first : last + 1] if 0 <= first <= last else ()
    if not words or last >= len(sheet.words):
        return None
    whole = words[0].area
    for word in words[1:]:
        whole = whole.joined(word.area)
    return whole


def withheld_parts(redaction_id: int) -> tuple[Withheld, ...]:
    """What a redaction keeps back, page by page, each with its ground: what the letter on partial
    disclosure lists (Art. 37). Whoever asks has seen to the reach."""
    boxes = RedactionBox.objects.filter(redaction_id=redaction_id, is_accepted=True)
    return _listed(list(boxes))


def withheld_of_case(application_id: int) -> tuple[Withheld, ...]:
    """The same for all released redactions of a case. Whoever asks has seen to the reach."""
    rows = Redaction.objects.filter(
        application_id=application_id, state=RedactionState.RELEASED
    ).prefetch_related("boxes")
    return tuple(part for row in rows for part in _listed([*row.boxes.all()]))


def _listed(boxes: Sequence[RedactionBox]) -> tuple[Withheld, ...]:
    """Boxes that are alike are told once."""
    counted = Counter((box.page, box.ground, box.what) for box in boxes if box.is_accepted)
    return tuple(
        Withheld(_where(page, what, count), GROUND[ground], GROUND[ground].label)
        for (page, ground, what), count in sorted(counted.items())
        if ground in GROUND
    )


def _where(page: int, what: str, count: int) -> str:
    wording = WHERE if count == 1 else WHERE_MANY
    return wording.format(page=page, what=what or NAMELESS, count=count)
