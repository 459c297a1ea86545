"""Sessions end after idle time, after their longest time, and when the person becomes another."""

from datetime import date, timedelta

import pytest
from pytest_django import Settings

from gongkai.apps.access.models import DeskSession
from gongkai.apps.access.sessions import (
    ABSOLUTE,
    BY_PASSWORD,
    CLOSED,
    ELSEWHERE,
    IDLE,
    SIGNED_OUT,
    STANDING,
    end_others,
    end_session,
    ends_at,
    extend,
    is_last_stretch,
    left,
    open_session,
    see,
    why_ended,
)
from gongkai.apps.access.standing import needs_second_factor
from gongkai.apps.organs.models import Duty, StandIn, User
from gongkai.core.identity import Role
from tests.apps.access.made import MINUTE, NOW, actor, person, verbs

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def bounds(settings: Settings) -> None:
    settings.GONGKAI_SIGN_IN = {"idle_minutes": 30, "absolute_hours": 2}


@pytest.fixture
def user() -> User:
    return person("wangmin", Role.HANDLER)


def opened(user: User) -> DeskSession:
    return open_session(actor(user), user=user, way=BY_PASSWORD, strong=False, now=NOW)


@pytest.mark.parametrize(
    ("minutes", "reason"),
    [
        pytest.param(29.9, "", id="半小时以内"),
        pytest.param(30, IDLE, id="满半小时"),
        pytest.param(119, IDLE, id="很久以后"),
        pytest.param(120, ABSOLUTE, id="满两小时"),
    ],
)
def test_idle_and_absolute_limits(user: User, minutes: float, reason: str) -> None:
    assert why_ended(opened(user), NOW + minutes * MINUTE) == reason


def test_going_on_counts_from_now_but_not_beyond_the_longest_time(user: User) -> None:
    row = opened(user)
    assert ends_at(row) == NOW + 30 * MINUTE
    assert not is_last_stretch(row)
    for minutes in (25, 50, 75, 100):
        extend(row, NOW + minutes * MINUTE)
    row.refresh_from_db()
    assert ends_at(row) == NOW + 2 * HOUR
    assert is_last_stretch(row)
    assert left(row, NOW + 119 * MINUTE) == MINUTE
    assert left(row, NOW + 3 * HOUR) == timedelta(0)


def test_a_row_is_not_written_at_every_request(user: User) -> None:
    row = opened(user)
    see(row, NOW + MINUTE)
    row.refresh_from_db()
    assert row.seen_at == NOW
    see(row, NOW + 2 * MINUTE)
    row.refresh_from_db()
    assert row.seen_at == NOW + 2 * MINUTE


def test_an_ended_session_is_not_extended(user: User) -> None:
    row = opened(user)
    end_session(actor(user), session_id=row.pk, reason=SIGNED_OUT, now=NOW)
    extend(row, NOW + MINUTE)
    assert DeskSession.objects.get(pk=row.pk).seen_at == NOW
    assert not end_session(actor(user), session_id=row.pk, reason=IDLE, now=NOW)
    assert verbs() == ["sign_in", "sign_out"]


def test_ending_the_others(user: User) -> None:
    own, other, stranger = opened(user), opened(user), opened(person("liqiang"))
    who = actor(user)
    assert end_others(who, user_id=user.pk, but=own.pk, reason=ELSEWHERE, now=NOW) == 1
    assert end_others(who, user_id=user.pk, but=own.pk, reason=ELSEWHERE, now=NOW) == 0
    reasons = {row.pk: row.reason for row in DeskSession.objects.all()}
    assert reasons == {own.pk: "", other.pk: ELSEWHERE, stranger.pk: ""}
    assert end_others(who, user_id=user.pk, but=None, reason=CLOSED, now=NOW) == 1


def test_another_role_ends_the_session(user: User) -> None:
    row = opened(user)
    Duty.objects.create(
        user=user, organ=user.duties.get().organ, role=Role.LEADER, since=date(2026, 1, 1)
    )
    assert why_ended(row, NOW) == STANDING


def test_a_lost_role_ends_the_session_on_its_day(user: User) -> None:
    Duty.objects.filter(user=user).update(until=date(2026, 3, 3))
    row = opened(user)
    extend(row, NOW + timedelta(days=1))
    row.opened_at = row.seen_at
    assert why_ended(row, NOW) == ""
    assert why_ended(row, NOW + timedelta(days=1)) == STANDING


def test_standing_in_counts(user: User, settings: Settings) -> None:
    settings.GONGKAI_SIGN_IN = {}
    row = opened(user)
    duty = person("keeper", Role.SECURITY_ADMINISTRATOR).duties.get()
    assert not needs_second_factor(user, NOW)
    StandIn.objects.create(
        duty=duty, deputy=user, since=date(2026, 3, 1), until=date(2026, 3, 9), reason="出差"
    )
    assert why_ended(row, NOW) == STANDING
    assert needs_second_factor(user, NOW)


@pytest.mark.parametrize(
    ("role", "needs"),
    [
        (Role.ADMINISTRATOR, True),
        (Role.SECURITY_ADMINISTRATOR, True),
        (Role.AUDITOR, True),
        (Role.HANDLER, False),
        (Role.LEADER, False),
    ],
)
def test_which_roles_need_a_second_factor(role: Role, needs: bool, settings: Settings) -> None:
    settings.GONGKAI_SIGN_IN = {}
    assert needs_second_factor(person("somebody", role), NOW) is needs
    settings.GONGKAI_SIGN_IN = {"second_factor_roles": "leader+handler"}
    assert needs_second_factor(person("another", role), NOW) is not needs
