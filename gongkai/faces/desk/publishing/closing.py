"""更正、撤回、替代: ending or replacing what is public, with consequences said beforehand."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.publishing import closing as actions
from gongkai.apps.publishing import item_queries
from gongkai.apps.publishing.drafting import open_edition
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.core.publishing.doors import RELEASERS, WRITERS
from gongkai.core.publishing.lifecycle import ITEM
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.organs.answering import Task, for_roles, handled
from gongkai.faces.desk.organs.founding import METHODS
from gongkai.faces.desk.publishing.item import item_address
from gongkai.faces.desk.publishing.offers import Piece
from gongkai.faces.desk.publishing.review_forms import ClosingForm, CorrectForm, ReplaceForm
from gongkai.faces.desk.publishing.words import AREA

MOST_OFFERED = 20
WITHDRAW = (
    "撤回后，公众将立即看不到标题、正文和附件，只看到撤回的时间和上面的原因；"
    "其他渠道上的内容会提醒撤下。撤回以后可以重新办理发布。"
)
REPLACE = "替代后，公众打开原来的地址会转到新的信息；原来的信息保留在系统内，不再公开。"
NOT_PUBLIC = "这条信息现在的状态是“{state}”，没有公开的内容可以撤回或者替代。"
CORRECT = {
    "released": "现在公开的内容不变。更正稿审核通过并发布以后才替换，公众会看到更正的时间和原因。",
    "withdrawn": "以撤回前的内容为底稿重新办理，审核通过并发布以后公众才能看到。",
    "filed": "以存档的内容为底稿重新办理，重新认定公开属性，审核通过以后发布或者存档。",
}
CORRECT_TITLES = {"released": "更正", "withdrawn": "重新发布", "filed": "再次办理"}


@require_http_methods(METHODS)
@for_roles(*RELEASERS)
def withdraw(request: HttpRequest, item_id: int) -> HttpResponse:
    """Take an item from the public."""
    item = item_queries.own_item(actor(request), item_id)
    if is_too_early(request, item):
        return sent_on(request, item)
    task = Task(
        title=f"撤回：{item.title}",
        button="撤回",
        consequence=WITHDRAW,
        back=item_address(item_id),
        back_name=item.title,
        done="已经撤回，公众不再能看到；原因已经公示。",
        is_final=True,
        area=AREA,
    )

    def act(who: Actor, sent: DeskForm) -> str:
        actions.withdraw(who, item_id=item_id, reason=sent.said("reason"), now=timezone.now())
        return item_address(item_id)

    return handled(request, task, ClosingForm(request.POST or None), act)


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def correct(request: HttpRequest, item_id: int) -> HttpResponse:
    """Begin a correction or a new issue, and go on to the editor."""
    item = item_queries.own_item(actor(request), item_id)
    name = CORRECT_TITLES.get(item.state, CORRECT_TITLES["released"])
    task = Task(
        title=f"{name}：{item.title}",
        button="开始办理",
        consequence=CORRECT.get(item.state, CORRECT["released"]),
        back=item_address(item_id),
        back_name=item.title,
        done="已经建立底稿。改好以后送审。",
        area=AREA,
    )

    def act(who: Actor, sent: DeskForm) -> str:
        edition = open_edition(who, item_id=item_id, reason=sent.said("reason"), now=timezone.now())
        return reverse("desk:edition-edit", args=[edition.pk])

    return handled(request, task, CorrectForm(request.POST or None), act)


@require_http_methods(METHODS)
@for_roles(*RELEASERS)
def replace(request: HttpRequest, item_id: int) -> HttpResponse:
    """Put another released item in an item's place; the address looks for it by words."""
    who = actor(request)
    item = item_queries.own_item(who, item_id)
    if is_too_early(request, item):
        return sent_on(request, item)
    text = request.GET.get("text", "").strip()
    found = list(item_queries.substitutes(who, item, text)[: MOST_OFFERED + 1])
    form = ReplaceForm(request.POST if request.method == "POST" else None)
    form.offer([(str(row.pk), SUBSTITUTE.format(row=row)) for row in found[:MOST_OFFERED]])
    if request.method == "POST" and form.is_valid():
        try:
            actions.replace(
                who,
                item_id=item_id,
                by_id=form.number("by") or 0,
                reason=form.said("reason"),
                now=timezone.now(),
            )
        except BlockedError as error:
            form.take(error)
        else:
            messages.success(request, "已经替代，原来的地址会转到新的信息。")
            return redirect(item_address(item_id))
    shown = {
        "area": AREA,
        "item": item,
        "form": form,
        "text": text,
        "found": found,
        "is_cut": len(found) > MOST_OFFERED,
        "consequence": REPLACE,
    }
    status = 422 if form.errors else 200
    return render(request, "desk/publishing/replace.html", shown, status=status)


def is_too_early(request: HttpRequest, item: Piece) -> bool:
    """Whether a form is asked for that could not be sent: nothing is public that could be ended."""
    return request.method != "POST" and item.state != "released"


def sent_on(request: HttpRequest, item: Piece) -> HttpResponse:
    """Say how things stand, and show the item."""
    messages.warning(request, NOT_PUBLIC.format(state=ITEM.label(item.state)))
    return redirect(item_address(item.pk))


SUBSTITUTE = "{row.title}（{row.index_number}）"
