"""材料: putting a file into a case; giving several cases to somebody at once."""

from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.applications.handling import assigning, assigning_queries
from gongkai.apps.applications.receiving.enclosing import PURPOSES, add_case_file
from gongkai.apps.applications.register import case_queries
from gongkai.apps.applications.register.queue_queries import own_ticked, units_of
from gongkai.apps.files.limits import limits
from gongkai.core.applications.doors import HANDLERS, OFFICE
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import REQUIRED, DeskForm, choice, day
from gongkai.faces.common.reports.sending import within_bounds
from gongkai.faces.desk.applications.steps import case_address
from gongkai.faces.desk.applications.words import AREA
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.organs.fields import offer
from gongkai.faces.desk.organs.founding import METHODS
from gongkai.faces.desk.publishing.forms import is_number

MOST: Final = 200
DONE: Final = "已经交办 {count} 件。"
SENT: Final = "已经加入材料，系统正在检查文件。"


class FileForm(DeskForm):
    """A file, and what it is for."""

    purpose = choice("用途", tuple(PURPOSES.items()))
    file = forms.FileField(label="文件", error_messages={**REQUIRED, "empty": "文件是空的。"})


@within_bounds
@require_http_methods(METHODS)
@for_roles(*HANDLERS)
def new(request: HttpRequest, application_id: int) -> HttpResponse:
    """Put a file into the case."""
    who = actor(request)
    row = case_queries.own_case(who, application_id)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            add_case_file(
                who,
                application_id=application_id,
                purpose=form.said("purpose"),
                name=sent.name,
                data=sent.read(limits().of_reader().file_bytes + 1),
                now=timezone.now(),
            )
        except BlockedError as error:
            form.take(error)
        else:
            messages.success(request, SENT)
            return redirect(case_address(application_id))
    shown = {"area": AREA, "row": row, "form": form, "back": case_address(application_id)}
    return render(request, "desk/applications/file.html", shown, status=422 if form.errors else 200)


class TogetherForm(DeskForm):
    """To whom several cases go."""

    unit = choice("承办科室", (), required=False)
    person = choice("承办人", (), required=False)
    answer_by = day("内部期限", required=False)


@require_http_methods(METHODS)
@for_roles(*OFFICE)
def assign_together(request: HttpRequest) -> HttpResponse:
    """Give the ticked cases to a unit or a person; each one's own result is said."""
    who, today = actor(request), timezone.localdate()
    sent = request.POST if request.method == "POST" else request.GET
    numbers = [int(one) for one in sent.getlist("application") if is_number(one)][:MOST]
    rows = list(own_ticked(who, numbers))
    if not rows:
        messages.info(request, NOTHING)
        return redirect(reverse("desk:applications"))
    form = TogetherForm(request.POST if request.method == "POST" else None)
    offer(form, "unit", [(str(row.pk), row.name) for row in units_of(who)], empty="不选")
    offer(form, "person", assigning_queries.colleagues(who, today), empty="不选")
    if request.method == "POST" and form.is_valid():
        wanted = form.number("person")
        task = assigning.Task(
            unit_id=form.number("unit"),
            person=None if wanted is None else assigning_queries.colleague(who, wanted, today),
            answer_by=form.cleaned_data.get("answer_by"),
        )
        done = 0
        for row in rows:
            done += assigned(
                request, who, (row.pk, row.number), sent.get(f"version-{row.pk}"), task
            )
        if done:
            messages.success(request, DONE.format(count=done))
        return redirect(reverse("desk:applications"))
    shown = {"area": AREA, "rows": rows, "form": form}
    return render(
        request, "desk/applications/together.html", shown, status=422 if form.errors else 200
    )


NOTHING: Final = "没有勾选要交办的申请。"


def assigned(
    request: HttpRequest,
    who: Actor,
    case: tuple[int, str],
    version: str | None,
    task: assigning.Task,
) -> int:
    """Give one case away, as the page showed it; what is in the way is said with its number."""
    number, name = case
    try:
        assigning.assign(
            who,
            application_id=number,
            expected=int(version) if version and is_number(version) else -1,
            task=task,
            now=timezone.now(),
        )
    except BlockedError as error:
        for finding in error.findings:
            messages.error(request, f"{name}：{finding.text}{finding.hint}")
        return 0
    return 1
