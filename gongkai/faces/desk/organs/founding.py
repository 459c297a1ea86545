"""Entering an organ, setting right what was entered, renaming."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.organs import directory_queries as queries
from gongkai.apps.organs.founding import amend_organ, found_organ
from gongkai.apps.organs.naming import rename_organ, undo_rename
from gongkai.core.identity import Actor
from gongkai.core.identity.directory import KEEPERS
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.organs.answering import Task, for_roles, handled
from gongkai.faces.desk.organs.fields import (
    FactsForm,
    FoundForm,
    ReasonForm,
    RenameForm,
    offer,
    organ_choices,
)

METHODS = ["GET", "HEAD", "POST"]
LIST = "机构与人员"


def organ_address(organ_id: int) -> str:
    """The page of an organ."""
    return reverse("desk:organ", args=[organ_id])


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def found(request: HttpRequest) -> HttpResponse:
    """Enter a new organ."""
    form = FoundForm(request.POST or None, initial={"superior": request.GET.get("superior")})
    offer(form, "superior", organ_choices(queries.governed(actor(request))))
    task = Task(
        title="登记机构",
        button="登记",
        consequence="登记以后，上级机关的人员可以查看它；安全管理员可以给它的人员授予角色。",
        back=reverse("desk:organs"),
        back_name=LIST,
        done="已经登记。下一步：设立科室、登记人员，再请安全管理员授予角色。",
    )

    def act(who: Actor, sent: DeskForm) -> str:
        organ = found_organ(
            who,
            name=form.said("name"),
            short_name=form.said("short_name"),
            facts=form.facts(),
            basis=form.basis(timezone.localdate()),
        )
        return organ_address(organ.pk)

    return handled(request, task, form, act)


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def amend(request: HttpRequest, organ_id: int) -> HttpResponse:
    """Set right what is entered about an organ."""
    who = actor(request)
    organ = queries.governed_organ(who, organ_id)
    names = ("kind", "region_code", "region", "code", "is_competent")
    now = {name: getattr(organ, name) for name in names} | {"superior": organ.superior_id or ""}
    form = FactsForm(request.POST or None, initial=now)
    choices = organ_choices(row for row in queries.governed(who) if row.pk != organ.pk)
    if organ.superior is None:
        form.fields["superior"].required = False
    elif str(organ.superior_id) not in dict(choices):
        choices.insert(0, (str(organ.superior_id), organ.superior.name))
    offer(form, "superior", choices, empty="没有上级机关" if organ.superior is None else "请选择")
    task = Task(
        title=f"更正机构信息：{organ.name}",
        button="保存",
        consequence="改变上级机关或者主管部门身份以后，谁能查看哪些机关会立即随之改变。",
        back=organ_address(organ.pk),
        back_name=organ.name,
        done="已经更正。",
        lead="名称不在这里改：名称变更请用“更名”，名称历史会保留。",
    )

    def act(who: Actor, sent: DeskForm) -> str:
        amend_organ(who, organ_id=organ_id, facts=form.facts())
        return organ_address(organ_id)

    return handled(request, task, form, act)


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def rename(request: HttpRequest, organ_id: int) -> HttpResponse:
    """Give an organ another name."""
    organ = queries.governed_organ(actor(request), organ_id)
    now = {"name": organ.name, "short_name": organ.short_name}
    form = RenameForm(request.POST or None, initial=now)
    task = Task(
        title=f"更名：{organ.name}",
        button="更名",
        consequence=f"从生效日期起用新名称；“{organ.name}”留在名称历史中，按日期可以查到。",
        back=organ_address(organ.pk),
        back_name=organ.name,
        done="已经更名。登记有误时，可以在名称历史中撤回。",
    )

    def act(who: Actor, sent: DeskForm) -> str:
        rename_organ(
            who,
            organ_id=organ_id,
            name=form.said("name"),
            short_name=form.said("short_name"),
            basis=form.basis(timezone.localdate()),
        )
        return organ_address(organ_id)

    return handled(request, task, form, act)


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def undo(request: HttpRequest, organ_id: int) -> HttpResponse:
    """Take a mistaken rename back."""
    organ = queries.governed_organ(actor(request), organ_id)
    task = Task(
        title=f"撤回更名：{organ.name}",
        button="撤回更名",
        consequence=f"恢复更名以前的名称，“{organ.name}”标为登记有误；两次登记都留在办理记录中。",
        back=organ_address(organ.pk),
        back_name=organ.name,
        done="已经撤回更名。",
        is_final=True,
    )
    form = ReasonForm(request.POST or None)

    def act(who: Actor, sent: DeskForm) -> str:
        undo_rename(who, organ_id=organ_id, reason=sent.said("reason"))
        return organ_address(organ_id)

    return handled(request, task, form, act)
