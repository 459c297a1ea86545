"""年报体检: what was read in the files, report by report."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongkai.apps.reports import queries
from gongkai.apps.reports.limits import limits
from gongkai.apps.reports.queries import Session
from gongkai.apps.reports.sessions import discard_session, extend_session, remove_file
from gongkai.faces.common.asking import actor
from gongkai.faces.common.reports.comparing import comparisons
from gongkai.faces.common.reports.page import page_of
from gongkai.faces.common.reports.sending import seal, within_bounds
from gongkai.faces.portal.report_check import receive

EXPIRED = "这次体检不存在，或者已经到期删除。请重新放入文件。"
View = Callable[..., HttpResponse]


def existing(view: View) -> View:
    """Answer 404 with a sentence where the session is gone."""

    @wraps(view)
    def answer(request: HttpRequest, **values: str) -> HttpResponse:
        try:
            return view(request, **values)
        except ObjectDoesNotExist as error:
            raise Http404(EXPIRED) from error

    return answer


def session_of(request: HttpRequest, token: str) -> Session:
    """The session of an address. Raises DoesNotExist."""
    return queries.session(actor(request), token, timezone.now())


@require_http_methods(["GET", "HEAD", "POST"])
@within_bounds
@existing
def show(request: HttpRequest, token: str, key: str = "") -> HttpResponse:
    """The files with what became of them, and one report; files that are sent here are added."""
    session = session_of(request, token)
    if request.method == "POST":
        return receive(request)
    read = session.report(key) if key else next(iter(session.reports), None)
    if key and read is None:
        raise Http404(EXPIRED)
    shown = {
        "area": "report-check",
        "session": session,
        "limits": limits(),
        "submission": seal(token),
        "trouble": any(file.problem for file in session.files),
        "read": read,
        "page": page_of(read) if read else None,
        "cells": f"/report-check/{token}/reports/{read.key}/cells/" if read else "",
        "confirms": True,
    }
    response = render(request, "portal/session.html", shown)
    if request.headers.get("HX-Request") and not session.pending:
        response.headers["HX-Refresh"] = "true"
    return response


@require_safe
@existing
def compare(request: HttpRequest, token: str) -> HttpResponse:
    """The reports side by side: years of one organ, organs of one year."""
    session = session_of(request, token)
    shown = {
        "area": "report-check",
        "session": session,
        "comparisons": comparisons(session.reports, region=request.GET.get("region", "")),
    }
    return render(request, "portal/compare.html", shown)


@require_POST
@existing
def extend(request: HttpRequest, token: str) -> HttpResponse:
    """Give the session its full time again."""
    extend_session(actor(request), token=token, now=timezone.now())
    messages.success(request, f"已经延长：读取结果从现在起再保留 {limits().hours} 小时。")
    return redirect("portal:session", token)


@require_POST
@existing
def discard(request: HttpRequest, token: str) -> HttpResponse:
    """Delete the session now."""
    discard_session(actor(request), token=token, now=timezone.now())
    messages.success(request, "已经删除：文件、读取结果和人工确认都不再保留。")
    return redirect("portal:report-check")


@require_POST
@existing
def remove(request: HttpRequest, token: str, file_id: int) -> HttpResponse:
    """Take one file out of the session."""
    remove_file(actor(request), token=token, file_id=file_id, now=timezone.now())
    messages.success(request, "已经移除这份文件，其余文件重新识别。")
    return redirect("portal:session", token)
