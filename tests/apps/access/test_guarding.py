"""Failures at a door are counted before they are judged, and shut it for a while."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django import Settings

from gongkai.apps.access.guarding import (
    ACCOUNT,
    ADDRESS,
    account_door,
    address_door,
    fail,
    knock,
    succeed,
    unlock,
)
from gongkai.apps.access.models import Guard
from gongkai.apps.access.passwords import Tried, try_password
from tests.apps.access.made import (
    MINUTE,
    NOW,
    PASSWORD,
    VISITOR_HERE,
    actor,
    person,
    told,
    verbs,
)
from tests.house.sources import ROOT

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def bounds(settings: Settings) -> None:
    settings.GONGKAI_SIGN_IN = {"failures": 3, "address_failures": 6, "change_first": False}


def attempt(name: str, password: str, minutes: float = 0) -> Tried:
    return try_password(name, password, who=VISITOR_HERE, now=NOW + minutes * MINUTE)


def code(tried: Tried) -> str:
    return tried.problem.code if tried.problem else ""


def test_the_right_password() -> None:
    user = person("wang")
    assert attempt("wang", PASSWORD).user == user
    assert verbs() == []  # signing in is told once the session is open


@pytest.mark.parametrize("name", ["wang", "nobody"], ids=["有这个账号", "没有这个账号"])
def test_the_third_failure_locks_whether_the_name_exists_or_not(name: str) -> None:
    person("wang")
    said = [attempt(name, "wrong", minute) for minute in (0, 1, 2, 3)]
    assert [code(row) for row in said] == [
        "SIGN-IN-WRONG",
        "SIGN-IN-WRONG",
        "SIGN-IN-LOCKED",
        "SIGN-IN-LOCKED",
    ]
    assert said[2].problem
    assert "暂停登录到 3月2日 9:47" in said[2].problem.text
    assert verbs() == [
        "sign_in_failed",
        "sign_in_failed",
        "sign_in_failed",
        "sign_in_locked",
        "sign_in_refused",
    ]


def test_a_lock_refuses_the_right_password_too_and_ends_by_itself() -> None:
    user = person("wang")
    for minute in range(3):
        attempt("wang", "wrong", minute)
    assert code(attempt("wang", PASSWORD, 16.9)) == "SIGN-IN-LOCKED"
    assert attempt("wang", PASSWORD, 17).user == user


def test_failures_long_ago_do_not_count() -> None:
    person("wang")
    said = [code(attempt("wang", "wrong", minute)) for minute in (0, 1, 16.1, 16.2)]
    assert set(said) == {"SIGN-IN-WRONG"}
    assert code(attempt("wang", "wrong", 16.3)) == "SIGN-IN-LOCKED"


def test_a_success_forgets_the_failures_of_the_account() -> None:
    person("wang")
    passwords = ["wrong", "wrong", PASSWORD, "wrong", "wrong"]
    said = [code(attempt("wang", row, minute)) for minute, row in enumerate(passwords)]
    assert said[-1] == "SIGN-IN-WRONG"


def test_a_name_is_the_same_in_any_case() -> None:
    person("wang")
    names = ["wang", "WANG", " \uff37ang "]
    said = [code(attempt(name, "wrong", minute)) for minute, name in enumerate(names)]
    assert said[-1] == "SIGN-IN-LOCKED"


def test_an_address_is_shut_for_every_name_and_success_does_not_open_it() -> None:
    person("wang")
    for minute in range(5):
        attempt(f"name{minute}", "wrong", minute / 10)
    assert attempt("wang", PASSWORD, 1).user
    assert code(attempt("name9", "wrong", 2)) == "SIGN-IN-ADDRESS"
    assert code(attempt("wang", PASSWORD, 3)) == "SIGN-IN-ADDRESS"


def test_an_account_out_of_use_is_told_like_a_wrong_password() -> None:
    user = person("wang")
    user.is_active = False
    user.save()
    assert code(attempt("wang", PASSWORD)) == "SIGN-IN-WRONG"


def test_the_security_administrator_opens_a_door() -> None:
    user, keeper = person("wang"), person("keeper")
    for minute in range(3):
        attempt("wang", "wrong", minute)
    unlock(actor(keeper), guard_id=Guard.objects.get(user=user).pk)
    assert attempt("wang", PASSWORD, 3).user == user
    assert verbs()[-1] == "unlock_sign_in"


def test_the_journal_never_learns_what_was_typed() -> None:
    person("wang")
    attempt("My-Secret-Password-In-The-Wrong-Field", "Another-Secret")
    attempt("wang", "Yet-Another-Secret", 1)
    assert "Secret" not in told()
    assert "192.0.2.7" in told()
    assert all("Secret" not in str(row) for row in Guard.objects.values())


def test_attempts_under_way_count() -> None:
    doors = (account_door("wang", None),)
    assert [knock(VISITOR_HERE, doors=doors, now=NOW) for _ in range(3)] == [None] * 3
    assert knock(VISITOR_HERE, doors=doors, now=NOW) is not None


def test_an_attempt_that_was_right_is_taken_back() -> None:
    doors = (account_door("wang", None), address_door(VISITOR_HERE.origin))
    fail_first = NOW - MINUTE
    knock(VISITOR_HERE, doors=doors, now=fail_first)
    assert fail(VISITOR_HERE, doors=doors, now=fail_first) is None
    knock(VISITOR_HERE, doors=doors, now=NOW)
    succeed(doors, NOW)
    left = {row.key.partition(":")[0]: row.attempts for row in Guard.objects.all()}
    assert left == {ACCOUNT: [], ADDRESS: [fail_first.timestamp()]}


@pytest.mark.slow
def test_many_browsers_together_have_no_more_attempts_than_one(tmp_path: Path) -> None:
    """Twelve at once, on a database of their own."""
    own = f"sqlite://{tmp_path / 'together.sqlite3'}"
    env = {**os.environ, "DATABASE_URL": os.environ.get("DATABASE_URL") or own}
    command = [sys.executable, "-m", "tests.apps.access.together"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    said = json.loads(done.stdout)
    assert len(said["codes"]) == 12
    assert sum(code != "SIGN-IN-LOCKED" for code in said["codes"]) <= 3
    assert said["locked"]
