"""The second factor: turning it on and off, new backup codes."""

from io import BytesIO

import segno
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.access.factors import (
    begin_factor,
    check_code,
    confirm_factor,
    renew_codes,
    turn_off_factor,
)
from gongkai.apps.access.obstacles import wrong_code
from gongkai.apps.access.passwords import check_password
from gongkai.apps.access.queries import codes_left, factor_to_confirm, has_factor, secret_of
from gongkai.apps.access.sessions import strengthen
from gongkai.apps.access.standing import needs_second_factor
from gongkai.core.finding import Finding
from gongkai.faces.desk.sign_in_asking import own_session, signed_in
from gongkai.faces.desk.sign_in_entering import acting
from gongkai.faces.desk.sign_in_watch import SETTLED

SCALE = 5


@never_cache
@require_safe
@login_required
def factor(request: HttpRequest) -> HttpResponse:
    """Whether it is on, and what can be done."""
    return page(request)


def page(request: HttpRequest, problems: tuple[Finding, ...] = ()) -> HttpResponse:
    """The page, with what is in the way."""
    user = signed_in(request)
    device = factor_to_confirm(user)
    shown = {
        "is_on": has_factor(user),
        "must": needs_second_factor(user, timezone.now()),
        "secret": secret_of(device) if device else "",
        "codes_left": codes_left(user),
        "asks_password": user.has_usable_password(),
        "problems": problems,
    }
    return render(request, "desk/sign_in/factor.html", shown)


@require_POST
@login_required
def start(request: HttpRequest) -> HttpResponse:
    """Make the secret."""
    user = signed_in(request)
    if not has_factor(user):
        begin_factor(acting(request, user), user=user)
    return redirect("desk:factor")


@never_cache
@require_safe
@login_required
def picture(request: HttpRequest) -> HttpResponse:
    """The secret as a picture for the app's camera."""
    device = factor_to_confirm(signed_in(request))
    if device is None:
        raise Http404
    out = BytesIO()
    code = segno.make(device.config_url, error="m", micro=False)
    code.save(out, kind="svg", scale=SCALE, light="white", svgclass=None, lineclass=None)
    return HttpResponse(out.getvalue(), content_type="image/svg+xml")


@sensitive_post_parameters("password", "code")
@never_cache
@require_POST
@login_required
def confirm(request: HttpRequest) -> HttpResponse:
    """Turn it on; shows the backup codes, this once."""
    user = signed_in(request)
    if problem := _password_problem(request):
        return page(request, (problem,))
    codes = confirm_factor(acting(request, user), user=user, code=request.POST.get("code", ""))
    if not codes:
        return page(request, (wrong_code(),))
    strengthen(own_session(request), strong=True)
    return render(request, "desk/sign_in/codes.html", {"codes": codes, "is_new": True})


@sensitive_post_parameters("code")
@never_cache
@require_POST
@login_required
def renew(request: HttpRequest) -> HttpResponse:
    """New backup codes for a code of the app."""
    if problem := _code_problem(request):
        return page(request, (problem,))
    user = signed_in(request)
    codes = renew_codes(acting(request, user), user=user)
    return render(request, "desk/sign_in/codes.html", {"codes": codes})


@sensitive_post_parameters("password", "code")
@require_POST
@login_required
def turn_off(request: HttpRequest) -> HttpResponse:
    """Turn it off, for the password and a code. Whose role asks for one sets up another at once."""
    if problem := _password_problem(request) or _code_problem(request):
        return page(request, (problem,))
    user = signed_in(request)
    turn_off_factor(acting(request, user), user=user)
    strengthen(own_session(request), strong=False)
    request.session.pop(SETTLED, None)
    messages.success(request, "第二因素已经关闭，备用码也都作废。")
    return redirect("desk:factor")


def _password_problem(request: HttpRequest) -> Finding | None:
    """What is in the way of the password; whoever has none here is not asked."""
    user, typed = signed_in(request), request.POST.get("password", "")
    if not user.has_usable_password():
        return None
    return check_password(user, typed, who=acting(request, user), now=timezone.now())


def _code_problem(request: HttpRequest) -> Finding | None:
    user, typed = signed_in(request), request.POST.get("code", "")
    return check_code(user, typed, who=acting(request, user), now=timezone.now())
