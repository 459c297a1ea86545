"""发布: what has been signed is released, now or at a set time, filed, or sent back."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.publishing import releasing as actions
from gongkai.apps.publishing import review_queries
from gongkai.apps.publishing.locking_queries import seen
from gongkai.apps.publishing.review_queries import Case
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.core.publishing.disclosure import DisclosureClass
from gongkai.core.publishing.doors import RELEASERS
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.organs.founding import METHODS
from gongkai.faces.desk.publishing.changed import expected_of, is_too_late, too_late
from gongkai.faces.desk.publishing.item import item_address
from gongkai.faces.desk.publishing.review_forms import ReasonForm, ScheduleForm, Versioned
from gongkai.faces.desk.publishing.showing import shown_case

HALF_PAST_EIGHT = "08:30"
DONE = {
    "release": "已经发布，公众现在就能看到；其他渠道上的内容会提醒同步处理。",
    "schedule": "已经设定，到时自动发布；发布前会再检查一次，有问题的退回公开办。",
    "unschedule": "已经取消定时，现在是待发布。",
    "file_away": "已经存档，不对外发布；到期会提醒评估。",
    "reopen": "已经退回经办人修改；改好以后从最后一级重新审核，保密审查重新进行。",
    "settle": "已经记下处理情况。",
}


@require_http_methods(METHODS)
@for_roles(*RELEASERS)
def release(request: HttpRequest, edition_id: int) -> HttpResponse:
    """The page of a signed edition for the disclosure office."""
    who, now = actor(request), timezone.now()
    case = review_queries.case(who, edition_id, now)
    offered = offered_in(case)
    forms = {name: made(name, case) for name in offered}
    chosen = request.POST.get("act", "")
    if request.method == "POST" and chosen in ACTS:
        form = forms[chosen] = FORMS[chosen](request.POST, auto_id=f"{chosen}_%s")
        try:
            seen(case.edition, expected_of(request))
            if form.is_valid():
                ACTS[chosen](who, case, form, now)
                messages.success(request, DONE[chosen])
                return redirect(item_address(case.item.pk))
        except BlockedError as error:
            if is_too_late(error):
                return too_late(request, edition_id, error)
            form.take(error)
    shown = {
        **shown_case(who, case, request.GET.get("compare")),
        "forms": forms,
        "is_proactive": case.draft.disclosure_class == DisclosureClass.PROACTIVE,
        "was_public": case.item.first_released_at is not None,
    }
    status = 422 if any(form.errors for form in forms.values()) else 200
    return render(request, "desk/publishing/release.html", shown, status=status)


def offered_in(case: Case) -> tuple[str, ...]:
    """What the office can do in the state the edition is in."""
    if case.edition.state == "approved":
        public = case.draft.disclosure_class == DisclosureClass.PROACTIVE
        return ("release", "schedule", "reopen") if public else ("file_away", "reopen")
    return {"scheduled": ("release", "unschedule"), "objected": ("settle",)}.get(
        case.edition.state, ()
    )


def made(name: str, case: Case) -> DeskForm:
    """An empty form of that name."""
    first: dict[str, object] = {"expected": case.edition.version}
    if name == "schedule":
        first |= {"at": HALF_PAST_EIGHT}
    return FORMS[name](initial=first, auto_id=f"{name}_%s")


def _release(who: Actor, case: Case, form: DeskForm, now: datetime) -> None:
    actions.release(who, edition_id=case.edition.pk, expected=_seen(form), now=now)


def _schedule(who: Actor, case: Case, form: DeskForm, now: datetime) -> None:
    if isinstance(form, ScheduleForm):
        actions.schedule(
            who, edition_id=case.edition.pk, expected=_seen(form), at=form.moment(), now=now
        )


def _unschedule(who: Actor, case: Case, form: DeskForm, now: datetime) -> None:
    actions.unschedule(who, edition_id=case.edition.pk, expected=_seen(form), now=now)


def _file_away(who: Actor, case: Case, form: DeskForm, now: datetime) -> None:
    actions.file_away(who, edition_id=case.edition.pk, expected=_seen(form), now=now)


def _reopen(who: Actor, case: Case, form: DeskForm, now: datetime) -> None:
    actions.reopen(
        who, edition_id=case.edition.pk, expected=_seen(form), reason=form.said("reason"), now=now
    )


def _settle(who: Actor, case: Case, form: DeskForm, now: datetime) -> None:
    actions.settle(
        who, edition_id=case.edition.pk, expected=_seen(form), reason=form.said("reason"), now=now
    )


def _seen(form: DeskForm) -> int:
    return int(form.cleaned_data["expected"])


Act = Callable[[Actor, Case, DeskForm, datetime], None]
ACTS: dict[str, Act] = {
    "release": _release,
    "schedule": _schedule,
    "unschedule": _unschedule,
    "file_away": _file_away,
    "reopen": _reopen,
    "settle": _settle,
}
FORMS: dict[str, type[DeskForm]] = {
    "release": Versioned,
    "schedule": ScheduleForm,
    "unschedule": Versioned,
    "file_away": Versioned,
    "reopen": ReasonForm,
    "settle": ReasonForm,
}
