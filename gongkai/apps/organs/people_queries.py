"""Looking up people: whom an actor sees, what they hold and where."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from gongkai.apps.organs.models import Duty, StandIn, User, at
from gongkai.apps.organs.scope import Purpose, one, organs_within, within
from gongkai.core.identity import SYSTEM, Actor, Role
from gongkai.core.identity.directory import GRANTERS
from gongkai.core.identity.roles import ADMINISTRATORS

USER = "user:"


def user_id_of(actor: Actor) -> int:
    """Whose account the actor acts with; 0 for whoever has none."""
    prefix, _, number = actor.key.partition(":")
    return int(number) if f"{prefix}:" == USER and number.isdecimal() else 0


def people_within(actor: Actor, *, to: Purpose = Purpose.SEE) -> QuerySet[User]:
    """The people entered by, or serving in, the organs that the actor reaches."""
    if actor == SYSTEM:
        return User.objects.all()
    organs = organs_within(actor, to=to).values("pk")
    serving = Duty.objects.filter(organ__in=organs).values("user_id")
    return User.objects.filter(Q(organ__in=organs) | Q(pk__in=serving))


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person in a list, with the running duties that the actor sees."""

    pk: int
    name: str
    username: str
    home: str
    is_active: bool
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What is looked for in the list of people."""

    text: str = ""
    organ_id: int | None = None
    role: str = ""
    state: str = ""


def people(actor: Actor, wanted: PeopleFilter, on: date) -> QuerySet[User]:
    """The people the actor sees and that fit."""
    found = people_within(actor)
    if wanted.text:
        found = found.filter(
            Q(first_name__icontains=wanted.text) | Q(username__icontains=wanted.text)
        )
    running = duties_within(actor).filter(at(on))
    chosen = running
    if wanted.organ_id is not None:
        chosen = chosen.filter(organ_id=wanted.organ_id)
    if wanted.role:
        chosen = chosen.filter(role=wanted.role)
    if wanted.organ_id is not None or wanted.role:
        found = found.filter(pk__in=chosen.values("user_id"))
    if wanted.state == "idle":
        found = found.exclude(pk__in=running.values("user_id"))
    if wanted.state == "retired":
        found = found.filter(is_active=False)
    return found.select_related("organ").order_by("organ_id", "pk")


def rows(actor: Actor, wanted: PeopleFilter, on: date) -> list[PersonRow]:
    """The people the actor sees and that fit, each with what runs in the organs he sees."""
    found = people(actor, wanted, on)
    running = defaultdict[int, list[str]](list)
    for held in duties_within(actor).filter(at(on), user__in=found.values("pk")):
        running[held.user_id].append(f"{held.organ}{held.unit or ''}（{Role(held.role).label}）")
    return [
        PersonRow(
            user.pk,
            str(user),
            user.username,
            "" if user.organ is None else user.organ.name,
            user.is_active,
            tuple(running[user.pk]),
        )
        for user in found
    ]


def own(actor: Actor) -> list[tuple[int, str, str]]:
    """The people in use whom the actor administers, himself left out: number, name, user name."""
    found = people_within(actor, to=Purpose.GOVERN).filter(is_active=True)
    others = found.exclude(pk=user_id_of(actor)).order_by("organ_id", "pk")
    return [(user.pk, str(user), user.username) for user in others]


def is_governed(actor: Actor, user_id: int) -> bool:
    """Whether the actor administers that person."""
    return people_within(actor, to=Purpose.GOVERN).filter(pk=user_id).exists()


def person(actor: Actor, user_id: int) -> User:
    """That person. Raises DoesNotExist for whom the actor does not see."""
    return people_within(actor).select_related("organ").get(pk=user_id)


def duties_within(actor: Actor) -> QuerySet[Duty]:
    """The duties in the organs that the actor sees, with what a list shows of them."""
    return within(actor, Duty.objects.select_related("organ", "unit", "user")).order_by("id")


def duties_of(actor: Actor, user_id: int) -> QuerySet[Duty]:
    """What a person holds and held in the organs that the actor sees, stand-ins with it."""
    deputies = StandIn.objects.select_related("deputy")
    return (
        duties_within(actor)
        .filter(user_id=user_id)
        .prefetch_related(Prefetch("stand_ins", queryset=deputies))
    )


def stands_in_for(actor: Actor, user_id: int) -> QuerySet[StandIn]:
    """The duties of others in which a person acts or acted."""
    rows = StandIn.objects.select_related("duty__organ", "duty__user").filter(deputy_id=user_id)
    return within(actor, rows, field="duty__organ")


def governed_duty(actor: Actor, duty_id: int) -> Duty:
    """That duty. Raises DoesNotExist for one in an organ the actor does not administer."""
    found = Duty.objects.select_related("organ", "user")
    return one(actor, found, duty_id, to=Purpose.GOVERN)


def duty_to_stand_in_for(actor: Actor, duty_id: int) -> Duty:
    """The actor's own duty, administrators' excepted, or one he may give. Raises DoesNotExist."""
    mine = own_duties(actor).select_related("user").exclude(role__in=ADMINISTRATORS)
    if (found := mine.filter(pk=duty_id, organ_id=actor.organ_id or 0).first()) is not None:
        return found
    if not actor.roles & GRANTERS and actor != SYSTEM:
        raise Duty.DoesNotExist
    return governed_duty(actor, duty_id)


def duty_of_stand_in(actor: Actor, stand_in_id: int) -> Duty:
    """The duty in which somebody stands in, under the same rule."""
    duty_id = StandIn.objects.filter(pk=stand_in_id).values_list("duty_id", flat=True).first()
    return duty_to_stand_in_for(actor, duty_id or 0)


def colleagues(duty: Duty, on: date) -> QuerySet[User]:
    """Who else serves in the same organ."""
    serving = Duty.objects.filter(at(on), organ_id=duty.organ_id).values("user_id")
    return User.objects.filter(pk__in=serving, is_active=True).exclude(pk=duty.user_id)


def own_duties(actor: Actor) -> QuerySet[Duty]:
    """What the actor holds and held himself, in whatever organ."""
    deputies = StandIn.objects.select_related("deputy")
    return (
        Duty.objects.select_related("organ", "unit")
        .filter(user_id=user_id_of(actor))
        .prefetch_related(Prefetch("stand_ins", queryset=deputies))
    )


def own_stand_ins(actor: Actor) -> QuerySet[StandIn]:
    """The duties of others in which the actor acts or acted."""
    rows = StandIn.objects.select_related("duty__organ", "duty__user")
    return rows.filter(deputy_id=user_id_of(actor))


def stood_in_for(actor: Actor, role: Role, on: date) -> str:
    """Whom the actor stands in for in that role of his organ; empty where it is his own duty."""
    mine = Duty.objects.filter(
        user_id=user_id_of(actor), organ_id=actor.organ_id or 0, role=role.value
    ).order_by()
    spans = mine.values_list("since", "until")
    if any(since <= on and (until is None or on < until) for since, until in spans):
        return ""
    acting = StandIn.objects.select_related("duty__user").filter(
        at(on),
        at(on, "duty__"),
        deputy_id=user_id_of(actor),
        duty__organ_id=actor.organ_id or 0,
        duty__role=role.value,
    )
    return next((str(row.duty.user) for row in acting), "")
