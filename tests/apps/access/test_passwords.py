"""New passwords: the rules, no old ones again, and when one has to be chosen."""

from datetime import timedelta

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from pytest_django import Settings

from gongkai.apps.access.models import PasswordChange
from gongkai.apps.access.passwords import (
    FIRST,
    OLD,
    change_password,
    check_password,
    issue_password,
    try_password,
    why_change,
)
from gongkai.apps.access.sessions import BY_PASSWORD, open_session
from gongkai.apps.access.sessions import PASSWORD as BY_NEW_PASSWORD
from gongkai.apps.organs.models import User
from tests.apps.access.made import NOW, PASSWORD, VISITOR_HERE, actor, person, told, verbs

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def bounds(settings: Settings) -> None:
    settings.GONGKAI_SIGN_IN = {"password_history": 3}


@pytest.fixture
def user() -> User:
    return person("wangmin")


def change(user: User, new: str, days: int = 0) -> tuple[str, ...]:
    found = change_password(
        actor(user), user=user, new=new, again=new, session_id=None, now=NOW + days * DAY
    )
    return tuple(row.text for row in found)


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        pytest.param("Ab-1", "密码至少要有 10 个字符，现在只有 4 个。", id="太短"),
        pytest.param("abcdefghij1", "至少 3 类", id="种类太少"),
        pytest.param("Aa1-" * 40, "密码最多 128 个字符", id="太长"),
        pytest.param("Wangmin-2026", "密码和用户名太像", id="像用户名"),
        pytest.param(PASSWORD, "不能和现在的密码", id="就是现在的"),
    ],
)
def test_a_password_that_breaks_a_rule(user: User, new: str, sentence: str) -> None:
    assert any(sentence in text for text in change(user, new))
    assert user.check_password(PASSWORD)
    assert not PasswordChange.objects.exists()


def test_a_common_password(user: User, settings: Settings) -> None:
    settings.GONGKAI_SIGN_IN = {"password_length": 6, "password_classes": 1}
    assert change(user, "password123") == ("这个密码太常见，容易被猜到。",)


def test_chinese_counts_as_a_sign(user: User) -> None:
    assert change(user, "公开公开公开公Aa1公开") == ()


def test_both_times_the_same(user: User) -> None:
    found = change_password(
        actor(user),
        user=user,
        new="New-Password-2",
        again="New-Password-3",
        session_id=None,
        now=NOW,
    )
    assert [row.code for row in found] == ["PASSWORD-DIFFER"]


def test_the_last_ones_are_not_taken_again(user: User) -> None:
    assert [change(user, f"New-Password-{n}", n) for n in range(3)] == [()] * 3
    assert "最近 3 次" in change(user, "New-Password-0", 4)[0]
    assert change(user, "New-Password-3", 5) == ()
    assert change(user, "New-Password-0", 6) == ()
    assert PasswordChange.objects.filter(user=user).count() == 3


def test_a_change_ends_the_other_sessions(user: User) -> None:
    rows = [
        open_session(actor(user), user=user, way=BY_PASSWORD, strong=False, now=NOW) for _ in "ab"
    ]
    change_password(
        actor(user),
        user=user,
        new="New-Password-2",
        again="New-Password-2",
        session_id=rows[0].pk,
        now=NOW,
    )
    for row in rows:
        row.refresh_from_db()
    assert [row.reason for row in rows] == ["", BY_NEW_PASSWORD]
    assert verbs()[-2:] == ["end_sessions", "change_password"]
    assert "New-Password" not in told()


def test_who_got_a_password_from_somebody_else_has_to_change_it(user: User) -> None:
    assert why_change(user, NOW) == FIRST
    change(user, "New-Password-1")
    assert why_change(user, NOW) == ""
    user.set_password("Reset-By-Somebody-1")
    user.save()
    assert why_change(user, NOW) == FIRST


def test_a_password_gets_old(user: User, settings: Settings) -> None:
    change(user, "New-Password-1")
    assert [why_change(user, NOW + days * DAY) for days in (89, 90)] == ["", OLD]
    settings.GONGKAI_SIGN_IN = {"password_age_days": 0}
    assert why_change(user, NOW + 9000 * DAY) == ""


def test_a_demo_does_not_ask(user: User, settings: Settings) -> None:
    settings.GONGKAI_SIGN_IN = {}
    settings.GONGKAI_DEMO = True
    assert why_change(user, NOW) == ""


def test_a_stronger_hash_is_still_the_own_password(user: User, settings: Settings) -> None:
    change(user, "New-Password-1")
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.ScryptPasswordHasher",
        "django.contrib.auth.hashers.MD5PasswordHasher",
    ]
    tried = try_password("wangmin", "New-Password-1", who=VISITOR_HERE, now=NOW)
    assert tried.user
    assert tried.user.password.startswith("scrypt")
    assert why_change(tried.user, NOW) == ""


def test_a_password_for_the_first_day(user: User) -> None:
    change(user, "New-Password-1")
    row = open_session(actor(user), user=user, way=BY_PASSWORD, strong=False, now=NOW)
    made = issue_password(actor(person("keeper")), user=user, now=NOW)
    validate_password(made, user=None)
    row.refresh_from_db()
    assert row.ended_at == NOW
    assert try_password("wangmin", made, who=VISITOR_HERE, now=NOW).user == user
    assert why_change(user, NOW) == FIRST
    assert made not in told()


def test_the_password_once_more(user: User) -> None:
    who = actor(user)
    assert check_password(user, PASSWORD, who=who, now=NOW) is None
    said = [check_password(user, "wrong", who=who, now=NOW) for _ in range(5)]
    assert [row.code for row in said if row] == ["PASSWORD-WRONG"] * 4 + ["SIGN-IN-LOCKED"]


def test_an_account_without_a_password_can_be_given_one() -> None:
    user = User.objects.create(username="new")
    user.set_unusable_password()
    validate_password("New-Password-1", user)
    with pytest.raises(ValidationError):
        validate_password("short", user)
