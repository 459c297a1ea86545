"""Every page works for everyone: no rule of WCAG broken, nothing to scroll sideways on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gongkai.apps.organs.seed import seed_workdays
from gongkai.apps.reports.demo import demo_files
from tests.journeys.conftest import assert_accessible, assert_no_sideways_scrolling, check, follow
from tests.journeys.samples import NO_REPORT, doubtful_report

pytestmark = [pytest.mark.journey, pytest.mark.enable_socket, pytest.mark.django_db]
Visit = Callable[..., Page]
PHONE = 360


@pytest.mark.parametrize("dark", [False, True], ids=["白天", "夜间"])
@pytest.mark.parametrize("width", [1280, PHONE], ids=["桌面", "手机"])
def test_the_pages_of_the_portal(visit: Visit, width: int, dark: bool) -> None:
    page = visit("/", width=width, dark=dark)
    for address in ("/", "/report-check/"):
        page.goto(address)
        assert_accessible(page)
        assert_no_sideways_scrolling(page)


@pytest.mark.parametrize("dark", [False, True], ids=["白天", "夜间"])
@pytest.mark.parametrize("width", [1280, PHONE], ids=["桌面", "手机"])
def test_the_pages_of_a_checked_report(visit: Visit, width: int, dark: bool) -> None:
    page = visit("/report-check/", width=width, dark=dark)
    check(page, doubtful_report(), demo_files()[0], NO_REPORT)
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    page.locator("td.doubted > a, td.wrong > a").first.click()
    expect(page.locator("#cell")).to_be_visible()
    assert_accessible(page)
    page.goto(page.locator("td > a[data-cell]").first.get_attribute("href") or "")
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    page.go_back()
    follow(page.get_by_role("link", name="比较", exact=True))
    assert_accessible(page)
    assert_no_sideways_scrolling(page)


@pytest.mark.parametrize("width", [1280, PHONE], ids=["桌面", "手机"])
def test_the_pages_of_the_desk(visit: Visit, account: str, width: int) -> None:
    seed_workdays()
    page = visit("/desk/login/", width=width)
    assert_accessible(page)
    page.get_by_label("用户名").fill(account)
    page.get_by_label("密码").fill("invented-password")
    page.get_by_role("button", name="登录").click()
    follow(page.get_by_role("link", name="体检并入库").first)
    assert_accessible(page)
    check(page, demo_files()[1])
    assert_accessible(page)
    page.get_by_role("button", name="保存到年报库").click()
    expect(page.get_by_role("status").first).to_contain_text("已经保存到年报库")
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    for name in ("我的待办", "年报库", "工作日历"):
        follow(page.get_by_role("navigation", name="工作台").get_by_role("link", name=name))
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert_accessible(page)
        assert_no_sideways_scrolling(page)


def test_text_at_two_hundred_percent(visit: Visit) -> None:
    page = visit("/report-check/", width=720)
    check(page, demo_files()[1])
    page.locator("html").evaluate("root => { root.style.fontSize = '200%'; }")
    assert_no_sideways_scrolling(page)


def test_bigger_calmer_pages(visit: Visit) -> None:
    page = visit("/report-check/", width=PHONE)
    page.get_by_role("button", name="长者模式").click()
    expect(page.locator("html")).to_have_class("elder")
    check(page, demo_files()[1])
    assert_accessible(page)
    assert_no_sideways_scrolling(page)


def test_the_first_tab_skips_to_the_text(visit: Visit) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
