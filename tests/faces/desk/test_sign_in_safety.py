"""What the security administrator may do about signing in, and nobody else."""

import re

import pytest
from django.test import Client

from gongkai.apps.access.models import DeskSession, Guard
from gongkai.apps.access.queries import has_factor
from gongkai.apps.organs.models import User
from gongkai.core.identity import Role
from tests.apps.access.made import person, told, verbs
from tests.faces.desk.signing import enrol, sign_in
from tests.faces.sending import html

pytestmark = pytest.mark.django_db
SAFETY = "/desk/sign-in/safety/"


@pytest.fixture
def keeper(client: Client) -> Client:
    client.force_login(person("keeper", Role.SECURITY_ADMINISTRATOR))
    return client


@pytest.fixture
def user() -> User:
    return person("wangmin", Role.HANDLER)


def lock_out(name: str) -> None:
    for _ in range(5):
        sign_in(Client(), name, "wrong")


def test_a_locked_account_is_listed_and_unlocked(keeper: Client, user: User) -> None:
    lock_out("wangmin")
    assert "暂停登录" in html(sign_in(Client()))
    page = html(keeper.get(SAFETY))
    assert "wangmin先生（wangmin）" in page
    action = re.search(rf'action="({SAFETY}doors/\d+/)"', page)
    assert action
    assert "已经解除锁定" in html(keeper.post(action[1], follow=True))
    assert keeper.post(action[1]).status_code == 404
    assert sign_in(Client()).headers["Location"] == "/desk/"
    assert "unlock_sign_in" in verbs()


def test_names_that_nobody_has_are_not_listed(keeper: Client) -> None:
    lock_out("my-password-in-the-wrong-field")
    assert "没有锁定的账号" in html(keeper.get(SAFETY))


def test_a_lost_phone(keeper: Client, user: User) -> None:
    inside = Client()
    sign_in(inside)
    enrol(inside)
    assert "已开启" in html(keeper.get(f"{SAFETY}?text=wang"))
    answer = keeper.post(f"{SAFETY}people/{user.pk}/factor/", follow=True)
    assert "第二因素和备用码都已作废" in html(answer)
    assert not has_factor(user)
    assert inside.get("/desk/").status_code == 302
    assert sign_in(Client()).headers["Location"] == "/desk/"


def test_ending_all_sessions(keeper: Client, user: User) -> None:
    inside = Client()
    sign_in(inside)
    keeper.post(f"{SAFETY}people/{user.pk}/end/")
    assert inside.get("/desk/").status_code == 302
    assert DeskSession.objects.get(user=user).reason == "closed"


def test_a_password_for_the_first_day(keeper: Client, user: User) -> None:
    page = html(keeper.post(f"{SAFETY}people/{user.pk}/password/"))
    issued = re.search(r'class="secret">([^<]+)<', page)
    assert issued
    assert sign_in(Client()).status_code == 200
    assert sign_in(Client(), password=issued[1]).headers["Location"] == "/desk/"
    assert issued[1] not in told()


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR, Role.HANDLER, Role.LEADER])
def test_the_page_is_not_there_for_others(client: Client, user: User, role: Role) -> None:
    lock_out("wangmin")
    client.force_login(person("another", role))
    assert client.get(SAFETY).status_code == 404
    assert client.post(f"{SAFETY}doors/{Guard.objects.latest('pk').pk}/").status_code == 404
    for what in ("end", "factor", "password"):
        assert client.post(f"{SAFETY}people/{user.pk}/{what}/").status_code == 404


def test_neither_people_elsewhere_nor_oneself(keeper: Client) -> None:
    stranger = person("stranger", Role.HANDLER, organ="邻市人民政府办公室")
    own = User.objects.get(username="keeper")
    lock_out("stranger")
    assert "没有锁定的账号" in html(keeper.get(SAFETY))
    for user in (stranger, own):
        for what in ("end", "factor", "password"):
            assert keeper.post(f"{SAFETY}people/{user.pk}/{what}/").status_code == 404
        assert f"people/{user.pk}/" not in html(keeper.get(f"{SAFETY}?text={user.username}"))
