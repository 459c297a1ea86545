"""依申请公开 in a browser: applying and tracking work for everyone, with script and without."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.utils.timezone import localdate, localtime
from playwright.sync_api import Page, Route, expect

from gongkai.apps.applications.handling.correcting import CorrectionNotice, ask_correction
from gongkai.apps.applications.handling.examining import accept, examine
from gongkai.apps.applications.models import Application
from gongkai.apps.applications.receiving.registering import confirm_receipt
from tests.factories.intakes import Desk, resident_number
from tests.factories.organs import organ
from tests.journeys.conftest import assert_accessible, assert_no_sideways_scrolling, follow

pytestmark = [pytest.mark.journey, pytest.mark.enable_socket, pytest.mark.django_db]
Visit = Callable[..., Page]
PHONE = 360


@pytest.fixture
def desk(transactional_db: None) -> Desk:
    return Desk(organ("示范市财政局"))


@dataclass
class Applying:
    """Somebody before the form."""

    page: Page

    def begin(self, desk: Desk) -> None:
        self.page.goto("/applications/")
        self.page.get_by_role("link", name=desk.organ.name).click()
        follow(self.page.get_by_role("button", name="在网上填写申请"))

    def fill(self) -> None:
        page = self.page
        page.get_by_label("申请人类型").select_option("natural")
        page.get_by_label("姓名或者名称").fill("张小明")
        page.get_by_label("证件类型").select_option("resident")
        page.get_by_label("证件号码").fill(resident_number())
        page.get_by_label("电话").fill("13900000000")
        page.get_by_label("所需信息的描述").first.fill("一号地块的征收补偿方案")
        page.get_by_label("希望提供信息的形式").select_option("electronic")
        page.get_by_label("获取信息的方式").select_option("portal")

    def submit(self) -> None:
        self.page.get_by_role("button", name="下一步：核对").click()
        self.page.get_by_role("button", name="提交申请").click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("登记回执")


def judged(page: Page) -> None:
    """The page passes for everybody."""
    assert_accessible(page)
    assert_no_sideways_scrolling(page)


@pytest.mark.parametrize("script", [True, False], ids=["有脚本", "没有脚本"])
@pytest.mark.parametrize("width", [1280, PHONE], ids=["桌面", "手机"])
def test_somebody_applies_and_follows_his_case(
    visit: Visit, desk: Desk, width: int, script: bool
) -> None:
    page = visit("/", width=width, script=script)
    citizen = Applying(page)
    citizen.begin(desk)
    citizen.fill()
    citizen.submit()
    page.get_by_role("link", name="看办理进度").click()
    expect(page.get_by_role("main")).to_contain_text("现在：已登记")
    page.get_by_role("button", name="退出查询").click()
    case = Application.objects.get()
    page.get_by_label("登记号").fill(case.number.replace("〔", "[").replace("〕", "]"))
    page.get_by_label("查询码").fill(case.query_code.lower())
    page.get_by_role("button", name="查询").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(case.number)
    assert case.query_code not in page.url
    assert case.number not in page.url


@pytest.mark.parametrize("dark", [False, True], ids=["白天", "夜间"])
@pytest.mark.parametrize("width", [1280, PHONE], ids=["桌面", "手机"])
def test_every_page_of_applying_works_for_everyone(
    visit: Visit, desk: Desk, width: int, dark: bool
) -> None:
    page = visit("/applications/", width=width, dark=dark)
    citizen = Applying(page)
    judged(page)
    citizen.begin(desk)
    judged(page)
    page.get_by_role("button", name="下一步：核对").click()
    expect(page.get_by_role("alert")).to_contain_text("还有要补充")
    judged(page)
    citizen.fill()
    follow(page.get_by_role("button", name="下一步：核对"))
    judged(page)
    follow(page.get_by_role("button", name="提交申请"))
    judged(page)
    follow(page.get_by_role("link", name="看办理进度"))
    judged(page)
    page.goto("/applications/track/")
    judged(page)


def test_text_at_two_hundred_percent(visit: Visit, desk: Desk) -> None:
    page = visit("/applications/", width=720)
    citizen = Applying(page)
    citizen.begin(desk)
    for address in (page.url, "/applications/track/", "/applications/"):
        page.goto(address)
        page.locator("html").evaluate("root => { root.style.fontSize = '200%'; }")
        assert_no_sideways_scrolling(page)


def test_what_is_typed_is_kept_without_a_press_of_a_button(visit: Visit, desk: Desk) -> None:
    page = visit("/applications/")
    citizen = Applying(page)
    citizen.begin(desk)
    page.get_by_label("姓名或者名称").fill("王五")
    expect(page.locator("[data-autosaved]")).to_contain_text("已自动保存")
    page.reload()
    expect(page.get_by_label("姓名或者名称")).to_have_value("王五")


def kept(page: Page) -> str:
    """All that the browser keeps of forms, in this tab and for longer."""
    return str(page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])"))


def cut_off(page: Page, status: int | None = None) -> None:
    """What is sent arrives nowhere, or is answered by a refusal; pages are still shown."""

    def answer(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
        elif status is None:
            route.abort()
        else:
            route.fulfill(status=status)

    page.route("**/applications/drafts/**", answer)


def test_what_could_not_be_sent_comes_back_box_by_box(visit: Visit, desk: Desk) -> None:
    page = visit("/applications/")
    citizen = Applying(page)
    citizen.begin(desk)
    address = page.url
    boxes = page.get_by_label("所需信息的描述")
    boxes.first.fill("甲地块的补偿方案")
    follow(page.get_by_role("button", name="再加一项"))
    cut_off(page)
    boxes.nth(1).fill("乙地块的补偿方案")
    expect(page.locator("[data-autosaved]")).to_contain_text("先留在这个标签页里")
    page.unroute("**/applications/drafts/**")
    page.goto(address)
    expect(boxes).to_have_count(1)
    page.get_by_role("button", name="恢复那时写的").click()
    expect(boxes).to_have_count(2)
    expect(boxes.nth(0)).to_have_value("甲地块的补偿方案")
    expect(boxes.nth(1)).to_have_value("乙地块的补偿方案")
    judged(page)
    expect(page.locator("[data-autosaved]")).to_contain_text("已自动保存")
    page.reload()
    expect(boxes.nth(1)).to_have_value("乙地块的补偿方案")


def test_nothing_typed_is_left_in_the_browser(visit: Visit, desk: Desk) -> None:
    page = visit("/applications/")
    citizen = Applying(page)
    citizen.begin(desk)
    cut_off(page)
    citizen.fill()
    expect(page.locator("[data-autosaved]")).to_contain_text("先留在这个标签页里")
    assert page.evaluate("localStorage.length") == 0
    assert resident_number() in kept(page)
    page.unroute("**/applications/drafts/**")
    citizen.submit()
    assert kept(page) == "[{},{}]"


def test_a_page_that_has_expired_asks_nobody_to_sign_in(visit: Visit, desk: Desk) -> None:
    page = visit("/applications/")
    citizen = Applying(page)
    citizen.begin(desk)
    page.context.clear_cookies()
    page.get_by_label("姓名或者名称").fill("王五")
    expect(page.locator("[data-autosaved]")).to_contain_text("页面已经过期")
    expect(page.locator("[data-autosaved]")).not_to_contain_text("登录")
    page.reload()
    page.get_by_role("button", name="恢复那时写的").click()
    expect(page.get_by_label("姓名或者名称")).to_have_value("王五")
    expect(page.locator("[data-autosaved]")).to_contain_text("已自动保存")


def test_a_draft_that_is_gone_says_so(visit: Visit, desk: Desk) -> None:
    page = visit("/applications/")
    citizen = Applying(page)
    citizen.begin(desk)
    cut_off(page, status=410)
    page.get_by_label("姓名或者名称").fill("王五")
    expect(page.locator("[data-autosaved]")).to_contain_text("草稿已经提交、删除或者到期")


def test_the_applicant_corrects_and_retracts_on_the_page_of_his_case(
    visit: Visit, desk: Desk
) -> None:
    page = visit("/")
    citizen = Applying(page)
    citizen.begin(desk)
    citizen.fill()
    citizen.submit()
    to_correct(desk, Application.objects.get())
    follow(page.get_by_role("link", name="看办理进度"))
    judged(page)
    expect(page.get_by_role("heading", name="请补正申请")).to_be_visible()
    page.get_by_label("补正的内容").fill("指 2024 年批准的一号地块补偿方案。")
    page.get_by_role("button", name="提交补正").click()
    expect(page.get_by_role("status").first).to_contain_text("重新计算")
    expect(page.get_by_role("main")).to_contain_text("现在：办理中")
    page.get_by_text("不需要了，撤销这件申请").click()
    page.get_by_role("button", name="撤销申请").click()
    expect(page.get_by_role("main")).to_contain_text("现在：已撤销")
    judged(page)


def to_correct(desk: Desk, case: Application) -> None:
    """What the organ does until it asks for a correction."""
    today, now = localdate(), localtime()
    confirm_receipt(
        desk.handler, application_id=case.pk, confirmed_on=today, method="电话", now=now
    )
    for act in (examine, accept):
        case.refresh_from_db()
        act(desk.handler, application_id=case.pk, expected=case.version, now=now)
    case.refresh_from_db()
    last = localdate(now).replace(year=today.year + 1)
    notice = CorrectionNotice(("写明所需方案的年份",), "可以到本机关查阅目录。", last)
    ask_correction(
        desk.handler, application_id=case.pk, expected=case.version, notice=notice, now=now
    )
