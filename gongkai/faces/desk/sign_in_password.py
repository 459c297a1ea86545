"""Choosing a new password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.password_validation import password_validators_help_texts
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from gongkai.apps.access.limits import limits
from gongkai.apps.access.passwords import FIRST, OLD, change_password, check_password, why_change
from gongkai.core.finding import Finding
from gongkai.faces.desk.sign_in_asking import signed_in
from gongkai.faces.desk.sign_in_entering import SESSION, acting

WHY = {
    FIRST: "这个密码不是您自己设的（新账号，或者刚被重置）。请先换成自己的密码，再开始工作。",
    OLD: "这个密码用了超过 {days} 天。请先换一个新的，再继续工作。",
}


@sensitive_post_parameters("old", "new", "again")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def password(request: HttpRequest) -> HttpResponse:
    """The form; and what it sends."""
    problems = receive(request) if request.method == "POST" else ()
    if request.method == "POST" and not problems:
        messages.success(request, "密码已经修改，其他登录都已结束。")
        return redirect("desk:home")
    why = why_change(signed_in(request), timezone.now())
    shown = {
        "why": WHY[why].format(days=limits().password_age_days) if why else "",
        "rules": password_validators_help_texts(),
        "problems": problems,
    }
    return render(request, "desk/sign_in/password.html", shown)


def receive(request: HttpRequest) -> tuple[Finding, ...]:
    """Change the password, or say what is in the way."""
    user, now = signed_in(request), timezone.now()
    who = acting(request, user)
    old = request.POST.get("old", "")
    if problem := check_password(user, old, who=who, now=now):
        return (problem,)
    problems = change_password(
        who,
        user=user,
        new=request.POST.get("new", ""),
        again=request.POST.get("again", ""),
        session_id=request.session.get(SESSION),
        now=now,
    )
    if not problems:
        update_session_auth_hash(request, user)
    return problems
