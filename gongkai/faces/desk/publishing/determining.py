"""属性认定: changes of disclosure class, proposed and decided."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from gongkai.apps.publishing import change_queries as queries
from gongkai.apps.publishing import item_queries
from gongkai.apps.publishing.change_queries import ChangeFilter, ChangeRow
from gongkai.apps.publishing.comparing import class_label, ground_label
from gongkai.apps.publishing.determining import decide_change, propose_change
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.core.law.grounds import GROUND
from gongkai.core.publishing.changes import CHANGE
from gongkai.core.publishing.disclosure import CLASS_LABELS
from gongkai.core.publishing.doors import DETERMINERS, WRITERS
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.common.lists import Column, Listing
from gongkai.faces.desk.organs.answering import Task, for_roles, handled
from gongkai.faces.desk.organs.founding import METHODS
from gongkai.faces.desk.publishing.item import item_address
from gongkai.faces.desk.publishing.review_forms import ChangeForm, DecideForm

AREA = "changes"
NAME = "公开属性变更"
WHICH = (("mine", "等我审批"), ("open", "正在审批"), ("closed", "已办结"), ("all", "全部"))
COLUMNS: tuple[Column[ChangeRow], ...] = (
    Column("title", "信息", lambda row: row.title),
    Column("before", "原属性", lambda row: class_label(row.before)),
    Column("after", "拟变更为", lambda row: class_label(row.after)),
    Column("by", "提出人", lambda row: row.proposed_by),
    Column("on", "提出日期", lambda row: localdate(row.proposed_at)),
    Column("state", "状态", lambda row: CHANGE.label(row.state)),
    Column("closed", "办结日期", lambda row: row.closed_at and localdate(row.closed_at)),
)
CONSEQUENCE = (
    "提出后送公开办审核，再由主要领导审批；批准以前属性不变。批准转为主动公开的，"
    "应当在 20 个工作日内发布；批准不再主动公开的，网站上的内容立即撤下。"
)
DECIDED = {
    "endorsed": "已经同意，报主要领导审批。",
    "approved": "已经批准，属性从现在起变更。",
    "refused": "没有批准，属性不变；提出人可以看到意见。",
}


@require_safe
@for_roles(*DETERMINERS)
def listing(request: HttpRequest) -> HttpResponse:
    """The changes of the organ, as the address asks for them."""
    who, wanted = actor(request), wanted_of(request)
    found = Listing.of(request, COLUMNS, queries.change_rows(who, wanted))
    if (exported := found.exported(NAME)) is not None:
        return exported
    shown = {
        "area": AREA,
        "tab": "changes",
        "list": found,
        "rows": [(row, [column.value(row) for column in COLUMNS[1:]]) for row in found.page],
        "wanted": wanted,
        "which": WHICH,
        "classes": [(key.value, label) for key, label in CLASS_LABELS.items()],
    }
    return render(request, "desk/publishing/changes.html", shown)


def wanted_of(request: HttpRequest) -> ChangeFilter:
    """What the address looks for; what cannot be read is left out."""
    asked = request.GET
    which, after = asked.get("which", ""), asked.get("after", "")
    return ChangeFilter(
        which=which if which in dict(WHICH) else "open",
        after=after if after in set(CLASS_LABELS) else "",
        text=asked.get("text", "").strip(),
    )


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def propose(request: HttpRequest, item_id: int) -> HttpResponse:
    """Propose another class for an item."""
    item = item_queries.own_item(actor(request), item_id)
    task = Task(
        title=f"变更公开属性：{item.title}",
        button="提出变更",
        consequence=CONSEQUENCE,
        back=item_address(item_id),
        back_name=item.title,
        done="已经提出，等待公开办审核。",
        lead=f"现在的公开属性：{class_label(item.disclosure_class)}。",
        area=AREA,
    )
    form = ChangeForm(request.POST or None)

    def act(who: Actor, sent: DeskForm) -> str:
        row = propose_change(who, item_id=item_id, wanted=form.wanted(), now=timezone.now())
        return reverse("desk:change", args=[row.pk])

    return handled(request, task, form, act)


@require_http_methods(METHODS)
@for_roles(*DETERMINERS)
def page(request: HttpRequest, change_id: int) -> HttpResponse:
    """One change, and what is decided about it."""
    who = actor(request)
    row = queries.change(who, change_id)
    form = DecideForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        agrees = form.said("decision") == "agree"
        opinion, now = form.said("reason"), timezone.now()
        try:
            decided = decide_change(
                who, change_id=change_id, agrees=agrees, opinion=opinion, now=now
            )
        except BlockedError as error:
            form.take(error)
            row = queries.change(who, change_id)
        else:
            messages.success(request, DECIDED[decided.state])
            return redirect(reverse("desk:change", args=[change_id]))
    ground = GROUND.get(row.ground)
    shown = {
        "area": AREA,
        "row": row,
        "item": row.item,
        "state": CHANGE.label(row.state),
        "before": class_label(row.before),
        "after": class_label(row.after),
        "ground": ground_label(row.ground),
        "ground_cite": "" if ground is None else str(ground.cite),
        "opinions": queries.opinions(row),
        "form": form,
        "steps": queries.steps_open(who, row),
        "objections": queries.decision_objections(who, row),
        "is_mine": queries.is_mine(who, row),
    }
    status = 422 if form.errors else 200
    return render(request, "desk/publishing/change.html", shown, status=status)
