"""My sessions: how long this one lasts, going on, ending the others."""

from math import ceil

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.access.limits import limits
from gongkai.apps.access.queries import has_factor, may_keep, open_sessions
from gongkai.apps.access.sessions import (
    BY_OIDC,
    BY_PASSWORD,
    ELSEWHERE,
    end_others,
    ends_at,
    extend,
    left,
)
from gongkai.faces.common.attendance import unattended
from gongkai.faces.desk.sign_in_asking import own_session, signed_in
from gongkai.faces.desk.sign_in_entering import acting, next_of

WAYS = {BY_PASSWORD: "密码", BY_OIDC: "统一身份认证"}


@never_cache
@require_safe
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """Every session of this person's that goes on."""
    user, row, now = signed_in(request), own_session(request), timezone.now()
    shown = {
        "area": "sign-in",
        "own": row,
        "ends": ends_at(row),
        "latest": row.opened_at + limits().absolute,
        "idle": f"{limits().idle_minutes:g}",
        "sessions": [
            {"row": one, "way": WAYS.get(one.way, one.way), "is_own": one.pk == row.pk}
            for one in open_sessions(user)
            if ends_at(one) > now
        ],
        "factor": has_factor(user),
        "keeps": may_keep(acting(request, signed_in(request))),
    }
    return render(request, "desk/sign_in/sessions.html", shown)


@require_POST
@login_required
def stay(request: HttpRequest) -> HttpResponse:
    """Go on working: the idle time begins anew."""
    row, now = own_session(request), timezone.now()
    extend(row, now)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"left": ceil(left(row, now).total_seconds())})
    messages.success(request, "可以继续工作了。")
    return redirect(next_of(request, home="desk:my-sessions"))


@unattended
@never_cache
@require_safe
@login_required
def time_left(request: HttpRequest) -> HttpResponse:
    """How many seconds are left, and a fresh token for forms that are still open."""
    seconds = ceil(left(own_session(request), timezone.now()).total_seconds())
    return JsonResponse({"left": seconds, "token": get_token(request)})


@require_POST
@login_required
def end(request: HttpRequest) -> HttpResponse:
    """End every other session of this person's."""
    user, row, now = signed_in(request), own_session(request), timezone.now()
    many = end_others(
        acting(request, signed_in(request)), user_id=user.pk, but=row.pk, reason=ELSEWHERE, now=now
    )
    messages.success(request, f"已经结束其他 {many} 个登录。" if many else "没有其他登录。")
    return redirect("desk:my-sessions")
