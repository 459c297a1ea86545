"""The page of the editor: the form, its margin, the due day, and a conflict where there is one."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate

from gongkai.apps.files.limits import limits
from gongkai.apps.organs.queries import calendar
from gongkai.apps.publishing import queries
from gongkai.apps.publishing.checking import examine_draft
from gongkai.apps.publishing.comparing import Compared, compared
from gongkai.apps.publishing.terms import reckoned
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor
from gongkai.core.publishing.draft import Draft, unpack
from gongkai.core.publishing.kinds import KIND, Kind
from gongkai.core.publishing.lifecycle import EDITABLE, EDITION
from gongkai.core.publishing.timeliness import Due
from gongkai.faces.desk.publishing.drafts import Upload, rows_of
from gongkai.faces.desk.publishing.forms import DraftForm, first_values
from gongkai.faces.desk.publishing.shown import Margin, margin
from gongkai.faces.desk.publishing.words import AREA, PURPOSES

if TYPE_CHECKING:
    from gongkai.apps.publishing.models import Edition

TEMPLATE: Final = "desk/publishing/editor.html"
FIND: Final = "find"


@dataclass(frozen=True, slots=True)
class Conflict:
    """What somebody else has done meanwhile: who and when, and how his text differs from this."""

    who: str
    at: datetime
    version: int
    state: str
    is_editable: bool
    rows: tuple[Compared, ...]
    problems: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Writing:
    """An edition in the editor, as one request sees it."""

    who: Actor
    edition: "Edition"
    now: datetime

    @property
    def kind(self) -> Kind:
        """What kind of item it is."""
        return KIND[self.edition.item.kind]

    @property
    def stored(self) -> Draft:
        """What is stored."""
        return unpack(self.edition.content)

    @property
    def today(self) -> date:
        """The day."""
        return localdate(self.now)

    @property
    def is_editable(self) -> bool:
        """Whether the text may be changed now."""
        return self.edition.state in EDITABLE

    def form(self, request: HttpRequest | None = None) -> DraftForm:
        """The form, filled with what was sent or with what is stored."""
        if request is not None:
            return DraftForm(self.kind, request.POST)
        return DraftForm(self.kind, initial=first_values(self.stored))


def opened(who: Actor, edition_id: int) -> Writing:
    """That edition, as it stands now. Raises DoesNotExist."""
    return Writing(who, queries.edition_to_write(who, edition_id), timezone.now())


@dataclass(frozen=True, slots=True)
class Screen:
    """What one answer of the editor shows besides what is stored."""

    form: DraftForm
    draft: Draft
    uploads: tuple[Upload, ...] = ()
    conflict: Conflict | None = None
    wanted: str = ""
    status: int = 200


def page(request: HttpRequest, writing: Writing, screen: Screen) -> HttpResponse:
    """Show the editor."""
    edition = writing.edition
    screen.form.offer_targets(targets(writing, screen.draft.interprets, screen.wanted))
    shown = {
        "area": AREA,
        "edition": edition,
        "item": edition.item,
        "kind": writing.kind,
        "state": EDITION.label(edition.state),
        "purpose": PURPOSES.get(edition.purpose, ""),
        "sender": queries.last_opinion(edition) if edition.state == "returned" else "",
        "form": screen.form,
        "files": rows_of(screen.draft.attachments),
        "uploads": [row for row in screen.uploads if row.problems],
        "limits": limits(),
        "due": due_of(writing, screen.draft),
        "today": writing.today,
        "conflict": screen.conflict,
        "margin": None if screen.conflict else margin_of(writing),
        "wanted": screen.wanted,
        "urgent": request.GET.get("urgent", ""),
    }
    return render(request, TEMPLATE, shown, status=screen.status)


@transaction.atomic
def margin_of(writing: Writing) -> Margin:
    """What the checks say of the stored draft; they keep what they found."""
    found = examine_draft(writing.edition, writing.now)
    return margin(found, writing.stored, writing.kind, writing.today)


def due_of(writing: Writing, draft: Draft) -> Due | None:
    """By which day it has to be public, with the reckoning."""
    return reckoned(writing.kind.key, draft, calendar())


def targets(writing: Writing, chosen: tuple[int, ...], wanted: str) -> list[tuple[int, str]]:
    """The papers that may be interpreted: those chosen, then those that fit what is looked for."""
    if not writing.kind.needs_target and not chosen and not wanted:
        return []
    titles = queries.titles(writing.who, chosen)
    found = queries.targets(writing.who, writing.edition.item.organ_id, wanted)
    return [*titles.items(), *(row for row in found if row[0] not in titles)]


def conflict_of(writing: Writing, mine: Draft, problems: tuple[Finding, ...]) -> Conflict:
    """How what is stored now differs from what was typed here."""
    edition = writing.edition
    return Conflict(
        who=edition.saved_by,
        at=edition.saved_at,
        version=edition.version,
        state=EDITION.label(edition.state),
        is_editable=writing.is_editable,
        rows=tuple(compared(writing.stored, mine, edition.item.kind)),
        problems=problems,
    )
