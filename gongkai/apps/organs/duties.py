"""Giving people duties (任职), ending them, and having somebody stand in (代理)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from gongkai.apps.journal.record import record
from gongkai.apps.organs import obstacles
from gongkai.apps.organs.facts import refuse
from gongkai.apps.organs.governing_queries import living
from gongkai.apps.organs.models import Duty, Organ, StandIn, Unit, User, at
from gongkai.apps.organs.people_queries import (
    duty_of_stand_in,
    duty_to_stand_in_for,
    people_within,
    user_id_of,
)
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import SYSTEM, Actor, Role
from gongkai.core.identity.roles import ADMINISTRATORS, GIVEN, conflicts

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DutyFacts:
    """Who serves where, as what, from when; without an end the duty goes on."""

    user_id: int
    organ_id: int
    role: str
    since: date
    until: date | None = None
    unit_id: int | None = None
    title: str = ""


@transaction.atomic
def give_duty(actor: Actor, *, facts: DutyFacts) -> Duty:
    """Give a person a role in an organ. Nobody gives himself one."""
    require(actor, Role.SECURITY_ADMINISTRATOR)
    organ = living(actor, facts.organ_id)
    people = people_within(actor, to=Purpose.GOVERN).filter(is_active=True)
    user = people.filter(pk=facts.user_id).first()
    if user is None:
        raise BlockedError([obstacles.person_missing()])
    User.objects.select_for_update().get(pk=user.pk)
    refuse(_duty_faults(actor, organ, facts))
    duty = Duty.objects.create(
        user=user,
        organ=organ,
        unit_id=facts.unit_id,
        role=facts.role,
        title=facts.title.strip(),
        since=facts.since,
        until=facts.until,
    )
    record(
        actor,
        "give_duty",
        f"user:{user.pk}",
        after={
            "user": user.pk,
            "organ": organ.pk,
            "role": facts.role,
            "since": facts.since.isoformat(),
            "until": None if facts.until is None else facts.until.isoformat(),
        },
    )
    return duty


@transaction.atomic
def end_duty(actor: Actor, *, duty_id: int, day: date) -> Duty:
    """End a duty: from that day on the person holds it no more."""
    require(actor, Role.SECURITY_ADMINISTRATOR)
    duty = one(actor, Duty.objects.select_for_update(), duty_id, to=Purpose.GOVERN)
    refuse(_ending_faults(duty, day))
    before = {"until": None if duty.until is None else duty.until.isoformat()}
    duty.until = day
    duty.save(update_fields=["until"])
    record(
        actor,
        "end_duty",
        f"user:{duty.user_id}",
        before=before,
        after={"duty": duty.pk, "role": duty.role, "until": day.isoformat()},
    )
    return duty


@transaction.atomic
def appoint_stand_in(
    actor: Actor, *, duty_id: int, deputy_id: int, span: tuple[date, date], reason: str
) -> StandIn:
    """Have somebody act in a duty from the first to the last day of the span.

    The security administrator appoints; so may whoever holds the duty, administrators excepted.
    """
    duty = duty_to_stand_in_for(actor, duty_id)
    list(User.objects.select_for_update().filter(pk=deputy_id))
    since, until = span[0], span[1] + DAY
    refuse(_stand_in_faults(duty, deputy_id, since, until), _no_reason(reason))
    row = StandIn.objects.create(
        duty=duty, deputy_id=deputy_id, since=since, until=until, reason=reason.strip()[:200]
    )
    record(
        actor,
        "appoint_stand_in",
        f"user:{duty.user_id}",
        after={"duty": duty.pk, "deputy": deputy_id, "since": since, "until": until},
    )
    return row


@transaction.atomic
def end_stand_in(actor: Actor, *, stand_in_id: int, day: date) -> StandIn:
    """End a stand-in: from that day on the deputy acts no more."""
    duty = duty_of_stand_in(actor, stand_in_id)
    row = duty.stand_ins.select_for_update().get(pk=stand_in_id)
    if row.until <= day:
        raise BlockedError([obstacles.already_ended()])
    before = {"until": row.until.isoformat()}
    row.until = max(day, row.since)
    row.save(update_fields=["until"])
    record(
        actor,
        "end_stand_in",
        f"user:{duty.user_id}",
        before=before,
        after={"duty": duty.pk, "until": row.until.isoformat()},
    )
    return row


def last_faults(duties: Iterable[Duty], day: date) -> Iterator[Finding]:
    """Whether, without these duties, the system has no administrator of a kind from that day on."""
    going = list(duties)
    running = Duty.objects.filter(at(day), at(day, "organ__"), user__is_active=True)
    staying = running.exclude(pk__in=[duty.pk for duty in going])
    for role in sorted({Role(duty.role) for duty in going} & ADMINISTRATORS):
        if not staying.filter(role=role).exists():
            yield obstacles.last_of_administrators(role)


def clashes_of_organ(organ: Organ) -> Iterator[Finding]:
    """What would exclude each other if the duties of a closed organ held again."""
    for duty in organ.duties.select_related("user"):
        yield from _clashes(duty.user_id, Role(duty.role), duty.since, duty.until)


def _duty_faults(actor: Actor, organ: Organ, facts: DutyFacts) -> Iterator[Finding]:
    if facts.role not in {role.value for role in GIVEN}:
        yield obstacles.no_such_role()
        return
    role = Role(facts.role)
    if actor != SYSTEM and facts.user_id == user_id_of(actor):
        yield obstacles.own_duty()
    if role is Role.COMPETENT_DEPARTMENT and not organ.is_competent:
        yield obstacles.role_needs_competence()
    if facts.unit_id is not None and not _has_unit(organ, facts.unit_id):
        yield obstacles.unit_elsewhere()
    if facts.until is not None and facts.until <= facts.since:
        yield obstacles.bad_span()
    same = Duty.objects.filter(user_id=facts.user_id, organ=organ, role=role)
    same = same.filter(unit=None) if facts.unit_id is None else same.filter(unit=facts.unit_id)
    if same.filter(_overlapping(facts.since, facts.until)).exists():
        yield obstacles.duty_held(role)
    yield from _clashes(facts.user_id, role, facts.since, facts.until)


def _has_unit(organ: Organ, unit_id: int) -> bool:
    return Unit.objects.filter(pk=unit_id, organ=organ, until=None).exists()


def _clashes(user_id: int, role: Role, since: date, until: date | None) -> Iterator[Finding]:
    """The roles held or stood in for at that time, in any living organ, which exclude this one."""
    duties = Duty.objects.filter(user_id=user_id, organ__until=None)
    held = duties.filter(_overlapping(since, until)).values_list("role", flat=True)
    acting = StandIn.objects.filter(deputy_id=user_id, duty__organ__until=None)
    acted = acting.filter(_overlapping(since, until)).values_list("duty__role", flat=True)
    for other in sorted({*held, *acted} - {role.value}):
        for conflict in conflicts({role, Role(other)}):
            yield obstacles.roles_exclude(conflict)


def _overlapping(since: date, until: date | None) -> Q:
    """The rows that hold at some time in the span."""
    going_on = Q(until=None) | Q(until__gt=since)
    return going_on if until is None else going_on & Q(since__lt=until)


def _ending_faults(duty: Duty, day: date) -> Iterator[Finding]:
    if duty.until is not None and duty.until <= day:
        yield obstacles.already_ended()
    if day < duty.since:
        yield obstacles.too_early(day, duty.since)
    yield from last_faults([duty], day)


def _stand_in_faults(duty: Duty, deputy_id: int, since: date, until: date) -> Iterator[Finding]:
    if deputy_id == duty.user_id:
        yield obstacles.own_stand_in()
        return
    if until <= since:
        yield obstacles.bad_span()
    if since < duty.since or (duty.until is not None and until > duty.until):
        yield obstacles.outside_duty()
    serving = Duty.objects.filter(at(since), user_id=deputy_id, organ_id=duty.organ_id)
    if not serving.filter(user__is_active=True).exists():
        yield obstacles.deputy_elsewhere()
    yield from _clashes(deputy_id, Role(duty.role), since, until)


def _no_reason(reason: str) -> Iterator[Finding]:
    if not reason.strip():
        yield obstacles.no_reason()
