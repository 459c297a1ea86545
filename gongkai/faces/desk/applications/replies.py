"""答复: the page of a reply with everything it says, who has seen it, and what comes next."""

from typing import TYPE_CHECKING, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.applications.previews.letter_queries import previewed_reply
from gongkai.apps.applications.replies import deciding_queries as queries
from gongkai.apps.applications.replies.deciding import begin_reply
from gongkai.apps.applications.replies.deciding_queries import ReplyPage
from gongkai.apps.applications.replies.reviewing_queries import VERDICTS, way_of
from gongkai.apps.applications.replies.turn_queries import objections
from gongkai.core.applications.decisions_review import REPLY, WRITABLE
from gongkai.core.applications.doors import HANDLERS, READERS
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role
from gongkai.core.ports import LetterFormat
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.applications.reply_deeds import DEEDS, ReplyDeed
from gongkai.faces.desk.applications.reply_forms import BackForm, OpinionForm
from gongkai.faces.desk.applications.steps import case_address
from gongkai.faces.desk.applications.words import AREA, row_label
from gongkai.faces.desk.organs.answering import for_roles

if TYPE_CHECKING:
    from gongkai.apps.applications.models import Reply

WRITERS: Final = HANDLERS | {Role.UNIT_HEAD}
LEVEL_WORDS: Final = {
    "passed": ("✓", "已通过"),
    "now": ("▶", "正在审核"),
    "sent_back": ("↩", "已退回"),
    "ahead": ("○", "还没有到"),
}
"""The sign and the words for how far a level has come."""


def reply_address(reply_id: int) -> str:
    """The page of a reply."""
    return reverse("desk:reply", args=[reply_id])


@require_POST
@for_roles(*WRITERS)
def begin(request: HttpRequest, application_id: int) -> HttpResponse:
    """Begin a reply, or go on with the open one; first comes the wizard."""
    who = actor(request)
    try:
        row = begin_reply(who, application_id=application_id, now=timezone.now())
    except BlockedError as error:
        for finding in error.findings:
            messages.error(request, f"{finding.text}{finding.hint}")
        return redirect(case_address(application_id))
    if row.kind:
        return redirect(reply_address(row.pk))
    return redirect(reverse("desk:reply-wizard", args=[row.pk]))


@require_safe
@for_roles(*READERS)
def page(request: HttpRequest, reply_id: int) -> HttpResponse:
    """A reply: decision, facts, letter, review, next steps."""
    who, today = actor(request), timezone.localdate()
    found = queries.reply_page(who, reply_id, today=today)
    row = found.reply
    is_mine = row.state == "in_review" and not objections(who, row)
    main = found.decided.main
    shown = {
        "area": AREA,
        "found": found,
        "reply": row,
        "case": row.application,
        "state": REPLY.label(row.state),
        "decision": main,
        "result": "" if main is None else row_label(main.row),
        "letter": found.decided.letter,
        "facts": facts_of(found),
        "findings": found.findings if row.state in WRITABLE else (),
        "is_hindered": row.state in WRITABLE and found.is_hindered,
        "is_writable": row.state in WRITABLE and bool(who.roles & WRITERS),
        "deeds": deeds_of(who, row),
        "levels": levels(row),
        "reviews": [(one, VERDICTS.get(one.verdict, one.verdict)) for one in row.reviews.all()],
        "forms": verdict_forms(row) if is_mine else None,
    }
    return render(request, "desk/applications/reply.html", shown)


def facts_of(found: ReplyPage) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """For each thing decided: what it is, the decision, the facts with their labels."""
    rows = []
    for item in found.decided.items:
        told = [
            (fact.label, shown_fact(fact.key, item.facts.get(fact.key, ""), found))
            for fact in item.decision.facts
            if item.facts.get(fact.key, "")
        ]
        rows.append((item.text, item.decision.label, told))
    return rows


def shown_fact(key: str, value: str, found: ReplyPage) -> str:
    """A fact as it is read: a choice by its words."""
    for item in found.decided.items:
        for fact in item.decision.facts:
            if fact.key == key and fact.choices:
                return next((one.label for one in fact.choices if one.key == value), value)
    return value


def deeds_of(who: Actor, row: "Reply") -> list[ReplyDeed]:
    """What can be done now by whoever looks; a review is done in its own forms."""
    return [deed for deed in DEEDS.values() if deed.is_open(who, row) and not deed.is_verdict]


def levels(row: "Reply") -> list[tuple[str, str, str]]:
    """The chain in words: sign, name, how far."""
    return [
        (LEVEL_WORDS[step.state][0], step.level.label, LEVEL_WORDS[step.state][1])
        for step in way_of(row)
    ]


def verdict_forms(row: "Reply") -> dict[str, OpinionForm | BackForm]:
    """The forms of whoever's turn it is."""
    first = {"expected": row.version}
    return {
        "pass": OpinionForm(initial=first, auto_id="pass_%s"),
        "send_back": BackForm(initial=first, auto_id="back_%s"),
    }


@require_safe
@for_roles(*READERS)
def preview(request: HttpRequest, reply_id: int) -> HttpResponse:
    """The letter as it would be issued now, as PDF or DOCX; what is missing is said on the page."""
    who, now = actor(request), timezone.now()
    wanted = LetterFormat.DOCX if request.GET.get("format") == "docx" else LetterFormat.PDF
    try:
        made = previewed_reply(who, reply_id, wanted, now=now)
    except BlockedError as error:
        for finding in error.findings:
            messages.error(request, f"{finding.text}{finding.hint}")
        return redirect(reply_address(reply_id))
    return as_download(made.name, made.data, made.media_type)


def as_download(name: str, data: bytes, media_type: str) -> HttpResponse:
    """A file that is saved, never shown within our own pages."""
    response = HttpResponse(data, content_type=media_type)
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=name
    )
    return response
