"""The steps of a dispute: one form each, what it brings about, and the action it calls."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.disputes import ledger_queries as queries
from gongkai.apps.disputes.closing import (
    close_dispute,
    record_redo,
    reopen_dispute,
    void_dispute,
)
from gongkai.apps.disputes.facts import Closing, Judgment
from gongkai.apps.disputes.pausing import record_remand, resume_dispute, suspend_dispute
from gongkai.apps.disputes.stepping import (
    note_lessons,
    record_answer,
    record_appeal,
    record_judgment,
)
from gongkai.core.disputes.doors import OFFICE, WRITERS
from gongkai.core.disputes.kinds import JudgmentForm, Result
from gongkai.core.identity import Actor, Role
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.disputes.forms import (
    CloseForm,
    DayForm,
    JudgmentDayForm,
    LessonsForm,
    VersionForm,
    WhyForm,
)
from gongkai.faces.desk.disputes.words import AREA
from gongkai.faces.desk.organs.answering import Task, for_roles, handled

if TYPE_CHECKING:
    from gongkai.apps.disputes.models import Dispute

METHODS = ["GET", "HEAD", "POST"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which dispute, as it was looked at, and when."""

    dispute_id: int
    expected: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Deed:
    """One step at the desk. `key` stands in the address, `verb` in the lifecycle."""

    key: str
    verb: str
    title: str
    consequence: str
    form: type[VersionForm]
    act: Callable[[Actor, Asked, VersionForm], object]
    by: frozenset[Role] = WRITERS
    is_final: bool = False


def _answer(who: Actor, of: Asked, form: VersionForm) -> object:
    day, note = form.cleaned_data["day"], form.said("note")
    return record_answer(
        who, dispute_id=of.dispute_id, expected=of.expected, day=day, note=note, now=of.now
    )


def _judgment(who: Actor, of: Asked, form: VersionForm) -> object:
    sort = JudgmentForm(form.said("form"))
    judgment = Judgment(sort, form.cleaned_data["day"], form.said("note"))
    return record_judgment(
        who, dispute_id=of.dispute_id, expected=of.expected, judgment=judgment, now=of.now
    )


def _on_day(act: Callable[..., object]) -> Callable[[Actor, Asked, VersionForm], object]:
    """What the body did on a day, with a word about it."""

    def deed(who: Actor, of: Asked, form: VersionForm) -> object:
        day, note = form.cleaned_data["day"], form.said("note")
        return act(
            who, dispute_id=of.dispute_id, expected=of.expected, day=day, note=note, now=of.now
        )

    return deed


def _close(who: Actor, of: Asked, form: VersionForm) -> object:
    closing = Closing(
        Result(form.said("result")),
        form.cleaned_data["day"],
        form.said("outcome"),
        asks_again=bool(form.cleaned_data.get("asks_again")),
        redo_by=form.cleaned_data.get("redo_by"),
        lessons=form.said("lessons"),
    )
    return close_dispute(
        who, dispute_id=of.dispute_id, expected=of.expected, closing=closing, now=of.now
    )


def _redo(who: Actor, of: Asked, form: VersionForm) -> object:
    day, note = form.cleaned_data["day"], form.said("note")
    return record_redo(
        who, dispute_id=of.dispute_id, expected=of.expected, day=day, note=note, now=of.now
    )


def _lessons(who: Actor, of: Asked, form: VersionForm) -> object:
    said = form.said("lessons")
    return note_lessons(
        who, dispute_id=of.dispute_id, expected=of.expected, lessons=said, now=of.now
    )


def _reopen(who: Actor, of: Asked, form: VersionForm) -> object:
    why = form.said("reason")
    return reopen_dispute(
        who, dispute_id=of.dispute_id, expected=of.expected, reason=why, now=of.now
    )


def _void(who: Actor, of: Asked, form: VersionForm) -> object:
    why = form.said("reason")
    return void_dispute(who, dispute_id=of.dispute_id, expected=of.expected, reason=why, now=of.now)


DEEDS: Final = (
    Deed(
        "answer", "record_answer", "登记答复举证", "登记以后，案件进入审理，不再提醒答复期限。",
        DayForm, _answer,
    ),
    Deed(
        "judgment", "record_judgment", "登记一审裁判",
        "登记以后开始计算上诉期限。没有人上诉的，裁判生效以后再登记审结。",
        JudgmentDayForm, _judgment,
    ),
    Deed(
        "appeal", "record_appeal", "登记上诉", "登记以后，案件进入二审，开始计算二审期限。",
        DayForm, _on_day(record_appeal),
    ),
    Deed(
        "remand", "record_remand", "登记发回重审",
        "登记以后，案件回到一审，重新计算一审期限；年报表四里仍然是同一件。",
        DayForm, _on_day(record_remand),
    ),
    Deed(
        "suspend", "suspend_dispute", "登记中止审理",
        "登记以后，复议机关、法院的审理期限停止计算，恢复审理以后继续计算。",
        DayForm, _on_day(suspend_dispute),
    ),
    Deed(
        "resume", "resume_dispute", "登记恢复审理",
        "登记以后，审理期限继续计算，中止的天数不计算在内。",
        DayForm, _on_day(resume_dispute),
    ),
    Deed(
        "close", "close_dispute", "登记审结",
        "审结以后按结果计入年报表四。要求重新答复的，关联的申请会自动重新办理。",
        CloseForm, _close,
    ),
    Deed(
        "redo", "record_redo", "登记履行情况", "登记以后不再提醒履行期限。", DayForm, _redo
    ),
    Deed(
        "lessons", "note_lessons", "写经验教训", "写下的内容留在台账里，可以修改。",
        LessonsForm, _lessons,
    ),
    Deed(
        "reopen", "reopen_dispute", "撤销审结登记",
        "撤销以后，案件回到审理中，不再按原来的结果计入年报。已经重新办理的申请不受影响。",
        WhyForm, _reopen, OFFICE, is_final=True,
    ),
    Deed(
        "void", "void_dispute", "作废",
        "作废以后不能恢复，也不计入年报；台账里仍然看得到。",
        WhyForm, _void, OFFICE, is_final=True,
    ),
)  # fmt: skip
DEED: Final = {deed.verb: deed for deed in DEEDS}
DONE: Final = "已经办理：{title}。"


def step(deed: Deed) -> Callable[..., HttpResponseBase]:
    """The page of one step."""

    @require_http_methods(METHODS)
    @for_roles(*deed.by)
    def page(request: HttpRequest, dispute_id: int) -> HttpResponseBase:
        row = queries.own_dispute(actor(request), dispute_id)
        here = reverse("desk:dispute", args=[row.pk])
        form = deed.form(request.POST or None, initial=_known(row))
        task = Task(
            title=deed.title,
            button=deed.title,
            consequence=deed.consequence,
            back=here,
            back_name=str(row),
            done=DONE.format(title=deed.title),
            lead=f"{row.sort_label}：{row.act}",
            is_final=deed.is_final,
            area=AREA,
        )

        def act(who: Actor, _form: DeskForm) -> str:
            deed.act(who, Asked(row.pk, form.expected, timezone.now()), form)
            return here

        return handled(request, task, form, act)

    return page


def _known(row: "Dispute") -> dict[str, object]:
    return {"version": row.version, "lessons": row.lessons}
