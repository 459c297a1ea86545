"""我的待办: what waits for this person."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gongkai.apps.organs.queries import calendar
from gongkai.apps.reports import queries
from gongkai.apps.wires.queries import undelivered
from gongkai.core.applications.doors import READERS as READERS_OF_APPLICATIONS
from gongkai.core.disputes.doors import READERS as READERS_OF_DISPUTES
from gongkai.core.identity import Role
from gongkai.core.publishing.doors import READERS
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.applications.waiting import KINDS as APPLICATIONS
from gongkai.faces.desk.waiting import KINDS, groups

MOST = 10


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """What is to be done today and this week, what others have in hand; then the reports."""
    who, now, days = actor(request), timezone.now(), calendar()
    today = timezone.localdate(now)
    kinds = (
        *(APPLICATIONS if who.roles & READERS_OF_APPLICATIONS else ()),
        *(KINDS if who.roles & (READERS | READERS_OF_DISPUTES) else ()),
    )
    shown = {
        "area": "home",
        "today": today,
        "workday": days.is_workday(today),
        "provisional": days.provisional(today, today),
        "outside": who.organ_id is None,
        "groups": groups(who, today, kinds) if kinds else [],
        "stuck": undelivered() if Role.ADMINISTRATOR in who.roles else [],
        "waiting": queries.waiting_sessions(who, now).prefetch_related("files")[:MOST],
        "faulty": queries.library(who).filter(errors__gt=0)[:MOST],
    }
    return render(request, "desk/home.html", shown)
