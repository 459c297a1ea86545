"""One entry of a standard directory: what it says, what shows it, and choosing that."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from gongkai.apps.catalogue import directory_queries as queries
from gongkai.apps.catalogue.directory_binding import Binding, bind_entry, remove_entry
from gongkai.core.catalogue.directory import LABELS, NAMES, spoken
from gongkai.core.catalogue.fields import FIELD
from gongkai.core.catalogue.limits import parse_limit
from gongkai.core.catalogue.suggesting import suggested
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role
from gongkai.core.publishing.catalogue import ENTRIES
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm, choice, text
from gongkai.faces.desk.directory.listing import AREA, field_address
from gongkai.faces.desk.organs.answering import acted, for_roles
from gongkai.faces.desk.organs.fields import Choices, offer

if TYPE_CHECKING:
    from gongkai.apps.catalogue.models import DirectoryEntry

METHODS = ["GET", "HEAD", "POST"]
BOUND = "已经保存。"
REMOVED = "已经删除这个事项。"
NEWEST = 5
NO_COLUMN = "不选"


class BindingForm(DeskForm):
    """What shows an entry."""

    column = choice("栏目", (), required=False)
    code = choice(
        "目录代码", [(row.code, f"{row.code} {row.label}") for row in ENTRIES], required=False
    )
    tag = text("标签", 60, required=False, help_text="信息上的一个标签。三样里选一样。")

    def binding(self) -> Binding:
        """What was chosen."""
        return Binding(self.number("column"), self.said("code"), self.said("tag"))


@require_http_methods(METHODS)
@for_roles(Role.DISCLOSURE_OFFICE)
def entry(request: HttpRequest, directory_entry_id: int) -> HttpResponse:
    """An entry, and the form that binds it."""
    who = actor(request)
    row = queries.entry_kept(who, directory_entry_id)
    columns = [(str(pk), name) for pk, name in queries.columns_offered()]
    names = {int(pk): name for pk, name in columns}
    hint = suggested(row.first, row.second, names)
    form = _form(request, row, columns)
    if request.method == "POST" and form.is_valid():
        try:
            bind_entry(who, entry_id=row.pk, binding=form.binding())
        except BlockedError as error:
            form.take(error)
        else:
            messages.success(request, BOUND)
            return redirect(field_address(row.field))
    items = queries.items_under(row)
    shown = {
        "area": AREA,
        "entry": row,
        "field": FIELD[row.field],
        "values": [(LABELS[name], spoken(name, getattr(row, name))) for name in NAMES],
        "limit": parse_limit(row.limit),
        "form": form,
        "suggestion": names[hint].strip() if hint is not None and hint != row.column_id else "",
        "items": items[:NEWEST],
        "count": items.count(),
    }
    return render(request, "desk/directory/entry.html", shown, status=422 if form.errors else 200)


@require_POST
@for_roles(Role.DISCLOSURE_OFFICE)
def remove(request: HttpRequest, directory_entry_id: int) -> HttpResponse:
    """Take an entry out of the directory."""
    row = queries.entry_kept(actor(request), directory_entry_id)

    def act(who: Actor) -> None:
        remove_entry(who, entry_id=row.pk)

    return acted(request, act, REMOVED, field_address(row.field))


def _form(request: HttpRequest, row: "DirectoryEntry", columns: Choices) -> BindingForm:
    before = {"column": row.column_id or "", "code": row.code, "tag": row.tag}
    form = BindingForm(request.POST or None, initial=before)
    offer(form, "column", columns, empty=NO_COLUMN)
    return form
