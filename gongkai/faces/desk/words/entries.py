"""词条: the entries of a list with search, order and export; adding, changing, removing one."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongkai.apps.checks import word_queries as queries
from gongkai.apps.checks.word_entries import add_word, amend_word, remove_word
from gongkai.core.checks.wording.entry import LABELS, Entry
from gongkai.core.checks.wording.keepers import WORD_KEEPERS
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.common.lists import Column, Listing
from gongkai.faces.common.long_lists import LongListing
from gongkai.faces.desk.organs.answering import Task, acted, for_roles, handled
from gongkai.faces.desk.words.fields import CATEGORIES, SEVERITIES, AllowedForm, WordForm
from gongkai.faces.desk.words.lists import AREA, METHODS, list_address
from gongkai.faces.desk.words.showing import STORED

NAME, SHIPPED_NAME = "词条", "自带词表"
SHIPPED: tuple[Column[Entry], ...] = (
    Column("wrong", "词语", lambda row: row.wrong),
    Column("right", "建议", lambda row: row.right),
    Column("category", "类别", lambda row: LABELS[row.category]),
    Column("severity", "级别", lambda row: row.severity.label),
    Column("contexts", "放行语境", lambda row: "、".join(row.contexts), sorts=False),
    Column("note", "说明", lambda row: row.note, sorts=False),
)


@require_safe
@for_roles(*WORD_KEEPERS)
def listing(request: HttpRequest, word_list_id: int) -> HttpResponseBase:
    """The entries of one list, as the address asks for them."""
    who, wanted = actor(request), wanted_of(request)
    row = queries.word_list(who, word_list_id)
    found = LongListing.of(request, STORED, queries.word_entries(who, row.pk, wanted))
    if (exported := found.exported(NAME)) is not None:
        return exported
    shown = {
        **_frame(wanted),
        "list": found,
        "words": row,
        "count": found.rows.count(),
        "keeps": row.organ_id is not None,
    }
    return render(request, "desk/words/entries.html", shown)


@require_safe
@for_roles(*WORD_KEEPERS)
def shipped(request: HttpRequest) -> HttpResponse:
    """The entries of the list that comes with the system."""
    wanted = wanted_of(request)
    found = Listing.of(request, SHIPPED, queries.shipped_words(actor(request), wanted))
    if (exported := found.exported(SHIPPED_NAME)) is not None:
        return exported
    shown = {**_frame(wanted), "list": found, "count": len(found.rows)}
    return render(request, "desk/words/entries.html", shown)


def wanted_of(request: HttpRequest) -> queries.WordFilter:
    """What the address looks for; what cannot be read is left out."""
    asked = request.GET
    category, severity = asked.get("category", ""), asked.get("severity", "")
    return queries.WordFilter(
        text=asked.get("text", "").strip(),
        category=category if category in dict(CATEGORIES) else "",
        severity=severity if severity in dict(SEVERITIES) else "",
    )


def _frame(wanted: queries.WordFilter) -> dict[str, object]:
    return {"area": AREA, "wanted": wanted, "categories": CATEGORIES, "severities": SEVERITIES}


@require_http_methods(METHODS)
@for_roles(*WORD_KEEPERS)
def add(request: HttpRequest, word_list_id: int) -> HttpResponse:
    """Enter a word."""
    row = queries.kept_word_list(actor(request), word_list_id)
    form = (AllowedForm if row.allows else WordForm)(request.POST or None)
    task = _task(f"增加词条：{row.name}", "增加词条", row.pk, row.name, "已经增加词条。")

    def act(who: Actor, sent: DeskForm) -> str:
        add_word(who, list_id=row.pk, cells=form.cells(), now=timezone.now())
        return list_address(row.pk)

    return handled(request, task, form, act)


@require_http_methods(METHODS)
@for_roles(*WORD_KEEPERS)
def amend(request: HttpRequest, word_list_id: int, word_id: int) -> HttpResponse:
    """Change a word's entry."""
    who = actor(request)
    row = queries.kept_word_list(who, word_list_id)
    entry = queries.word_entry(who, word_list_id, word_id)
    before = {
        "wrong": entry.wrong,
        "right": entry.right,
        "category": entry.category,
        "severity": entry.severity,
        "contexts": "\n".join(entry.contexts),
        "note": entry.note,
    }
    form = (AllowedForm if row.allows else WordForm)(request.POST or None, initial=before)
    task = _task(f"修改词条：{entry.wrong}", "保存", row.pk, row.name, "已经修改词条。")

    def act(who: Actor, sent: DeskForm) -> str:
        amend_word(who, list_id=row.pk, entry_id=word_id, cells=form.cells(), now=timezone.now())
        return list_address(row.pk)

    return handled(request, task, form, act)


@require_POST
@for_roles(*WORD_KEEPERS)
def remove(request: HttpRequest, word_list_id: int, word_id: int) -> HttpResponse:
    """Take a word out of its list."""
    entry = queries.word_entry(actor(request), word_list_id, word_id)

    def act(who: Actor) -> None:
        remove_word(who, list_id=word_list_id, entry_id=word_id, now=timezone.now())

    return acted(request, act, f"已经删除“{entry.wrong}”。", list_address(word_list_id))


def _task(title: str, button: str, list_id: int, name: str, done: str) -> Task:
    return Task(
        title=title,
        button=button,
        consequence="保存后，以后的检查随即照此进行。",
        back=list_address(list_id),
        back_name=name,
        done=done,
        area=AREA,
    )
