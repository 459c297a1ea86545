"""统一身份认证 through the pages, with a real provider on this machine."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.test import Client
from pytest_django import Settings

from gongkai.apps.organs.models import User
from gongkai.core.identity import Role
from tests.apps.access.made import person, told, verbs
from tests.faces.desk.signing import CODE, LOGIN, enrol, sign_in
from tests.faces.sending import html
from tests.providers.running import Running, running_provider

pytestmark = pytest.mark.django_db
LEAVE = "/desk/login/oidc/"


@pytest.fixture(scope="module")
def process() -> Iterator[Running]:
    with running_provider() as running:
        yield running


@pytest.fixture
def provider(process: Running, settings: Settings) -> Running:
    settings.GONGKAI_OIDC = process.settings
    process.turn("")
    return process


@pytest.fixture
def user() -> User:
    return person("wangmin", Role.HANDLER)


def come_back(client: Client, provider: Running, name: str = "wangmin", goal: str = "") -> str:
    """Go to the provider, sign in there; gives the address to come back to."""
    away = client.get(LEAVE, {"next": goal}).headers["Location"]
    parts = urlsplit(provider.sign_in(away, name))
    assert parts.netloc == "testserver"
    return f"{parts.path}?{parts.query}"


def test_a_round_trip(client: Client, provider: Running, user: User) -> None:
    assert "用统一身份认证登录" in html(client.get(LOGIN))
    answer = client.get(come_back(client, provider, goal="/desk/calendar/"))
    assert answer.headers["Location"] == "/desk/calendar/"
    assert client.get("/desk/").status_code == 200
    assert "统一身份认证" in html(client.get("/desk/sign-in/"))
    assert verbs() == ["oidc_vouched", "sign_in"]


def test_signing_out_there_too(client: Client, provider: Running, user: User) -> None:
    client.get(come_back(client, provider))
    page = html(client.post("/desk/logout/"))
    assert f"{provider.issuer}/logout?" in page
    assert client.get("/desk/").status_code == 302


def test_somebody_without_an_account(client: Client, provider: Running) -> None:
    page = html(client.get(come_back(client, provider, "nobody")))
    assert "这里还没有您的账号" in page
    assert "请联系本机关的系统管理员开通" in page
    assert not User.objects.exists()
    assert client.get("/desk/").status_code == 302


def test_no_second_factor_is_saved_by_it(client: Client, provider: Running, user: User) -> None:
    sign_in(client)
    enrol(client)
    client.post("/desk/logout/")
    assert client.get(come_back(client, provider)).headers["Location"] == CODE
    assert client.get("/desk/").status_code == 302


def test_unless_the_settings_say_so(
    client: Client, provider: Running, user: User, settings: Settings
) -> None:
    sign_in(client)
    enrol(client)
    client.post("/desk/logout/")
    settings.GONGKAI_SIGN_IN = {"second_factor_after_oidc": False, "second_factor_roles": "handler"}
    assert client.get(come_back(client, provider)).headers["Location"] == "/desk/"
    assert client.get("/desk/").status_code == 200


def test_a_first_password_is_not_asked_of_who_used_none(
    client: Client, provider: Running, user: User, settings: Settings
) -> None:
    settings.GONGKAI_SIGN_IN = {}
    client.get(come_back(client, provider))
    assert client.get("/desk/").status_code == 200


def test_an_answer_counts_once_and_only_in_its_browser(
    client: Client, provider: Running, user: User
) -> None:
    back = come_back(client, provider)
    assert "没有收到可以确认的认证结果" in html(Client().get(back))
    assert client.get(back).status_code == 302
    client.post("/desk/logout/")
    assert "没有收到可以确认的认证结果" in html(client.get(back))


@pytest.mark.parametrize("mode", ["state", "nonce", "audience", "expired", "none", "other_key"])
def test_an_answer_that_is_not_believed(
    client: Client, provider: Running, user: User, mode: str
) -> None:
    provider.turn(mode)
    page = html(client.get(come_back(client, provider)))
    assert "统一身份认证没有成功" in page
    assert client.get("/desk/").status_code == 302
    assert verbs() == ["oidc_refused"]
    assert "id_token" not in told()


def test_a_provider_that_does_not_answer(client: Client, settings: Settings) -> None:
    settings.GONGKAI_OIDC = {"issuer": "http://127.0.0.1:1", "client_id": "gongkai"}
    assert "没有连上统一身份认证系统" in html(client.get(LEAVE))
