"""审核: the page of the reviewer, and what he can do on it."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.organs.queries import actor_of
from gongkai.apps.publishing import review_queries
from gongkai.apps.publishing.chains import unpacked
from gongkai.apps.publishing.locking_queries import seen
from gongkai.apps.publishing.review_queries import Case
from gongkai.apps.publishing.reviewing import approve, hand_over, send_back
from gongkai.apps.publishing.waiting_queries import next_to_review
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.core.publishing.doors import READERS
from gongkai.core.review.chain import LevelKind
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.organs.fields import offer
from gongkai.faces.desk.organs.founding import METHODS
from gongkai.faces.desk.publishing.changed import expected_of, is_too_late, too_late
from gongkai.faces.desk.publishing.item import item_address
from gongkai.faces.desk.publishing.review_forms import ApproveForm, HandOverForm, SendBackForm
from gongkai.faces.desk.publishing.showing import shown_case
from gongkai.faces.desk.publishing.waiving import kept_opinion

NEXT = "next"
DONE_PASSED = "已经同意《{title}》，接下来是：{next}。"
DONE_SIGNED = "已经签发《{title}》，等待公开办发布。"
DONE_CONFIRMED = "已经补审《{title}》。"
DONE_BACK = "已经退回《{title}》，经办人修改后会再送到您这一级。"
DONE_OBJECTED = "已经记下对《{title}》的不同意见，公开办会处理。"
DONE_HANDED = "已经把《{title}》委托给{name}。"
NO_MORE = "没有其他等您审核的信息了。"


@require_http_methods(METHODS)
@for_roles(*READERS)
def review(request: HttpRequest, edition_id: int) -> HttpResponse:
    """The page of one submitted edition; whose turn it is says here what he thinks."""
    who, now = actor(request), timezone.now()
    case = review_queries.case(who, edition_id, now)
    forms = forms_of(who, case, kept_opinion(request, edition_id))
    chosen = request.POST.get("act", "")
    if request.method == "POST" and chosen in ACTS:
        bound = forms[chosen] = bound_form(request, who, case, chosen)
        try:
            seen(case.edition, expected_of(request))
            if bound.is_valid():
                return gone_on(request, who, case, ACTS[chosen](who, case, bound, now))
        except BlockedError as error:
            if is_too_late(error):
                return too_late(request, edition_id, error)
            bound.take(error)
    wanted = request.GET.get("compare")
    shown = {**shown_case(who, case, wanted), "forms": forms}
    shown["next"] = next_address(who, edition_id)
    status = 422 if any(form.errors for form in forms.values()) else 200
    return render(request, "desk/publishing/review.html", shown, status=status)


def forms_of(who: Actor, case: Case, kept: dict[str, object]) -> dict[str, DeskForm]:
    """The forms of whoever's turn it is, with the opinion begun before; nobody else has any."""
    if not case.is_mine:
        return {}
    first = {"expected": case.edition.version}
    approving = ApproveForm(initial={**kept, **first}, auto_id="approve_%s")
    sending = SendBackForm(initial=first, auto_id="back_%s")
    handing = HandOverForm(initial=first, auto_id="hand_%s")
    return fitted(who, case, {"approve": approving, "send_back": sending, "hand_over": handing})


def bound_form(request: HttpRequest, who: Actor, case: Case, chosen: str) -> DeskForm:
    """The form that was sent."""
    made, prefix = FORMS[chosen]
    form = made(request.POST, auto_id=f"{prefix}_%s")
    return fitted(who, case, {chosen: form})[chosen]


def fitted(who: Actor, case: Case, forms: dict[str, DeskForm]) -> dict[str, DeskForm]:
    """Forms that ask what this level has to answer, and offer the colleagues there are."""
    approving, handing = forms.get("approve"), forms.get("hand_over")
    if isinstance(approving, ApproveForm):
        level = case.level
        secret = level is not None and level.kind is LevelKind.SECRECY
        proofreads = level is not None and level.proofreads
        approving.for_level(case.parts if secret else (), proofreads=proofreads)
    if handing is not None:
        people = review_queries.colleagues(who, case.edition, timezone.localdate())
        offer(handing, "person", people)
    return forms


def _approve(who: Actor, case: Case, form: DeskForm, now: datetime) -> str:
    opinion = form.opinion() if isinstance(form, ApproveForm) else None
    if opinion is None:
        return ""
    edition = approve(
        who,
        edition_id=case.edition.pk,
        expected=form.cleaned_data["expected"],
        opinion=opinion,
        now=now,
    )
    title = case.revision.title
    if edition.state == "in_review" and edition.level is not None:
        level = unpacked(edition.chain)[edition.level]
        return DONE_PASSED.format(title=title, next=level.label)
    return (DONE_SIGNED if edition.state == "approved" else DONE_CONFIRMED).format(title=title)


def _send_back(who: Actor, case: Case, form: DeskForm, now: datetime) -> str:
    why = form.why() if isinstance(form, SendBackForm) else ""
    edition = send_back(
        who,
        edition_id=case.edition.pk,
        expected=form.cleaned_data["expected"],
        reason=why,
        now=now,
    )
    done = DONE_OBJECTED if edition.state == "objected" else DONE_BACK
    return done.format(title=case.revision.title)


def _hand_over(who: Actor, case: Case, form: DeskForm, now: datetime) -> str:
    user = review_queries.colleague(who, form.number("person") or 0)
    colleague = actor_of(user, timezone.localdate(now), organ_id=who.organ_id)
    hand_over(
        who,
        edition_id=case.edition.pk,
        expected=form.cleaned_data["expected"],
        colleague=colleague,
        now=now,
    )
    return DONE_HANDED.format(title=case.revision.title, name=colleague.name)


Act = Callable[[Actor, Case, DeskForm, datetime], str]
ACTS: dict[str, Act] = {"approve": _approve, "send_back": _send_back, "hand_over": _hand_over}
FORMS: dict[str, tuple[type[DeskForm], str]] = {
    "approve": (ApproveForm, "approve"),
    "send_back": (SendBackForm, "back"),
    "hand_over": (HandOverForm, "hand"),
}


def gone_on(request: HttpRequest, who: Actor, case: Case, done: str) -> HttpResponse:
    """Say what was done; go on to the next one where that was asked for."""
    messages.success(request, done)
    if request.POST.get("then") != NEXT:
        return redirect(item_address(case.item.pk))
    address = next_address(who, case.edition.pk)
    if not address:
        messages.info(request, NO_MORE)
    return redirect(address or reverse("desk:home"))


def next_address(who: Actor, but: int) -> str:
    """The next edition that waits for this person; empty where none does."""
    found = next_to_review(who, but)
    return "" if found is None else reverse("desk:review", args=[found])
