"""人员: the list, one person, entering somebody, taking an account out of use."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongkai.apps.organs import directory_queries, people_queries
from gongkai.apps.organs.people import register_person, restore_person, retire_person
from gongkai.apps.organs.people_queries import PeopleFilter, PersonRow
from gongkai.core.identity import Actor, Role
from gongkai.core.identity.directory import GRANTERS, KEEPERS, READERS
from gongkai.core.identity.roles import GIVEN
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.common.lists import Column, Listing
from gongkai.faces.desk.organs.answering import AREA, Task, acted, for_roles, handled
from gongkai.faces.desk.organs.fields import PersonForm
from gongkai.faces.desk.organs.founding import METHODS, organ_address
from gongkai.faces.desk.organs.spans import duty_rows, stand_in_rows

NAME = "人员名册"
STATES = (("", "全部"), ("idle", "没有任职"), ("retired", "已停用"))
COLUMNS: tuple[Column[PersonRow], ...] = (
    Column("name", "姓名", lambda row: row.name),
    Column("username", "用户名", lambda row: row.username),
    Column("home", "登记机关", lambda row: row.home),
    Column("duties", "现任", lambda row: "；".join(row.duties), sorts=False),
    Column("state", "账号", lambda row: "在用" if row.is_active else "停用"),
)


@require_safe
@for_roles(*READERS)
def listing(request: HttpRequest) -> HttpResponse:
    """The people the actor sees, as the address asks for them."""
    who, wanted = actor(request), wanted_of(request)
    found = Listing.of(request, COLUMNS, people_queries.rows(who, wanted, timezone.localdate()))
    if (exported := found.exported(NAME)) is not None:
        return exported
    shown = {
        "area": AREA,
        "list": found,
        "wanted": wanted,
        "roles": GIVEN,
        "states": STATES,
        "organs": directory_queries.organs(who, directory_queries.OrganFilter()),
    }
    return render(request, "desk/organs/people.html", shown)


def wanted_of(request: HttpRequest) -> PeopleFilter:
    """What the address looks for; what cannot be read is left out."""
    asked = request.GET
    organ, role, state = (asked.get(name, "") for name in ("organ", "role", "state"))
    return PeopleFilter(
        text=asked.get("text", "").strip(),
        organ_id=int(organ) if organ.isascii() and organ.isdecimal() else None,
        role=role if role in set(GIVEN) else "",
        state=state if state in dict(STATES) else "",
    )


@require_safe
@for_roles(*READERS)
def page(request: HttpRequest, user_id: int) -> HttpResponse:
    """One person: what is held, what was held, who stands in."""
    who, today = actor(request), timezone.localdate()
    person = people_queries.person(who, user_id)
    governs = people_queries.is_governed(who, user_id)
    shown = {
        "area": AREA,
        "person": person,
        "sees_home": directory_queries.sees(who, person.organ_id),
        "duties": duty_rows(people_queries.duties_of(who, user_id), today),
        "acting": stand_in_rows(people_queries.stands_in_for(who, user_id), today),
        "who": who,
        "never": frozenset[Role](),
        "keeps": governs and bool(who.roles & KEEPERS),
        "grants": governs and bool(who.roles & GRANTERS),
    }
    return render(request, "desk/organs/person.html", shown)


@require_http_methods(METHODS)
@for_roles(*KEEPERS)
def register(request: HttpRequest, organ_id: int) -> HttpResponse:
    """Enter a person of an organ."""
    organ = directory_queries.governed_organ(actor(request), organ_id)
    task = Task(
        title=f"登记人员：{organ.name}",
        button="登记人员",
        consequence="账号登记以后还没有密码，也没有任何权限：请安全管理员授予角色。",
        back=organ_address(organ_id),
        back_name=organ.name,
        done="已经登记。请安全管理员授予角色。",
    )

    def act(who: Actor, sent: DeskForm) -> str:
        name, username = sent.said("name"), sent.said("username")
        user = register_person(who, organ_id=organ_id, name=name, username=username)
        return reverse("desk:person", args=[user.pk])

    return handled(request, task, PersonForm(request.POST or None), act)


@require_POST
@for_roles(*KEEPERS)
def retire(request: HttpRequest, user_id: int) -> HttpResponse:
    """Take an account out of use."""
    person = people_queries.person(actor(request), user_id)
    return acted(
        request,
        lambda who: retire_person(who, user_id=user_id, day=timezone.localdate()),
        f"已经停用“{person}”的账号，可以随时恢复。",
        reverse("desk:person", args=[user_id]),
    )


@require_POST
@for_roles(*KEEPERS)
def restore(request: HttpRequest, user_id: int) -> HttpResponse:
    """Put an account back into use."""
    person = people_queries.person(actor(request), user_id)
    return acted(
        request,
        lambda who: restore_person(who, user_id=user_id),
        f"已经恢复“{person}”的账号。",
        reverse("desk:person", args=[user_id]),
    )
