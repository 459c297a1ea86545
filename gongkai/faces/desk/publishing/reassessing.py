"""定期评估: what is kept back, when it is to be looked at again, and what came of it."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.publishing import change_queries as queries
from gongkai.apps.publishing import item_queries
from gongkai.apps.publishing.change_queries import KeptBack, ReassessmentFilter
from gongkai.apps.publishing.comparing import class_label, ground_label
from gongkai.apps.publishing.determining import reassess as reassess_item
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.core.law.grounds import GROUNDS
from gongkai.core.publishing.changes import Outcome
from gongkai.core.publishing.disclosure import CLASS_LABELS
from gongkai.core.publishing.doors import RELEASERS
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.common.lists import Column, Listing
from gongkai.faces.desk.organs.answering import Task, for_roles, handled
from gongkai.faces.desk.organs.founding import METHODS
from gongkai.faces.desk.publishing.item import item_address
from gongkai.faces.desk.publishing.review_forms import LONGEST_REASON, OUTCOMES, ReassessForm

AREA = "changes"
NAME = "定期评估"
WHICH = (("all", "全部"), ("overdue", "已经到期"), ("due", "三十天内"), ("coming", "以后"))
CLASSES = tuple(
    (key.value, label) for key, label in CLASS_LABELS.items() if key in queries.KEPT_BACK
)
COLUMNS: tuple[Column[KeptBack], ...] = (
    Column("title", "信息", lambda row: row.title),
    Column("class", "公开属性", lambda row: class_label(row.disclosure_class)),
    Column("ground", "法定理由", lambda row: ground_label(row.ground)),
    Column("unit", "科室", lambda row: row.unit),
    Column("on", "应评估日期", lambda row: row.reassess_on),
    Column("last", "上次评估", lambda row: row.last_on),
)
CONSEQUENCE = (
    "维持的，一年以后再次提醒。转为公开的，同时提出属性变更，由公开办审核、主要领导审批；"
    "批准以后应当在 20 个工作日内发布。"
)
KEPT = "已经评估 {count} 条，维持不变，一年以后再次提醒。"
NOT_DONE = "《{title}》没有办成：{why}"
NOTHING_CHOSEN = "没有选中任何一条。请先勾选要评估的信息。"
NO_REASON = "没有写明理由。请写明为什么维持，会记入每一条的评估记录。"
GONE = "这条信息已经不在评估范围内。"


@require_http_methods(METHODS)
@for_roles(*RELEASERS)
def listing(request: HttpRequest) -> HttpResponse:
    """What is kept back, as the address asks for it; several can be kept so with one reason."""
    who, today = actor(request), timezone.localdate()
    reason = request.POST.get("reason", "").strip()
    chosen = [int(value) for value in request.POST.getlist("item") if value.isdecimal()]
    if request.method == "POST" and chosen and reason:
        keep(request, who, chosen, reason[:LONGEST_REASON])
        return redirect(request.get_full_path())
    wanted = wanted_of(request)
    found = Listing.of(request, COLUMNS, queries.kept_back(who, wanted, today))
    if (exported := found.exported(NAME)) is not None:
        return exported
    problem = ""
    if request.method == "POST":
        problem = NO_REASON if chosen else NOTHING_CHOSEN
    shown = {
        "area": AREA,
        "tab": "reassessments",
        "list": found,
        "rows": [
            (row, class_label(row.disclosure_class), ground_label(row.ground)) for row in found.page
        ],
        "wanted": wanted,
        "which": WHICH,
        "counts": queries.kept_back_counts(who, today),
        "classes": CLASSES,
        "grounds": [(row.key, row.label) for row in GROUNDS],
        "today": today,
        "soon": today + queries.SOON,
        "chosen": chosen,
        "reason": reason,
        "problem": problem,
    }
    status = 422 if problem else 200
    return render(request, "desk/publishing/reassessments.html", shown, status=status)


def keep(request: HttpRequest, who: Actor, chosen: list[int], reason: str) -> None:
    """Keep several items back for another year, each by itself; say what was not done."""
    done, now = 0, timezone.now()
    titles = queries.titles(who, chosen)
    for number in chosen:
        try:
            reassess_item(who, item_id=number, outcome=Outcome.KEEP, reason=reason, now=now)
        except BlockedError as error:
            title = titles.get(number, str(number))
            messages.error(request, NOT_DONE.format(title=title, why=str(error)))
        except ObjectDoesNotExist:
            messages.error(request, GONE)
        else:
            done += 1
    if done:
        messages.success(request, KEPT.format(count=done))


def wanted_of(request: HttpRequest) -> ReassessmentFilter:
    """What the address looks for; what cannot be read is left out."""
    asked = request.GET
    which, kept = asked.get("which", ""), asked.get("class", "")
    ground = asked.get("ground", "")
    return ReassessmentFilter(
        which=which if which in dict(WHICH) else "all",
        disclosure_class=kept if kept in dict(CLASSES) else "",
        ground=ground if ground in {row.key for row in GROUNDS} else "",
        text=asked.get("text", "").strip(),
    )


@require_http_methods(METHODS)
@for_roles(*RELEASERS)
def reassess(request: HttpRequest, item_id: int) -> HttpResponse:
    """Look again at one item."""
    item = item_queries.own_item(actor(request), item_id)
    task = Task(
        title=f"定期评估：{item.title}",
        button="记录评估结果",
        consequence=CONSEQUENCE,
        back=reverse("desk:reassessments"),
        back_name=NAME,
        done="已经记录评估结果。",
        lead=lead_of(item.disclosure_class, item.ground, item.reassess_on),
        area=AREA,
    )
    form = ReassessForm(request.POST or None)
    offered = [(key, label) for key, label in OUTCOMES if key != f"to_{item.disclosure_class}"]
    form.offer(offered)

    def act(who: Actor, sent: DeskForm) -> str:
        reassess_item(
            who,
            item_id=item_id,
            outcome=Outcome(sent.said("outcome")),
            reason=sent.said("reason"),
            now=timezone.now(),
        )
        return item_address(item_id)

    return handled(request, task, form, act)


def lead_of(disclosure_class: str, ground: str, reassess_on: date | None) -> str:
    """How the item stands now."""
    why = ground_label(ground)
    on = "" if reassess_on is None else LEAD_DAY.format(day=reassess_on)
    return LEAD.format(label=class_label(disclosure_class), why=f"（{why}）" if why else "", on=on)


LEAD = "现在的公开属性：{label}{why}。{on}"
LEAD_DAY = "应评估日期：{day.year}年{day.month}月{day.day}日。"
