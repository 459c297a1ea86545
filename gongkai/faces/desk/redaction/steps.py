"""What is done to a redaction as a whole: proposing, taking back, taking over, giving up."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.apps.applications.redaction.redacting import discard_redaction, take_over
from gongkai.apps.applications.redaction.releasing import propose, take_back
from gongkai.apps.applications.redaction.states import MAKERS
from gongkai.core.identity import Actor
from gongkai.faces.desk.organs.answering import acted, for_roles
from gongkai.faces.desk.redaction.reaching import address, opened

Act = Callable[[Actor, int, datetime], object]
ACTS: Final[dict[str, tuple[Act, str]]] = {
    "propose": (
        lambda who, pk, now: propose(who, redaction_id=pk, now=now),
        "已经提交复核，请另一位同事核对后放行。",
    ),
    "take_back": (
        lambda who, pk, _: take_back(who, redaction_id=pk),
        "已经撤回，可以继续修改遮盖。",
    ),
    "take_over": (
        lambda who, pk, now: take_over(who, redaction_id=pk, now=now),
        "已经由您接手；放行要由别人办理。",
    ),
    "discard": (
        lambda who, pk, _: discard_redaction(who, redaction_id=pk),
        "已经删除这份区分处理，原文件还在卷内。",
    ),
}


@require_POST
@for_roles(*MAKERS)
def step(request: HttpRequest, application_id: int, redaction_id: int) -> HttpResponse:
    """One button of the page."""
    found = opened(request, application_id, redaction_id)
    chosen = request.POST.get("act", "")
    back = address("redaction", found)
    if chosen not in ACTS:
        return redirect(back)
    act, done = ACTS[chosen]
    if chosen == "discard":
        back = reverse("desk:redactions", args=[application_id])
    return acted(request, lambda who: act(who, redaction_id, timezone.now()), done, back)
