"""People: entering them, taking accounts out of use, and whom an actor sees."""

from datetime import timedelta

import pytest

from gongkai.apps.organs.models import Organ, User
from gongkai.apps.organs.people import register_person, restore_person, retire_person
from gongkai.apps.organs.people_queries import (
    PeopleFilter,
    duties_of,
    own,
    own_duties,
    own_stand_ins,
    people,
    people_within,
    person,
    rows,
    stands_in_for,
    user_id_of,
)
from gongkai.apps.organs.queries import actor_of
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, VISITOR, Actor, NotAllowedError, Role
from tests.factories import organs as made
from tests.factories.organs import TODAY, Region, acting, duty, serving

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def keeper(region: Region) -> Actor:
    return acting("keeper", region.city, Role.ADMINISTRATOR)


def test_a_new_person_has_no_password_and_no_rights(region: Region, keeper: Actor) -> None:
    user = register_person(keeper, organ_id=region.finance.pk, name=" 李梅 ", username="li.mei")
    assert (str(user), user.username, user.organ) == ("李梅", "li.mei", region.finance)
    assert not user.has_usable_password()
    assert actor_of(user, TODAY).roles == frozenset()
    assert person(keeper, user.pk) == user


@pytest.mark.parametrize("username", ["", "李梅", "li mei", "KEEPER", "li@mei", "-."])
def test_user_names_that_cannot_be_used(region: Region, keeper: Actor, username: str) -> None:
    with pytest.raises(BlockedError, match="用户名"):
        register_person(keeper, organ_id=region.finance.pk, name="李梅", username=username)


def test_a_person_has_a_name(region: Region, keeper: Actor) -> None:
    with pytest.raises(BlockedError, match="名称是空的"):
        register_person(keeper, organ_id=region.finance.pk, name=" ", username="li")


def test_an_account_is_taken_out_of_use_and_put_back(region: Region, keeper: Actor) -> None:
    user = serving("li", region.finance)
    retire_person(keeper, user_id=user.pk, day=TODAY)
    assert actor_of(User.objects.get(pk=user.pk), TODAY).organ_id is None
    restore_person(keeper, user_id=user.pk)
    assert actor_of(User.objects.get(pk=user.pk), TODAY).organ_id == region.finance.pk


def test_nobody_takes_himself_or_the_last_administrator_out(region: Region, keeper: Actor) -> None:
    with pytest.raises(BlockedError, match="不能停用自己"):
        retire_person(keeper, user_id=user_id_of(keeper), day=TODAY)
    auditor = serving("auditor", region.finance, Role.AUDITOR)
    with pytest.raises(BlockedError, match="就没有“审计员”了"):
        retire_person(keeper, user_id=auditor.pk, day=TODAY)


def test_only_who_administers_the_persons_organ(region: Region) -> None:
    user = serving("li", region.finance)
    granter = acting("granter", region.city, Role.SECURITY_ADMINISTRATOR)
    with pytest.raises(NotAllowedError):
        register_person(granter, organ_id=region.finance.pk, name="吴", username="wu")
    with pytest.raises(NotAllowedError):
        retire_person(granter, user_id=user.pk, day=TODAY)
    with pytest.raises(NotAllowedError):
        restore_person(granter, user_id=user.pk)
    other = acting("other", region.county, Role.ADMINISTRATOR)
    with pytest.raises(Organ.DoesNotExist):
        register_person(other, organ_id=region.finance.pk, name="吴", username="wu")
    with pytest.raises(User.DoesNotExist):
        retire_person(other, user_id=user.pk, day=TODAY)


def test_whom_an_actor_sees(region: Region) -> None:
    clerk = serving("clerk", region.bureau)
    idle = made.person("idle", region.town)
    serving("stranger", region.stranger)
    leader = acting("leader", region.county, Role.LEADER)
    assert {user.username for user in people_within(leader)} == {"clerk", "idle", "leader"}
    with pytest.raises(User.DoesNotExist):
        person(actor_of(clerk, TODAY), idle.pk)
    assert people_within(VISITOR).count() == 0
    assert people_within(SYSTEM).count() == User.objects.count()


def test_a_guest_is_seen_with_the_duties_here_only(region: Region) -> None:
    guest = serving("guest", region.stranger)
    duty(guest, region.bureau, Role.HANDLER)
    leader = acting("leader", region.county, Role.LEADER)
    assert [row.organ for row in duties_of(leader, guest.pk)] == [region.bureau]
    (row,) = rows(leader, PeopleFilter(text="guest"), TODAY)
    assert row.duties == ("示范县财政局（经办人）",)
    mine = actor_of(guest, TODAY)
    assert {held.organ for held in own_duties(mine)} == {region.bureau, region.stranger}
    assert not own_stand_ins(mine).exists()
    assert not stands_in_for(leader, guest.pk).exists()


def test_the_list_is_filtered(region: Region, keeper: Actor) -> None:
    serving("li", region.finance, Role.LEADER)
    serving("wu", region.health)
    idle = made.person("idle", region.finance)
    User.objects.filter(pk=idle.pk).update(is_active=False)

    def found(wanted: PeopleFilter) -> set[str]:
        return {user.username for user in people(keeper, wanted, TODAY)}

    assert found(PeopleFilter(text="L")) == {"li", "idle"}
    assert found(PeopleFilter(role="leader")) == {"li"}
    assert found(PeopleFilter(organ_id=region.health.pk)) == {"wu"}
    assert found(PeopleFilter(organ_id=region.health.pk, role="leader")) == set()
    assert found(PeopleFilter(state="idle")) == {"idle"}
    assert found(PeopleFilter(state="retired")) == {"idle"}
    assert {name for _, name, _ in own(keeper)} == {"li", "wu"}


@pytest.mark.parametrize(
    ("actor", "expected"),
    [(Actor("user:7", "王敏"), 7), (SYSTEM, 0), (Actor("user:x", "?"), 0)],
)
def test_whose_account_it_is(actor: Actor, expected: int) -> None:
    assert user_id_of(actor) == expected
