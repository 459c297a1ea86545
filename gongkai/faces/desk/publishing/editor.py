"""The page of the editor: the form, its margin, the due day, and a conflict where there is one."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from gongkai.apps.checks.levels import Matter
from gongkai.apps.checks.queries import may_waive
from gongkai.apps.files.limits import MEGABYTE, limits
from gongkai.apps.organs.queries import calendar
from gongkai.apps.publishing import queries
from gongkai.apps.publishing.checking import about, examine_draft
from gongkai.apps.publishing.comparing import Compared, compared
from gongkai.apps.publishing.markup import reading
from gongkai.apps.publishing.terms import reckoned
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor
from gongkai.core.publishing.draft import Draft, unpack
from gongkai.core.publishing.kinds import KIND, Kind
from gongkai.core.publishing.lifecycle import EDITABLE, EDITION
from gongkai.core.publishing.requirements import missing
from gongkai.core.publishing.timeliness import Due
from gongkai.faces.desk.publishing.drafts import Upload, rows_of
from gongkai.faces.desk.publishing.forms import DraftForm, first_values
from gongkai.faces.desk.publishing.shown import Margin, margin
from gongkai.faces.desk.publishing.words import AREA, PURPOSES

if TYPE_CHECKING:
    from gongkai.apps.publishing.models import Edition

TEMPLATE: Final = "desk/publishing/editor.html"
FIND: Final = "find"
URGENT: Final = "urgent"


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

    def form(self, urgent_reason: str = "") -> DraftForm:
        """The form, filled with what is stored; a reason belongs to no draft."""
        first = {**first_values(self.stored), "urgent_reason": urgent_reason}
        return DraftForm(self.kind, initial=first)


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
    screen.form.offer_pictures(reverse("desk:edition-pictures", args=[edition.pk]))
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
        "version": request.POST.get("version", "") if screen.conflict else edition.version,
        "limits": limits(),
        "most_bytes": limits().file_megabytes * MEGABYTE,
        "due": due_of(writing, screen.draft),
        "today": writing.today,
        "conflict": screen.conflict,
        "margin": None if screen.conflict else margin_of(writing),
        "wanted": screen.wanted,
        "urgent": request.GET.get(URGENT, ""),
    }
    return render(request, TEMPLATE, shown, status=screen.status)


@transaction.atomic
def margin_of(writing: Writing) -> Margin:
    """What the checks say of the stored draft; they keep what they found."""
    found = examine_draft(writing.edition, writing.now)
    matter = matter_of(writing.edition)
    open_to = {row.fingerprint for row in found.judged if may_waive(writing.who, row, matter)}
    draft = writing.stored
    gaps = missing(draft, writing.kind, writing.today)
    return margin(found, open_to, texts_of(draft), gaps)


def texts_of(draft: Draft) -> dict[str, str]:
    """What the fields of the editor hold, by the names of their parts."""
    return {
        "title": draft.title,
        "summary": draft.summary,
        "author": draft.author,
        "source_name": draft.source_name,
        "body": reading(draft.body).text,
        **{f"field:{key}": value for key, value in draft.fields.items()},
    }


def matter_of(edition: "Edition") -> Matter:
    """What the findings of an edition's working copy are made on."""
    authors = frozenset(edition.authors)
    return Matter(edition.item.organ_id, f"edition:{edition.pk}", about(edition.item_id), authors)


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
