"""The one gate: own organ, subordinates, the region of a competent department, and no more."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from gongkai.apps.organs.duties import end_duty
from gongkai.apps.organs.models import Duty, Organ, Reach, Succession, Unit
from gongkai.apps.organs.queries import actor_of
from gongkai.apps.organs.reach import Way, renew_reach
from gongkai.apps.organs.scope import Purpose, one, organs_within, require, within
from gongkai.apps.organs.succession import close_organ
from gongkai.core.identity import SYSTEM, VISITOR, Actor, NotAllowedError, OrganKind, Role
from tests.factories.organs import TODAY, Region, acting, basis, duty, organ, person, serving

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SOME = settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@pytest.fixture
def region() -> Region:
    return Region()


def seen(actor: Actor, to: Purpose = Purpose.SEE) -> set[int]:
    return set(organs_within(actor, to=to).values_list("pk", flat=True))


def pks(*organs: Organ) -> set[int]:
    return {row.pk for row in organs}


def test_who_serves_in_a_bureau_sees_the_bureau_only(region: Region) -> None:
    assert seen(acting("he", region.finance)) == pks(region.finance)


def test_a_superior_sees_all_below_and_works_on_the_own(region: Region) -> None:
    actor = acting("leader", region.county, Role.LEADER)
    assert seen(actor) == pks(region.county, region.bureau, region.town)
    assert seen(actor, Purpose.WORK) == pks(region.county)
    assert seen(actor, Purpose.GOVERN) == set()


def test_a_competent_department_sees_its_region_without_vertical_organs(region: Region) -> None:
    actor = acting("competent", region.office, Role.COMPETENT_DEPARTMENT)
    expected = pks(region.city, region.office, region.finance, region.health)
    assert seen(actor) == expected | pks(region.county, region.bureau, region.town)
    assert seen(actor, Purpose.WORK) == pks(region.office)


def test_a_competent_department_sees_its_region_only_in_that_role(region: Region) -> None:
    assert seen(acting("clerk", region.office)) == pks(region.office)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR])
def test_administrators_govern_what_is_below(region: Region, role: Role) -> None:
    actor = acting("administrator", region.county, role)
    assert seen(actor, Purpose.GOVERN) == pks(region.county, region.bureau, region.town)


@pytest.mark.parametrize("purpose", list(Purpose))
def test_who_appraises_from_outside_sees_nothing(region: Region, purpose: Purpose) -> None:
    assert seen(acting("appraiser", region.city, Role.APPRAISER), purpose) == set()


@pytest.mark.parametrize("purpose", list(Purpose))
def test_who_holds_no_duty_sees_nothing(region: Region, purpose: Purpose) -> None:
    nobody = actor_of(person("nobody", region.finance), TODAY)
    without_role = Actor("user:9", "无角色", region.city.pk)
    for actor in (nobody, without_role, VISITOR):
        assert seen(actor, purpose) == set()
    assert seen(SYSTEM, purpose) == set(Organ.objects.values_list("pk", flat=True))


def test_a_closed_organ_stays_readable_for_its_successor(region: Region) -> None:
    close_organ(
        SYSTEM,
        organ_id=region.health.pk,
        successor_id=region.finance.pk,
        basis=basis(date(2025, 1, 1)),
    )
    actor = acting("he", region.finance)
    assert seen(actor) == pks(region.finance, region.health)
    assert seen(actor, Purpose.WORK) == pks(region.finance, region.health)
    assert region.health.pk in seen(acting("leader", region.city, Role.LEADER))


def test_a_successor_of_a_successor_reads_too(region: Region) -> None:
    third = organ("示范市综合局", region.city)
    for closed, heir in ((region.health, region.finance), (region.finance, third)):
        close_organ(SYSTEM, organ_id=closed.pk, successor_id=heir.pk, basis=basis())
    assert seen(acting("he", third)) == pks(third, region.finance, region.health)


def test_rows_of_any_model_with_an_organ_and_of_those_that_lead_to_one(region: Region) -> None:
    held = duty(serving("he", region.bureau), region.bureau, Role.HANDLER)
    actor = acting("leader", region.county, Role.LEADER)
    other = acting("stranger", region.stranger)
    assert held in within(actor, Duty.objects.all())
    assert held not in within(other, Duty.objects.all())
    unit = Unit.objects.create(organ=region.bureau, name="办公室")
    assert list(within(actor, Unit.objects.all())) == [unit]
    assert not within(other, Duty.objects.all(), field="user__organ").filter(pk=held.pk).exists()


def test_forbidden_and_absent_are_told_alike(region: Region) -> None:
    unit = Unit.objects.create(organ=region.bureau, name="办公室")
    other = acting("stranger", region.stranger)
    with pytest.raises(Unit.DoesNotExist) as forbidden:
        one(other, Unit.objects.all(), unit.pk)
    with pytest.raises(Unit.DoesNotExist) as absent:
        one(other, Unit.objects.all(), unit.pk + 1000)
    assert str(forbidden.value) == str(absent.value)
    assert one(acting("he", region.bureau), Unit.objects.all(), unit.pk) == unit


def test_roles_are_required(region: Region) -> None:
    actor = acting("he", region.finance)
    require(actor, Role.LEADER, Role.DRAFTER)
    require(SYSTEM, Role.LEADER)
    with pytest.raises(NotAllowedError):
        require(actor, Role.LEADER)


def test_the_gate_costs_one_query(
    region: Region, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    actor = acting("leader", region.city, Role.LEADER)
    with django_assert_num_queries(1):
        list(within(actor, Unit.objects.all()))


@given(before=st.integers(-3, 3), length=st.integers(0, 4))
@SOME
def test_a_duty_holds_from_its_first_day_until_its_end(
    region: Region, before: int, length: int
) -> None:
    user = person(f"user-{before}-{length}-{Duty.objects.count()}")
    since = TODAY + DAY * before
    held = Duty.objects.create(
        user=user, organ=region.finance, role="drafter", since=since, until=since + DAY * length
    )
    expected = pks(region.finance) if since <= TODAY < since + DAY * length else set()
    assert seen(actor_of(user, TODAY)) == expected
    assert held.user == user


def test_the_end_of_a_duty_takes_effect_on_the_day(region: Region) -> None:
    user = person("he", region.finance)
    held = duty(user, region.finance)
    end_duty(SYSTEM, duty_id=held.pk, day=TODAY)
    assert seen(actor_of(user, TODAY - DAY)) == pks(region.finance)
    assert seen(actor_of(user, TODAY)) == set()
    assert seen(actor_of(user, TODAY + DAY)) == set()


TREES = st.lists(st.integers(0, 100), min_size=1, max_size=12)
LINKS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=4)


def planted(parents: list[int], links: list[tuple[int, int]]) -> list[Organ]:
    """A random forest of organs; each link closes one and has another take over."""
    Succession.objects.all().delete()
    Organ.objects.update(superior=None)
    Organ.objects.all().delete()
    rows: list[Organ] = []
    for number, draw in enumerate(parents):
        place = draw % (number + 1)
        above = None if place == number else rows[place]
        rows.append(Organ.objects.create(name=f"机关{number}", superior=above))
    for first, second in links:
        closed, heir = rows[first % len(rows)], rows[second % len(rows)]
        if closed != heir:
            Organ.objects.filter(pk=closed.pk).update(until=TODAY)
            Succession.objects.create(predecessor=closed, successor=heir, way="closing", day=TODAY)
    renew_reach()
    return rows


def is_reached(viewer: Organ, wanted: Organ, links: set[tuple[int, int]], seen: set[int]) -> bool:
    """Said otherwise than the house does: upwards from the row, over superiors and heirs."""
    if viewer.pk == wanted.pk:
        return True
    if wanted.pk in seen:
        return False
    seen.add(wanted.pk)
    above = [heir for closed, heir in links if closed == wanted.pk]
    above += [wanted.superior_id] if wanted.superior_id else []
    found = Organ.objects.in_bulk(above).values()
    return any(is_reached(viewer, row, links, seen) for row in found)


@given(TREES, LINKS)
@SOME
def test_nobody_sees_outside_and_a_superior_sees_all_below(
    parents: list[int], links: list[tuple[int, int]]
) -> None:
    rows = planted(parents, links)
    heirs = set(Succession.objects.values_list("predecessor_id", "successor_id"))
    for viewer in rows:
        actor = Actor("user:1", "王敏", viewer.pk, frozenset({Role.LEADER}))
        expected = {row.pk for row in rows if is_reached(viewer, row, heirs, set())}
        assert seen(actor) == expected


@given(TREES, LINKS)
@SOME
def test_nobody_works_on_more_than_is_seen(
    parents: list[int], links: list[tuple[int, int]]
) -> None:
    for viewer in planted(parents, links):
        roles = frozenset({Role.ADMINISTRATOR, Role.COMPETENT_DEPARTMENT})
        actor = Actor("user:1", "王敏", viewer.pk, roles)
        assert viewer.pk in seen(actor, Purpose.WORK) <= seen(actor)
        assert seen(actor, Purpose.WORK) <= seen(actor, Purpose.GOVERN) <= seen(actor)


def test_renewing_changes_only_what_changed(region: Region) -> None:
    before = dict(Reach.objects.values_list("pk", "way"))
    renew_reach()
    assert dict(Reach.objects.values_list("pk", "way")) == before
    assert set(before.values()) == {Way.BELOW, Way.REGION}
    Organ.objects.filter(pk=region.town.pk).update(superior=None, kind=OrganKind.VERTICAL)
    renew_reach()
    assert not Reach.objects.filter(seen=region.town).exists()
