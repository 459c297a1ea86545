"""导入标准目录: choose a file, look at what it changes, then import the good rows or nothing."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.catalogue import directory_queries as queries
from gongkai.apps.catalogue.directory_importing import (
    discard_directory,
    import_directory,
    look_through_directory,
)
from gongkai.core.catalogue.directory import LABELS, DirectoryRow, Pairing, spoken
from gongkai.core.catalogue.fields import FIELD, FIELDS
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Role
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import REQUIRED, DeskForm, choice
from gongkai.faces.desk.directory.listing import AREA, field_address
from gongkai.faces.desk.organs.answering import for_roles

METHODS = ["GET", "HEAD", "POST"]
IMPORTED = "已经导入 {count} 个事项。"
NOT_IMPORTED = "没有导入。目录没有变。"
SHOWN = 200
"""So many rows of each sort are shown for a look."""


class FileForm(DeskForm):
    """A file with the table of a field."""

    field = choice("领域", [(row.key, row.label) for row in FIELDS])
    file = forms.FileField(
        label="文件",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
        help_text="XLSX、XLS 或者 CSV，按标准目录的表头。最多 10 MB。",
        error_messages={
            **REQUIRED,
            "empty": "文件是空的。",
            "invalid": "请选择文件。",
            "missing": "请选择文件。",
        },
    )


@require_http_methods(METHODS)
@for_roles(Role.DISCLOSURE_OFFICE)
def choose(request: HttpRequest) -> HttpResponse:
    """Choose a file; it is read and shown, nothing is imported yet."""
    who, sent = actor(request), request.method == "POST"
    asked = {"field": request.GET.get("field", "")}
    form = FileForm(request.POST, request.FILES) if sent else FileForm(initial=asked)
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            draft = look_through_directory(
                who,
                organ_id=who.organ_id or 0,
                field=form.said("field"),
                name=file.name,
                data=file.read(),
                now=timezone.now(),
            )
        except BlockedError as error:
            form.take(error)
        else:
            return redirect("desk:directory-draft", draft.pk)
    shown = {"area": AREA, "form": form}
    return render(request, "desk/directory/file.html", shown, status=422 if form.errors else 200)


@require_http_methods(METHODS)
@for_roles(Role.DISCLOSURE_OFFICE)
def decide(request: HttpRequest, directory_draft_id: int) -> HttpResponse:
    """What the file would change; import the good rows, or nothing."""
    draft = queries.directory_draft(actor(request), directory_draft_id)
    if request.method == "POST":
        return _decided(request, draft.pk, draft.field)
    pairing = queries.draft_difference(draft)
    shown = {
        "area": AREA,
        "draft": draft,
        "field": FIELD[draft.field],
        "count": len(draft.rows),
        "pairing": pairing,
        "changed": changes(pairing),
        "new": pairing.new[:SHOWN],
        "gone": pairing.gone[:SHOWN],
        "sheets": [note for note in draft.notes if not note["row"]],
        "notes": [note for note in draft.notes if note["row"]],
    }
    return render(request, "desk/directory/draft.html", shown)


def changes(pairing: Pairing) -> list[tuple[DirectoryRow, list[tuple[str, str, str]]]]:
    """The rows that change: of each the columns that differ, as they were and as they would be."""
    return [
        (
            after,
            [
                (
                    LABELS[name],
                    spoken(name, getattr(before, name)),
                    spoken(name, getattr(after, name)),
                )
                for name in names
            ],
        )
        for before, after, names in pairing.changed[:SHOWN]
    ]


def _decided(request: HttpRequest, draft_id: int, field: str) -> HttpResponse:
    who = actor(request)
    if request.POST.get("choice") != "import":
        discard_directory(who, draft_id=draft_id)
        messages.success(request, NOT_IMPORTED)
        return redirect(field_address(field))
    try:
        count = import_directory(
            who,
            draft_id=draft_id,
            removes_others=request.POST.get("others") == "remove",
            now=timezone.now(),
        )
    except BlockedError as error:
        for finding in error.findings:
            messages.error(request, f"{finding.text}{finding.hint}")
        return redirect("desk:directory-draft", draft_id)
    messages.success(request, IMPORTED.format(count=count))
    return redirect(field_address(field))
