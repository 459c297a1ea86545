"""另发文书: the notices a case has something to say for now: looked at beforehand, then issued."""

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.applications.letters.notices import issue_notice
from gongkai.apps.applications.previews import notice_queries as queries
from gongkai.apps.applications.register import case_queries
from gongkai.core.applications.doors import HANDLERS
from gongkai.core.finding import BlockedError
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.applications.letters import letter_address
from gongkai.faces.desk.applications.replies import as_download
from gongkai.faces.desk.applications.words import AREA
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.publishing.forms import is_number

USES: Final = {
    "DOC-02": "一次性告知申请人需要补正的内容、怎样补正和补正期限。",
    "DOC-03": "告知申请人延长答复的理由和新的答复期限。",
    "DOC-04": "书面征求第三方的意见，附回复意见的表格。",
    "DOC-05": "征求其他机关的意见，附回复意见的表格。",
    "DOC-06": "第三方不同意公开，因公共利益决定公开的，把决定和理由告知第三方。",
    "DOC-07": "申请的数量、频次明显超过合理范围的，要求申请人说明理由。",
    "DOC-08": "通知申请人信息处理费的计算、金额和缴费方式。",
    "DOC-20": "申请人逾期没有补正的，告知不再处理。",
    "DOC-20A": "申请人逾期没有缴费的，告知不再处理。",
    "DOC-22": "告知申请人延迟答复的理由和答复日期。",
    "DOC-23": "送达文书时由收件人签字，收回以后存入案卷。",
}
"""What each notice is for."""
DONE: Final = "已经印发{title}，文号 {number}。接着登记送达。"


@require_safe
@for_roles(*HANDLERS)
def page(request: HttpRequest, application_id: int) -> HttpResponse:
    """What can be issued now, and what was."""
    who = actor(request)
    row = case_queries.own_case(who, application_id)
    found = queries.possible_notices(who, application_id)
    shown = {
        "area": AREA,
        "case": row,
        "open": [(one, USES[one.kind.code]) for one in found if one.letter is None],
        "issued": [one for one in found if one.letter is not None],
    }
    return render(request, "desk/applications/notices.html", shown)


@require_safe
@for_roles(*HANDLERS)
def preview(request: HttpRequest, application_id: int) -> HttpResponse:
    """A notice as it would be issued now; what is missing is said on the page."""
    code, about = request.GET.get("code", ""), about_of(request.GET.get("about", ""))
    try:
        made = queries.previewed_notice(
            actor(request), application_id, code, about=about, now=timezone.now()
        )
    except BlockedError as error:
        return refused(request, application_id, error)
    return as_download(made.name, made.data, made.media_type)


@require_POST
@for_roles(*HANDLERS)
def issue(request: HttpRequest, application_id: int) -> HttpResponse:
    """Issue a notice; its delivery is noted next."""
    try:
        letter = issue_notice(
            actor(request),
            application_id=application_id,
            code=request.POST.get("code", ""),
            about=about_of(request.POST.get("about", "")),
            now=timezone.now(),
        )
    except BlockedError as error:
        return refused(request, application_id, error)
    messages.success(request, DONE.format(title=letter.title, number=letter.number))
    return redirect(letter_address(letter.pk))


def refused(request: HttpRequest, application_id: int, error: BlockedError) -> HttpResponse:
    """Back to the page, which says what is in the way."""
    for finding in error.findings:
        messages.error(request, f"{finding.text}{finding.hint}")
    return redirect(reverse("desk:application-notices", args=[application_id]))


def about_of(value: str) -> int | None:
    """The number of the row it speaks of, where there is one."""
    return int(value) if is_number(value) else None
