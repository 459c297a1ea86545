"""地址变更: where addresses lead that have moved; giving a column another address."""

from typing import TYPE_CHECKING, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongkai.apps.catalogue import moved as actions
from gongkai.apps.catalogue import moved_queries as queries
from gongkai.apps.catalogue.keeping_queries import KEEPERS, kept_column
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm, text
from gongkai.faces.common.lists import Column, Listing
from gongkai.faces.desk.columns.keeping import task
from gongkai.faces.desk.columns.listing import AREA
from gongkai.faces.desk.organs.answering import acted, for_roles, handled
from gongkai.faces.desk.organs.founding import METHODS

if TYPE_CHECKING:
    from gongkai.apps.catalogue.models import Moved

NAME: Final = "地址变更"
REMOVED: Final = "已经删除登记，原地址不再转到新地址。"
CONSEQUENCE: Final = "保存以后，打开原地址的人会自动转到新地址。"
RENAMED: Final = "栏目的地址已经更换，原地址自动转到新地址。"
SAID: Final = ("path", "target")
COLUMNS: Final[tuple[Column["Moved"], ...]] = (
    Column("path", "原地址", lambda row: row.path),
    Column("target", "新地址", lambda row: row.target),
    Column("moved", "登记时间", lambda row: f"{localtime(row.moved_at):%Y-%m-%d %H:%M}"),
)


class MovedForm(DeskForm):
    """An address that answers no longer, and where it leads."""

    path = text("原地址", 600, help_text="现在打不开的地址，例如 /art/2019/5/1/old.html。")
    target = text("新地址", 600, help_text="本网站能打开的地址，例如 /items/12/；不能是别的网站。")


class KeyForm(DeskForm):
    """A column's new address."""

    key = text("地址", 60, help_text="小写字母、数字和连字符；用过的地址不再给别的栏目使用。")


@require_safe
@for_roles(*KEEPERS)
def listing(request: HttpRequest) -> HttpResponse:
    """Every address that leads elsewhere, as a page or a workbook."""
    found = Listing.of(request, COLUMNS, queries.moved_addresses(actor(request)))
    if (exported := found.exported(NAME)) is not None:
        return exported
    shown = {"area": AREA, "is_kept": True, "list": found}
    return render(request, "desk/columns/moved.html", shown)


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def add(request: HttpRequest) -> HttpResponse:
    """Write down where an address leads."""
    queries.public_site(actor(request))
    asked = {name: request.GET.get(name, "") for name in SAID}
    form = MovedForm(request.POST or None, initial=asked)

    def act(who: Actor, sent: DeskForm) -> str:
        path, target = (sent.said(name) for name in SAID)
        actions.add_moved(who, path=path, target=target, now=timezone.now())
        return reverse("desk:moved")

    said = task("登记地址变更", consequence=CONSEQUENCE, done="已经登记。", back_name=NAME)
    return handled(request, said, form, act)


@require_POST
@for_roles(*KEEPERS)
def remove(request: HttpRequest, moved_id: int) -> HttpResponse:
    """Lead from an address nowhere any more."""
    queries.moved_addresses(actor(request)).get(pk=moved_id)
    return acted(
        request,
        lambda who: actions.remove_moved(who, moved_id=moved_id),
        REMOVED,
        reverse("desk:moved"),
    )


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def rename(request: HttpRequest, column_id: int) -> HttpResponse:
    """Give a column another address."""
    column = kept_column(actor(request), column_id)
    form = KeyForm(request.POST or None, initial={"key": column.key})

    def act(who: Actor, sent: DeskForm) -> str:
        key = sent.said("key")
        actions.change_key(who, column_id=column_id, key=key, now=timezone.now())
        return reverse("desk:columns")

    title = f"更换地址：{column.name}"
    said = task(title, button="更换", consequence=CONSEQUENCE, done=RENAMED)
    return handled(request, said, form, act)
