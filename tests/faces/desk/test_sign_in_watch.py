"""The watch over sessions, one request at a time."""

import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import F
from django.test import Client
from pytest_django import Settings

from gongkai.apps.access.models import DeskSession, HeldForm
from gongkai.apps.organs.models import Duty, User
from gongkai.core.identity import Role
from tests.apps.access.made import PASSWORD, person, verbs
from tests.faces.desk.signing import LOGIN, enrol, sign_in
from tests.faces.sending import html

pytestmark = pytest.mark.django_db
NEXT = f"{LOGIN}?next="


@pytest.fixture
def user() -> User:
    return person("wangmin", Role.HANDLER)


@pytest.fixture
def inside(client: Client, user: User) -> Client:
    sign_in(client)
    return client


def pass_time(minutes: float) -> None:
    """As if everybody had signed in, and done their last deed, that much earlier."""
    earlier = timedelta(minutes=minutes)
    DeskSession.objects.update(seen_at=F("seen_at") - earlier, opened_at=F("opened_at") - earlier)


def test_after_idle_time_one_signs_in_again_and_is_back(inside: Client) -> None:
    pass_time(29)
    assert inside.get("/desk/calendar/").status_code == 200
    pass_time(29)
    assert inside.get("/desk/calendar/").status_code == 200
    pass_time(31)
    answer = inside.get("/desk/calendar/?year=2025")
    assert answer.headers["Location"] == f"{NEXT}%2Fdesk%2Fcalendar%2F%3Fyear%3D2025"
    page = html(inside.get(answer.headers["Location"]))
    assert "超过 30 分钟没有操作" in page
    assert 'value="/desk/calendar/?year=2025"' in page
    assert verbs() == ["sign_in", "session_ended"]


def test_after_the_longest_time_it_is_over_whatever_was_done(inside: Client) -> None:
    for _ in range(19):
        pass_time(25)
        assert inside.get("/desk/").status_code == 200
    pass_time(25)
    assert "本次登录已满 8 小时" in html(inside.get("/desk/", follow=True))


def test_the_cookie_is_of_no_use_after_the_end(inside: Client) -> None:
    cookie = inside.cookies["sessionid"].value
    pass_time(31)
    inside.get("/desk/")
    thief = Client()
    thief.cookies["sessionid"] = cookie
    assert thief.get("/desk/").status_code == 302


def test_what_was_sent_too_late_is_kept_and_sent_again(inside: Client, user: User) -> None:
    pass_time(31)
    content = {
        "reason": "重复保存\n第二行",
        "tag": ["甲", "乙"],
        "password": "not kept",
        "file": SimpleUploadedFile("附件.pdf", b"%PDF"),
    }
    answer = inside.post("/desk/library/1/withdraw/", content)
    goal = re.search(r"next=(\S+)", answer.headers["Location"].replace("%2F", "/"))
    assert goal
    signed = sign_in(inside, goal=goal[1])
    assert signed.headers["Location"] == goal[1]
    page = html(inside.get(goal[1]))
    assert "您填写的内容还在" in page
    assert 'action="/desk/library/1/withdraw/"' in page
    assert "重复保存\n第二行</textarea>" in page
    assert page.count('name="tag"') == 2
    assert "附件.pdf" in page
    assert "not kept" not in page
    other = Client()
    other.force_login(person("liqiang"))
    assert other.get(goal[1]).status_code == 404
    inside.post(f"{goal[1]}drop/")
    assert inside.get(goal[1]).status_code == 404


def test_a_form_of_a_stranger_is_not_kept(client: Client) -> None:
    assert client.post("/desk/library/1/withdraw/", {"reason": "x"}).status_code == 302
    assert not HeldForm.objects.exists()


