"""One application: due day with its reckoning, next steps, all that happened and hangs on it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from gongkai.apps.applications.cases.revealing import reveal
from gongkai.apps.applications.handling.fee_queries import fee_suggestion
from gongkai.apps.applications.receiving.enclosing import PURPOSES
from gongkai.apps.applications.register import case_queries
from gongkai.apps.disputes.ledger_queries import disputes_of
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.consulting import Opinion, PartyKind
from gongkai.core.applications.decisions import DECISION
from gongkai.core.applications.decisions_review import REPLY
from gongkai.core.applications.doors import HANDLERS, READERS, REVEALERS
from gongkai.core.applications.fees import FeeMethod, Suggestion
from gongkai.core.applications.kinds import (
    ApplicantKind,
    ApplicationKind,
    Medium,
    Provision,
    SubmissionWay,
)
from gongkai.core.applications.letters.kinds import LETTER
from gongkai.core.applications.lifecycle import CASE, CLOSED, UNANSWERED, Stage, stage_of
from gongkai.core.disputes.doors import WRITERS as DISPUTE_WRITERS
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm, text
from gongkai.faces.desk.applications.segment_bar import bar_of
from gongkai.faces.desk.applications.stepping import Opened
from gongkai.faces.desk.applications.steps import case_address, open_steps
from gongkai.faces.desk.applications.words import (
    AREA,
    clock_tag,
    row_label,
    verb_label,
    watch_tag,
)
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.organs.founding import METHODS

if TYPE_CHECKING:
    from gongkai.apps.applications.models import Application, Letter, Reply
    from gongkai.apps.applications.register.case_queries import CasePage, CaseWork

EXTENSIONS: Final = {
    "proposed": "等待批准",
    "approved": "已批准",
    "declined": "没有批准",
    "spent": "已批准；期限重新计算，延长随原期限失效，可以对新的期限另行延长",
    "dropped": "没有批准，案件已经办结",
}
FEES: Final = {
    "suggested": "等待确认",
    "noticed": "已通知，等待缴费",
    "paid": "已缴费",
    "waived": "已减免",
    "dropped": "不收费",
    "unpaid": "逾期未缴费",
}


class RevealForm(DeskForm):
    """What the applicant's data are needed for."""

    purpose = text("用途", 200, help_text="会写入办理记录，例如：核对身份、填写邮寄地址。")


@dataclass(frozen=True, slots=True)
class StageShown:
    """One of the five stages: reached, the present one, or ahead."""

    label: str
    sign: str
    word: str
    is_now: bool


@require_safe
@for_roles(*READERS)
def page(request: HttpRequest, application_id: int) -> HttpResponse:
    """The page of one application; whoever only oversees it sees no personal data."""
    who, today, days = actor(request), timezone.localdate(), calendar()
    found = case_queries.case(who, application_id, today, days)
    row = found.application
    clock = clock_tag(row, today, days.count) if found.watch is None else watch_tag(found.watch)
    shown = {
        "area": AREA,
        "found": found,
        "row": row,
        "clock": clock,
        "today": today,
        "bar": bar_of(found.segments),
        "happenings": [(one, verb_label(one.entry.verb)) for one in found.happenings],
        **labels_of(row),
    }
    if found.work is None:
        return render(request, "desk/applications/overseen.html", shown)
    shown |= shown_work(who, found, found.work)
    shown["steps"] = open_steps(Opened(who, row, found.work), today, days)
    return render(request, "desk/applications/case.html", shown)


def labels_of(row: "Application") -> dict[str, object]:
    """What is chosen from tables, in words."""
    return {
        "state": CASE.label(row.state),
        "stages": stages(row),
        "way": SubmissionWay(row.way).label,
        "kind": ApplicationKind(row.kind).label,
        "applicant_kind": ApplicantKind(row.applicant_kind).label,
        "decision": DECISION[row.decision].label if row.decision in DECISION else "",
        "result": row_label(row.result_row),
        "counted": counted_elsewhere(row),
        "medium": Medium(row.wanted_form).label if row.wanted_form in set(Medium) else "",
        "provision": Provision(row.wanted_way).label if row.wanted_way in set(Provision) else "",
    }


def counted_elsewhere(row: "Application") -> str:
    """Where a case is counted that was opened again after the year in which it was over."""
    if row.counted_on is None or row.counted_on == row.closed_on:
        return ""
    return COUNTED.format(year=row.counted_on.year, row=row_label(row.counted_row))


COUNTED: Final = "已计入{year}年度“{row}”，重新办理不再计入"


def stages(row: "Application") -> list[StageShown]:
    """The five stages of Art. 45."""
    order = list(Stage)
    here = order.index(stage_of(row.state))
    return [
        StageShown(stage.label, *STAGE_SIGNS[(place > here) - (place < here)], place == here)
        for place, stage in enumerate(order)
    ]


STAGE_SIGNS: Final = {-1: ("✓", "已完成"), 0: ("▶", "现在"), 1: ("○", "还没有到")}


def shown_work(who: Actor, found: "CasePage", work: "CaseWork") -> dict[str, object]:
    """What only the own organ sees."""
    return {
        "work": work,
        "suggested_fee": fee_hint(who, found.application, work),
        "replies": [(row, reply_label(row)) for row in work.replies],
        "writes": bool(who.roles & HANDLERS),
        "disputes": list(disputes_of(who, found.application.pk)),
        "enters_disputes": bool(who.roles & DISPUTE_WRITERS) and bool(found.application.closed_on),
        "can_file": found.application.state in CLOSED,
        "reveals": RevealForm() if who.roles & REVEALERS else None,
        "consultations": [
            (row, PartyKind(row.kind).label, Opinion(row.opinion).label if row.opinion else "")
            for row in work.consultations
        ],
        "extensions": [(row, EXTENSIONS.get(row.state, row.state)) for row in work.extensions],
        "fees": [
            (row, FEES.get(row.state, row.state), FeeMethod(row.method).label) for row in work.fees
        ],
        "files": [(row, PURPOSES.get(row.purpose, OTHER)) for row in work.files],
        "letters": [(row, letter_label(row)) for row in work.letters],
    }


def fee_hint(who: Actor, row: "Application", work: "CaseWork") -> Suggestion | None:
    """What could be charged for an open case, where nobody has suggested a fee yet."""
    if work.fees or row.state not in UNANSWERED:
        return None
    found = fee_suggestion(who, row.pk)
    return found if found.is_due else None


OTHER: Final = "其他"


def reply_label(row: "Reply") -> str:
    """Where a reply stands."""
    return REPLY.label(row.state)


def letter_label(row: "Letter") -> str:
    """For whom a letter is."""
    return LETTER[row.code].party.label if row.code in LETTER else ""


@require_http_methods(METHODS)
@for_roles(*REVEALERS)
def revealed(request: HttpRequest, application_id: int) -> HttpResponse:
    """The applicant's own data, for a purpose that is written down; nothing of it is kept."""
    who = actor(request)
    row = case_queries.own_case(who, application_id)
    form = RevealForm(request.POST or None)
    shown: dict[str, object] = {"area": AREA, "row": row, "back": case_address(row.pk)}
    if request.method == "POST" and form.is_valid():
        try:
            purpose, now = form.said("purpose"), timezone.now()
            shown["told"] = reveal(who, application_id=row.pk, purpose=purpose, now=now)
        except BlockedError as error:
            form.take(error)
    answer = render(
        request,
        "desk/applications/revealed.html",
        {**shown, "form": form},
        status=422 if form.errors else 200,
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer
