"""An application's whole way over the desk in a real browser: by post, granted, signed, sent,
filed; the pages of the desk on a phone and in large type."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gongkai.core.identity import Role
from tests.faces.desk.applications.bureau import NAME, PHONE, Bureau, case_of
from tests.factories.organs import PASSWORD
from tests.journeys_tmp_desk.conftest import assert_accessible, assert_no_sideways_scrolling

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
            page.get_by_role("button", name="登录").click()
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
    page.get_by_role("link", name="邮寄（签收）").click()
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
    page.get_by_role("main").get_by_role("link", name=name, exact=True).click()
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
    page.get_by_role("button", name="拟写答复").click()
    for answer in ANSWERS:
        assert_accessible(page)
        page.get_by_role("radio", name=answer, exact=True).check()
        page.get_by_role("button", name="下一步").click()
    page.get_by_role("button", name="选定，填写事实").click()
    assert_accessible(page)
    page.get_by_label("提供的信息").fill("2024年度公共数据开放计划（示数〔2024〕6号）")
    page.get_by_label("提供的方式、途径和时间").fill("随本答复书附送纸质件1份")
    page.get_by_role("button", name="保存，生成正文").click()
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
    page.get_by_role("table").get_by_role("link", name="答复书").click()
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



def test_shots(desk: Desk) -> None:
    from datetime import timedelta
    from tests.factories.register import stored
    b = desk.bureau
    t = b.today
    for n in range(20, 60):
        rec = t - timedelta(days=n)
        vals = dict(received_on=rec, due=rec+timedelta(days=30), handler_key="user:1" if n%3 else "", handler_name="李办" if n%3 else "", applicant_kind="natural" if n%4 else "business", way="ems" if n%5 else "portal")
        if n % 2:
            vals |= dict(closed_on=rec+timedelta(days=n%25), result_row=["granted","partial","unable_1","refused_4"][n%4], state="replied", is_extended=n%7==0)
        stored(b.organ, n, year=t.year, **vals)
    row = b.handled("甲方案全文", "乙方案全文")
    page = desk.of(Role.DISCLOSURE_OFFICE)
    for a in (ADDRESS, ADDRESS+"statistics/", ADDRESS+"calendar/", "/desk/", case_of(row)+"steps/assign/", ADDRESS+"templates/", ADDRESS+"chain/"):
        page.goto(a)
        assert_accessible(page)
