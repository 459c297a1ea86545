"""填写申请: writing, keeping, checking; nothing that was typed is lost."""

from dataclasses import replace
from typing import Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongkai.apps.applications.receiving.draft_queries import Written, was_submitted, written
from gongkai.apps.applications.receiving.drafts import attach, detach, discard_draft, save_draft
from gongkai.apps.applications.receiving.limits import SAVING, UPLOADING, limits
from gongkai.core.applications.intake import cleaned
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import VISITOR
from gongkai.faces.common.reports.sending import wants_json, within_bounds
from gongkai.faces.portal.applications import form as forms
from gongkai.faces.portal.applications.asking import AREA, existing, not_too_often, private
from gongkai.faces.portal.applications.entrance import TITLE
from gongkai.faces.portal.framing import Crumb, organ_crumbs

METHODS: Final = ["GET", "HEAD", "POST"]
CHECK, MORE, KEEP = "check", "more", "keep"
AT: Final = "%H:%M"
ROWS: Final = "rows"
ROWS_DIGITS: Final = 2


@require_http_methods(METHODS)
@within_bounds
@private
@existing
def write(request: HttpRequest, token: str) -> HttpResponse:
    """The form; what it sends is kept first, and judged then."""
    if was_submitted(token, timezone.now()):
        return _submitted(request)
    draft = written(token, timezone.now())
    if request.method != "POST":
        return _form(request, token, draft)
    try:
        _keep(request, token, draft)
    except BlockedError as error:
        return _refused(request, token, error.findings)
    if wants_json(request):
        at = localtime(timezone.now()).strftime(AT)
        return JsonResponse({"at": at, "fields": {}})
    return _onwards(request, token)


def _keep(request: HttpRequest, token: str, draft: Written) -> None:
    """Keep the text before the files: one that is refused takes nothing with it."""
    not_too_often(request, SAVING)
    now = timezone.now()
    intake = forms.written_in(request.POST, draft.intake)
    save_draft(VISITOR, token=token, intake=intake, now=now)
    for file in request.FILES.getlist("files"):
        _attach(request, token, file.name or "", file.read(limits().file_bytes + 1))


def _attach(request: HttpRequest, token: str, name: str, data: bytes) -> None:
    not_too_often(request, UPLOADING)
    attach(VISITOR, token=token, name=name, data=data, now=timezone.now())


def _refused(request: HttpRequest, token: str, findings: tuple[Finding, ...]) -> HttpResponse:
    """Say why something was not taken; all that was typed is on the page."""
    if wants_json(request):
        return JsonResponse(
            {"problem": "".join(f"{row.text}{row.hint}" for row in findings)}, status=422
        )
    kept = written(token, timezone.now())
    typed = replace(kept, intake=forms.written_in(request.POST, kept.intake))
    return _form(request, token, typed, findings, status=422)


def _onwards(request: HttpRequest, token: str) -> HttpResponse:
    """To where the button leads."""
    said = request.POST.get("then", KEEP)
    draft = written(token, timezone.now())
    if said == CHECK:
        if draft.findings:
            return _form(request, token, draft, draft.findings, status=422)
        return redirect("portal:application-check", token)
    address = reverse("portal:application-draft", args=[token])
    if said == MORE:
        many = len(forms.rows_of(draft.intake, 0, limits().items)) + 1
        return redirect(f"{address}?{ROWS}={many}#item-{min(many, limits().items)}")
    return redirect(f"{address}?kept=1#kept")


def _form(
    request: HttpRequest,
    token: str,
    draft: Written,
    findings: tuple[Finding, ...] = (),
    status: int = 200,
) -> HttpResponse:
    wanted = request.GET.get(ROWS, "")
    rows = int(wanted) if wanted.isdecimal() and len(wanted) <= ROWS_DIGITS else 0
    form = forms.form_of(draft.intake, findings)
    shown = {
        **framed(token, draft),
        "form": form,
        "problems": form.non_field_errors(),
        "items": forms.rows_of(draft.intake, rows, limits().items),
        "item_faults": [row for row in findings if forms.about_items(row)],
        "longest_item": forms.LONGEST_ITEM,
        "who": [form[name] for name in forms.WHO],
        "where": [form[name] for name in forms.WHERE],
        "what": [form[name] for name in forms.WHAT],
        "how": [form[name] for name in forms.HOW],
        "fee": [form[name] for name in forms.FEE],
        "is_kept": "kept" in request.GET,
    }
    return render(request, "portal/applications/form.html", shown, status=status)


def _submitted(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/applications/submitted.html", {"area": AREA}, status=410)


def framed(token: str, draft: Written) -> dict[str, object]:
    """What every page of a draft shows around itself."""
    organ = draft.draft.organ
    trail = [] if organ is None else organ_crumbs(organ, Crumb(TITLE))
    return {
        "area": AREA,
        "token": token,
        "organ": organ,
        "written": draft,
        "is_reading": draft.is_reading,
        "limits": limits(),
        "crumbs": trail,
    }


@require_safe
@private
@existing
def check(request: HttpRequest, token: str) -> HttpResponse:
    """Everything once more before it is submitted; back to the form where something is wrong.

    Whoever goes back to it after submitting is told so.
    """
    if was_submitted(token, timezone.now()):
        return _submitted(request)
    draft = written(token, timezone.now())
    if draft.findings:
        return _form(request, token, draft, draft.findings)
    shown = {**framed(token, draft), "said": cleaned(draft.intake)}
    return render(request, "portal/applications/check.html", shown)


@require_POST
@private
@existing
def remove(request: HttpRequest, token: str, draft_file_id: int) -> HttpResponse:
    """Take one file out."""
    detach(VISITOR, token=token, draft_file_id=draft_file_id, now=timezone.now())
    return redirect(f"{reverse('portal:application-draft', args=[token])}#files")


@require_POST
@private
@existing
def discard(request: HttpRequest, token: str) -> HttpResponse:
    """Delete what was written."""
    discard_draft(VISITOR, token=token, now=timezone.now())
    return render(request, "portal/applications/discarded.html", {"area": AREA})
