"""Writing: what was typed is saved first, then done what the button says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongkai.apps.checks.waiving import lift_waiver, waive
from gongkai.apps.publishing.drafting import discard_edition, save_draft
from gongkai.apps.publishing.markup import sanitise
from gongkai.apps.publishing.queries import as_public, pictures_of
from gongkai.apps.publishing.submitting import submit
from gongkai.core.finding import BlockedError
from gongkai.core.publishing.doors import WRITERS
from gongkai.core.publishing.draft import Draft
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.publishing import editor
from gongkai.faces.desk.publishing.drafts import (
    Upload,
    completed,
    draft_of,
    uploads,
    with_uploads,
)
from gongkai.faces.desk.publishing.editor import Screen, Writing
from gongkai.faces.desk.publishing.forms import DraftForm, is_number
from gongkai.faces.desk.publishing.words import AREA

CONFLICT: Final = 409
BLOCKED: Final = 422
CLOCK: Final = "%H:%M"
SAVED: Final = "已经保存。"
CHECKED: Final = "已经保存并检查，结果见“检查结果”。"
CLEANED: Final = "粘贴的内容里清除了：{what}。"
SENT: Final = "已经送审，现在由“{label}”审核；退回或者通过都会出现在您的待办里。"
SENT_URGENTLY: Final = "已经紧急送审，现在由“{label}”审核；其余各级在发布以后补审。"
DISCARDED: Final = "已经作废，可以在列表的“已作废”中查到。"
CLOSED: Final = "现在的状态不能修改内容。"
WAIVED: Final = "已经豁免这一条，理由会显示给审核人。"
LIFTED: Final = "已经取消豁免，这一条要重新处理。"


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent and has been saved."""

    request: HttpRequest
    writing: Writing
    form: DraftForm
    draft: Draft
    uploads: tuple[Upload, ...]

    @property
    def address(self) -> str:
        """The address of the editor."""
        return reverse("desk:edition-edit", args=[self.writing.edition.pk])

    def said(self, name: str) -> str:
        """A value that does not belong to the draft."""
        return self.request.POST.get(name, "").strip()


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def edit(request: HttpRequest, edition_id: int) -> HttpResponse:
    """The editor."""
    writing = editor.opened(actor(request), edition_id)
    if request.method == "POST":
        return write(request, writing)
    if not writing.is_editable:
        messages.warning(request, CLOSED)
        return redirect("desk:item", writing.edition.item_id)
    wanted = request.GET.get(editor.FIND, "").strip()
    form = writing.form(request.GET.get(editor.URGENT, ""))
    return editor.page(request, writing, Screen(form, writing.stored, wanted=wanted))


