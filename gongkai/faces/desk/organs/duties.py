"""任职与代理: giving and ending duties, appointing and ending stand-ins."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from gongkai.apps.organs import directory_queries, people_queries
from gongkai.apps.organs.duties import appoint_stand_in, end_duty, end_stand_in, give_duty
from gongkai.core.identity import Actor, Role
from gongkai.core.identity.directory import GRANTERS
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.organs.answering import Task, acted, for_roles, handled
from gongkai.faces.desk.organs.fields import Choices, DutyForm, EndForm, StandInForm, offer
from gongkai.faces.desk.organs.founding import METHODS, organ_address


def person_address(user_id: int) -> str:
    """The page of a person."""
    return reverse("desk:person", args=[user_id])


def back_of(who: Actor, user_id: int) -> str:
    """Where to go after something about a person: the own page for oneself."""
    own = people_queries.user_id_of(who) == user_id
    return reverse("desk:mine") if own else person_address(user_id)


@require_http_methods(METHODS)
@for_roles(*GRANTERS)
def give(request: HttpRequest, organ_id: int) -> HttpResponse:
    """Give a person a role in an organ."""
    who = actor(request)
    organ = directory_queries.governed_organ(who, organ_id)
    first = {"user": request.GET.get("user"), "since": timezone.localdate()}
    form = DutyForm(request.POST or None, initial=first)
    offer(form, "user", people_choices(who))
    units = directory_queries.units(who, organ_id).filter(until=None)
    offer(form, "unit", [(str(row.pk), row.name) for row in units], empty="不属于科室")
    task = Task(
        title=f"授予角色：{organ.name}",
        button="授予角色",
        consequence="从任职日期起，这个人登录后就有这个角色；角色的用途写在各选项中。",
        back=organ_address(organ_id),
        back_name=organ.name,
        done="已经授予角色。",
    )

    def act(who: Actor, sent: DeskForm) -> str:
        duty = give_duty(who, facts=form.facts(organ_id))
        return person_address(duty.user_id)

    return handled(request, task, form, act)


def people_choices(who: Actor) -> Choices:
    """The people to whom the actor may give a role."""
    return [(str(pk), f"{name}（{username}）") for pk, name, username in people_queries.own(who)]


@require_http_methods(METHODS)
@for_roles(*GRANTERS)
def end(request: HttpRequest, duty_id: int) -> HttpResponse:
    """End a duty."""
    duty = people_queries.governed_duty(actor(request), duty_id)
    role = Role(duty.role).label
    task = Task(
        title=f"结束任职：{duty.user}，{duty.organ}，{role}",
        button="结束任职",
        consequence=f"从这一天零时起，{duty.user}不再有“{role}”的权限，代理也随之失效。",
        back=person_address(duty.user_id),
        back_name=str(duty.user),
        done="已经结束任职。",
        is_final=True,
    )
    form = EndForm(request.POST or None, initial={"day": timezone.localdate()})

    def act(who: Actor, sent: DeskForm) -> str:
        end_duty(who, duty_id=duty_id, day=form.cleaned_data["day"])
        return person_address(duty.user_id)

    return handled(request, task, form, act)


@require_http_methods(METHODS)
@for_roles()
def stand_in(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Have somebody stand in."""
    who = actor(request)
    duty = people_queries.duty_to_stand_in_for(who, duty_id)
    form = StandInForm(request.POST or None, initial={"since": timezone.localdate()})
    colleagues = people_queries.colleagues(duty, timezone.localdate())
    offer(form, "deputy", [(str(row.pk), str(row)) for row in colleagues])
    role = Role(duty.role).label
    task = Task(
        title=f"代理：{duty.user}，{duty.organ}，{role}",
        button="指定代理人",
        consequence=f"代理期间，代理人登录后有“{role}”的权限，{duty.user}的权限不变。",
        back=back_of(who, duty.user_id),
        back_name=str(duty.user),
        done="已经指定代理人。",
    )

    def act(who: Actor, sent: DeskForm) -> str:
        appoint_stand_in(
            who,
            duty_id=duty_id,
            deputy_id=sent.number("deputy") or 0,
            span=(sent.cleaned_data["since"], sent.cleaned_data["until"]),
            reason=sent.said("reason"),
        )
        return back_of(who, duty.user_id)

    return handled(request, task, form, act)


@require_POST
@for_roles()
def end_stand(request: HttpRequest, stand_in_id: int) -> HttpResponse:
    """End a stand-in today."""
    who = actor(request)
    duty = people_queries.duty_of_stand_in(who, stand_in_id)
    return acted(
        request,
        lambda who: end_stand_in(who, stand_in_id=stand_in_id, day=timezone.localdate()),
        "已经结束代理。",
        back_of(who, duty.user_id),
    )
