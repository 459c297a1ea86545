"""办理记录: who did what, when, from where, on what, before and after; for the auditor."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.journal.queries import last_verification
from gongkai.apps.organs import audit_queries
from gongkai.apps.organs.auditing import export_entries
from gongkai.core.identity import Role
from gongkai.faces.common.asking import actor
from gongkai.faces.common.exports.table import table_workbook
from gongkai.faces.common.lists import XLSX
from gongkai.faces.desk.journal_asking import asking
from gongkai.faces.desk.journal_showing import cells_of, changes_of, shown_entry
from gongkai.faces.desk.journal_words import EXPORT_HEAD, EXPORT_NAME
from gongkai.faces.desk.organs.answering import for_roles

PER_PAGE = 50
MOST_EXPORTED = 20_000
NOTHING_EXPORTED = (
    f"没有导出：没有符合条件的记录，或者超过 {MOST_EXPORTED} 条。请调整时间范围后再导出。"
)


@require_safe
@for_roles(Role.AUDITOR)
def listing(request: HttpRequest) -> HttpResponse:
    """The entries that the address asks for."""
    who = actor(request)
    organs = audit_queries.organ_names(who)
    form = asking(request, organs)
    rows = audit_queries.entries(who, form.asked)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    kept = {key: value for key, value in request.GET.items() if value and key != "page"}
    shown = {
        "area": "journal",
        "form": form,
        "page": page,
        "entries": [shown_entry(row, organs) for row in page.object_list],
        "kept": kept,
        "address": "?" + urlencode(kept) + ("&" if kept else ""),
        "verification": last_verification(),
    }
    return render(request, "desk/journal/listing.html", shown, status=422 if form.errors else 200)


@require_safe
@for_roles(Role.AUDITOR)
def entry(request: HttpRequest, sequence: int) -> HttpResponse:
    """One entry with what changed."""
    who = actor(request)
    row = audit_queries.entry(who, sequence)
    shown = {
        "area": "journal",
        "entry": shown_entry(row, audit_queries.organ_names(who)),
        "row": row,
        "changes": changes_of(row.before, row.after),
    }
    return render(request, "desk/journal/entry.html", shown)


@require_POST
@for_roles(Role.AUDITOR)
def export(request: HttpRequest) -> HttpResponse:
    """The entries that fit as a workbook; that they were taken out is an entry too."""
    who = actor(request)
    organs = audit_queries.organ_names(who)
    form = asking(request, organs)
    rows = export_entries(who, asked=form.asked, most=MOST_EXPORTED)
    if not rows:
        messages.error(request, NOTHING_EXPORTED)
        return redirect(reverse("desk:journal"))
    book = table_workbook(EXPORT_NAME, EXPORT_HEAD, (cells_of(row, organs) for row in rows))
    response = HttpResponse(book, content_type=XLSX)
    name = f"{EXPORT_NAME}-{localtime(rows[0].at):%Y%m%d}.xlsx"
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=name
    )
    return response
