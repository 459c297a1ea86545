"""Stories of signing in, in a real browser: locked out, a second factor, the end of a session."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from gongkai.apps.access.models import DeskSession
from gongkai.core.identity import Role
from tests.apps.access.made import PASSWORD, person
from tests.faces.desk.signing import shown_code
from tests.journeys.conftest import assert_accessible, assert_no_sideways_scrolling, follow
from tests.providers.running import Running, running_provider

pytestmark = [pytest.mark.journey, pytest.mark.enable_socket, pytest.mark.django_db]
Visit = Callable[..., Page]
SIZES = pytest.mark.parametrize("width", [1280, 360], ids=["桌面", "手机"])


@pytest.fixture(autouse=True)
def people(transactional_db: None) -> None:
    person("wangmin", Role.HANDLER)
    person("keeper", Role.SECURITY_ADMINISTRATOR)


@pytest.fixture(scope="module")
def process() -> Iterator[Running]:
    with running_provider() as running:
        yield running


def sign_in(page: Page, name: str = "wangmin", password: str = PASSWORD) -> None:
    page.get_by_label("用户名").fill(name)
    page.get_by_label("密码").fill(password)
    follow(page.get_by_role("button", name="登录", exact=True))


def sound(page: Page) -> None:
    assert_accessible(page)
    assert_no_sideways_scrolling(page)


def enrol(page: Page) -> list[str]:
    """Turn the second factor on; gives the backup codes."""
    page.get_by_role("button", name="开始设置").click()
    expect(page.get_by_role("img", name="二维码")).to_be_visible()
    expect(page.get_by_role("img", name="二维码")).to_have_js_property("complete", True)
    assert page.get_by_role("img", name="二维码").evaluate("image => image.naturalWidth") > 100
    sound(page)
    page.get_by_label("现在的密码").fill(PASSWORD)
    page.get_by_label("6 位数字").fill(shown_code(-1))
    page.get_by_role("button", name="开启第二因素").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("第二因素已经开启")
    sound(page)
    return page.locator(".codes code").all_text_contents()


@SIZES
def test_five_wrong_passwords_and_the_security_administrator(visit: Visit, width: int) -> None:
    page = visit("/desk/login/", width=width)
    for _ in range(5):
        sign_in(page, password="wrong")
    expect(page.get_by_role("alert")).to_contain_text("连续输错的次数太多，这个用户名暂停登录到")
    sound(page)
    keeper = visit("/desk/login/", width=width)
    sign_in(keeper, "keeper")
    keeper.get_by_role("link", name="我的登录").click()
    keeper.get_by_role("link", name="登录安全管理").click()
    keeper.get_by_label("姓名或者用户名").fill("wang")
    follow(keeper.get_by_role("button", name="查找"))
    sound(keeper)
    keeper.get_by_role("button", name=re.compile("解除.*wangmin先生")).click()
    expect(keeper.get_by_role("status").first).to_contain_text("已经解除锁定")
    sign_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("我的待办")


@SIZES
def test_a_second_factor_from_enrolling_to_signing_in(visit: Visit, width: int) -> None:
    page = visit("/desk/sign-in/factor/", width=width)
    sign_in(page)
    codes = enrol(page)
    page.get_by_role("link", name="已经保存好").click()
    follow(page.get_by_role("button", name="退出", exact=True))
    sign_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("输入验证码")
    expect(page.get_by_label("验证码")).to_be_focused()
    sound(page)
    page.keyboard.type(shown_code())
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("我的待办")
    follow(page.get_by_role("link", name="我的登录"))
    sound(page)
    follow(page.get_by_role("link", name="登录的第二因素"))
    sound(page)
    follow(page.get_by_role("button", name="退出", exact=True))
    sign_in(page)
    page.get_by_label("验证码").fill(codes[0])
    page.get_by_role("button", name="继续").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("我的待办")


def test_the_rules_of_a_first_sign_in(visit: Visit, settings: Settings) -> None:
    settings.GONGKAI_SIGN_IN = {}
    page = visit("/desk/calendar/", width=360)
    sign_in(page, "keeper")
    expect(page.get_by_text("请先换成自己的密码")).to_be_visible()
    sound(page)
    page.get_by_label("现在的密码").fill(PASSWORD)
    page.get_by_label("新密码", exact=True).fill("short")
    page.get_by_label("再输入一遍新密码").fill("short")
    page.get_by_role("button", name="修改密码").click()
    expect(page.get_by_role("alert")).to_contain_text("密码至少要有 10 个字符")
    sound(page)
    page.get_by_label("现在的密码").fill(PASSWORD)
    page.get_by_label("新密码", exact=True).fill("New-Password-2")
    page.get_by_label("再输入一遍新密码").fill("New-Password-2")
    page.get_by_role("button", name="修改密码").click()
    expect(page.get_by_text("您的角色必须使用第二因素")).to_be_visible()
    page.get_by_role("button", name="开始设置").click()
    page.get_by_label("现在的密码").fill("New-Password-2")
    page.get_by_label("6 位数字").fill(shown_code())
    page.get_by_role("button", name="开启第二因素").click()
    page.get_by_role("link", name="已经保存好").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("我的待办")


def test_a_warning_before_the_end_and_going_on(visit: Visit, settings: Settings) -> None:
    settings.GONGKAI_SIGN_IN = {**settings.GONGKAI_SIGN_IN, "idle_minutes": 8 / 60}
    page = visit("/desk/library/", width=360)
    sign_in(page)
    page.get_by_label("机关名称").first.fill("写了一半")
    box = page.get_by_role("dialog", name="登录快要结束了")
    expect(box).to_be_visible()
    expect(box).to_contain_text("后自动退出")
    sound(page)
    seen = DeskSession.objects.get().seen_at
    box.get_by_role("button", name="继续").click()
    expect(box).to_be_hidden()
    assert DeskSession.objects.get().seen_at > seen
    expect(page.get_by_label("机关名称").first).to_have_value("写了一半")


def test_after_the_end_nothing_on_the_page_is_lost(visit: Visit, settings: Settings) -> None:
    settings.GONGKAI_SIGN_IN = {**settings.GONGKAI_SIGN_IN, "idle_minutes": 4 / 60}
    page = visit("/desk/sign-in/password/")
    sign_in(page)
    page.get_by_label("现在的密码").fill(PASSWORD)
    page.get_by_label("新密码", exact=True).fill("New-Password-2")
    page.get_by_label("再输入一遍新密码").fill("New-Password-2")
    box = page.get_by_role("dialog", name="登录快要结束了")
    expect(box).to_contain_text("登录已经结束")
    settings.GONGKAI_SIGN_IN = {**settings.GONGKAI_SIGN_IN, "idle_minutes": 30.0}
    with page.expect_popup() as opened:
        box.get_by_role("link", name="在新页面登录").click()
    sign_in(opened.value)
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("我的待办")
    box.get_by_role("button", name="继续").click()
    expect(box).to_be_hidden()
    page.get_by_role("button", name="修改密码").click()
    expect(page.get_by_role("status").first).to_contain_text("密码已经修改")


def test_without_script_what_was_sent_too_late_waits(visit: Visit, settings: Settings) -> None:
    page = visit("/desk/sign-in/", script=False)
    sign_in(page)
    page.get_by_role("button", name="继续").click()
    expect(page.get_by_text("可以继续工作了")).to_be_visible()
    settings.GONGKAI_SIGN_IN = {**settings.GONGKAI_SIGN_IN, "idle_minutes": 1 / 600}
    follow(page.get_by_role("button", name="结束其他会话"))
    settings.GONGKAI_SIGN_IN = {**settings.GONGKAI_SIGN_IN, "idle_minutes": 30.0}
    expect(page.get_by_text("没有操作，已经自动退出")).to_be_visible()
    sign_in(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@SIZES
def test_a_form_sent_too_late(visit: Visit, settings: Settings, width: int) -> None:
    page = visit("/desk/sign-in/", width=width)
    sign_in(page)
    page.locator("main form[action$='/stay/']").evaluate(
        "form => form.insertAdjacentHTML('beforeend', '<input name=next value=/desk/calendar/>')"
    )
    settings.GONGKAI_SIGN_IN = {**settings.GONGKAI_SIGN_IN, "idle_minutes": 1 / 600}
    follow(page.get_by_role("button", name="继续"))
    settings.GONGKAI_SIGN_IN = {**settings.GONGKAI_SIGN_IN, "idle_minutes": 30.0}
    sign_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("您填写的内容还在")
    expect(page.get_by_role("listitem").filter(has_text="/desk/calendar/")).to_be_visible()
    sound(page)
    page.get_by_role("button", name="继续提交").click()
    expect(page).to_have_url(re.compile("/desk/calendar/$"))


@SIZES
def test_another_system_vouches(
    visit: Visit, settings: Settings, process: Running, width: int
) -> None:
    settings.GONGKAI_OIDC = process.settings
    process.turn("")
    page = visit("/desk/calendar/", width=width)
    sound(page)
    page.get_by_role("link", name="用统一身份认证登录").click()
    page.get_by_label("Name").fill("wangmin")
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/desk/calendar/$"))
    page.get_by_role("button", name="退出", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("已经退出工作台")
    sound(page)
    page.get_by_role("link", name="同时退出统一身份认证").click()
    expect(page).to_have_url(re.compile("/desk/login/$"))
    page.get_by_role("link", name="用统一身份认证登录").click()
    page.get_by_label("Name").fill("nobody")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("这里还没有您的账号")
    sound(page)
