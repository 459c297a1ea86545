"""年报体检 one request at a time: forms, refusals, the result, downloads."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.signing import Signer
from django.test import Client
from pytest_django import Settings

from gongkai.apps.reports.demo import demo_files
from gongkai.apps.reports.reading import NamedFile
from tests.faces.sending import CHECK, html, opened, report_address, send, submission

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]
CELL = "cells/applications.granted.6/"


def test_the_doors_that_exist_are_shown(client: Client) -> None:
    page = html(client.get("/"))
    assert 'href="/report-check/"' in page
    assert 'href="/applications/"' in page


@pytest.mark.parametrize("address", ["/", CHECK])
def test_pages_carry_no_script_or_style_of_their_own(client: Client, address: str) -> None:
    response = client.get(address)
    page = html(response)
    assert "<style" not in page
    assert " style=" not in page
    assert "<script>" not in page
    assert "script-src 'self'" in response.headers["Content-Security-Policy"]


def test_the_form_leads_to_the_result(client: Client) -> None:
    page = html(client.get(opened(client)))
    assert "示范县人民政府办公室" in page
    assert 'id="c-applications-granted-6"' in page
    assert "原件没有保存" in page


def test_findings_and_cells_point_at_each_other(client: Client) -> None:
    page = html(client.get(opened(client)))
    assert 'href="#c-applications-granted-6"' in page
    assert 'href="#f-1"' in page
    assert 'id="f-1"' in page


def test_the_result_page_is_light(client: Client) -> None:
    assert len(client.get(opened(client)).content) < 120_000
    assert len(client.get("/").content) < 60_000


def test_the_script_sends_files_one_by_one(client: Client) -> None:
    sealed = submission(client)
    answers = [
        send(client, file, sealed=sealed, accept="application/json").json() for file in demo_files()
    ]
    assert answers[0] == answers[1]
    page = html(client.get(answers[0]["address"]))
    assert "2023 年" in page
    assert "2024 年" in page


def test_an_address_of_ones_own_choice_is_refused(client: Client) -> None:
    for sealed in ("easy-to-guess", Signer(salt="other").sign("easy-to-guess")):
        assert send(client, *demo_files(), sealed=sealed).status_code == 400


def test_a_form_without_files_says_what_to_do(client: Client) -> None:
    response = send(client)
    assert response.status_code == 422
    assert "请选择一份或者几份年度报告" in html(response)


def test_the_script_is_told_in_one_sentence(client: Client) -> None:
    response = send(client, accept="application/json")
    assert response.status_code == 422
    assert "请选择一份或者几份年度报告" in response.json()["text"]


def test_too_many_bytes_are_refused_before_they_are_read(
    client: Client, settings: Settings
) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = send(client, *demo_files())
    assert response.status_code == 413
    assert "合起来" in html(response)


def test_a_file_that_is_no_report_gets_its_sentence(client: Client) -> None:
    address = opened(client, NamedFile("通知.txt", "关于开会的通知".encode()))
    page = html(client.get(address))
    assert "“通知.txt”" in page
    assert "没有读出年度报告" in page


def test_what_is_not_there_is_said_in_a_sentence(client: Client) -> None:
    response = client.get(f"{CHECK}nobody-knows-this-address/")
    assert response.status_code == 404
    assert "已经到期删除" in html(response)


def test_a_result_is_deleted_at_once(client: Client) -> None:
    address = opened(client)
    assert client.post(f"{address}discard/").status_code == 302
    assert client.get(address).status_code == 404


def test_a_result_gets_more_time(client: Client) -> None:
    address = opened(client)
    page = html(client.post(f"{address}extend/", follow=True))
    assert "再保留 24 小时" in page


def test_a_file_is_added_and_taken_out(client: Client) -> None:
    address = opened(client, demo_files()[0])
    assert send(client, demo_files()[1], address=address).headers["Location"] == address
    page = html(client.get(address))
    assert "比较" in page
    number = page.split("/files/")[1].split("/")[0]
    page = html(client.post(f"{address}files/{number}/remove/", follow=True))
    assert "shifan-2023.html" not in page


def test_a_cell_says_where_it_comes_from(client: Client) -> None:
    page = html(client.get(report_address(client, opened(client)) + CELL))
    assert "（一）予以公开" in page
    assert "shifan-2024.html" in page
    assert ">21<" in page


def test_a_cell_that_the_form_does_not_have(client: Client) -> None:
    address = report_address(client, opened(client))
    assert client.get(address + "cells/applications.newest.0/").status_code == 404


def test_confirmed_and_undone(client: Client) -> None:
    address = report_address(client, opened(client))
    response = client.post(address + CELL + "confirm/", {"value": "22"})
    assert response.headers["Location"].endswith("#c-applications-granted-6")
    page = html(client.get(address))
    assert "已重新核对，错误由" in page
    assert "人工确认" in page
    client.post(address + CELL + "undo/")
    assert 'class="confirmed"' not in html(client.get(address))


def test_what_is_no_number_is_sent_back(client: Client) -> None:
    address = report_address(client, opened(client))
    response = client.post(address + CELL + "confirm/", {"value": "二十二"})
    assert response.status_code == 422
    assert "请填写阿拉伯数字" in html(response)


def test_years_are_compared_with_a_chart_a_table_and_a_sentence(client: Client) -> None:
    page = html(client.get(opened(client, *demo_files()) + "compare/"))
    assert "<svg" in page
    assert "新收申请由 45 件变为 58 件，增加 13 件（28.9%）" in page
    assert '<th scope="row">2023年</th>' in page


def test_one_report_alone_is_not_compared(client: Client) -> None:
    assert "不能比较" in html(client.get(opened(client) + "compare/"))


def test_downloads(client: Client) -> None:
    address = opened(client)
    book = client.get(f"{address}download/xlsx/")
    assert "xl/workbook.xml" in ZipFile(BytesIO(book.content)).namelist()
    line = json.loads(client.get(f"{address}download/json/").content)
    assert line["applications"]["new"][6] == 58
    page = client.get(f"{address}download/html/")
    assert page.headers["Content-Disposition"].startswith("attachment")
    assert "示范县人民政府办公室" in html(page)
    assert client.get(f"{address}download/exe/").status_code == 404


def test_bigger_calmer_pages(client: Client) -> None:
    client.post("/display/", {"mode": "elder", "back": CHECK})
    assert 'class="elder"' in html(client.get(CHECK))
    away = client.post("/display/", {"mode": "", "back": "https://elsewhere.example/"})
    assert away.headers["Location"] == "/"
    assert 'class="elder"' not in html(client.get(CHECK))


def test_a_result_is_not_told_to_search_engines_or_other_sites(client: Client) -> None:
    response = client.get(opened(client))
    assert '<meta name="robots" content="noindex">' in html(response)
    assert response.headers["Referrer-Policy"] == "same-origin"
