"""Whom another system vouches for gets in only where there is an account, and gets no rights."""

import pytest
from pytest_django import Settings

from gongkai.apps.access.passwords import Tried
from gongkai.apps.access.vouching import disbelieve, recognise
from gongkai.apps.organs.models import User
from gongkai.core.ports import Vouched
from tests.apps.access.made import VISITOR_HERE, person, told, verbs

pytestmark = pytest.mark.django_db


def brought(**claims: object) -> Tried:
    vouched = Vouched("subject", claims, "a proof that nobody else may see")
    return recognise(VISITOR_HERE, vouched=vouched)


def code(tried: Tried) -> str:
    return tried.problem.code if tried.problem else ""


def test_an_account_of_that_name() -> None:
    user = person("wangmin")
    assert brought(preferred_username="wangmin").user == user
    assert verbs() == ["oidc_vouched"]
    assert "a proof" not in told()


def test_another_claim(settings: Settings) -> None:
    user = person("wangmin")
    settings.GONGKAI_OIDC_CLAIM = "employee"
    assert brought(employee="wangmin", preferred_username="other").user == user


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param({"preferred_username": "nobody"}, id="没有账号"),
        pytest.param({"preferred_username": ""}, id="名字是空的"),
        pytest.param({"preferred_username": ["wangmin"]}, id="名字不是文字"),
        pytest.param({"name": "wangmin"}, id="没有这一项"),
        pytest.param({"preferred_username": "retired"}, id="账号已停用"),
    ],
)
def test_nobody_is_made(claims: dict[str, object]) -> None:
    person("wangmin")
    retired = person("retired")
    retired.is_active = False
    retired.save()
    tried = brought(**claims)
    assert tried.user is None
    assert code(tried) == "OIDC-UNKNOWN"
    assert tried.problem
    assert "请联系本机关的系统管理员" in tried.problem.hint
    assert User.objects.count() == 2


@pytest.mark.parametrize(
    ("reason", "sentence"), [("unreachable", "OIDC-AWAY"), ("signature", "OIDC-REFUSED")]
)
def test_the_journal_learns_the_reason_and_the_person_what_to_do(
    reason: str, sentence: str
) -> None:
    assert code(disbelieve(VISITOR_HERE, reason=reason)) == sentence
    assert verbs() == ["oidc_refused"]
    assert reason in told()
