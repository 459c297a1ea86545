"""年报库: the reports an organ keeps."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.journal.queries import history
from gongkai.apps.reports import queries
from gongkai.apps.reports.blocked import BlockedError
from gongkai.apps.reports.keeping import download_original, restore_report, withdraw_report
from gongkai.core.finding import Finding
from gongkai.faces.common.asking import actor
from gongkai.faces.common.exports.saying import name_of
from gongkai.faces.common.reports.page import page_of
from gongkai.faces.common.reports.place import place
from gongkai.faces.desk.report_check import existing

PER_PAGE = 50
VERBS = {
    "keep_report": "保存到年报库",
    "withdraw_report": "移出年报库",
    "restore_report": "放回年报库",
    "read": "下载原件",
}


@require_safe
@login_required
def listing(request: HttpRequest) -> HttpResponse:
    """The library, filtered as the address says."""
    who, asked = actor(request), request.GET
    year = asked.get("year", "")
    text, withdrawn = asked.get("text", "").strip(), asked.get("withdrawn") == "1"
    number = int(year) if year.isdecimal() and year.isascii() else None
    rows = queries.library(who, text=text, year=number, withdrawn=withdrawn)
    kept = {key: value for key in ("text", "year", "withdrawn") if (value := asked.get(key))}
    address = "?" + urlencode(kept) + ("&" if kept else "")
    shown = {
        "area": "library",
        "page": Paginator(rows, PER_PAGE).get_page(asked.get("page")),
        "years": queries.library_years(who),
        "filter": {"text": text, "year": number, "withdrawn": withdrawn, "address": address},
    }
    return render(request, "desk/library.html", shown)


@require_safe
@login_required
@existing
def kept(request: HttpRequest, report_id: int) -> HttpResponse:
    """One kept report."""
    return page(request, report_id)


def page(request: HttpRequest, report_id: int, problems: tuple[Finding, ...] = ()) -> HttpResponse:
    """The page of one kept report."""
    who = actor(request)
    row = queries.kept_row(who, report_id)
    shown = {
        "area": "library",
        "row": row,
        "files": row.files.defer("data"),
        "page": page_of(queries.kept_report(row)),
        "cells": reverse("desk:kept", args=[row.pk]) + "cells/",
        "history": [
            {"at": entry.at, "actor_name": entry.actor_name, "label": VERBS.get(entry.verb, "")}
            for entry in history(who, f"annual_report:{row.pk}")
        ],
        "problems": problems,
    }
    return render(request, "desk/kept.html", shown, status=422 if problems else 200)


@require_safe
@login_required
@existing
def cell(request: HttpRequest, report_id: int, path: str) -> HttpResponse:
    """Where a number of a kept report comes from."""
    read = queries.kept_report(queries.kept_row(actor(request), report_id))
    opened = place(read, path)
    if opened is None:
        raise Http404
    back = reverse("desk:kept", args=[report_id])
    shown = {"area": "library", "place": opened, "back": back, "name": name_of(read.report)}
    return render(request, "desk/cell.html", shown)


@require_safe
@login_required
@existing
def original(request: HttpRequest, report_id: int, file_id: int) -> HttpResponse:
    """A kept report's file as it came; always saved, never shown inside our own pages."""
    name, data = download_original(actor(request), report_id=report_id, file_id=file_id)
    response = HttpResponse(data, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=name
    )
    return response


@require_POST
@login_required
@existing
def withdraw(request: HttpRequest, report_id: int) -> HttpResponse:
    """Take a report out of the library."""
    reason = request.POST.get("reason", "")
    try:
        withdraw_report(actor(request), report_id=report_id, reason=reason, now=timezone.now())
    except BlockedError as error:
        return page(request, report_id, error.findings)
    messages.success(request, "已经移出年报库；在“已移出”中可以找到并放回。")
    return redirect("desk:library")


@require_POST
@login_required
@existing
def restore(request: HttpRequest, report_id: int) -> HttpResponse:
    """Put a withdrawn report back."""
    row = restore_report(actor(request), report_id=report_id)
    messages.success(request, "已经放回年报库。")
    return redirect("desk:kept", row.pk)
