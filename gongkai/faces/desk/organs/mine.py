"""我的任职: what somebody holds, who stands in, and for which organ to act."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.organs import people_queries
from gongkai.core.identity.roles import ADMINISTRATORS
from gongkai.faces.common.asking import ORGAN, actor, places
from gongkai.faces.desk.organs.spans import duty_rows, stand_in_rows


@require_safe
@login_required
def page(request: HttpRequest) -> HttpResponse:
    """The person's own duties, in whatever organ."""
    who, today = actor(request), timezone.localdate()
    shown = {
        "area": "mine",
        "who": who,
        "standings": places(request),
        "duties": duty_rows(people_queries.own_duties(who), today),
        "acting": stand_in_rows(people_queries.own_stand_ins(who), today),
        "never": ADMINISTRATORS,
    }
    return render(request, "desk/organs/mine.html", shown)


@require_POST
@login_required
def choose(request: HttpRequest) -> HttpResponse:
    """Act for another organ in which the person serves."""
    wanted = request.POST.get("organ", "")
    chosen = next((place for place in places(request) if str(place.organ_id) == wanted), None)
    if chosen is None:
        raise Http404
    request.session[ORGAN] = chosen.organ_id
    messages.success(request, f"现在以“{chosen.organ}”的身份工作。")
    return redirect("desk:home")
