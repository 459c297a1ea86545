"""The guide and the standard directory in a real browser: written, imported, bound, looked over."""

from collections.abc import Callable

import pytest
from django.utils.timezone import localtime
from playwright.sync_api import Page, expect

from gongkai.apps.catalogue.guides import save_guide
from gongkai.core.catalogue.columns import ColumnQuery
from gongkai.core.identity import SYSTEM, Role
from tests.apps.catalogue.directories import column, site, workbook
from tests.factories.guides import GUIDE, row
from tests.factories.organs import Region, serving
from tests.factories.publishing import Staff, draft, released
from tests.journeys.conftest import assert_accessible, assert_no_sideways_scrolling
from tests.journeys.test_organs import PHONE, enter, in_menu, said

pytestmark = [
    pytest.mark.journey,
    pytest.mark.enable_socket,
    pytest.mark.django_db(transaction=True),
]
Visit = Callable[..., Page]


@pytest.fixture
def region(transactional_db: None) -> Region:
    return Region()


def looked_at(page: Page) -> None:
    assert_accessible(page)
    assert_no_sideways_scrolling(page)


@pytest.mark.parametrize("width", [1280, PHONE], ids=["桌面", "手机"])
def test_a_guide_is_corrected(visit: Visit, region: Region, width: int) -> None:
    wrong = {**GUIDE, "fax": ""}
    save_guide(SYSTEM, organ_id=region.bureau.pk, content=wrong, expected=0, now=localtime())
    page = enter(visit, serving("office", region.bureau, Role.DISCLOSURE_OFFICE), width)
    page.get_by_role("link", name="政府信息公开指南").click()
    expect(page.get_by_text("“传真号码”是空的")).to_be_visible()
    looked_at(page)
    page.get_by_role("link", name="修改", exact=True).click()
    page.get_by_label("传真号码").fill(GUIDE["fax"])
    looked_at(page)
    page.get_by_role("button", name="保存", exact=True).click()
    said(page, "公众看到的就是这个版本")
    page.get_by_role("link", name="第 2 版", exact=True).click()
    looked_at(page)


@pytest.mark.parametrize("width", [1280, PHONE], ids=["桌面", "手机"])
def test_a_directory_is_imported_bound_and_checked(
    visit: Visit, region: Region, width: int
) -> None:
    column(site(region.city), "部门预算", ColumnQuery(codes=("20-07",)))
    released(Staff(region.bureau), written=draft(catalogue_code="20-07"))
    page = enter(visit, serving("office", region.bureau, Role.DISCLOSURE_OFFICE), width)
    in_menu(page, "标准目录")
    looked_at(page)
    page.get_by_role("link", name="导入目录").click()
    page.get_by_label("领域").select_option(label="财政预决算")
    data = workbook(row("1"), row("2", "单位决算", first="决算"), row("3", way=""))
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.get_by_label("文件").set_input_files(
        {"name": "目录.xlsx", "mimeType": kind, "buffer": data}
    )
    looked_at(page)
    page.get_by_role("button", name="读取并预览").click()
    expect(page.get_by_text("看不出是主动公开还是依申请公开")).to_be_visible()
    looked_at(page)
    page.get_by_role("button", name="导入没有问题的 2 个事项").click()
    said(page, "已经导入 2 个事项")
    page.get_by_role("button", name="按名称对应栏目").click()
    said(page, "已经按名称对应栏目")
    looked_at(page)
    page.get_by_role("link", name="决算", exact=True).click()
    looked_at(page)
    page.get_by_role("link", name="标准目录").first.click()
    page.get_by_role("link", name="目录检查").click()
    expect(page.get_by_text("没有对应栏目、代码或者标签")).to_be_visible()
    expect(page.get_by_text("共 1 条")).to_be_visible()
    looked_at(page)