def write(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Save what was typed, then do what the button says."""
    sent = received(request, writing)
    try:
        saved(sent)
    except BlockedError as error:
        return conflicting(sent, error)
    tell_cleaned(sent)
    verb, _, value = sent.said("act").partition(":")
    fresh = Sent(request, again(writing), sent.form, sent.draft, sent.uploads)
    try:
        return ACTS.get(verb, stay)(fresh, value)
    except BlockedError as error:
        sent.form.take(error)
        screen = Screen(sent.form, fresh.writing.stored, sent.uploads, status=BLOCKED)
        return editor.page(request, again(writing), screen)


def received(request: HttpRequest, writing: Writing) -> Sent:
    """What was typed and which files came, as a draft."""
    form = DraftForm(writing.kind, request.POST)
    form.is_valid()
    draft = draft_of(form, request.POST, writing.stored)
    came = tuple(uploads(writing.who, request, writing.now, after=len(draft.attachments)))
    return Sent(request, writing, form, with_uploads(draft, came), came)


def saved(sent: Sent) -> int:
    """Save it on top of the version that was seen; gives the new one."""
    seen = sent.said("over") or sent.said("version")
    edition = save_draft(
        sent.writing.who,
        edition_id=sent.writing.edition.pk,
        expected=int(seen) if is_number(seen) else -1,
        draft=sent.draft,
        now=sent.writing.now,
    )
    return edition.version


def again(writing: Writing) -> Writing:
    """The edition as it stands after saving."""
    return editor.opened(writing.who, writing.edition.pk)


def conflicting(sent: Sent, error: BlockedError) -> HttpResponse:
    """Both texts side by side; nothing that was typed is lost."""
    theirs = again(sent.writing)
    conflict = editor.conflict_of(theirs, sent.draft, error.findings)
    screen = Screen(sent.form, sent.draft, sent.uploads, conflict, status=CONFLICT)
    return editor.page(sent.request, theirs, screen)


def tell_cleaned(sent: Sent) -> None:
    """Say what of a pasted text may not stand on an official page."""
    if removed := sanitise(sent.draft.body).removed:
        messages.warning(sent.request, CLEANED.format(what="、".join(removed)))


def stay(sent: Sent, _value: str) -> HttpResponse:
    """Saved, and go on writing."""
    messages.success(sent.request, SAVED)
    return back(sent)


def check(sent: Sent, _value: str) -> HttpResponse:
    """Saved; the margin shows what the checks say."""
    messages.success(sent.request, CHECKED)
    return back(sent, "#findings")


def back(sent: Sent, place: str = "") -> HttpResponse:
    """To the editor again: with files that were refused, and with what belongs to no draft."""
    if any(row.problems for row in sent.uploads):
        form = sent.writing.form(sent.said("urgent_reason"))
        screen = Screen(form, sent.writing.stored, sent.uploads, status=BLOCKED)
        return editor.page(sent.request, sent.writing, screen)
    kept = {editor.URGENT: sent.said("urgent_reason")[:500]}
    query = urlencode({name: value for name, value in kept.items() if value})
    return redirect(f"{sent.address}?{query}{place}" if query else f"{sent.address}{place}")


def find(sent: Sent, _value: str) -> HttpResponse:
    """Saved; the papers that fit what is looked for are offered."""
    return redirect(f"{sent.address}?{urlencode({editor.FIND: sent.said('find')})}#targets")


def look(sent: Sent, _value: str) -> HttpResponse:
    """Saved; show it as the public will see it."""
    return redirect("desk:edition-preview", sent.writing.edition.pk)


def send(sent: Sent, _value: str) -> HttpResponse:
    """Send it to review."""
    return submitted(sent, None, SENT)


def send_urgently(sent: Sent, _value: str) -> HttpResponse:
    """Send it to review on the urgent path."""
    return submitted(sent, sent.said("urgent_reason"), SENT_URGENTLY)


def submitted(sent: Sent, urgent_reason: str | None, done: str) -> HttpResponse:
    """Send it on its way and say who has it now."""
    edition = submit(
        sent.writing.who,
        edition_id=sent.writing.edition.pk,
        expected=sent.writing.edition.version,
        now=sent.writing.now,
        urgent_reason=urgent_reason,
    )
    label = "" if edition.level is None else edition.chain[edition.level]["label"]
    messages.success(sent.request, done.format(label=label))
    return redirect("desk:item", edition.item_id)


def discard(sent: Sent, _value: str) -> HttpResponse:
    """Give the work up."""
    edition = sent.writing.edition
    discard_edition(
        sent.writing.who, edition_id=edition.pk, expected=edition.version, now=sent.writing.now
    )
    messages.success(sent.request, DISCARDED)
    return redirect("desk:items")


def let_pass(sent: Sent, fingerprint: str) -> HttpResponse:
    """Let a finding pass, with a reason."""
    edition = sent.writing.edition
    matter = editor.matter_of(edition)
    waive(
        sent.writing.who,
        organ_id=matter.organ_id,
        subject=matter.subject,
        about=matter.about,
        authors=matter.authors,
        fingerprint=fingerprint,
        reason=sent.said(f"reason:{fingerprint}"),
        now=sent.writing.now,
    )
    messages.success(sent.request, WAIVED)
    return back(sent, "#findings")


def lift(sent: Sent, value: str) -> HttpResponse:
    """Take a waiver back."""
    lift_waiver(sent.writing.who, waiver_id=int(value or 0), now=sent.writing.now)
    messages.success(sent.request, LIFTED)
    return back(sent, "#findings")


ACTS: Final[dict[str, Callable[[Sent, str], HttpResponse]]] = {
    "save": stay,
    "check": check,
    "find": find,
    "preview": look,
    "submit": send,
    "urgent": send_urgently,
    "discard": discard,
    "waive": let_pass,
    "lift": lift,
}


@require_POST
@for_roles(*WRITERS)
def autosave(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Save while somebody writes: the new version, or who was quicker.

    Only the fields that have changed are sent; the rest is as it is stored.
    """
    writing = editor.opened(actor(request), edition_id)
    post = completed(request.POST, writing.stored)
    form = DraftForm(writing.kind, post)
    form.is_valid()
    sent = Sent(request, writing, form, draft_of(form, post, writing.stored), ())
    try:
        version = saved(sent)
    except BlockedError as error:
        theirs = again(writing)
        conflict = editor.conflict_of(theirs, sent.draft, error.findings)
        shown = {"conflict": conflict, "edition": theirs.edition, "is_part": True}
        return render(request, "desk/publishing/_conflict.html", shown, status=CONFLICT)
    at = localtime(writing.now).strftime(CLOCK)
    return JsonResponse({"at": at, "fields": {"version": str(version)}})


@require_safe
@for_roles(*WRITERS)
def pictures(request: HttpRequest, edition_id: int) -> HttpResponse:
    """The pictures that may be put into the text."""
    edition = editor.opened(actor(request), edition_id).edition
    found = [
        {
            "address": reverse("portal:named-file", args=[row.id, row.name]),
            "name": row.name,
            "alt": row.name.rpartition(".")[0],
        }
        for row in pictures_of(edition)
    ]
    return JsonResponse({"pictures": found})


@require_safe
@for_roles(*WRITERS)
def due(request: HttpRequest, edition_id: int) -> HttpResponse:
    """The due day of what is being typed."""
    writing = editor.opened(actor(request), edition_id)
    form = DraftForm(writing.kind, request.GET)
    form.is_valid()
    typed = Draft(formed_on=form.said("formed_on"), is_key=bool(form.cleaned_data["is_key"]))
    shown = {"due": editor.due_of(writing, typed), "today": writing.today}
    return render(request, "desk/publishing/_due.html", shown)


@require_safe
@for_roles(*WRITERS)
def preview(request: HttpRequest, edition_id: int) -> HttpResponse:
    """What is written, as the public will see it."""
    writing = editor.opened(actor(request), edition_id)
    shown = {"area": AREA, "edition": writing.edition, "shown": as_public(writing.edition)}
    return render(request, "desk/publishing/preview.html", shown)
