"""What somebody had sent when the session was over: look at it, send it again, or drop it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.access.holding import drop_form
from gongkai.apps.access.queries import held_form
from gongkai.faces.desk.sign_in_asking import signed_in
from gongkai.faces.desk.sign_in_entering import acting


@never_cache
@require_safe
@login_required
def held(request: HttpRequest, token: str) -> HttpResponse:
    """The form as it was filled in."""
    try:
        form = held_form(signed_in(request), token, timezone.now())
    except ObjectDoesNotExist as error:
        raise Http404 from error
    pairs = [(name, value) for name, row in form.fields.items() for value in row]
    shown = {
        "form": form,
        "pairs": pairs,
        "written": [value for _, value in pairs if value.strip()],
    }
    return render(request, "desk/sign_in/held.html", shown)


@require_POST
@login_required
def drop(request: HttpRequest, token: str) -> HttpResponse:
    """Forget it."""
    try:
        held_form(signed_in(request), token, timezone.now())
    except ObjectDoesNotExist as error:
        raise Http404 from error
    drop_form(acting(request, signed_in(request)), user=signed_in(request), token=token)
    messages.success(request, "留存的内容已经删除。")
    return redirect("desk:home")
