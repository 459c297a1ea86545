"""A visitor checks a report: drop, look, jump, confirm, undo, take home."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_django import Settings

from gongkai.apps.reports.demo import demo_files
from gongkai.apps.reports.reading import NamedFile
from tests.journeys.conftest import check, choose, drop
from tests.journeys.samples import NO_REPORT, doubtful_report

pytestmark = [pytest.mark.journey, pytest.mark.enable_socket, pytest.mark.django_db]
Visit = Callable[..., Page]
CANDIDATE = ".candidates button"
ROW = "#c-table2-normative_docs-1"


def test_from_the_door_to_the_workbook(visit: Visit) -> None:
    page = visit("/")
    page.get_by_role("link", name="年报体检").last.click()
    check(page, doubtful_report())
    expect(page.get_by_role("heading", level=1)).to_contain_text("示范县人民政府办公室2024年")
    expect(page.locator(ROW)).to_contain_text("读取存疑")
    page.locator(ROW).get_by_role("link").first.click()
    expect(page.locator("#panel")).to_contain_text("行政规范性文件6463")
    page.locator(CANDIDATE).last.click()
    expect(page.get_by_role("status").first).to_contain_text("已重新核对")
    expect(page.locator(ROW)).to_contain_text("人工确认")
    page.get_by_role("button", name="撤销对").click()
    expect(page.locator(ROW)).to_contain_text("读取存疑")
    with page.expect_download() as download:
        page.get_by_role("link", name="XLSX 工作簿").click()
    book = Path(download.value.path()).read_bytes()
    assert "xl/workbook.xml" in ZipFile(BytesIO(book)).namelist()


def test_files_chosen_before_the_script_has_come(visit: Visit) -> None:
    page = visit("/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/drop*.js", hold, times=1)
    page.goto("/report-check/", wait_until="commit")
    choose(page, demo_files()[1])
    held[0].continue_()
    expect(page.locator(".files li")).to_contain_text("等待上传")
    page.get_by_role("button", name="开始体检").click()
    page.wait_for_url("**/report-check/*/")


def test_findings_and_cells_jump_to_each_other(visit: Visit) -> None:
    page = visit("/report-check/")
    check(page, demo_files()[1])
    finding = page.locator(".finding").filter(has_text="应为 22").first
    finding.get_by_role("link").first.click()
    expect(page.locator("#c-applications-granted-6")).to_be_in_viewport()
    assert page.url.endswith("#c-applications-granted-6")
    page.locator("#c-applications-granted-6 .mark").first.click()
    assert page.url.endswith("#f-1")
    expect(page.locator("#f-1")).to_be_in_viewport()


def test_what_a_person_reads_is_typed_in(visit: Visit) -> None:
    page = visit("/report-check/")
    check(page, demo_files()[1])
    page.locator("#c-applications-granted-6 > a").click()
    page.get_by_text("按我看到的填写").click()
    page.get_by_role("textbox", name="总计").fill("22")
    page.get_by_role("button", name="确认", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("错误由")
    expect(page.locator("#c-applications-granted-6")).to_contain_text("人工确认")


def test_each_file_has_its_own_result(visit: Visit) -> None:
    page = visit("/report-check/")
    check(page, *demo_files(), NO_REPORT)
    page.get_by_text("有文件没有读成").wait_for()
    expect(page.locator(".files li").filter(has_text=NO_REPORT.name)).to_contain_text(
        "没有找到政府信息公开工作年度报告"
    )
    page.get_by_role("link", name="比较").click()
    expect(page.locator("figure").first).to_contain_text("新收申请由 45 件变为 58 件")


def test_a_file_too_large_is_told_before_it_is_sent(visit: Visit, settings: Settings) -> None:
    settings.GONGKAI_READING = {"file_megabytes": 1}
    page = visit("/report-check/")
    drop(page, NamedFile("扫描件.pdf", b"%PDF" * 300_000))
    expect(page.locator(".files")).to_contain_text("文件太大")
    assert page.url.endswith("/report-check/")


def test_a_lost_connection_is_tried_again(visit: Visit) -> None:
    page = visit("/report-check/")
    page.route("**/report-check/", lambda route: route.abort())
    drop(page, demo_files()[1])
    expect(page.locator(".files")).to_contain_text("网络中断")
    page.unroute("**/report-check/")
    page.get_by_role("button", name="重试").click()
    page.wait_for_url("**/report-check/*/")


def test_without_script(visit: Visit) -> None:
    page = visit("/report-check/", script=False)
    check(page, doubtful_report())
    page.locator(ROW).get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("单元格的来历")
    page.locator(CANDIDATE).last.click()
    expect(page.locator(ROW)).to_contain_text("人工确认")
    page.get_by_role("button", name="立即删除").click()
    expect(page.get_by_role("status").first).to_contain_text("已经删除")


def test_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit("/report-check/")
    check(page, demo_files()[1])
    first = page.locator("table.grid.applications td > a").first
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#c-applications-carried_in-1 > a")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#cell")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#c-applications-carried_in-1 > a")).to_be_focused()


def test_sent_twice_and_gone_back(visit: Visit) -> None:
    page = visit("/report-check/")
    check(page, demo_files()[1])
    page.reload()
    page.go_back()
    page.go_forward()
    expect(page.locator("summary").filter(has_text="1 份文件")).to_be_visible()
