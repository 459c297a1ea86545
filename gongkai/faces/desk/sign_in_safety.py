"""For the security administrator: locked doors, lost phones, sessions to be ended."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.access.factors import turn_off_factor
from gongkai.apps.access.guarding import ACCOUNT, ADDRESS, CODE, unlock
from gongkai.apps.access.passwords import issue_password
from gongkai.apps.access.queries import (
    has_factor,
    locked_door,
    locked_doors,
    may_keep,
    open_sessions,
    people,
    person,
)
from gongkai.apps.access.sessions import CLOSED, end_others
from gongkai.core.identity import Actor
from gongkai.faces.desk.sign_in_asking import signed_in
from gongkai.faces.desk.sign_in_entering import acting

if TYPE_CHECKING:
    from gongkai.apps.organs.models import User

MOST = 50
KINDS = {ACCOUNT: "密码", CODE: "第二因素", ADDRESS: "网络地址"}


@never_cache
@require_safe
@login_required
def safety(request: HttpRequest) -> HttpResponse:
    """Everything that is locked, and people by name."""
    who, now, text = keeper(request), timezone.now(), request.GET.get("text", "").strip()
    shown = {
        "area": "sign-in",
        "text": text,
        "doors": [
            {"row": row, "kind": KINDS[row.key.partition(":")[0]]} for row in locked_doors(who, now)
        ],
        "people": [
            {"row": row, "factor": has_factor(row), "sessions": open_sessions(row).count()}
            for row in people(who, text)[:MOST]
        ],
    }
    return render(request, "desk/sign_in/safety.html", shown)


@require_POST
@login_required
def open_door(request: HttpRequest, guard_id: int) -> HttpResponse:
    """Unlock before the time."""
    who = keeper(request)
    try:
        guard = locked_door(who, guard_id, timezone.now())
    except ObjectDoesNotExist as error:
        raise Http404 from error
    unlock(who, guard_id=guard.pk)
    messages.success(request, "已经解除锁定，可以马上再登录。")
    return redirect("desk:safety")


@require_POST
@login_required
def end(request: HttpRequest, user_id: int) -> HttpResponse:
    """End all sessions of somebody."""
    who, user = keeper(request), governed(request, user_id)
    many = end_others(who, user_id=user.pk, but=None, reason=CLOSED, now=timezone.now())
    messages.success(request, f"已经结束{user}的 {many} 个登录。")
    return redirect("desk:safety")


@require_POST
@login_required
def reset_factor(request: HttpRequest, user_id: int) -> HttpResponse:
    """Take somebody's second factor away, and end the sessions it had opened."""
    who, user = keeper(request), governed(request, user_id)
    turn_off_factor(who, user=user)
    end_others(who, user_id=user.pk, but=None, reason=CLOSED, now=timezone.now())
    said = f"{user}的第二因素和备用码都已作废，登录都已结束；本人下次登录后可以重新设置。"
    messages.success(request, said)
    return redirect("desk:safety")


@never_cache
@require_POST
@login_required
def give_password(request: HttpRequest, user_id: int) -> HttpResponse:
    """A password for the first day, shown this once."""
    who, user = keeper(request), governed(request, user_id)
    password = issue_password(who, user=user, now=timezone.now())
    return render(request, "desk/sign_in/issued.html", {"person": user, "password": password})


def governed(request: HttpRequest, user_id: int) -> "User":
    """An account the actor looks after; others are not there."""
    try:
        return person(keeper(request), user_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error


def keeper(request: HttpRequest) -> Actor:
    """Who acts, if they look after signing in; the page is not there for anybody else."""
    who = acting(request, signed_in(request))
    if not may_keep(who):
        raise Http404
    return who
