"""The limits can be set, in the settings and in the environment, and bad ones are refused."""

from datetime import timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from gongkai.apps.access.limits import Limits, changed, limits
from gongkai.config.settings.pairs import pairs, words


def test_what_the_environment_says_is_read() -> None:
    given = pairs("failures=3, idle_minutes=0.5,change_first=0,second_factor_roles=head+leader")
    made = changed(Limits(), given)
    assert (made.failures, made.idle, made.change_first) == (3, timedelta(seconds=30), False)
    assert made.second_factor_roles == ("head", "leader")
    assert changed(Limits(), pairs("second_factor_roles=")).second_factor_roles == ()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        pytest.param({"failure": 3}, "没有这些名称：failure", id="名称不对"),
        pytest.param({"failures": "many"}, "failures 的值 many 无法识别", id="不是数字"),
        pytest.param({"change_first": "maybe"}, "无法识别", id="不是是否"),
        pytest.param({"failures": 0}, "必须大于 0", id="零次"),
        pytest.param({"idle_minutes": 0}, "必须大于 0", id="零分钟"),
    ],
)
def test_what_cannot_be_used_is_refused(given: dict[str, object], sentence: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=sentence):
        changed(Limits(), given)


def test_a_pair_needs_its_sign() -> None:
    with pytest.raises(ImproperlyConfigured, match="“failures”缺少等号"):
        pairs("failures")
    assert pairs("") == {}
    assert words(" 10.0.0.1 ,,10.0.0.2") == ("10.0.0.1", "10.0.0.2")


def test_a_demo_is_milder_and_settings_have_the_last_word(settings: Settings) -> None:
    settings.GONGKAI_SIGN_IN = {}
    assert limits() == Limits()
    settings.GONGKAI_DEMO = True
    assert (limits().change_first, limits().second_factor_roles) == (False, ())
    settings.GONGKAI_SIGN_IN = {"change_first": True}
    assert limits().change_first


def test_the_warning_comes_before_the_end() -> None:
    assert Limits().warn == timedelta(minutes=5)
    assert Limits(idle_minutes=1).warn == timedelta(seconds=30)
