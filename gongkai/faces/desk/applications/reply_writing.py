"""拟写答复: the wizard with one question a page, the facts, the text, and steps of the review."""

from typing import Final
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.applications.replies import deciding
from gongkai.apps.applications.replies import deciding_queries as queries
from gongkai.apps.applications.replies.deciding import Choice
from gongkai.apps.applications.replies.deciding_queries import ReplyPage, WizardPage
from gongkai.core.applications.decisions import DECISION
from gongkai.core.applications.doors import READERS
from gongkai.core.applications.wizard import QUESTIONS
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.applications.replies import WRITERS, reply_address
from gongkai.faces.desk.applications.reply_deeds import DEEDS, Case
from gongkai.faces.desk.applications.reply_forms import FactsForm, ItemsForm, TextForm
from gongkai.faces.desk.applications.words import AREA, row_label
from gongkai.faces.desk.organs.answering import Task, for_roles, handled
from gongkai.faces.desk.organs.founding import METHODS

ONE: Final = "all"
"""The group of facts where everything is decided together."""
CHOSEN: Final = "已经选定“{label}”，请填写应当查明的事实。"
FACTS_SAID: Final = "改动决定或者事实以后，系统按本机关的文书模板重新生成正文。"


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def wizard(request: HttpRequest, reply_id: int) -> HttpResponse:
    """One question a page; the answers stand in the address, so that one can go back."""
    who = actor(request)
    answers = {
        question.key: request.GET[question.key]
        for question in QUESTIONS
        if request.GET.get(question.key)
    }
    found = queries.wizard_page(who, reply_id, answers)
    if request.method == "POST":
        return chosen(request, who, found, answers)
    way = [
        (question, option, back_address(answers, question.key)) for question, option in found.way
    ]
    shown = {
        "area": AREA,
        "found": found,
        "reply": found.reply,
        "case": found.reply.application,
        "way": way,
        "answers": answers,
        "left": [(row, row_label(row.row)) for row in found.left],
    }
    return render(request, "desk/applications/wizard.html", shown)


def back_address(answers: dict[str, str], key: str) -> str:
    """The address at which that question is asked again: without its answer and later ones."""
    kept = {}
    for name, value in answers.items():
        if name == key:
            break
        kept[name] = value
    return f"?{urlencode(kept)}"


def chosen(
    request: HttpRequest, who: Actor, found: WizardPage, answers: dict[str, str]
) -> HttpResponse:
    """Keep the one decision that remains, and go on to its facts."""
    kind = request.POST.get("kind", "")
    if kind not in {row.key for row in found.left}:
        return redirect(reverse("desk:reply-wizard", args=[found.reply.pk]))
    expected = request.POST.get("expected", "")
    try:
        deciding.save_decision(
            who,
            reply_id=found.reply.pk,
            expected=int(expected) if expected.isdecimal() else -1,
            choice=Choice(kind, found.reply.facts, answers),
            now=timezone.now(),
        )
    except BlockedError as error:
        for finding in error.findings:
            messages.error(request, f"{finding.text}{finding.hint}")
        return redirect(reply_address(found.reply.pk))
    messages.success(request, CHOSEN.format(label=DECISION[kind].label))
    return redirect(reverse("desk:reply-facts", args=[found.reply.pk]))


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def facts(request: HttpRequest, reply_id: int) -> HttpResponse:
    """What the decision has to know; what is still missing may be filled in later."""
    who = actor(request)
    found = queries.reply_page(who, reply_id, today=timezone.localdate())
    if not found.decided.items:
        return redirect(reverse("desk:reply-wizard", args=[reply_id]))
    form = FactsForm(request.POST or None, initial={"expected": found.reply.version})
    groups = groups_of(found)
    for group, item in zip(groups, found.decided.items, strict=True):
        told = {key: value for key, value in item.facts.items() if value.strip()}
        form.ask(group, item.decision, {**found.suggested, **told})

    def act(actor: Actor, sent: DeskForm) -> str:
        deciding.save_decision(
            actor,
            reply_id=reply_id,
            expected=sent.cleaned_data["expected"],
            choice=choice_of(found, groups, form),
            now=timezone.now(),
        )
        return reply_address(reply_id)

    task = task_of(
        found, "应当查明的事实", "保存，生成正文", FACTS_SAID, "已经保存，正文已经生成。"
    )
    return handled(request, task, form, act)


