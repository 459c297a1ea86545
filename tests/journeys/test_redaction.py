"""区分处理 in a real browser: drawn or chosen by words, released by somebody else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import FilePayload, Page, expect
from pytest_django import Settings

from gongkai.apps.organs.models import User
from gongkai.core.identity import Role
from tests.adapters.redaction.handling import is_traceless
from tests.factories.organs import PASSWORD, Region, serving
from tests.factories.register import stored
from tests.journeys.conftest import assert_accessible, assert_no_sideways_scrolling, follow
from tests.journeys.test_publishing import enter
from tests.samples import portable
from tests.samples.drawing import lines

pytestmark = [
    pytest.mark.journey,
    pytest.mark.enable_socket,
    pytest.mark.django_db(transaction=True),
]
Visit = Callable[..., Page]
NAME, PHONE = "张三丰", "13812345678"
DATA = portable.pdf(
    lines(
        "来访记录",
        f"来访人{NAME}反映补偿标准问题。",
        f"来访人电话{PHONE}。",
        "处理意见：按规定答复。",
    ),
    lines("第二页", "补偿标准按公布的文件执行。"),
)


@pytest.fixture
def people(system: str, settings: Settings) -> tuple[User, User, str]:
    """A handler, a reviewer, and the address of a case; what is queued waits for the worker."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    place = Region().bureau
    case = stored(place, 1)
    people = serving("handler", place, Role.HANDLER), serving("checker", place, Role.REVIEWER)
    return (*people, f"/desk/applications/{case.pk}/redaction/")


def work() -> None:
    """Let the worker do what waits."""
    call_command("work", batch=True, interval=0)


def begin(page: Page, address: str) -> None:
    """Put a file into the case and wait until its pages are there."""
    page.goto(address)
    file = FilePayload(name="来访记录.pdf", mimeType="application/pdf", buffer=DATA)
    page.locator("input[type=file]").set_input_files([file])
    page.get_by_role("button", name="加入并打开").click()
    expect(page.get_by_text("正在检查文件、准备页面")).to_be_visible()
    work()


def draw(page: Page, left: float, top: float, right: float, bottom: float) -> None:
    """Draw a box on the page, in shares of its picture."""
    frame = page.locator("svg[data-cover]").bounding_box()
    assert frame is not None
    x, y, width, height = frame["x"], frame["y"], frame["width"], frame["height"]
    page.mouse.move(x + left * width, y + top * height)
    page.mouse.down()
    page.mouse.move(x + right * width, y + bottom * height, steps=4)
    page.mouse.up()


def test_drawn_proposed_released_and_given_out(
    visit: Visit, people: tuple[User, User, str], tmp_path: Path
) -> None:
    handler, checker, address = people
    page = enter(visit, handler)
    begin(page, address)
    expect(page.get_by_role("heading", name="系统建议")).to_be_visible()
    draw(page, 0.155, 0.115, 0.225, 0.140)
    expect(page.get_by_text("已经画框，请选择理由")).to_be_visible()
    placing = page.locator("form[data-placing]")
    placing.get_by_label("不予公开的理由").select_option("PERSONAL_PRIVACY")
    placing.get_by_label("遮盖的内容").fill("来访人姓名")
    placing.get_by_role("button", name="遮盖").click()
    expect(page.get_by_text("第 1 处：来访人姓名（E15-2）")).to_be_visible()
    page.get_by_role("button", name="全部确认").click()
    expect(page.get_by_role("heading", name="系统建议")).to_have_count(0)
    assert_accessible(page)
    page.get_by_role("button", name="提交复核").click()
    expect(page.get_by_text("正在生成遮盖后的页面")).to_be_visible()
    work()
    release(visit, checker, page.url.split("?")[0], tmp_path / "given.pdf")
    data = (tmp_path / "given.pdf").read_bytes()
    assert is_traceless(data, NAME)
    assert is_traceless(data, PHONE)


def release(visit: Visit, checker: User, address: str, target: Path) -> None:
    """Somebody else looks at before and after, releases, and has the file."""
    page = enter(visit, checker)
    page.goto(address)
    page.get_by_role("link", name="核对并放行").click()
    expect(page.get_by_role("heading", name="遮盖后（申请人看到的）")).to_be_visible()
    expect(page.get_by_role("row", name="第1页来访人姓名")).to_contain_text("第十五条")
    assert_accessible(page)
    page.get_by_role("button", name="核对无误，放行").click()
    expect(page.get_by_text("正在生成遮盖后的文件并逐项核验")).to_be_visible()
    work()
    with page.expect_download() as given:
        page.get_by_role("link", name="下载遮盖后的文件").click()
    given.value.save_as(target)


def test_by_words_without_a_script_on_a_narrow_screen(
    visit: Visit, people: tuple[User, User, str]
) -> None:
    handler, _, address = people
    begin(enter(visit, handler), address)
    page = visit("/desk/login/", script=False, width=360)
    page.get_by_label("用户名").fill(handler.username)
    page.get_by_label("密码").fill(PASSWORD)
    follow(page.get_by_role("button", name="登录"))
    page.goto(address)
    follow(page.get_by_role("link", name="来访记录.pdf"))
    assert_no_sideways_scrolling(page)
    form = page.locator("form[data-placing]")
    form.get_by_label("从哪个词").select_option(label=f"5. {NAME}")
    form.get_by_role("button", name="遮盖").click()
    expect(form.get_by_text("这一栏要填写。")).to_be_visible()
    form.get_by_label("不予公开的理由").select_option("PERSONAL_PRIVACY")
    form.get_by_role("button", name="遮盖").click()
    expect(page.get_by_text("第 1 处（E15-2）")).to_be_visible()
    page.get_by_role("link", name="第 2 页").click()
    expect(page.get_by_text("本页没有遮盖。")).to_be_visible()
