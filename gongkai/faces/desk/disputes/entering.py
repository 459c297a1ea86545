"""登记复议诉讼: a new dispute, and amending one."""

from dataclasses import asdict
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.applications.register.queue_queries import QueueFilter, queue
from gongkai.apps.disputes import ledger_queries as queries
from gongkai.apps.disputes.opening import amend_dispute, open_dispute, opening_of
from gongkai.core.disputes.doors import WRITERS
from gongkai.core.finding import BlockedError, Finding, Severity
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.disputes.forms import OpeningForm
from gongkai.faces.desk.disputes.words import AREA
from gongkai.faces.desk.organs.answering import Task, for_roles, handled
from gongkai.faces.desk.organs.fields import offer

METHODS = ["GET", "HEAD", "POST"]
LEDGER: Final = "复议诉讼台账"
LOOKED_AT: Final = 20
NO_EARLIER: Final = "没有"
UNKNOWN: Final = Finding(
    "DISPUTE-APPLICATION",
    Severity.ERROR,
    title="没有这个登记号",
    text="本机关没有这个登记号的申请。",
    hint="请核对登记号；旧案没有登记号的，这一栏不填。",
    paths=("application_number",),
)


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def new(request: HttpRequest) -> HttpResponse:
    """Enter a dispute."""
    who = actor(request)
    asked = {"application_number": request.GET.get("application", ""), "is_person": True}
    form = opening_form(request, who, asked)
    task = Task(
        title="登记复议诉讼案件",
        button="登记",
        consequence="登记以后自动计算各阶段的期限。旧案可以接着登记审结。",
        back=reverse("desk:disputes"),
        back_name=LEDGER,
        done="已经登记。",
        area=AREA,
    )

    def act(who: Actor, _form: DeskForm) -> str:
        row = open_dispute(
            who,
            organ_id=who.organ_id or 0,
            opening=form.opening(application_of(who, form)),
            now=timezone.now(),
        )
        return reverse("desk:dispute", args=[row.pk])

    return handled(request, task, form, act)


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def amend(request: HttpRequest, dispute_id: int) -> HttpResponse:
    """Set right or complete what was entered."""
    who = actor(request)
    row = queries.own_dispute(who, dispute_id)
    before = opening_of(row)
    values = {**asdict(before), "follows": row.follows_id, "version": row.version}
    form = opening_form(request, who, values)
    here = reverse("desk:dispute", args=[row.pk])
    task = Task(
        title="修改登记内容",
        button="保存",
        consequence="保存以后重新计算各阶段的期限，修改前后都记入办理记录。",
        back=here,
        back_name=str(row),
        done="已经保存。",
        area=AREA,
    )

    def act(who: Actor, _form: DeskForm) -> str:
        amend_dispute(
            who,
            dispute_id=row.pk,
            expected=form.expected,
            opening=form.opening(application_of(who, form)),
            now=timezone.now(),
        )
        return here

    return handled(request, task, form, act)


def opening_form(request: HttpRequest, who: Actor, values: dict[str, object]) -> OpeningForm:
    """The form with what is known, and the reconsiderations that may be named."""
    form = OpeningForm(request.POST or None, initial=values)
    offer(form, "follows", queries.earlier_choices(who), empty=NO_EARLIER)
    return form


def application_of(who: Actor, form: OpeningForm) -> int | None:
    """The application of the own organ with the number that was entered. Raises BlockedError."""
    number = form.said("application_number").strip()
    if not number:
        return None
    wanted = QueueFilter(tab="", text=number)
    found = queue(who, wanted, timezone.localdate())[:LOOKED_AT]
    pk: int | None = next((row.pk for row in found if row.number == number), None)
    if pk is None:
        raise BlockedError([UNKNOWN])
    return pk
