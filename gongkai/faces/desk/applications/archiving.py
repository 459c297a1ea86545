"""归档: filing a case that is over, the whole case as one file, handing over to the archive."""

from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongkai.apps.applications.archive import archiving
from gongkai.apps.applications.archive import queries as archiving_queries
from gongkai.apps.disputes.ledger_queries import disputes_of
from gongkai.core.applications.doors import HANDLERS, OFFICE, READERS
from gongkai.core.applications.retention import RETENTIONS, retention_of
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.exports.table import table_workbook
from gongkai.faces.common.forms import DeskForm, choice
from gongkai.faces.common.lists import PER_PAGE, XLSX
from gongkai.faces.desk.applications.replies import as_download
from gongkai.faces.desk.applications.stepping import CaseForm
from gongkai.faces.desk.applications.steps import case_address
from gongkai.faces.desk.applications.words import AREA
from gongkai.faces.desk.organs.answering import Task, acted, for_roles, handled
from gongkai.faces.desk.organs.founding import METHODS
from gongkai.faces.desk.publishing.forms import is_number

TERMS: Final = tuple((row.key, f"{row.label}：{row.words}") for row in RETENTIONS)
NAME: Final = "依申请公开案卷移交清册"
LACKING: Final = "案卷中还没有：{kinds}。可以先补齐；确实没有的，也可以归档。"
COMPLETE: Final = "归档时记下每份文书和材料的摘要值；归档以后还可以导出案卷。"
BETWEEN: Final = "、"


class FilingForm(CaseForm):
    """For how long."""

    retention = choice("保管期限", TERMS)


@require_http_methods(METHODS)
@for_roles(*HANDLERS)
def file(request: HttpRequest, application_id: int) -> HttpResponse:
    """File a case that is over."""
    found = archiving_queries.case_folder(actor(request), application_id)
    row = found.application
    disputed = disputes_of(actor(request), application_id).exists()
    term = retention_of(is_disputed=disputed)
    first = {"expected": row.version, "retention": term.key}
    lacking = BETWEEN.join(kind.label for kind in found.lacking)
    task = Task(
        title=f"归档：{row.number}",
        button="归档",
        consequence=LACKING.format(kinds=lacking) if lacking else COMPLETE,
        back=case_address(application_id),
        back_name=row.number,
        done="已经归档。",
        area=AREA,
    )

    def act(who: Actor, sent: DeskForm) -> str:
        archiving.file_case(
            who,
            application_id=application_id,
            expected=sent.cleaned_data["expected"],
            now=timezone.now(),
            retention=sent.said("retention"),
        )
        return case_address(application_id)

    return handled(request, task, FilingForm(request.POST or None, initial=first), act)


@require_POST
@for_roles(*HANDLERS)
def export(request: HttpRequest, application_id: int) -> HttpResponse:
    """The whole case as one file; who had it is written down."""
    made = archiving.export_case(actor(request), application_id=application_id, now=timezone.now())
    return as_download(made.name, made.data, made.media_type)


@require_safe
@for_roles(*READERS)
def listing(request: HttpRequest) -> HttpResponse:
    """The filed cases, as a page or as the list that goes to the archive."""
    who = actor(request)
    asked = request.GET.get("year", "")
    year = int(asked) if is_number(asked) and len(asked) == len("2025") else None
    if request.GET.get("format") == "xlsx":
        head = archiving_queries.HEADS
        data = table_workbook(NAME, head, archiving_queries.transfer_rows(who, year))
        return as_download(f"{NAME}.xlsx", data, XLSX)
    rows = archiving_queries.filed_cases(who, year)
    shown = {
        "area": AREA,
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "year": year,
        "hands_over": bool(who.roles & OFFICE),
    }
    return render(request, "desk/applications/archive.html", shown)


@require_POST
@for_roles(*OFFICE)
def hand_over(request: HttpRequest) -> HttpResponse:
    """Note that filed cases went to the archive today."""
    numbers = [int(one) for one in request.POST.getlist("record") if is_number(one)]

    def act(who: Actor) -> object:
        day = timezone.localdate()
        return archiving.transfer_cases(who, record_ids=numbers, day=day)

    return acted(request, act, HANDED_OVER, reverse("desk:applications-archive"))


HANDED_OVER: Final = "已经登记移交档案馆（室）。"
