"""渠道: where else an item was told, and whether the copy there has followed a change."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from gongkai.apps.publishing import item_queries
from gongkai.apps.publishing import placing as actions
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.organs.answering import Task, acted, for_roles, handled
from gongkai.faces.desk.organs.founding import METHODS
from gongkai.faces.desk.publishing.item import PLACERS, item_address
from gongkai.faces.desk.publishing.review_forms import PlacementForm
from gongkai.faces.desk.publishing.words import AREA


@require_http_methods(METHODS)
@for_roles(*PLACERS)
def new(request: HttpRequest, item_id: int) -> HttpResponse:
    """Note that an item was told somewhere else too."""
    item = item_queries.own_item(actor(request), item_id)
    task = Task(
        title=f"登记其他渠道：{item.title}",
        button="登记",
        consequence="登记以后，这条信息更正、撤回时，会提醒把那里的内容一同改正或者撤下。",
        back=item_address(item_id),
        back_name=item.title,
        done="已经登记。",
        area=AREA,
    )
    form = PlacementForm(request.POST or None, initial={"placed_on": timezone.localdate()})

    def act(who: Actor, sent: DeskForm) -> str:
        actions.place(
            who,
            item_id=item_id,
            channel=sent.said("channel"),
            address=sent.said("address"),
            placed_on=sent.cleaned_data["placed_on"],
        )
        return item_address(item_id)

    return handled(request, task, form, act)


@require_POST
@for_roles(*PLACERS)
def followed(request: HttpRequest, placement_id: int) -> HttpResponse:
    """Note that a copy has been changed or taken down."""
    row = item_queries.placement(actor(request), placement_id)
    return acted(
        request,
        lambda who: actions.followed(who, placement_id=placement_id, now=timezone.now()),
        "已经记下：那里的内容已经同步处理。",
        item_address(row.item_id),
    )


@require_POST
@for_roles(*PLACERS)
def remove(request: HttpRequest, placement_id: int) -> HttpResponse:
    """Take back a note that was wrong."""
    row = item_queries.placement(actor(request), placement_id)
    return acted(
        request,
        lambda who: actions.remove_placement(who, placement_id=placement_id),
        "已经删除这条渠道登记。",
        item_address(row.item_id),
    )
