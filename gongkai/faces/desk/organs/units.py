"""科室: opening, renaming and closing the units of an organ."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from gongkai.apps.organs import directory_queries as queries
from gongkai.apps.organs.units import close_unit, open_unit, rename_unit
from gongkai.core.identity import Actor
from gongkai.core.identity.directory import KEEPERS
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.organs.answering import Task, acted, for_roles, handled
from gongkai.faces.desk.organs.fields import UnitForm
from gongkai.faces.desk.organs.founding import METHODS, organ_address


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def open_one(request: HttpRequest, organ_id: int) -> HttpResponse:
    """Enter a unit."""
    organ = queries.governed_organ(actor(request), organ_id)
    task = Task(
        title=f"设立科室：{organ.name}",
        button="设立科室",
        consequence="设立以后，可以把人员的任职归到这个科室。",
        back=organ_address(organ_id),
        back_name=organ.name,
        done="已经设立科室。",
    )

    def act(who: Actor, sent: DeskForm) -> str:
        day = timezone.localdate()
        open_unit(who, organ_id=organ_id, name=sent.said("name"), day=day)
        return organ_address(organ_id)

    return handled(request, task, UnitForm(request.POST or None), act)


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def rename(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Give a unit another name."""
    unit = queries.unit(actor(request), unit_id)
    task = Task(
        title=f"科室更名：{unit.name}",
        button="更名",
        consequence="科室的人员不变；更名写入办理记录。",
        back=organ_address(unit.organ_id),
        back_name=unit.organ.name,
        done="科室已经更名。",
    )

    def act(who: Actor, sent: DeskForm) -> str:
        rename_unit(who, unit_id=unit_id, name=sent.said("name"))
        return organ_address(unit.organ_id)

    return handled(request, task, UnitForm(request.POST or None, initial={"name": unit.name}), act)


@require_POST
@for_roles(*KEEPERS)
def close(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Close a unit in which nobody serves."""
    unit = queries.unit(actor(request), unit_id)
    return acted(
        request,
        lambda who: close_unit(who, unit_id=unit_id, day=timezone.localdate()),
        f"已经撤销科室“{unit.name}”。",
        organ_address(unit.organ_id),
    )
