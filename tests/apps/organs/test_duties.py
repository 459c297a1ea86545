"""Duties and stand-ins: who gives them, which exclude each other, how they end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.duties import (
    DutyFacts,
    appoint_stand_in,
    end_duty,
    end_stand_in,
    give_duty,
)
from gongkai.apps.organs.models import Duty, Organ, StandIn, Unit, User
from gongkai.apps.organs.queries import actor_of
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, Actor, NotAllowedError, Role
from tests.factories.organs import FOUNDED, TODAY, Region, acting, duty, person, serving

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def granter(region: Region) -> Actor:
    return acting("granter", region.city, Role.SECURITY_ADMINISTRATOR)


def facts(user: User, place: Organ, role: Role = Role.DRAFTER) -> DutyFacts:
    return DutyFacts(user.pk, place.pk, role.value, TODAY)


def test_a_duty_is_given_and_recorded(region: Region, granter: Actor) -> None:
    user = person("li", region.finance)
    unit = Unit.objects.create(organ=region.finance, name="预算科")
    given = give_duty(
        granter, facts=replace(facts(user, region.finance), unit_id=unit.pk, title=" 科员 ")
    )
    assert (given.unit, given.title, given.until) == (unit, "科员", None)
    assert actor_of(user, TODAY).roles == {Role.DRAFTER}
    entry = Entry.objects.get(verb="give_duty", actor=granter.key)
    assert entry.subject == f"user:{user.pk}"
    assert entry.after is not None
    assert entry.after["role"] == "drafter"


def test_nobody_gives_himself_a_duty(region: Region, granter: Actor) -> None:
    user = User.objects.get(username="granter")
    with pytest.raises(BlockedError, match="不能给自己授予"):
        give_duty(granter, facts=facts(user, region.city))


@pytest.mark.parametrize(
    "role",
    [role for role in Role if role not in {Role.SECURITY_ADMINISTRATOR, Role.APPLICANT}],
)
def test_only_the_security_administrator_gives_duties(region: Region, role: Role) -> None:
    place = region.office if role is Role.COMPETENT_DEPARTMENT else region.city
    actor = acting("he", place, role)
    with pytest.raises(NotAllowedError):
        give_duty(actor, facts=facts(person("li", place), place))


def test_only_in_organs_that_are_governed_and_to_people_that_are(region: Region) -> None:
    actor = acting("granter", region.county, Role.SECURITY_ADMINISTRATOR)
    with pytest.raises(Organ.DoesNotExist):
        give_duty(actor, facts=facts(person("li", region.bureau), region.finance))
    for outsider in (person("wu", region.stranger), person("he")):
        with pytest.raises(BlockedError, match="人员不存在"):
            give_duty(actor, facts=facts(outsider, region.bureau))


def test_an_account_out_of_use_gets_no_duty(region: Region, granter: Actor) -> None:
    user = person("li", region.finance)
    User.objects.filter(pk=user.pk).update(is_active=False)
    with pytest.raises(BlockedError, match="人员不存在"):
        give_duty(granter, facts=facts(user, region.finance))


@pytest.mark.parametrize(
    ("held", "wanted"),
    [
        pytest.param(Role.AUDITOR, Role.ADMINISTRATOR, id="审计员不兼系统管理员"),
        pytest.param(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, id="系统不兼安全"),
        pytest.param(Role.APPRAISER, Role.DRAFTER, id="评议员不兼拟稿人"),
        pytest.param(Role.LEADER, Role.APPRAISER, id="领导不兼评议员"),
    ],
)
@pytest.mark.parametrize("where", ["same", "elsewhere", "standing in"])
def test_roles_that_exclude_each_other(
    region: Region, granter: Actor, held: Role, wanted: Role, where: str
) -> None:
    user = person("li", region.finance)
    if where == "standing in":
        holder = serving("holder", region.stranger, held)
        StandIn.objects.create(
            duty=holder.duties.get(),
            deputy=user,
            since=TODAY + DAY,
            until=TODAY + 5 * DAY,
            reason="出差",
        )
    else:
        duty(user, region.stranger if where == "elsewhere" else region.finance, held)
    with pytest.raises(BlockedError, match="不能同时由一人担任"):
        give_duty(granter, facts=facts(user, region.finance, wanted))


def test_one_after_the_other_is_no_conflict(region: Region, granter: Actor) -> None:
    user = person("li", region.finance)
    duty(user, region.finance, Role.AUDITOR, FOUNDED, TODAY)
    given = give_duty(granter, facts=facts(user, region.finance, Role.ADMINISTRATOR))
    assert given.since == TODAY


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"role": "king"}, "没有这个角色", id="没有的角色"),
        pytest.param({"role": "applicant"}, "没有这个角色", id="申请人不是任职"),
        pytest.param({"role": "competent_department"}, "不是主管部门|登记为", id="不是主管部门"),
        pytest.param({"unit_id": 0}, "不属于这个机关", id="别处的科室"),
        pytest.param({"until": TODAY}, "早于开始日期", id="日期颠倒"),
        pytest.param({"since": FOUNDED}, "已经担任", id="重复"),
    ],
)
def test_what_stands_in_the_way(
    region: Region, granter: Actor, change: dict[str, object], said: str
) -> None:
    user = person("li", region.finance)
    if said == "已经担任":
        duty(user, region.finance)
    wrong = replace(facts(user, region.finance), **change)  # type: ignore[arg-type]  # one field of any type
    with pytest.raises(BlockedError, match=said):
        give_duty(granter, facts=wrong)


def test_the_same_role_in_two_units_is_two_duties(region: Region, granter: Actor) -> None:
    user = person("li", region.finance)
    for name in ("预算科", "国库科"):
        unit = Unit.objects.create(organ=region.finance, name=name)
        give_duty(granter, facts=replace(facts(user, region.finance), unit_id=unit.pk))
    assert user.duties.count() == 2


def test_a_duty_is_ended_once(region: Region, granter: Actor) -> None:
    held = serving("li", region.finance).duties.get()
    end_duty(granter, duty_id=held.pk, day=TODAY)
    held.refresh_from_db()
    assert held.until == TODAY
    entry = Entry.objects.get(verb="end_duty")
    assert entry.before == {"until": None}
    with pytest.raises(BlockedError, match="已经结束"):
        end_duty(granter, duty_id=held.pk, day=TODAY + DAY)


def test_an_end_before_the_beginning(region: Region, granter: Actor) -> None:
    held = serving("li", region.finance).duties.get()
    with pytest.raises(BlockedError, match="早于"):
        end_duty(granter, duty_id=held.pk, day=FOUNDED - DAY)


def test_another_organs_duty_is_not_there(region: Region) -> None:
    actor = acting("granter", region.county, Role.SECURITY_ADMINISTRATOR)
    held = serving("li", region.finance).duties.get()
    with pytest.raises(Duty.DoesNotExist):
        end_duty(actor, duty_id=held.pk, day=TODAY)


def test_the_last_administrator_of_a_kind_stays(region: Region, granter: Actor) -> None:
    held = User.objects.get(username="granter").duties.get()
    with pytest.raises(BlockedError, match="就没有“安全管理员”了"):
        end_duty(granter, duty_id=held.pk, day=TODAY)
    serving("second", region.county, Role.SECURITY_ADMINISTRATOR)
    assert end_duty(granter, duty_id=held.pk, day=TODAY).until == TODAY


def appoint(actor: Actor, held: Duty, deputy: User, first: date = TODAY, days: int = 2) -> StandIn:
    span = (first, first + DAY * days)
    return appoint_stand_in(
        actor, duty_id=held.pk, deputy_id=deputy.pk, span=span, reason="外出培训"
    )


def test_a_holder_appoints_a_colleague_and_ends_it(region: Region) -> None:
    user, deputy = serving("zhang", region.finance, Role.LEADER), serving("li", region.finance)
    actor = actor_of(user, TODAY)
    row = appoint(actor, user.duties.get(), deputy)
    assert Role.LEADER in actor_of(deputy, TODAY).roles
    end_stand_in(actor, stand_in_id=row.pk, day=TODAY)
    assert Role.LEADER not in actor_of(deputy, TODAY).roles
    with pytest.raises(BlockedError, match="已经结束"):
        end_stand_in(actor, stand_in_id=row.pk, day=TODAY)
    verbs = set(Entry.objects.filter(actor=actor.key).values_list("verb", flat=True))
    assert verbs == {"appoint_stand_in", "end_stand_in"}


def test_a_stand_in_to_come_is_called_off(region: Region, granter: Actor) -> None:
    held, deputy = serving("zhang", region.finance).duties.get(), serving("li", region.finance)
    row = appoint(granter, held, deputy, TODAY + DAY * 3)
    end_stand_in(granter, stand_in_id=row.pk, day=TODAY)
    row.refresh_from_db()
    assert row.until == row.since


def test_administrators_are_stood_in_for_by_the_security_administrator_only(
    region: Region, granter: Actor
) -> None:
    user, deputy = (
        serving("keeper", region.finance, Role.ADMINISTRATOR),
        serving("li", region.finance),
    )
    held = user.duties.get()
    with pytest.raises(Duty.DoesNotExist):
        appoint(actor_of(user, TODAY), held, deputy)
    assert appoint(granter, held, deputy).deputy == deputy


def test_who_holds_neither_the_duty_nor_the_right_appoints_nobody(region: Region) -> None:
    held, deputy = serving("zhang", region.finance).duties.get(), serving("li", region.finance)
    for actor in (actor_of(deputy, TODAY), acting("stranger", region.stranger)):
        with pytest.raises(Duty.DoesNotExist):
            appoint(actor, held, deputy)
        row = appoint(SYSTEM, held, deputy, TODAY + DAY * 30)
        with pytest.raises(Duty.DoesNotExist):
            end_stand_in(actor, stand_in_id=row.pk, day=TODAY)
        row.delete()
    with pytest.raises(Duty.DoesNotExist):
        end_stand_in(SYSTEM, stand_in_id=0, day=TODAY)


def test_what_stands_in_the_way_of_a_stand_in(region: Region, granter: Actor) -> None:
    held = serving("zhang", region.finance, Role.AUDITOR).duties.get()
    deputy = serving("li", region.finance)
    with pytest.raises(BlockedError, match="不能是本人"):
        appoint(granter, held, held.user)
    with pytest.raises(BlockedError, match="须在同一机关任职"):
        appoint(granter, held, serving("wu", region.health))
    with pytest.raises(BlockedError, match="早于开始日期"):
        appoint(granter, held, deputy, days=-1)
    with pytest.raises(BlockedError, match="任职期间以内"):
        appoint(granter, held, deputy, FOUNDED - DAY)
    with pytest.raises(BlockedError, match="不能同时由一人担任"):
        appoint(granter, held, serving("keeper", region.finance, Role.ADMINISTRATOR))
    with pytest.raises(BlockedError, match="写明原因"):
        appoint_stand_in(
            granter, duty_id=held.pk, deputy_id=deputy.pk, span=(TODAY, TODAY), reason=" "
        )
    assert not StandIn.objects.exists()
