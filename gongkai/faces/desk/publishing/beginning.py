"""Beginning an item: which kind, and of which unit."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.publishing.drafting import open_item
from gongkai.apps.publishing.queries import units_of
from gongkai.core.finding import BlockedError
from gongkai.core.publishing.doors import WRITERS
from gongkai.core.publishing.kinds import KINDS, Kind
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import REQUIRED, DeskForm, choice
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.organs.fields import offer
from gongkai.faces.desk.publishing.words import AREA

WORKDAYS = "，{days} 个工作日内"


def label_of(kind: Kind) -> str:
    """A kind with its term, and what it is for."""
    days = WORKDAYS.format(days=kind.term.workdays) if kind.term.workdays else ""
    term = f"{kind.label}（{kind.term.label}{days}）"
    return f"{term}：{kind.hint}" if kind.hint else term


class BeginForm(DeskForm):
    """What is to be begun."""

    kind = forms.ChoiceField(
        label="类别",
        choices=[(kind.key, label_of(kind)) for kind in KINDS],
        widget=forms.RadioSelect,
        error_messages={**REQUIRED, "invalid_choice": "请从列表中选择类别。"},
    )
    unit = choice("科室", (), required=False)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def new(request: HttpRequest) -> HttpResponse:
    """Choose a kind; the editor opens."""
    who = actor(request)
    sent = request.POST if request.method == "POST" else None
    form = BeginForm(sent, initial={"kind": request.GET.get("kind")})
    offer(form, "unit", [(str(row.pk), row.name) for row in units_of(who)], empty="不属于科室")
    if form.is_valid():
        try:
            edition = open_item(
                who, kind=form.said("kind"), unit_id=form.number("unit"), now=timezone.now()
            )
        except BlockedError as error:
            form.take(error)
        else:
            return redirect("desk:edition-edit", edition.pk)
    shown = {"area": AREA, "form": form}
    return render(request, "desk/publishing/new.html", shown, status=422 if form.errors else 200)
