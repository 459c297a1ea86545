"""The portal in a browser: what is released is there at once, and it works for everyone."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from gongkai.apps.catalogue.guides import save_guide
from gongkai.apps.organs.models import User
from gongkai.apps.publishing.closing import withdraw
from gongkai.apps.publishing.models import Item
from gongkai.core.catalogue.columns import ColumnKind, ColumnQuery
from gongkai.core.identity import SYSTEM
from gongkai.faces.portal import keeping
from gongkai.faces.portal.keeping import Shelf
from gongkai.faces.portal.leaving import notice
from tests.faces.portal.conftest import Town, column, made_site
from tests.factories.guides import GUIDE
from tests.factories.organs import organ
from tests.factories.publishing import NOW, REASON, Staff, approved, draft, released
from tests.journeys.conftest import assert_accessible, assert_no_sideways_scrolling, follow
from tests.journeys.test_organs import enter

pytestmark = [pytest.mark.journey, pytest.mark.enable_socket, pytest.mark.django_db]
Visit = Callable[..., Page]
PHONE, ROOM = 360, 1_000_000


@pytest.fixture
def city(transactional_db: None) -> Town:
    place = organ("示范市数据局", None, region_code="990100")
    staff = Staff(place)
    site, columns = made_site(place)
    save_guide(SYSTEM, organ_id=place.pk, content=GUIDE, expected=0, now=NOW)
    return Town(place, staff, site, columns, released(staff, written=draft(1)).item)


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    """Pages are kept, as they are in service."""
    made = Shelf(ROOM)
    monkeypatch.setattr(keeping, "SHELF", made)
    yield made
    made.clear()


def kinds(city: Town) -> tuple[str, ...]:
    """One page of every kind."""
    notices = ColumnQuery(kinds=("notice",))
    closed = column(city.site, "closed", ColumnKind.OTHER, notices, closed_at=NOW)
    directory = f"/organs/{city.organ.pk}/directory/"
    gone = withdraw(
        city.staff.office, item_id=released(city.staff, written=draft(9)).item_id,
        reason=REASON, now=NOW,
    )  # fmt: skip
    return (
        "/",
        "/organs/",
        f"/organs/{city.organ.pk}/",
        f"/organs/{city.organ.pk}/guide/",
        "/guides/",
        "/catalogue/",
        "/directories/",
        directory,
        f"{directory}{city.entry.field}/",
        f"{directory}{city.entry.field}/{city.entry.pk}/",
        "/columns/notices/",
        f"/columns/{closed.key}/",
        f"/columns/statutory/?organ={city.organ.pk}",
        f"/items/{city.item.pk}/",
        f"/items/{gone.pk}/",
        notice("https://www.example.com/"),
        "/sitemap/",
        "/search/?q=数据",
        "/report-check/",
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


def places(city: Town) -> tuple[str, ...]:
    """Where an item of the organ is to be seen: home, two columns, organ, catalogue, directory."""
    return (
        "/",
        "/columns/notices/",
        "/columns/others/",
        f"/organs/{city.organ.pk}/",
        f"/catalogue/?organ={city.organ.pk}",
        f"/organs/{city.organ.pk}/directory/{city.entry.field}/{city.entry.pk}/",
    )


FEEDS = ("/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json", "/columns/notices/rss.xml")


def test_what_the_desk_releases_is_everywhere_and_what_it_withdraws_nowhere(
    visit: Visit, city: Town, shelf: Shelf
) -> None:
    item = approved(city.staff, written=draft(2)).item
    reader, desk = visit("/"), at_the_desk(visit, city)
    for place in (*places(city), *FEEDS):
        assert item.title not in reader.request.get(place).text()
    assert shelf.pages

    follow(desk.get_by_role("main").get_by_role("link", name=item.title).first)
    follow(desk.get_by_role("button", name="现在发布"))
    expect(desk.get_by_role("status").first).to_be_visible()
    for place in places(city):
        reader.goto(place)
        expect(reader.get_by_role("link", name=item.title).first).to_be_visible()
    for place in FEEDS:
        assert item.title in reader.request.get(place).text()

    desk.goto(f"/desk/items/{item.pk}/")
    follow(desk.get_by_role("link", name="撤回").first)
    desk.get_by_label("原因").fill(REASON)
    follow(desk.get_by_role("button", name="撤回"))
    expect(desk.get_by_role("status").first).to_be_visible()
    for place in places(city):
        reader.goto(place)
        expect(reader.get_by_role("link", name=item.title)).to_have_count(0)
    for place in FEEDS:
        assert item.title not in reader.request.get(place).text()
    is_gone(reader, item)


def at_the_desk(visit: Visit, city: Town) -> Page:
    """The disclosure office of the organ, signed in."""
    return enter(visit, User.objects.get(username=f"organ{city.organ.pk}-office"))


def is_gone(page: Page, item: Item) -> None:
    """Its address says that it was withdrawn."""
    page.goto(f"/items/{item.pk}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("这条信息已经撤回")
    assert_accessible(page)


def test_the_site_has_its_own_colour(visit: Visit, city: Town) -> None:
    page = visit("/")
    line = page.locator("header.top").evaluate("one => getComputedStyle(one).borderBottomColor")
    assert line == "rgb(122, 31, 31)"
