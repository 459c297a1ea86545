"""The portal in a browser: what is released is there at once, and it works for everyone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gongkai.apps.publishing.closing import withdraw
from tests.faces.portal.conftest import Town, made_site
from tests.factories.organs import organ
from tests.factories.publishing import NOW, REASON, Staff, draft, released
from tests.journeys.conftest import assert_accessible, assert_no_sideways_scrolling

pytestmark = [pytest.mark.journey, pytest.mark.enable_socket, pytest.mark.django_db]
Visit = Callable[..., Page]
PHONE = 360


@pytest.fixture
def city(transactional_db: None) -> Town:
    place = organ("示范市数据局", None, region_code="990100")
    staff = Staff(place)
    site, columns = made_site(place)
    return Town(place, staff, site, columns, released(staff, written=draft(1)).item)


def kinds(city: Town) -> tuple[str, ...]:
    """One page of every kind."""
    return (
        "/",
        "/organs/",
        f"/organs/{city.organ.pk}/",
        f"/organs/{city.organ.pk}/guide/",
        "/guides/",
        "/catalogue/",
        "/columns/notices/",
        f"/columns/statutory/?organ={city.organ.pk}",
        f"/items/{city.item.pk}/",
        "/sitemap/",
        "/search/?q=数据",
    )


@pytest.mark.parametrize("dark", [False, True], ids=["白天", "夜间"])
@pytest.mark.parametrize("width", [1280, PHONE], ids=["桌面", "手机"])
def test_every_kind_of_page_works_for_everyone(
    visit: Visit, city: Town, width: int, dark: bool
) -> None:
    page = visit("/", width=width, dark=dark)
    for address in kinds(city):
        page.goto(address)
        assert_accessible(page)
        assert_no_sideways_scrolling(page)


def test_text_at_two_hundred_percent_and_bigger_pages(visit: Visit, city: Town) -> None:
    page = visit("/", width=720)
    for address in kinds(city):
        page.goto(address)
        page.locator("html").evaluate("root => { root.style.fontSize = '200%'; }")
        assert_no_sideways_scrolling(page)
    page.get_by_role("button", name="长者模式").click()
    expect(page.locator("html")).to_have_class("elder")
    assert_accessible(page)


def test_reading_needs_no_script_and_no_mouse(visit: Visit, city: Town) -> None:
    page = visit("/", script=False)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.get_by_role("searchbox").focus()
    page.keyboard.type("质量检查")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").last).to_contain_text("找到 1 条")
    page.get_by_role("link", name=city.item.title).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(city.item.title)
    expect(page.get_by_role("navigation", name="位置")).to_contain_text("示范市数据局")


def test_what_is_released_is_seen_and_what_is_withdrawn_is_not(visit: Visit, city: Town) -> None:
    page = visit("/")
    item = released(city.staff, written=draft(2)).item
    places = ("/", "/columns/notices/", "/columns/others/", f"/organs/{city.organ.pk}/")
    for place in places:
        page.goto(place)
        expect(page.get_by_role("link", name=item.title).first).to_be_visible()
    withdraw(city.staff.office, item_id=item.pk, reason=REASON, now=NOW)
    for place in places:
        page.goto(place)
        expect(page.get_by_role("link", name=item.title)).to_have_count(0)
    page.goto(f"/items/{item.pk}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("这条信息已经撤回")
    assert_accessible(page)


def test_the_site_has_its_own_colour(visit: Visit, city: Town) -> None:
    page = visit("/")
    line = page.locator("header.top").evaluate("one => getComputedStyle(one).borderBottomColor")
    assert line == "rgb(122, 31, 31)"
