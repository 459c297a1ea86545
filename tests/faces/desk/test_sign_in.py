"""Signing in one request at a time: password, lock, where to, second factor, signing out."""

import re

import pytest
from django.test import Client
from pytest_django import Settings

from gongkai.apps.access.models import DeskSession
from gongkai.apps.organs.models import User
from gongkai.core.identity import Role
from tests.apps.access.made import PASSWORD, person, told, verbs
from tests.faces.desk.signing import CODE, LOGIN, enrol, shown_code, sign_in
from tests.faces.sending import html

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return person("wangmin", Role.HANDLER)


@pytest.fixture
def inside(client: Client, user: User) -> Client:
    sign_in(client)
    return client


def test_in_and_out(client: Client, user: User) -> None:
    assert sign_in(client).headers["Location"] == "/desk/"
    assert client.get("/desk/").status_code == 200
    assert client.get(LOGIN).headers["Location"] == "/desk/"
    assert client.post("/desk/logout/").headers["Location"] == LOGIN
    assert "您已经退出工作台" in html(client.get(LOGIN))
    assert client.get("/desk/").status_code == 302
    assert client.post("/desk/logout/").headers["Location"] == LOGIN
    assert verbs() == ["sign_in", "sign_out"]
    assert "127.0.0.1" in told()
    assert PASSWORD not in told()


def test_what_was_typed_wrong_keeps_the_name_but_not_the_password(client: Client) -> None:
    page = html(sign_in(client, "somebody", "a wrong password"))
    assert 'value="somebody"' in page
    assert "a wrong password" not in page
    assert "用户名或者密码不对" in page


def test_five_times_wrong(client: Client, user: User) -> None:
    pages = [html(sign_in(client, password="wrong")) for _ in range(5)]
    assert ["暂停登录到" in page for page in pages] == [False] * 4 + [True]
    assert "暂停登录到" in html(sign_in(client))
    assert client.get("/desk/").status_code == 302


@pytest.mark.parametrize(
    ("goal", "to"),
    [
        ("/desk/calendar/?year=2025", "/desk/calendar/?year=2025"),
        ("", "/desk/"),
        ("https://elsewhere.example/", "/desk/"),
        ("//elsewhere.example/", "/desk/"),
        ("/\\elsewhere.example/", "/desk/"),
        ("javascript:alert(1)", "/desk/"),
        ("desk/calendar/", "/desk/"),
    ],
)
def test_only_pages_of_this_system_are_gone_on_to(
    client: Client, user: User, goal: str, to: str
) -> None:
    assert sign_in(client, goal=goal).headers["Location"] == to


def test_the_session_gets_a_new_key(client: Client, user: User) -> None:
    client.get("/report-check/")
    session = client.session
    session["kept"] = True
    session.save()
    before = session.session_key
    sign_in(client)
    assert client.session.session_key != before


def test_behind_a_proxy_of_ours(client: Client, user: User, settings: Settings) -> None:
    content = {"username": "wangmin", "password": PASSWORD}
    forged = {"x-forwarded-for": "198.51.100.9"}
    client.post(LOGIN, content, headers=forged)
    assert DeskSession.objects.latest("pk").address == "127.0.0.1"
    client.post("/desk/logout/")
    settings.GONGKAI_PROXIES = ("127.0.0.1", "10.0.0.2")
    chain = {"x-forwarded-for": "203.0.113.7, 198.51.100.9, 10.0.0.2"}
    client.post(LOGIN, content, headers=chain)
    assert DeskSession.objects.latest("pk").address == "198.51.100.9"


def test_without_a_provider_there_is_no_button(client: Client) -> None:
    assert "统一身份认证" not in html(client.get(LOGIN))
    assert client.get("/desk/login/oidc/").status_code == 404
    assert client.get("/desk/login/oidc/back/").status_code == 404


def test_the_second_factor(inside: Client) -> None:
    codes = re.findall(r"<code>([a-z0-9-]+)</code>", html(enrol(inside)))
    assert len(codes) == 10
    assert codes[0] not in html(inside.get("/desk/sign-in/factor/"))
    inside.post("/desk/logout/")
    assert sign_in(inside, goal="/desk/calendar/").headers["Location"] == CODE
    assert inside.get("/desk/").status_code == 302
    assert inside.get(CODE).status_code == 200
    assert "验证码不对" in html(inside.post(CODE, {"code": "abcdef"}))
    assert "还要等" in html(inside.post(CODE, {"code": shown_code()}))
    assert inside.post(CODE, {"code": codes[0]}).headers["Location"] == "/desk/calendar/"
    assert inside.get("/desk/").status_code == 200
    assert DeskSession.objects.latest("pk").strong
    inside.post("/desk/logout/")
    sign_in(inside)
    assert "验证码不对" in html(inside.post(CODE, {"code": codes[0]}))


