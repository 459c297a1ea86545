"""./gk manage begin: a new system without a demo gets its first organ and its administrators."""

import re

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.utils.timezone import localdate

from gongkai.apps.organs.models import Duty, Organ, User
from gongkai.apps.organs.queries import actor_of
from gongkai.core.identity import Role

pytestmark = pytest.mark.django_db
GIVEN = {
    "organ": "示范市人民政府",
    "region_code": "990100",
    "document": "示范发〔2019〕1号",
    "administrator": "wei",
    "security": "an",
    "auditor": "shen",
}


def test_three_people_can_sign_in_and_hold_one_role_each(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("begin", **GIVEN)
    printed = re.findall(r"用户名 (\S+)，初始密码 (\S+)", capsys.readouterr().out)
    roles = {}
    for username, password in printed:
        user = authenticate(username=username, password=password)
        assert isinstance(user, User)
        roles[username] = actor_of(user, localdate()).roles
    assert roles == {
        "wei": {Role.ADMINISTRATOR},
        "an": {Role.SECURITY_ADMINISTRATOR},
        "shen": {Role.AUDITOR},
    }


def test_it_is_done_once() -> None:
    call_command("begin", **GIVEN)
    with pytest.raises(CommandError, match="已经有安全管理员"):
        call_command("begin", **GIVEN)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"region_code": "9901"}, "行政区划代码", id="区划代码不对"),
        pytest.param({"auditor": "wei"}, "用户名", id="两人同名"),
    ],
)
def test_nothing_is_half_done(change: dict[str, str], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        call_command("begin", **{**GIVEN, **change})
    assert not Organ.objects.exists()
    assert not Duty.objects.exists()
