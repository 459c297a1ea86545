"""Organs and people in a real browser: a new organ, a new name, a duty, a stranger's address."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gongkai.apps.organs.models import Organ, User
from gongkai.core.identity import Role
from tests.factories.organs import PASSWORD, Region, person, serving
from tests.journeys.conftest import assert_accessible, assert_no_sideways_scrolling, follow

pytestmark = [
    pytest.mark.journey,
    pytest.mark.enable_socket,
    pytest.mark.django_db(transaction=True),
]
Visit = Callable[..., Page]
PHONE = 360


@pytest.fixture
def region(transactional_db: None) -> Region:
    return Region()


def enter(visit: Visit, user: User, width: int = 1280) -> Page:
    """Sign in."""
    page = visit("/desk/login/", width=width)
    page.get_by_label("用户名").fill(user.username)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", name="我的待办")).to_be_visible()
    return page


def said(page: Page, text: str) -> None:
    expect(page.get_by_role("status").first).to_contain_text(text)


def in_menu(page: Page, name: str) -> None:
    follow(page.get_by_role("navigation", name="工作台").get_by_role("link", name=name))


def test_a_new_organ_is_renamed_and_its_name_asked_for_as_of_a_day(
    visit: Visit, region: Region
) -> None:
    page = enter(visit, serving("keeper", region.city, Role.ADMINISTRATOR))
    in_menu(page, "机构与人员")
    page.get_by_role("link", name="登记机构").click()
    page.get_by_label("全称").fill("示范市档案局")
    page.get_by_label("类别").select_option(label="政府部门")
    page.get_by_label("上级机关").select_option(str(region.city.pk))
    page.get_by_label("统一社会信用代码").fill("123")
    page.get_by_label("生效日期").fill("2024-03-01")
    page.get_by_label("依据文件").fill("示范发〔2024〕1号")
    page.get_by_role("button", name="登记").click()
    expect(page.get_by_text("不是正确的统一社会信用代码")).to_be_visible()
    expect(page.get_by_label("全称")).to_have_value("示范市档案局")
    assert_accessible(page)
    page.get_by_label("统一社会信用代码").fill("")
    page.get_by_role("button", name="登记").click()
    said(page, "已经登记")
    page.get_by_role("link", name="更名", exact=True).click()
    page.get_by_label("全称").fill("示范市档案馆")
    page.get_by_label("生效日期").fill("2025-01-01")
    page.get_by_label("依据文件").fill("示范发〔2025〕1号")
    expect(page.get_by_text("留在名称历史中")).to_be_visible()
    page.get_by_role("button", name="更名").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("示范市档案馆")
    page.get_by_label("某日的名称").fill("2024-12-31")
    page.get_by_role("button", name="查询").click()
    expect(page.get_by_text("2024年12月31日的名称：示范市档案局")).to_be_visible()
    assert_accessible(page)


def test_a_duty_is_given_and_the_person_sees_it(visit: Visit, region: Region) -> None:
    person("li", region.finance)
    granter = serving("granter", region.city, Role.SECURITY_ADMINISTRATOR)
    before = enter(visit, User.objects.get(username="li"))
    in_menu(before, "我的任职")
    expect(before.get_by_text("您今天没有任职")).to_be_visible()
    page = enter(visit, granter)
    in_menu(page, "机构与人员")
    page.get_by_role("link", name=region.finance.name).first.click()
    page.get_by_role("link", name="授予角色").click()
    page.get_by_label("人员").select_option(label="li（li）")
    page.get_by_label("角色").select_option("leader")
    page.get_by_role("button", name="授予角色").click()
    said(page, "已经授予角色")
    after = enter(visit, User.objects.get(username="li"))
    in_menu(after, "我的任职")
    expect(after.get_by_role("cell", name="主要领导", exact=True)).to_be_visible()
    expect(after.get_by_role("link", name="机构与人员")).to_be_visible()


def test_another_organs_address_is_not_there(visit: Visit, region: Region) -> None:
    page = enter(visit, serving("leader", region.county, Role.LEADER))
    for row, status in ((region.bureau, 200), (region.finance, 404), (region.stranger, 404)):
        answer = page.request.get(f"/desk/organs/{row.pk}/")
        assert answer.status == status


@pytest.mark.parametrize("width", [1280, PHONE], ids=["桌面", "手机"])
def test_the_pages_work_for_everyone(visit: Visit, region: Region, width: int) -> None:
    user = serving("both", region.city, Role.ADMINISTRATOR, Role.DISCLOSURE_OFFICE)
    other = serving("granter", region.city, Role.SECURITY_ADMINISTRATOR)
    held = serving("li", region.finance, Role.LEADER).duties.get()
    page = enter(visit, user, width)
    finance = f"/desk/organs/{region.finance.pk}/"
    organ_pages = [finance, *(f"{finance}{task}/" for task in ("rename", "split", "close"))]
    addresses = ["/desk/organs/", "/desk/organs/new/", "/desk/organs/merge/", *organ_pages]
    addresses += ["/desk/people/", f"/desk/people/{held.user_id}/", "/desk/mine/"]
    for address in addresses:
        page.goto(address)
        assert_accessible(page)
        assert_no_sideways_scrolling(page)
    granter = enter(visit, other, width)
    for address in (
        f"{finance}duties/new/",
        f"/desk/duties/{held.pk}/end/",
        f"/desk/duties/{held.pk}/stand-in/",
        f"/desk/people/{held.user_id}/",
    ):
        granter.goto(address)
        assert_accessible(granter)
        assert_no_sideways_scrolling(granter)
    assert Organ.objects.filter(until=None).count() == 10
