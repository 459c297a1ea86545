"""The desk one request at a time: signing in, keeping a report, the library, the calendar."""

import re

import pytest
from django.test import Client
from pytest_django import Settings

from gongkai.apps.organs.seed import seed_workdays
from gongkai.apps.reports.demo import demo_files
from gongkai.apps.reports.reading import NamedFile
from tests.faces.sending import html, opened

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]
CHECK = "/desk/report-check/"


@pytest.fixture
def session(clerk: Client) -> str:
    return opened(clerk, demo_files()[1], address=CHECK)


@pytest.fixture
def kept(clerk: Client, session: str) -> str:
    action = re.search(r'action="([^"]+/keep/)"', html(clerk.get(session)))
    assert action
    return clerk.post(action[1]).headers["Location"]


@pytest.mark.parametrize(
    "address", ["/desk/", CHECK, "/desk/library/", "/desk/library/1/", "/desk/calendar/"]
)
def test_a_stranger_is_asked_to_sign_in(client: Client, address: str) -> None:
    assert client.get(address).headers["Location"].startswith("/desk/login/")


def test_signing_in(client: Client, clerk: Client) -> None:
    wrong = client.post("/desk/login/", {"username": "clerk", "password": "guess"})
    assert "用户名或者密码不对" in html(wrong)
    content = {"username": "clerk", "password": "invented-password"}
    assert client.post("/desk/login/", content).headers["Location"] == "/desk/"
    assert "示范市人民政府办公室" in html(client.get("/desk/"))


def test_demo_accounts_are_told_only_in_the_demo(
    client: Client, settings: Settings, tmp_path: object
) -> None:
    assert "演示系统" not in html(client.get("/desk/login/"))
    settings.GONGKAI_DEMO, settings.GONGKAI_DATA = True, tmp_path
    assert "演示系统" in html(client.get("/desk/login/"))


def test_what_waits_is_on_the_first_page(clerk: Client, session: str) -> None:
    assert session in html(clerk.get("/desk/"))


def test_a_report_is_kept_once(clerk: Client, session: str, kept: str) -> None:
    action = re.search(r'action="([^"]+/keep/)"', html(clerk.get(session)))
    assert action
    assert clerk.post(action[1]).headers["Location"] == kept
    page = html(clerk.get("/desk/library/"))
    assert "共 1 份" in page
    assert "示范县人民政府办公室" in page


def test_a_kept_report_shows_its_table_and_its_file(clerk: Client, kept: str) -> None:
    page = html(clerk.get(kept))
    assert 'id="c-applications-granted-6"' in page
    original = re.search(rf'href="({kept}files/\d+/)"', page)
    assert original
    response = clerk.get(original[1])
    assert response.content == demo_files()[1].data
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Content-Type"] == "application/octet-stream"


def test_a_cell_of_a_kept_report_says_where_it_comes_from(clerk: Client, kept: str) -> None:
    page = html(clerk.get(f"{kept}cells/applications.granted.6/"))
    assert "shifan-2024.html" in page
    assert "按我看到的填写" not in page
    assert clerk.get(f"{kept}cells/applications.newest.6/").status_code == 404


def test_withdrawn_and_restored(clerk: Client, kept: str) -> None:
    refused = clerk.post(f"{kept}withdraw/", {"reason": ""})
    assert refused.status_code == 422
    assert "写明原因" in html(refused)
    clerk.post(f"{kept}withdraw/", {"reason": "重复保存"})
    assert "年报库还是空的" in html(clerk.get("/desk/library/"))
    assert "重复保存" in html(clerk.get("/desk/library/?withdrawn=1"))
    page = html(clerk.post(f"{kept}restore/", follow=True))
    assert "已经放回年报库" in page
    assert "移出年报库" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?text=示范县", True),
        ("?text=邻县", False),
        ("?year=2024", True),
        ("?year=2020", False),
        ("?year=many", True),
        ("?page=99", True),
    ],
)
def test_the_filter_is_in_the_address(clerk: Client, kept: str, query: str, found: bool) -> None:
    assert (kept in html(clerk.get(f"/desk/library/{query}"))) is found


def test_nothing_is_there_for_another_organ(
    clerk: Client, outsider: Client, client: Client, session: str, kept: str
) -> None:
    original = re.search(rf'href="({kept}files/\d+/)"', html(clerk.get(kept)))
    assert original
    for address in (session, kept, original[1]):
        assert outsider.get(address).status_code == 404
    for address in (f"{kept}withdraw/", f"{kept}restore/", f"{session}discard/"):
        assert outsider.post(address, {"reason": "不归我管"}).status_code == 404
    assert client.get(session.replace("/desk", "")).status_code == 404


def test_a_session_is_discarded(clerk: Client, session: str) -> None:
    clerk.post(f"{session}discard/")
    assert clerk.get(session).status_code == 404


def test_a_file_that_is_no_report_gets_its_sentence(clerk: Client) -> None:
    address = opened(clerk, NamedFile("通知.txt", "关于开会的通知".encode()), address=CHECK)
    assert "“通知.txt”" in html(clerk.get(address))


def test_the_calendar_tells_announced_years_from_provisional_ones(clerk: Client) -> None:
    seed_workdays()
    announced = html(clerk.get("/desk/calendar/?year=2025"))
    assert "已按 2025 年的放假通知录入" in announced
    assert "班" in announced
    years = re.findall(r'href="\?year=(\d+)"', announced)
    provisional = html(clerk.get(f"/desk/calendar/?year={years[-1]}"))
    assert "暂定" in provisional


def test_signing_out(clerk: Client) -> None:
    clerk.post("/desk/logout/")
    assert clerk.get("/desk/").status_code == 302