def groups_of(found: ReplyPage) -> list[str]:
    """A name for the facts of each thing that is decided."""
    return [str(number) for number in found.decided.numbers] or [ONE]


def choice_of(found: ReplyPage, groups: list[str], form: FactsForm) -> Choice:
    """The decision as it stands, with the facts that were entered."""
    if not found.decided.is_several:
        return Choice(found.reply.kind, form.facts(ONE), found.reply.answers)
    rows = zip(found.decided.numbers, groups, found.decided.decisions, strict=True)
    items = {number: (row.key, form.facts(group)) for number, group, row in rows}
    return Choice(answers=found.reply.answers, items=items)


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def items(request: HttpRequest, reply_id: int) -> HttpResponse:
    """A decision for each thing that was asked for; one letter answers all of them."""
    who = actor(request)
    found = queries.reply_page(who, reply_id, today=timezone.localdate())
    known = dict(zip(found.decided.numbers, found.decided.items, strict=False))
    form = ItemsForm(request.POST or None, initial={"expected": found.reply.version})
    form.ask(
        ((row.pk, row.text) for row in found.items),
        {number: item.decision.key for number, item in known.items()},
    )

    def act(actor: Actor, sent: DeskForm) -> str:
        kinds = form.kinds()
        rows = {
            number: (kind, known[number].facts if number in known else {})
            for number, kind in kinds.items()
        }
        deciding.save_decision(
            actor,
            reply_id=reply_id,
            expected=sent.cleaned_data["expected"],
            choice=Choice(answers=found.reply.answers, items=rows),
            now=timezone.now(),
        )
        return reverse("desk:reply-facts", args=[reply_id])

    task = task_of(found, "逐项答复", "下一步，填写事实", ITEMS_SAID, "已经保存各项的处理决定。")
    return handled(request, task, form, act)


ITEMS_SAID: Final = "一件申请只计入一行：各项结果不同的，按规定的次序计入最先的一种。"


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def text(request: HttpRequest, reply_id: int) -> HttpResponse:
    """Edit the text of the letter."""
    found = queries.reply_page(actor(request), reply_id, today=timezone.localdate())
    first = {"expected": found.reply.version, "text": found.text}
    form = TextForm(request.POST or None, initial=first)

    def act(who: Actor, sent: DeskForm) -> str:
        deciding.save_text(
            who,
            reply_id=reply_id,
            expected=sent.cleaned_data["expected"],
            text=sent.said("text"),
            now=timezone.now(),
        )
        return reply_address(reply_id)

    task = task_of(found, "修改正文", "保存正文", TEXT_SAID, "已经保存正文。")
    return handled(request, task, form, act)


TEXT_SAID: Final = "保存时检查应当写明的内容；不能删去法律依据和救济途径。"


def task_of(found: ReplyPage, name: str, button: str, consequence: str, done: str) -> Task:
    """What a page of writing says."""
    main = found.decided.main
    return Task(
        title=f"{name}：{found.reply.application.number}",
        button=button,
        consequence=consequence,
        back=reply_address(found.reply.pk),
        back_name=found.reply.application.number,
        done=done,
        lead="" if main is None else main.label,
        area=AREA,
    )


@require_http_methods(METHODS)
@for_roles(*READERS)
def deed(request: HttpRequest, reply_id: int, deed: str) -> HttpResponse:
    """One step of a reply; it is judged again when it is sent."""
    who = actor(request)
    wanted = DEEDS.get(deed)
    if wanted is None or not who.roles & wanted.roles:
        raise Http404
    found = queries.reply_page(who, reply_id, today=timezone.localdate())
    row = found.reply
    first = {"expected": row.version}
    form = wanted.form(request.POST if request.method == "POST" else None, initial=first)
    task = Task(
        title=f"{wanted.label}：{row.application.number}",
        button=wanted.label,
        consequence=wanted.consequence,
        back=reply_address(reply_id),
        back_name=row.application.number,
        done=wanted.done,
        is_final=wanted.is_final,
        area=AREA,
    )

    def act(person: Actor, _sent: DeskForm) -> str:
        wanted.do(Case(person, reply_id, form, timezone.now()))
        return reply_address(reply_id)

    return handled(request, task, form, act)
