"""How a person wants pages shown (长者模式), kept in a cookie."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

COOKIE = "display"
ELDER = "elder"
YEAR = 365 * 24 * 60 * 60


def mode(request: HttpRequest) -> str:
    """The way chosen before: `elder`, or nothing."""
    return ELDER if request.COOKIES.get(COOKIE) == ELDER else ""


@csrf_exempt  # the form stands on pages that are kept for everybody, and only changes their size
@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """Switch to the bigger, calmer pages or back, and return to where the person was."""
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    response = redirect(back if safe else "/")
    chosen = ELDER if request.POST.get("mode") == ELDER else ""
    response.set_cookie(COOKIE, chosen, max_age=YEAR, samesite="Lax", httponly=True)
    return response
