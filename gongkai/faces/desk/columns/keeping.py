"""Changing the site and its columns; every change of what is shown can be looked at before."""

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from gongkai.apps.catalogue import columns as actions
from gongkai.apps.catalogue.column_facts import query_faults
from gongkai.apps.catalogue.column_queries import ColumnNode, column_tree, walked
from gongkai.apps.catalogue.installing import install_usual
from gongkai.apps.catalogue.keeping_queries import (
    KEEPERS,
    government_of,
    kept_column,
    kept_site,
    organs_of,
)
from gongkai.apps.catalogue.preview_queries import Preview, preview
from gongkai.apps.catalogue.sites import set_site
from gongkai.core.catalogue.site_facts import SiteFacts
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.columns.forms import (
    ColumnForm,
    MoveForm,
    NewColumnForm,
    SiteForm,
    said_of,
)
from gongkai.faces.desk.columns.listing import AREA, site_of
from gongkai.faces.desk.organs.answering import Task, acted, for_roles, handled
from gongkai.faces.desk.organs.fields import offer
from gongkai.faces.desk.organs.founding import METHODS

if TYPE_CHECKING:
    from gongkai.apps.catalogue.models import Column, Site

LIST = "栏目"
INSTALLED = "常用栏目已经加上；原来有的栏目没有变动。"
MOVED, CLOSED, REOPENED = "次序已经调整。", "已经停用，地址保留。", "已经恢复。"
TOP = "不属于任何栏目（第一级）"
NO_CHANGE = Task(
    title="",
    button="保存",
    consequence="保存以后，公众看到的栏目立即改变；信息本身不变。",
    back="",
    back_name=LIST,
    done="已经保存，公众看到的栏目已经改变。",
    area=AREA,
)


def task(title: str, **changes: str) -> Task:
    """A form about columns."""
    return replace(NO_CHANGE, title=title, back=reverse("desk:columns"), **changes)  # type: ignore[arg-type] # texts only


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def edit_site(request: HttpRequest) -> HttpResponse:
    """Say what every page carries."""
    who = actor(request)
    government = government_of(who)
    here = site_of(who)
    names = asdict(SiteFacts(""))
    now = {name: getattr(here, name) for name in names} if here else {"name": government.name}
    form = SiteForm(request.POST or None, initial=now)

    def act(who: Actor, sent: DeskForm) -> str:
        set_site(who, facts=form.facts(), now=timezone.now())
        return reverse("desk:columns")

    said = task("网站信息", done="已经保存，每个页面的页脚和网页标签都已改变。")
    return handled(request, said, form, act)


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def add(request: HttpRequest) -> HttpResponse:
    """Add a column."""
    who = actor(request)
    here = kept_site(who)
    form = NewColumnForm(request.POST or None, initial={"parent": request.GET.get("parent")})
    offer(form, "parent", parents(here), empty=TOP)

    def act(who: Actor) -> object:
        return actions.add_column(
            who,
            key=form.said("key"),
            facts=form.facts(),
            parent_id=form.number("parent"),
            now=timezone.now(),
        )

    return shown_before(request, task("增加栏目", button="增加"), form, act)


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def change(request: HttpRequest, column_id: int) -> HttpResponse:
    """Change what a column is called and what it shows."""
    column = kept_column(actor(request), column_id)
    form = ColumnForm(request.POST or None, initial=said_of(column))

    def act(who: Actor) -> object:
        facts = form.facts()
        return actions.change_column(who, column_id=column_id, facts=facts, now=timezone.now())

    return shown_before(request, task(f"修改栏目：{column.name}"), form, act, column)


