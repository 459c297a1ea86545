"""An item's whole life in a real browser: draft, checks, send-back, review, release, end."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gongkai.apps.organs.models import User
from gongkai.core.identity import Role
from tests.factories.organs import PASSWORD, Region, serving
from tests.journeys.conftest import assert_accessible, assert_no_sideways_scrolling, follow

pytestmark = [
    pytest.mark.journey,
    pytest.mark.enable_socket,
    pytest.mark.django_db(transaction=True),
]
Visit = Callable[..., Page]
TITLE = "示范县财政局关于开展会计基础工作检查的通知"
BODY = "各有关单位：现将检查事项通知如下。检查分自查和抽查两个阶段进行，请按时完成。"
LEAK = "联系人身份证号：11010519491231002X。"
REASON = "请把检查的时间写清楚"
SEEN = """() => {
    const focused = document.activeElement, box = focused.getBoundingClientRect();
    const bar = document.querySelector(".writing .acts");
    return bar.contains(focused) || box.top < bar.getBoundingClientRect().top;
}"""
"""Whether what has the focus is not covered by the bar at the bottom."""
SCROLLS = 10
"""In so many looks at most a page scrolls to what has the focus."""


def enter(visit: Visit, user: User) -> Page:
    """Sign in."""
    page = visit("/desk/login/")
    page.get_by_label("用户名").fill(user.username)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", name="我的待办")).to_be_visible()
    return page


class Bureau:
    """A bureau with somebody for every step, each in a browser of his own."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        place = Region().bureau
        self.people = {
            role: serving(role.value, place, role)
            for role in (
                Role.DRAFTER,
                Role.UNIT_HEAD,
                Role.SECRECY_REVIEWER,
                Role.DEPUTY_LEADER,
                Role.LEADER,
                Role.DISCLOSURE_OFFICE,
            )
        }
        self.pages: dict[Role, Page] = {}

    def desk(self, role: Role) -> Page:
        """The desk of whoever holds the role, at 我的待办."""
        if role not in self.pages:
            self.pages[role] = enter(self.visit, self.people[role])
        page = self.pages[role]
        page.goto("/desk/")
        return page

    def takes_up(self, role: Role) -> Page:
        """Open what waits for that role."""
        page = self.desk(role)
        follow(page.get_by_role("main").get_by_role("link", name=TITLE).first)
        return page

    def agrees(self, role: Role, tick: str) -> Page:
        """Let it pass that level."""
        page = self.takes_up(role)
        page.get_by_role("checkbox", name=tick).check()
        assert_accessible(page)
        page.get_by_role("button", name="同意", exact=True).click()
        expect(page.get_by_role("status").first).to_be_visible()
        return page


@pytest.fixture
def bureau(visit: Visit, transactional_db: None) -> Bureau:
    return Bureau(visit)


def write(page: Page, text: str) -> None:
    """Type into the editor."""
    area = page.locator(".ProseMirror")
    area.click()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def submit(page: Page) -> None:
    """Send it to review, for the first time or again."""
    follow(page.get_by_role("button", name=re.compile("^(重新)?送审$")))


def drafted(bureau: Bureau) -> Page:
    """A draft with somebody's identity number in it."""
    page = bureau.desk(Role.DRAFTER)
    page.get_by_role("navigation", name="工作台").get_by_role("link", name="信息发布").click()
    page.get_by_role("link", name="新建信息").click()
    page.get_by_role("radio", name="公告公示").check()
    page.get_by_role("button", name="开始拟稿").click()
    page.get_by_role("textbox", name="标题").fill(TITLE)
    write(page, BODY + LEAK)
    page.get_by_role("textbox", name="内容概述").fill("部署会计基础工作检查。")
    page.get_by_role("radio", name="主动公开").check()
    page.get_by_role("combobox", name="目录代码").select_option(value="20-15")
    page.get_by_role("textbox", name="作者").fill("会计科")
    page.get_by_role("textbox", name="关键词").fill("会计 检查")
    return page


