"""词表: the lists of an organ and those for all; opening, renaming, switching off and on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongkai.apps.checks import word_queries as queries
from gongkai.apps.checks.word_lists import open_word_list, rename_word_list, switch_word_list
from gongkai.core.checks.wording.keepers import WORD_KEEPERS
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.organs.answering import Task, acted, for_roles, handled
from gongkai.faces.desk.words.fields import KINDS, ListForm, NewListForm

AREA, NAME = "words", "错敏词表"
METHODS = ["GET", "HEAD", "POST"]


def list_address(list_id: int) -> str:
    """Where a list is."""
    return reverse("desk:words-list", args=[list_id])


@require_safe
@for_roles(*WORD_KEEPERS)
def listing(request: HttpRequest) -> HttpResponse:
    """The lists that hold for the actor's organ."""
    shown = {"area": AREA, "lists": queries.word_lists(actor(request))}
    return render(request, "desk/words/lists.html", shown)


@require_http_methods(METHODS)
@for_roles(*WORD_KEEPERS)
def open_one(request: HttpRequest) -> HttpResponse:
    """Open a list."""
    task = Task(
        title="建立词表",
        button="建立词表",
        consequence="词表对本机关起草的内容有效，建好后再增加或者导入词条。",
        back=reverse("desk:words"),
        back_name=NAME,
        done="已经建立词表。",
        area=AREA,
    )

    def act(who: Actor, sent: DeskForm) -> str:
        row = open_word_list(
            who,
            organ_id=who.organ_id or 0,
            name=sent.said("name"),
            source=sent.said("source"),
            allows=sent.said("kind") == KINDS[1][0],
            now=timezone.now(),
        )
        return list_address(row.pk)

    return handled(request, task, NewListForm(request.POST or None), act)


@require_http_methods(METHODS)
@for_roles(*WORD_KEEPERS)
def rename(request: HttpRequest, word_list_id: int) -> HttpResponse:
    """Give a list another name."""
    row = queries.kept_word_list(actor(request), word_list_id)
    task = Task(
        title=f"更改词表：{row.name}",
        button="保存",
        consequence="只更改名称和来源，词条不变。",
        back=list_address(row.pk),
        back_name=row.name,
        done="已经更改。",
        area=AREA,
    )

    def act(who: Actor, sent: DeskForm) -> str:
        rename_word_list(
            who,
            list_id=row.pk,
            name=sent.said("name"),
            source=sent.said("source"),
            now=timezone.now(),
        )
        return list_address(row.pk)

    before = {"name": row.name, "source": row.source}
    return handled(request, task, ListForm(request.POST or None, initial=before), act)


@require_POST
@for_roles(*WORD_KEEPERS)
def switch(request: HttpRequest, word_list_id: int) -> HttpResponse:
    """Take a list out of use, or put it back."""
    row = queries.kept_word_list(actor(request), word_list_id)
    is_active = request.POST.get("active") == "on"

    def act(who: Actor) -> None:
        switch_word_list(who, list_id=row.pk, is_active=is_active, now=timezone.now())

    done = f"已经{'启用' if is_active else '停用'}“{row.name}”，以后的检查随即照此进行。"
    return acted(request, act, done, list_address(row.pk))