def shown_before(
    request: HttpRequest,
    said: Task,
    form: ColumnForm,
    act: Callable[[Actor], object],
    column: "Column | None" = None,
) -> HttpResponse:
    """Show the form; asked for a preview, what would be shown; else act."""
    who = actor(request)
    organs = organs_of(kept_site(who))
    form.offer_organs([(str(row.pk), row.name) for row in organs])
    found: Preview | None = None
    if request.method == "POST" and form.is_valid():
        try:
            if "preview" not in request.POST:
                act(who)
                messages.success(request, said.done)
                return redirect(said.back)
            found = previewed(who, form, column)
        except BlockedError as error:
            form.take(error)
    shown = {"area": AREA, "task": said, "form": form, "preview": found, "column": column}
    status = 422 if form.errors else 200
    return render(request, "desk/columns/form.html", shown, status=status)


def previewed(who: Actor, form: ColumnForm, column: "Column | None") -> Preview:
    """What would be shown."""
    if faults := list(query_faults(form.query())):
        raise BlockedError(faults)
    return preview(who, form.query(), column=column, each_organ=form.facts().each_organ)


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def move(request: HttpRequest, column_id: int) -> HttpResponse:
    """Put a column below another."""
    column = kept_column(actor(request), column_id)
    form = MoveForm(request.POST or None, initial={"parent": column.parent_id})
    below = {row.column.pk for row in _subtree(column_tree(column.site), column_id)}
    places = [row for row in parents(column.site) if int(row[0]) not in below]
    offer(form, "parent", places, empty=TOP)

    def act(who: Actor, sent: DeskForm) -> str:
        parent = sent.number("parent")
        actions.move_column(who, column_id=column_id, parent_id=parent, now=timezone.now())
        return reverse("desk:columns")

    return handled(request, task(f"移动栏目：{column.name}", button="移动"), form, act)


@require_POST
@for_roles(*KEEPERS)
def shift(request: HttpRequest, column_id: int) -> HttpResponse:
    """One place up or down among those beside it."""
    column = kept_column(actor(request), column_id)
    nodes = walked(column_tree(column.site))
    beside = [row.column for row in nodes if row.column.parent_id == column.parent_id]
    at = next((place for place, row in enumerate(beside) if row.pk == column_id), None)
    is_up = request.POST.get("way") == "up"
    if at is None or (is_up and at == 0):
        return redirect(reverse("desk:columns"))
    before = next(iter(beside[at - 1 :] if is_up else beside[at + 2 :]), None)
    return acted(
        request,
        lambda who: actions.move_column(
            who,
            column_id=column_id,
            parent_id=column.parent_id,
            before_id=None if before is None else before.pk,
            now=timezone.now(),
        ),
        MOVED,
        reverse("desk:columns"),
    )


@require_POST
@for_roles(*KEEPERS)
def close(request: HttpRequest, column_id: int) -> HttpResponse:
    """Take a column from the site."""
    kept_column(actor(request), column_id)
    return acted(
        request,
        lambda who: actions.close_column(who, column_id=column_id, now=timezone.now()),
        CLOSED,
        reverse("desk:columns"),
    )


@require_POST
@for_roles(*KEEPERS)
def reopen(request: HttpRequest, column_id: int) -> HttpResponse:
    """Bring a closed column back."""
    kept_column(actor(request), column_id)
    return acted(
        request,
        lambda who: actions.reopen_column(who, column_id=column_id, now=timezone.now()),
        REOPENED,
        reverse("desk:columns"),
    )


@require_POST
@for_roles(*KEEPERS)
def install(request: HttpRequest) -> HttpResponse:
    """Add the usual columns that are missing."""
    government_of(actor(request))
    return acted(
        request,
        lambda who: install_usual(who, now=timezone.now()),
        INSTALLED,
        reverse("desk:columns"),
    )


def parents(here: "Site") -> list[tuple[str, str]]:
    """The columns that others may stand below, indented."""
    return [
        (str(row.column.pk), "　" * (row.depth - 1) + row.column.name)
        for row in walked(column_tree(here))
    ]


def _subtree(nodes: list[ColumnNode], column_id: int) -> list[ColumnNode]:
    for node in walked(nodes):
        if node.column.pk == column_id:
            return walked([node])
    return []