def test_from_draft_to_released_corrected_and_withdrawn(bureau: Bureau, visit: Visit) -> None:
    checks_stand_in_the_way(bureau)
    sent_back_and_mended(bureau)
    office = signed_and_released(bureau)
    office.get_by_role("link", name="看公众页面").click()
    public = visit(office.url)
    expect(public.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(public.get_by_text("检查时间为七月")).to_be_visible()
    assert_accessible(public)

    corrected(bureau)
    public.reload()
    expect(public.get_by_text("检查时间为八月")).to_be_visible()
    expect(public.get_by_text("月份写错").first).to_be_visible()

    withdrawn(bureau)
    answer = public.reload()
    assert answer is not None
    assert answer.status == 410
    expect(public.get_by_text("不再举行检查").first).to_be_visible()
    assert_accessible(public)


def checks_stand_in_the_way(bureau: Bureau) -> None:
    """An identity number is found, and nothing is sent to review before it is mended."""
    page = drafted(bureau)
    page.get_by_role("button", name="检查", exact=True).click()
    expect(page.get_by_text("有公民身份号码").first).to_be_visible()
    write(page, BODY)
    assert_accessible(page)
    submit(page)
    expect(page.get_by_role("status").first).to_contain_text("科室负责人")


def sent_back_and_mended(bureau: Bureau) -> None:
    """The head wants something added; the drafter reads why and adds it."""
    head = bureau.takes_up(Role.UNIT_HEAD)
    head.locator("summary", has_text="退回").click()
    head.get_by_label("退回理由").fill(REASON)
    head.get_by_role("button", name="退回", exact=True).click()
    page = bureau.takes_up(Role.DRAFTER)
    expect(page.get_by_text(REASON).first).to_be_visible()
    write(page, BODY + "检查时间为七月。")
    submit(page)
    expect(page.get_by_role("status").first).to_be_visible()


def signed_and_released(bureau: Bureau) -> Page:
    """Every level lets it pass; the office releases it."""
    bureau.agrees(Role.UNIT_HEAD, "已经校对")
    bureau.agrees(Role.SECRECY_REVIEWER, "正文")
    bureau.agrees(Role.DEPUTY_LEADER, "已经校对")
    bureau.agrees(Role.LEADER, "已经校对")
    office = bureau.takes_up(Role.DISCLOSURE_OFFICE)
    assert_accessible(office)
    office.get_by_role("button", name="现在发布").click()
    expect(office.get_by_role("status").first).to_be_visible()
    return office


def corrected(bureau: Bureau) -> None:
    """Another edition of it, through every level."""
    page = item_page(bureau, Role.DRAFTER)
    page.get_by_role("link", name="更正").first.click()
    page.get_by_label("原因").fill("月份写错")
    page.get_by_role("button", name="开始办理").click()
    write(page, BODY + "检查时间为八月。")
    submit(page)
    expect(page.get_by_role("status").first).to_be_visible()
    signed_and_released(bureau)


def withdrawn(bureau: Bureau) -> None:
    """Taken from the public."""
    page = item_page(bureau, Role.DISCLOSURE_OFFICE)
    page.get_by_role("link", name="撤回").first.click()
    page.get_by_label("原因").fill("不再举行检查")
    page.get_by_role("button", name="撤回").click()
    expect(page.get_by_role("status").first).to_be_visible()


def item_page(bureau: Bureau, role: Role) -> Page:
    """The item, found in the list."""
    page = bureau.desk(role)
    page.goto("/desk/items/")
    follow(page.get_by_role("main").get_by_role("link", name=TITLE).first)
    return page


def test_two_who_decide_at_once(bureau: Bureau) -> None:
    page = drafted(bureau)
    write(page, BODY)
    submit(page)
    expect(page.get_by_role("status").first).to_be_visible()
    first = bureau.takes_up(Role.UNIT_HEAD)
    second = first.context.new_page()
    second.goto(first.url)
    for one in (first, second):
        one.get_by_label("已经校对").check()
        one.get_by_role("button", name="同意", exact=True).click()
    expect(second.get_by_role("alert").first).to_contain_text("已经在")
    second.close()


def comes_into_sight(page: Page) -> bool:
    """Whether what has the focus is seen, as soon as the page has scrolled there."""
    for _ in range(SCROLLS):
        page.wait_for_timeout(200)
        if page.evaluate(SEEN):
            return True
    return False


def test_the_list_fits_and_what_has_the_focus_is_seen(bureau: Bureau) -> None:
    page = drafted(bureau)
    for _ in range(40):
        page.keyboard.press("Tab")
        assert comes_into_sight(page), page.evaluate("document.activeElement.outerHTML")
        if page.evaluate("document.activeElement.name") == "tags":
            break
    page.goto("/desk/items/")
    wide, room = page.locator(".scroll").evaluate("box => [box.scrollWidth, box.clientWidth]")
    assert wide <= room


def test_on_a_phone(bureau: Bureau, visit: Visit) -> None:
    page = drafted(bureau)
    page.set_viewport_size({"width": 360, "height": 780})
    assert_no_sideways_scrolling(page)
    assert_accessible(page)
    for address in ("/desk/", "/desk/items/", "/desk/counts/", "/desk/items/harvest/"):
        page.goto(address)
        assert_no_sideways_scrolling(page)
        assert_accessible(page)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert_no_sideways_scrolling(page)
