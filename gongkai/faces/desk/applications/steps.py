"""Taking a step of a case: one page with a form for each, what follows said beforehand."""

from collections.abc import Callable
from datetime import date
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.applications.register import case_queries
from gongkai.core.applications.doors import READERS
from gongkai.core.applications.lifecycle import CASE
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.applications import (
    steps_asking,
    steps_consulting,
    steps_deadline,
    steps_delivery,
    steps_ending,
    steps_receiving,
)
from gongkai.faces.desk.applications.stepping import CaseForm, CaseStep, Opened, Sent
from gongkai.faces.desk.applications.words import AREA
from gongkai.faces.desk.organs.answering import Task, for_roles, handled
from gongkai.faces.desk.organs.founding import METHODS

STEPS: Final = {
    step.verb: step
    for step in (
        *steps_deadline.STEPS,
        *steps_asking.STEPS,
        *steps_consulting.STEPS,
        *steps_delivery.STEPS,
        *steps_ending.STEPS,
        *steps_receiving.STEPS,
    )
}
NOT_NOW: Final = "现在不能“{step}”：这件申请的状态是“{state}”，或者已经有人办过了。"


def case_address(application_id: int) -> str:
    """The page of a case."""
    return reverse("desk:application", args=[application_id])


def opened_case(who: Actor, application_id: int) -> Opened:
    """A case of the own organ with what hangs on it. Raises DoesNotExist."""
    row = case_queries.own_case(who, application_id)
    return Opened(who, row, case_queries.case_work(who, row))


def open_steps(opened: Opened, today: date, days: WorkdayCalendar) -> list[CaseStep]:
    """The steps that whoever looks may take now, and not too late."""
    found = (step for step in STEPS.values() if step.is_open(opened))
    return [step for step in found if step.in_time(opened, today, days)]


@require_http_methods(METHODS)
@for_roles(*READERS)
def step(request: HttpRequest, application_id: int, verb: str) -> HttpResponse:
    """The form of one step; it is judged again when it is sent, and only one sender wins."""
    who = actor(request)
    wanted = STEPS.get(verb)
    if wanted is None or not who.roles & wanted.for_roles:
        raise Http404
    opened = opened_case(who, application_id)
    form = form_of(request, wanted, opened)
    if not wanted.is_open(opened):
        said = NOT_NOW.format(step=wanted.name, state=CASE.label(opened.row.state))
        if not form.is_bound:
            messages.warning(request, said)
            return redirect(case_address(application_id))
        form.full_clean()
        form.add_error(None, said)
    return handled(request, task_of(wanted, opened), form, acting(wanted, opened))


def form_of(request: HttpRequest, wanted: CaseStep, opened: Opened) -> CaseForm:
    """The form of a step, with what is known filled in."""
    first = {"expected": opened.row.version}
    form = wanted.form(request.POST if request.method == "POST" else None, initial=first)
    wanted.fit(form, opened)
    return form


def task_of(wanted: CaseStep, opened: Opened) -> Task:
    """What the page says."""
    return Task(
        title=f"{wanted.name}：{opened.row.number}",
        button=wanted.name,
        consequence=wanted.consequence,
        back=case_address(opened.row.pk),
        back_name=opened.row.number,
        done=wanted.done,
        lead=opened.row.subject,
        is_final=wanted.is_final,
        area=AREA,
    )


def acting(wanted: CaseStep, opened: Opened) -> Callable[[Actor, DeskForm], str]:
    """What happens when the form is sent: the step, then back to the case."""

    def act(_who: Actor, form: DeskForm) -> str:
        if isinstance(form, CaseForm):
            wanted.act(Sent(opened, form, timezone.now()))
        return case_address(opened.row.pk)

    return act
