"""机构改革: merging, splitting, closing organs, and taking a mistaken closing back."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.organs import directory_queries as queries
from gongkai.apps.organs.succession import (
    close_organ,
    merge_into_new,
    merge_organs,
    reopen_organ,
    split_organ,
)
from gongkai.core.identity import Actor
from gongkai.core.identity.directory import KEEPERS
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.organs.answering import Task, for_roles, handled
from gongkai.faces.desk.organs.fields import (
    CloseForm,
    MergeForm,
    MergeIntoNewForm,
    ReasonForm,
    SplitForm,
    offer,
    organ_choices,
)
from gongkai.faces.desk.organs.founding import LIST, METHODS, organ_address

ENDS = "撤销的机关不能再办理业务，其中的任职随之失效，需要在承接机关重新任职；"
HEIRS = "它的全部记录由承接机关查看和继续办理。登记有误时可以恢复。"


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def merge(request: HttpRequest) -> HttpResponse:
    """Close organs into one that goes on."""
    choices = organ_choices(queries.governed(actor(request)))
    form = MergeForm(request.POST or None, initial={"organs": request.GET.getlist("organ")})
    offer(form, "organs", choices)
    offer(form, "successor", choices)
    task = Task(
        title="并入另一机关",
        button="办理并入",
        consequence=f"{ENDS}下级机关转到承接机关之下；{HEIRS}",
        back=reverse("desk:organs"),
        back_name=LIST,
        done="已经办理并入。",
        is_final=True,
    )

    def act(who: Actor, sent: DeskForm) -> str:
        organ = merge_organs(
            who,
            predecessor_ids=[int(pk) for pk in sent.cleaned_data["organs"]],
            successor_id=sent.number("successor") or 0,
            basis=form.basis(timezone.localdate()),
        )
        return organ_address(organ.pk)

    return handled(request, task, form, act)


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def merge_new(request: HttpRequest) -> HttpResponse:
    """Close organs into one that is founded for them."""
    choices = organ_choices(queries.governed(actor(request)))
    form = MergeIntoNewForm(request.POST or None, initial={"organs": request.GET.getlist("organ")})
    offer(form, "organs", choices)
    offer(form, "superior", choices)
    task = Task(
        title="合并设立新机关",
        button="办理合并",
        consequence=f"{ENDS}下级机关转到新机关之下；{HEIRS}",
        back=reverse("desk:organs"),
        back_name=LIST,
        done="已经办理合并，新机关已经登记。",
        is_final=True,
    )

    def act(who: Actor, sent: DeskForm) -> str:
        organ = merge_into_new(
            who,
            predecessor_ids=[int(pk) for pk in sent.cleaned_data["organs"]],
            name=sent.said("name"),
            facts=form.facts(),
            basis=form.basis(timezone.localdate()),
        )
        return organ_address(organ.pk)

    return handled(request, task, form, act)


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def split(request: HttpRequest, organ_id: int) -> HttpResponse:
    """Found organs out of one."""
    organ = queries.governed_organ(actor(request), organ_id)
    form = SplitForm(request.POST or None)
    task = Task(
        title=f"分设：{organ.name}",
        button="办理分设",
        consequence=f"原机关保留时，它的记录不变。原机关不保留时，{ENDS}{HEIRS}",
        back=organ_address(organ.pk),
        back_name=organ.name,
        done="已经办理分设，新机关已经登记。",
        is_final=True,
    )

    def act(who: Actor, sent: DeskForm) -> str:
        split_organ(
            who,
            organ_id=organ_id,
            names=form.names(),
            goes_on=bool(sent.cleaned_data.get("goes_on")),
            basis=form.basis(timezone.localdate()),
        )
        return organ_address(organ_id)

    return handled(request, task, form, act)


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def close(request: HttpRequest, organ_id: int) -> HttpResponse:
    """Close an organ."""
    who = actor(request)
    organ = queries.governed_organ(who, organ_id)
    form = CloseForm(request.POST or None)
    rows = (row for row in queries.governed(who) if row.pk != organ.pk)
    offer(form, "successor", organ_choices(rows), empty="没有承接机关")
    task = Task(
        title=f"撤销：{organ.name}",
        button="撤销机关",
        consequence=f"{ENDS}{HEIRS}没有承接机关时，只有上级机关还能查看它的记录。",
        back=organ_address(organ.pk),
        back_name=organ.name,
        done="已经撤销。",
        is_final=True,
    )

    def act(who: Actor, sent: DeskForm) -> str:
        close_organ(
            who,
            organ_id=organ_id,
            successor_id=sent.number("successor"),
            basis=form.basis(timezone.localdate()),
        )
        return organ_address(organ_id)

    return handled(request, task, form, act)


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def reopen(request: HttpRequest, organ_id: int) -> HttpResponse:
    """Take a mistaken closing back."""
    organ = queries.governed_organ(actor(request), organ_id)
    task = Task(
        title=f"恢复：{organ.name}",
        button="恢复机关",
        consequence="撤销登记作废，原来的任职重新有效；承接机关不能再查看它的记录。"
        "当时转走的下级机关不会自动转回，请逐个更正上级机关。",
        back=organ_address(organ.pk),
        back_name=organ.name,
        done="已经恢复。",
    )
    form = ReasonForm(request.POST or None)

    def act(who: Actor, sent: DeskForm) -> str:
        reopen_organ(who, organ_id=organ_id, reason=sent.said("reason"))
        return organ_address(organ_id)

    return handled(request, task, form, act)
