"""An auditor goes through the journal: finds an entry, looks at it, takes it out, verifies."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from python_calamine import CalamineWorkbook

from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import Duty
from gongkai.core.identity import Actor, Origin, Role
from tests.apps.journal.chains import behind_the_back, execute
from tests.faces.conftest import member
from tests.journeys.conftest import assert_accessible, assert_no_sideways_scrolling, follow

pytestmark = [pytest.mark.journey, pytest.mark.enable_socket, pytest.mark.django_db]
Visit = Callable[..., Page]
HOME = "示范市人民政府办公室"
PHONE = 360
AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"


@pytest.fixture(autouse=True)
def _data_folder(settings: Settings, tmp_path: Path) -> None:
    settings.GONGKAI_DATA = tmp_path


@pytest.fixture
def entries(transactional_db: None) -> None:
    home = Duty.objects.get(user=member("auditor", HOME, Role.AUDITOR)).organ_id
    wang = Actor("user:41", "王敏", home, origin=Origin("10.1.2.3", AGENT))
    for number in range(60):
        record(wang, "keep_report", f"annual_report:{number}", after={"name": "年度报告"})
    record(
        wang,
        "withdraw_report",
        "annual_report:5",
        before={"state": "kept", "title": "示范市人民政府办公室2024年政府信息公开工作年度报告"},
        after={"state": "withdrawn", "reason": "重复保存"},
    )


def sign_in(page: Page) -> None:
    page.get_by_label("用户名").fill("auditor")
    page.get_by_label("密码").fill("invented-password")
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("我的待办")


@pytest.mark.usefixtures("entries")
def test_from_the_menu_to_a_verified_chain(visit: Visit) -> None:
    page = visit("/desk/login/")
    sign_in(page)
    page.get_by_role("navigation", name="工作台").get_by_role("link", name="办理记录").click()
    page.get_by_label("事项").select_option("移出年报库")
    page.get_by_role("button", name="筛选").click()
    expect(page.get_by_text("共 1 条")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 XLSX").click()
    book = CalamineWorkbook.from_path(str(download.value.path()))
    assert [row[3] for row in book.get_sheet_by_index(0).to_python()[1:]] == ["user:41"]
    page.locator("tbody th a").click()
    expect(page.get_by_role("row").filter(has_text="state")).to_contain_text("withdrawn")
    page.get_by_role("link", name="办理记录").last.click()
    page.get_by_role("button", name="现在核验").click()
    expect(page.get_by_text("没有发现改动，也没有缺失")).to_be_visible()
    page.get_by_role("link", name="办理记录").last.click()
    expect(page.get_by_text("最近一次核验")).to_contain_text("完整")
    expect(page.locator("tbody")).to_contain_text("导出办理记录")


@pytest.mark.usefixtures("entries")
def test_what_was_tampered_with_is_shown(visit: Visit) -> None:
    behind_the_back(lambda: execute("DELETE FROM journal_entry WHERE sequence = 7"))
    page = visit("/desk/login/")
    sign_in(page)
    page.goto("/desk/journal/")
    page.get_by_role("button", name="现在核验").click()
    expect(page.get_by_role("row").filter(has_text="第 7 号")).to_contain_text("缺失")
    assert_accessible(page)


@pytest.mark.usefixtures("entries")
@pytest.mark.parametrize("dark", [False, True], ids=["白天", "夜间"])
@pytest.mark.parametrize("width", [1280, PHONE], ids=["桌面", "手机"])
def test_the_pages_work_for_everyone(visit: Visit, width: int, dark: bool) -> None:
    page = visit("/desk/login/", width=width, dark=dark)
    sign_in(page)
    for address in ("/desk/journal/", "/desk/journal/?person=nobody"):
        page.goto(address)
        assert_accessible(page)
        assert_no_sideways_scrolling(page)
    page.goto("/desk/journal/?verb=withdraw_report")
    follow(page.locator("tbody th a"))
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    page.goto("/desk/journal/")
    follow(page.get_by_role("button", name="现在核验"))
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
