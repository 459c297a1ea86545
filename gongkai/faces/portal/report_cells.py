"""年报体检: one cell opened; confirming what it reads, and taking that back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.reports.blocked import BlockedError
from gongkai.apps.reports.confirmations import confirm_reading, undo_confirmation
from gongkai.apps.reports.confirming import NotAReadingError, places, typed
from gongkai.apps.reports.queries import ReportRead
from gongkai.core.finding import Finding
from gongkai.faces.common.asking import actor
from gongkai.faces.common.exports.saying import place_of
from gongkai.faces.common.reports.grid import anchor
from gongkai.faces.common.reports.place import place
from gongkai.faces.common.reports.problems import not_a_reading
from gongkai.faces.portal.report_session import EXPIRED, existing, session_of


def read_of(request: HttpRequest, token: str, key: str) -> ReportRead:
    """The report a cell is of."""
    read = session_of(request, token).report(key)
    if read is None:
        raise Http404(EXPIRED)
    return read


@require_safe
@existing
def cell(request: HttpRequest, token: str, key: str, path: str) -> HttpResponse:
    """Where a number comes from, and what else it might be."""
    return opened(request, token, key, path)


def opened(
    request: HttpRequest, token: str, key: str, path: str, problems: tuple[Finding, ...] = ()
) -> HttpResponse:
    """The page of one cell."""
    read = read_of(request, token, key)
    shown = {
        "area": "report-check",
        "token": token,
        "read": read,
        "place": place(read, path),
        "cells": f"/report-check/{token}/reports/{key}/cells/",
        "back": reverse("portal:report", args=[token, key]),
        "confirms": True,
        "problems": problems,
    }
    if shown["place"] is None:
        raise Http404(EXPIRED)
    return render(request, "portal/cell.html", shown, status=422 if problems else 200)


@require_POST
@existing
def confirm(request: HttpRequest, token: str, key: str, path: str) -> HttpResponse:
    """Take a person's reading; the checks run again."""
    before = read_of(request, token, key)
    try:
        confirm_reading(
            actor(request),
            token=token,
            report_key=key,
            path=path,
            reading=typed(tuple(request.POST.getlist("value"))),
            now=timezone.now(),
        )
    except NotAReadingError as error:
        return opened(request, token, key, path, (not_a_reading(str(error)),))
    except BlockedError as error:
        raise Http404(error.findings[0].text) from error
    done = f"已按人工确认记录{place_of(before.report, path)}"
    tell(request, before, read_of(request, token, key), done)
    return back(before, token, path)


@require_POST
@existing
def undo(request: HttpRequest, token: str, key: str, path: str) -> HttpResponse:
    """Let the reading of the file stand again."""
    before = read_of(request, token, key)
    undo_confirmation(actor(request), token=token, report_key=key, path=path, now=timezone.now())
    done = f"已撤销对{place_of(before.report, path)}的确认"
    tell(request, before, read_of(request, token, key), done)
    return back(before, token, path)


def tell(request: HttpRequest, before: ReportRead, after: ReportRead, done: str) -> None:
    """Say what was done and what the checks make of it."""
    was, now = before.errors, after.errors
    change = f"错误由 {was} 项变为 {now} 项" if was != now else f"错误仍为 {now} 项"
    messages.success(request, f"{done}；已重新核对，{change}。")


def back(read: ReportRead, token: str, path: str) -> HttpResponse:
    """To the cell in its table."""
    form = read.report.form
    first = next(iter(places(form, path)), path) if form else path
    return redirect(reverse("portal:report", args=[token, read.key]) + f"#{anchor(first)}")
