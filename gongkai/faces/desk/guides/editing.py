"""Writing a guide: every field on one page; what is missing is said, and kept all the same."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.catalogue import guide_queries as queries
from gongkai.apps.catalogue.guide_queries import KeptGuide
from gongkai.apps.catalogue.guides import save_guide
from gongkai.apps.publishing.comparing import Compared
from gongkai.core.catalogue.disclosure_guide import FIELDS, GuideField
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Role
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.guides.page import AREA
from gongkai.faces.desk.organs.answering import for_roles

SAVED = "已经保存，公众看到的就是这个版本。"
KEPT = "已经保存。还缺少必备内容，公众看到的仍是上一个完整版本。"
METHODS = ["GET", "HEAD", "POST"]
ROWS = 5


class GuideForm(DeskForm):
    """All that a guide says. Nothing has to be filled in before it can be kept."""

    expected = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        for row in FIELDS:
            self.fields[row.key] = field_of(row)

    def content(self) -> dict[str, str]:
        """What was written, by field."""
        return {row.key: self.said(row.key) for row in FIELDS}

    def typed(self) -> dict[str, str]:
        """What was sent, whether it can be taken or not."""
        return {row.key: str(self.data.get(row.key, "")) for row in FIELDS}


def field_of(row: GuideField) -> forms.CharField:
    """A line or a text."""
    widget = forms.Textarea(attrs={"rows": ROWS}) if row.is_long else forms.TextInput()
    return forms.CharField(
        label=row.label,
        max_length=row.most,
        required=False,
        help_text=row.hint,
        widget=widget,
        error_messages={"max_length": f"最多 {row.most} 个字。"},
    )


@require_http_methods(METHODS)
@for_roles(Role.DISCLOSURE_OFFICE)
def edit(request: HttpRequest) -> HttpResponse:
    """Write the guide of the actor's own organ."""
    who = actor(request)
    organ_id = who.organ_id or 0
    kept = queries.kept_guide(who, organ_id, timezone.localdate())
    form = GuideForm(request.POST or None, initial={**kept.content, "expected": kept.number})
    if request.method == "POST" and form.is_valid():
        try:
            revision = save_guide(
                who,
                organ_id=organ_id,
                content=form.content(),
                expected=form.cleaned_data["expected"],
                now=timezone.now(),
            )
        except BlockedError as error:
            form.take(error)
        else:
            messages.success(request, SAVED if revision.is_complete else KEPT)
            return redirect("desk:guide")
    return _shown(request, form, kept)


def _shown(request: HttpRequest, form: GuideForm, kept: KeptGuide) -> HttpResponse:
    """The form; when somebody else was quicker, with what differs from what he saved, ready to
    be sent again."""
    differing = list[Compared]()
    if form.is_bound and form.errors and form.data.get("expected") != str(kept.number):
        differing = queries.compared(kept.content, form.typed())
        form.data = {**form.typed(), "expected": str(kept.number)}
    shown = {"area": AREA, "form": form, "kept": kept, "differing": differing}
    status = 422 if form.errors else 200
    return render(request, "desk/guides/edit.html", shown, status=status)
