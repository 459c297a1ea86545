"""导入词条: choose a file, look through what it brings, then import the good rows or nothing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.checks import word_queries as queries
from gongkai.apps.checks.word_importing import discard_words, import_words, look_through
from gongkai.core.checks.wording.entry import LABELS, Category
from gongkai.core.checks.wording.keepers import WORD_KEEPERS
from gongkai.core.finding import BlockedError, Severity
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.words.fields import ORDERS, FileForm
from gongkai.faces.desk.words.lists import AREA, METHODS, list_address

SHOWN = 50
"""So many of the entries are shown for a look."""


@require_http_methods(METHODS)
@for_roles(*WORD_KEEPERS)
def choose(request: HttpRequest, word_list_id: int) -> HttpResponse:
    """Choose a file; it is read and shown, nothing is imported yet."""
    row = queries.kept_word_list(actor(request), word_list_id)
    sent = request.method == "POST"
    form = FileForm(request.POST, request.FILES) if sent else FileForm()
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            draft = look_through(
                actor(request),
                list_id=row.pk,
                name=file.name,
                data=file.read(),
                right_first=form.said("order") == ORDERS[1][0],
                now=timezone.now(),
            )
        except BlockedError as error:
            form.take(error)
        else:
            return redirect(reverse("desk:words-draft", args=[row.pk, draft.pk]))
    shown = {"area": AREA, "words": row, "form": form}
    return render(request, "desk/words/file.html", shown, status=422 if form.errors else 200)


@require_http_methods(METHODS)
@for_roles(*WORD_KEEPERS)
def decide(request: HttpRequest, word_list_id: int, word_draft_id: int) -> HttpResponse:
    """What the file would bring; import the good rows, or nothing."""
    who = actor(request)
    draft = queries.word_draft(who, word_list_id, word_draft_id)
    if request.method == "POST":
        return _decided(request, word_list_id, word_draft_id)
    known = queries.already_there(who, draft)
    shown = {
        "area": AREA,
        "words": queries.word_list(who, word_list_id),
        "draft": draft,
        "count": len(draft.entries),
        "known": known,
        "fresh": len(draft.entries) - known,
        "first": [_labelled(entry) for entry in draft.entries[:SHOWN]],
    }
    return render(request, "desk/words/draft.html", shown)


def _decided(request: HttpRequest, list_id: int, draft_id: int) -> HttpResponse:
    who, address = actor(request), list_address(list_id)
    if request.POST.get("choice") == "import":
        try:
            count = import_words(who, list_id=list_id, draft_id=draft_id, now=timezone.now())
        except BlockedError as error:
            for finding in error.findings:
                messages.error(request, f"{finding.text}{finding.hint}")
            return redirect(reverse("desk:words-draft", args=[list_id, draft_id]))
        messages.success(request, f"已经导入 {count} 个词条，以后的检查随即照此进行。")
        return redirect(address)
    discard_words(who, list_id=list_id, draft_id=draft_id)
    messages.success(request, "没有导入。词表没有变。")
    return redirect(address)


def _labelled(entry: dict[str, str]) -> dict[str, str]:
    """An entry with the words a screen shows."""
    return {
        **entry,
        "category": LABELS[Category(entry["category"])],
        "severity": Severity(entry["severity"]).label,
    }
