"""年报体检: the reading as a file to keep."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from gongkai.apps.reports.comparing import compared
from gongkai.apps.reports.queries import Session
from gongkai.apps.reports.reading import Checked
from gongkai.faces.common.exports.objects import checked_object, line_of
from gongkai.faces.common.exports.page import page
from gongkai.faces.common.exports.result import Result
from gongkai.faces.common.exports.workbook import workbook
from gongkai.faces.portal.report_session import EXPIRED, existing, session_of

NAME = "年报体检"


def lines(result: Result) -> bytes:
    """One JSON object a report, each on its line."""
    return "".join(line_of(checked_object(one)) + "\n" for one in result.checked).encode()


KINDS: dict[str, tuple[str, Callable[[Result], bytes]]] = {
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook),
    "json": ("application/jsonl; charset=utf-8", lines),
    "html": ("text/html; charset=utf-8", page),
}
ENDINGS = {"json": "jsonl"}


@require_safe
@existing
def download(request: HttpRequest, token: str, kind: str) -> HttpResponse:
    """All reports of a session as one file."""
    session = session_of(request, token)
    if kind not in KINDS or not session.reports:
        raise Http404(EXPIRED)
    content_type, write = KINDS[kind]
    response = HttpResponse(write(result_of(session)), content_type=content_type)
    name = f"{NAME}.{ENDINGS.get(kind, kind)}"
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=name
    )
    return response


def result_of(session: Session) -> Result:
    """What a session came to, as exports want it."""
    problems = (*(file.problem for file in session.files), session.problem)
    return Result(
        tuple(Checked(read.report, read.findings) for read in session.reports),
        tuple(problem for problem in problems if problem),
        compared([read.report for read in session.reports]),
    )
