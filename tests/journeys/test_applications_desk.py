"""An application's whole way over the desk in a real browser: by post, granted, signed, sent,
filed; the pages of the desk on a phone and in large type."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gongkai.core.identity import Role
from tests.faces.desk.applications.bureau import NAME, PHONE, Bureau, case_of
from tests.factories.organs import PASSWORD
from tests.journeys.conftest import assert_accessible, assert_no_sideways_scrolling, follow

pytestmark = [
    pytest.mark.journey,
    pytest.mark.enable_socket,
    pytest.mark.django_db(transaction=True),
]
Visit = Callable[..., Page]
SUBJECT = "2024年度公共数据开放计划"
ADDRESS = "/desk/applications/"


class Desk:
    """A bureau, each of its people in a browser of his own."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.bureau = visit, Bureau()
        self.pages: dict[Role, Page] = {}

    def of(self, role: Role, width: int = 1280) -> Page:
        """The browser of whoever holds the role."""
        if role not in self.pages:
            page = self.visit("/desk/login/", width=width)
            page.get_by_label("用户名").fill(self.bureau.people[role].username)
            page.get_by_label("密码").fill(PASSWORD)
            follow(page.get_by_role("button", name="登录"))
            expect(page.get_by_role("heading", name="我的待办")).to_be_visible()
            self.pages[role] = page
        return self.pages[role]


@pytest.fixture
def desk(visit: Visit, transactional_db: None) -> Desk:
    return Desk(visit)


def registered(page: Page, today: str) -> None:
    """A letter that somebody signed for today."""
    page.get_by_role("navigation", name="工作台").get_by_role("link", name="依申请公开").click()
    page.get_by_role("link", name="登记申请").click()
    follow(page.get_by_role("link", name="邮寄（签收）"))
    assert_accessible(page)
    page.get_by_label("到达日期").fill(today)
    page.get_by_label("签收日期").fill(today)
    page.get_by_label("邮件号").fill("EM123456789CN")
    page.get_by_label("申请类别").select_option(label="公开政府信息")
    page.get_by_label("申请人类别").select_option(label="自然人")
    page.get_by_label("姓名或者名称").fill(NAME)
    page.get_by_label("电话").fill(PHONE)
    page.get_by_label("通信地址").fill("示范市一步路1号")
    page.get_by_label("申请事项").fill(SUBJECT)
    page.get_by_label("所需信息的描述").fill("2024年度公共数据开放计划全文。")
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(SUBJECT)


def step(page: Page, name: str) -> None:
    """Take a step that asks for nothing."""
    follow(page.get_by_role("main").get_by_role("link", name=name, exact=True))
    assert_accessible(page)
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("status").first).to_be_visible()


ANSWERS = (
    "要答复",
    "获取政府信息",
    "能够明确",
    "不是",
    "没有",
    "没有",
    "由本机关负责",
    "有",
    "是现成的",
    "没有",
    "全部可以公开",
)
"""The way through the wizard to a grant."""


def answered(page: Page) -> None:
    """The wizard, question by question; then the facts of a grant."""
    follow(page.get_by_role("button", name="拟写答复"))
    for answer in ANSWERS:
        assert_accessible(page)
        page.get_by_role("radio", name=answer, exact=True).check()
        follow(page.get_by_role("button", name="下一步"))
    follow(page.get_by_role("button", name="选定，填写事实"))
    assert_accessible(page)
    page.get_by_label("提供的信息").fill("2024年度公共数据开放计划（示数〔2024〕6号）")
    page.get_by_label("提供的方式、途径和时间").fill("随本答复书附送纸质件1份")
    follow(page.get_by_role("button", name="保存，生成正文"))
    assert_accessible(page)


def signed(desk: Desk, address: str) -> None:
    """Each level of the chain agrees."""
    for role in (Role.DISCLOSURE_OFFICE, Role.LEGAL_REVIEWER, Role.LEADER):
        reviewer = desk.of(role)
        reviewer.goto(address)
        assert_accessible(reviewer)
        reviewer.get_by_role("button", name="同意").click()
        expect(reviewer.get_by_role("status").first).to_be_visible()


def posted(page: Page, today: str) -> None:
    """The letter goes out by the post."""
    follow(page.get_by_role("table").get_by_role("link", name="答复书"))
    assert_accessible(page)
    page.get_by_role("link", name="邮寄送达").click()
    page.get_by_label("发出日期").fill(today)
    page.get_by_label("邮寄企业").fill("中国邮政EMS")
    page.get_by_label("邮件号").fill("EM987654321CN")
    page.get_by_label("地址").fill("示范市一步路1号")
    page.get_by_role("button", name="登记送达").click()
    expect(page.get_by_text("邮寄送达，").first).to_be_visible()


def to_case(page: Page) -> None:
    """Back to the page of the case."""
    page.get_by_role("navigation", name="位置").get_by_role("link").nth(1).click()


def test_by_post_granted_signed_sent_and_filed(desk: Desk) -> None:
    page, today = desk.of(Role.HANDLER), desk.bureau.today.isoformat()
    registered(page, today)
    assert_accessible(page)
    page.get_by_text("怎样算出来的").click()
    expect(page.get_by_text("第三十三条").first).to_be_visible()
    step(page, "开始审核")
    step(page, "审核通过，办理")
    answered(page)
    step(page, "送审")
    reply = page.url
    signed(desk, reply)
    page.goto(reply)
    step(page, "印发答复书")
    to_case(page)
    posted(page, today)
    to_case(page)
    step(page, "归档")
    expect(page.get_by_text("已归档").first).to_be_visible()


PAGES = (
    "",
    "new/",
    "new/?way=letter",
    "calendar/",
    "statistics/",
    "templates/",
    "profile/",
    "chain/",
    "archive/",
)


def test_every_page_fits_a_phone_and_large_type(desk: Desk) -> None:
    row = desk.bureau.handled("甲方案全文", "乙方案全文")
    page = desk.of(Role.DISCLOSURE_OFFICE, width=360)
    for address in (*(ADDRESS + name for name in PAGES), case_of(row)):
        page.goto(address)
        assert_no_sideways_scrolling(page)
        assert_accessible(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    for address in (ADDRESS, case_of(row), f"{ADDRESS}statistics/", f"{ADDRESS}calendar/"):
        page.goto(address)
        page.locator("html").evaluate("root => { root.style.fontSize = '200%'; }")
        assert_no_sideways_scrolling(page)
