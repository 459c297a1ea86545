"""标准目录: the 26 fields, the entries of one, and the table as a workbook."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header, urlencode
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.catalogue import directory_queries as queries
from gongkai.apps.catalogue.directory_binding import bind_by_name
from gongkai.core.catalogue.directory import spoken
from gongkai.core.catalogue.fields import FIELD
from gongkai.core.catalogue.limits import parse_limit
from gongkai.core.identity import Actor, Role
from gongkai.faces.common.asking import actor
from gongkai.faces.common.lists import XLSX
from gongkai.faces.desk.directory.workbook import directory_workbook
from gongkai.faces.desk.guides.page import READERS, organ_asked
from gongkai.faces.desk.organs.answering import acted, for_roles

AREA = "directory"
FILE_NAME = "{organ}{field}标准目录.xlsx"
BOUND = "已经按名称对应栏目，请逐项看一看。"


@require_safe
@for_roles(*READERS)
def listing(request: HttpRequest) -> HttpResponse:
    """The fields; or, where the address names one, its entries."""
    who, organ_id, field = actor(request), organ_asked(request), request.GET.get("field", "")
    shown = {
        "area": AREA,
        "organ": queries.organ_seen(who, organ_id),
        "is_own": organ_id == who.organ_id,
        "keeps": organ_id == who.organ_id and Role.DISCLOSURE_OFFICE in who.roles,
    }
    if field not in FIELD:
        counts = queries.field_counts(who, organ_id)
        shown |= {"fields": counts, "has_any": any(row.entries for row in counts)}
        return render(request, "desk/directory/fields.html", shown)
    entries = queries.entries_seen(who, organ_id, field)
    shown |= {
        "field": FIELD[field],
        "entries": [
            {
                "row": row,
                "limit": parse_limit(row.limit),
                "way": spoken("way", row.way),
                "levels": spoken("levels", row.levels),
            }
            for row in entries
        ],
        "unbound": sum(not (row.column_id or row.code or row.tag) for row in entries),
    }
    return render(request, "desk/directory/entries.html", shown)


@require_safe
@for_roles(*READERS)
def export(request: HttpRequest) -> HttpResponse:
    """The table of a field as a workbook; without entries an empty table to fill in."""
    who, organ_id, key = actor(request), organ_asked(request), request.GET.get("field", "")
    if key not in FIELD:
        raise Http404
    field, organ = FIELD[key].label, queries.organ_seen(who, organ_id)
    data = directory_workbook(field, queries.exported_rows(who, organ_id, key))
    response = HttpResponse(data, content_type=XLSX)
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=FILE_NAME.format(organ=organ.name, field=field)
    )
    return response


@require_POST
@for_roles(Role.DISCLOSURE_OFFICE)
def bind(request: HttpRequest) -> HttpResponse:
    """Bind what is unbound in a field to the columns of the same names."""
    field = request.POST.get("field", "")
    if field not in FIELD:
        raise Http404

    def act(who: Actor) -> None:
        bind_by_name(who, organ_id=who.organ_id or 0, field=field)

    return acted(request, act, BOUND, field_address(field))


def field_address(field: str) -> str:
    """Where the entries of a field of the actor's own organ are."""
    return f"{reverse('desk:directory')}?{urlencode({'field': field})}"