def test_a_password_alone_is_no_second_factor(client: Client, inside: Client) -> None:
    enrol(inside)
    assert client.get(CODE).headers["Location"] == LOGIN
    stranger = Client()
    assert stranger.get(CODE).headers["Location"] == LOGIN
    sign_in(stranger)
    assert "_auth_user_id" not in stranger.session
    assert stranger.get("/desk/sign-in/factor/").status_code == 302


def test_waiting_too_long_for_the_code(inside: Client, settings: Settings) -> None:
    enrol(inside)
    inside.post("/desk/logout/")
    sign_in(inside)
    settings.GONGKAI_SIGN_IN = {**settings.GONGKAI_SIGN_IN, "code_minutes": 0.0}
    assert inside.post(CODE, {"code": shown_code()}).headers["Location"] == LOGIN
    assert "请重新登录" in html(inside.get(LOGIN))


def test_a_password_changed_meanwhile(inside: Client, user: User) -> None:
    enrol(inside)
    inside.post("/desk/logout/")
    sign_in(inside)
    user.set_password("Another-Password-2")
    user.save()
    assert inside.post(CODE, {"code": shown_code()}).headers["Location"] == LOGIN


def test_enrolling_asks_for_the_password(inside: Client) -> None:
    page = enrol(inside, password="wrong")
    assert "现在的密码不对" in html(page)
    assert "开始设置" not in html(page)


def test_the_picture_is_there_only_until_it_is_confirmed(inside: Client) -> None:
    address = "/desk/sign-in/factor/picture.svg"
    assert inside.get(address).status_code == 404
    inside.post("/desk/sign-in/factor/start/")
    picture = inside.get(address)
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert "no-store" in picture.headers["Cache-Control"]
    assert "style=" not in picture.content.decode()
    enrol(inside)
    assert inside.get(address).status_code == 404


def test_turning_it_off_needs_password_and_code(inside: Client) -> None:
    enrol(inside)
    off = "/desk/sign-in/factor/off/"
    wrong = inside.post(off, {"password": "wrong", "code": shown_code()})
    assert "现在的密码不对" in html(wrong)
    assert "验证码不对" in html(inside.post(off, {"password": PASSWORD, "code": "abcdef"}))
    assert "已开启" in html(inside.get("/desk/sign-in/factor/"))


def test_new_backup_codes_and_off_with_one_of_them(inside: Client) -> None:
    old = re.findall(r"<code>([a-z0-9-]+)</code>", html(enrol(inside)))
    answer = inside.post("/desk/sign-in/factor/codes/", {"code": old[0]})
    new = re.findall(r"<code>([a-z0-9-]+)</code>", html(answer))
    off = "/desk/sign-in/factor/off/"
    assert inside.post(off, {"password": PASSWORD, "code": old[1]}).status_code == 200
    assert inside.post(off, {"password": PASSWORD, "code": new[0]}).status_code == 302
    assert "未开启" in html(inside.get("/desk/sign-in/factor/"))


def test_a_new_password(inside: Client, user: User) -> None:
    other = Client()
    sign_in(other)
    content = {"old": PASSWORD, "new": "New-Password-2", "again": "New-Password-2"}
    wrong = inside.post("/desk/sign-in/password/", {**content, "old": "wrong"})
    assert "现在的密码不对" in html(wrong)
    short = inside.post("/desk/sign-in/password/", {**content, "new": "Ab-1", "again": "Ab-1"})
    assert "密码至少要有 10 个字符" in html(short)
    done = inside.post("/desk/sign-in/password/", content, follow=True)
    assert "密码已经修改" in html(done)
    assert other.get("/desk/").status_code == 302
    inside.post("/desk/logout/")
    assert "用户名或者密码不对" in html(sign_in(inside))
    assert sign_in(inside, password="New-Password-2").headers["Location"] == "/desk/"
