"""核验办理记录: asking for it, watching it, reading what it came to."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.journal.queries import flaws_of
from gongkai.apps.journal.verifying import ask_verification
from gongkai.apps.organs import audit_queries
from gongkai.core.identity import Role
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.organs.answering import for_roles


@require_POST
@for_roles(Role.AUDITOR)
def ask(request: HttpRequest) -> HttpResponse:
    """Have the whole chain verified."""
    number = ask_verification(actor(request), now=timezone.now())
    messages.success(request, "已经开始核验。")
    return redirect("desk:journal-verification", number)


@require_safe
@for_roles(Role.AUDITOR)
def show(request: HttpRequest, number: int) -> HttpResponse:
    """How far it is, or what it came to."""
    row = audit_queries.verification(actor(request), number)
    shown = {
        "area": "journal",
        "verification": row,
        "pending": row.finished_at is None,
        "flaws": flaws_of(row),
    }
    return render(request, "desk/journal/verification.html", shown)
