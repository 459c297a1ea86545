"""The second factor while signing in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gongkai.apps.access.factors import check_code
from gongkai.faces.desk.sign_in_entering import acting, go_on, waiting

TOO_LATE = "等待验证码的时间过了，请重新登录。"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Ask for a code of the app or a backup code."""
    now = timezone.now()
    user = waiting(request, now)
    if user is None:
        if request.method == "POST":
            messages.warning(request, TOO_LATE)
        return redirect("desk:login")
    if request.method != "POST":
        return render(request, "desk/sign_in/code.html")
    typed = request.POST.get("code", "")
    problem = check_code(user, typed, who=acting(request, user), now=now)
    if problem is None:
        return go_on(request, user)
    return render(request, "desk/sign_in/code.html", {"problems": (problem,)})