def test_a_forged_form_is_not_kept(user: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(user)
    strict.get("/desk/")
    pass_time(31)
    assert strict.post("/desk/library/1/withdraw/", {"reason": "x"}).status_code == 403
    assert not HeldForm.objects.exists()


def test_a_script_is_told_in_its_own_way(inside: Client) -> None:
    pass_time(31)
    answer = inside.get("/desk/", headers={"accept": "application/json"})
    assert answer.status_code == 401
    assert "超过 30 分钟" in answer.json()["text"]
    sign_in(inside)
    pass_time(31)
    headers = {"hx-request": "true", "hx-current-url": "http://testserver/desk/library/?year=2024"}
    answer = inside.get("/desk/library/", headers=headers)
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"].endswith("next=%2Fdesk%2Flibrary%2F%3Fyear%3D2024")


def test_public_pages_go_on_without_the_person(inside: Client) -> None:
    pass_time(31)
    assert inside.get("/").status_code == 200
    assert inside.get("/desk/").status_code == 302


def test_going_on(inside: Client) -> None:
    pass_time(28)
    page = html(inside.get("/desk/sign-in/"))
    assert "继续" in page
    pass_time(29)
    answer = inside.post("/desk/sign-in/stay/", {"next": "/desk/calendar/"})
    assert answer.headers["Location"] == "/desk/calendar/"
    answer = inside.post("/desk/sign-in/stay/", headers={"accept": "application/json"})
    assert 1790 <= answer.json()["left"] <= 1800


def test_asking_how_long_is_no_sign_of_life(inside: Client) -> None:
    pass_time(20)
    assert 590 <= inside.get("/desk/sign-in/left/").json()["left"] <= 600
    pass_time(8)
    assert 110 <= inside.get("/desk/sign-in/left/").json()["left"] <= 120
    pass_time(3)
    assert inside.get("/desk/sign-in/left/").status_code == 302


def test_the_page_knows_when_to_warn(inside: Client) -> None:
    page = html(inside.get("/desk/"))
    assert re.search(r'data-left="(1799|1800)"', page)
    assert 'data-warn="300"' in page
    assert "data-presence" not in html(Client().get(LOGIN))


def test_ending_the_others(inside: Client) -> None:
    other = Client()
    sign_in(other)
    page = html(inside.get("/desk/sign-in/"))
    assert page.count('<th scope="row">') == 2
    assert "（本次）" in page
    assert "已经结束其他 1 个登录" in html(inside.post("/desk/sign-in/end-others/", follow=True))
    assert "这次登录已经在别处被结束" in html(other.get("/desk/", follow=True))
    assert inside.get("/desk/").status_code == 200
    assert "没有其他登录" in html(inside.post("/desk/sign-in/end-others/", follow=True))


def test_another_role_asks_to_sign_in_again(inside: Client, user: User) -> None:
    organ = user.duties.get().organ
    Duty.objects.create(user=user, organ=organ, role=Role.LEADER, since=date(2020, 1, 1))
    assert "您的任职有变动" in html(inside.get("/desk/", follow=True))


def test_an_account_taken_out_of_use(inside: Client, user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert inside.get("/desk/").status_code == 302


def test_the_first_password_has_to_be_changed_first(
    client: Client, user: User, settings: Settings
) -> None:
    settings.GONGKAI_SIGN_IN = {"second_factor_roles": ()}
    sign_in(client, goal="/desk/calendar/")
    for address in ("/desk/", "/desk/calendar/", "/desk/library/"):
        assert client.get(address).headers["Location"] == "/desk/sign-in/password/"
    assert client.post("/desk/library/1/withdraw/").headers["Location"] == "/desk/sign-in/password/"
    assert "请先换成自己的密码" in html(client.get("/desk/sign-in/password/"))
    assert client.get("/").status_code == 200
    content = {"old": PASSWORD, "new": "New-Password-2", "again": "New-Password-2"}
    client.post("/desk/sign-in/password/", content)
    assert client.get("/desk/calendar/").status_code == 200


def test_some_roles_have_to_set_up_a_second_factor_first(
    client: Client, settings: Settings
) -> None:
    settings.GONGKAI_SIGN_IN = {"change_first": False}
    person("keeper", Role.SECURITY_ADMINISTRATOR)
    sign_in(client, "keeper")
    assert client.get("/desk/").headers["Location"] == "/desk/sign-in/factor/"
    assert client.get("/desk/sign-in/safety/").headers["Location"] == "/desk/sign-in/factor/"
    assert "您的角色必须使用第二因素" in html(client.get("/desk/sign-in/factor/"))
    codes = re.findall(r"<code>([a-z0-9-]+)</code>", html(enrol(client)))
    assert client.get("/desk/").status_code == 200
    content = {"password": PASSWORD, "code": codes[0]}
    assert client.post("/desk/sign-in/factor/off/", content).status_code == 302
    assert client.get("/desk/").headers["Location"] == "/desk/sign-in/factor/"


def test_a_session_that_django_opened_gets_its_row(user: User) -> None:
    client = Client()
    client.force_login(user)
    assert client.get("/desk/").status_code == 200
    assert DeskSession.objects.get().user == user
