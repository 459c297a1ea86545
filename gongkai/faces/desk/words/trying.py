"""试一试: what the check of the actor's organ says of a text that is pasted here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from gongkai.apps.checks import word_queries as queries
from gongkai.core.checks.wording.keepers import WORD_KEEPERS
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.words.fields import TrialForm
from gongkai.faces.desk.words.lists import AREA, METHODS

AROUND = 12


@require_http_methods(METHODS)
@for_roles(*WORD_KEEPERS)
def try_out(request: HttpRequest) -> HttpResponse:
    """The text, and what is found in it."""
    form = TrialForm(request.POST or None)
    found, is_tried = list[dict[str, object]](), request.method == "POST" and form.is_valid()
    if is_tried:
        text = form.said("text")
        for finding in queries.tried_out(actor(request), text):
            if (span := finding.span) is not None:
                before = text[max(0, span.start - AROUND) : span.start]
                after = text[span.end : span.end + AROUND]
                found.append({"finding": finding, "before": before, "after": after})
    shown = {"area": AREA, "form": form, "found": found, "is_tried": is_tried}
    return render(request, "desk/words/trial.html", shown, status=422 if form.errors else 200)
