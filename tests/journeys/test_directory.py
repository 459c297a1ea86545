"""The guide and the standard directory in a real browser: written, imported, bound, looked over."""

from collections.abc import Callable

import pytest
from django.utils.timezone import localtime
from playwright.sync_api import Page, expect

from gongkai.apps.catalogue.directory_binding import Binding, bind_entry
from gongkai.apps.catalogue.guides import save_guide
from gongkai.apps.catalogue.models import Column, DirectoryEntry, GuideRevision, Moved
from gongkai.core.catalogue.columns import ColumnQuery
from gongkai.core.identity import SYSTEM, Role
from gongkai.faces.desk.directory.report import REPORTS
from tests.apps.catalogue.directories import column, imported, site, workbook
from tests.factories.guides import GUIDE, row
from tests.factories.organs import Region, serving
from tests.factories.publishing import Staff, draft, released
from tests.journeys.conftest import assert_accessible, assert_no_sideways_scrolling, follow
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
    follow(page.get_by_role("link", name="第 2 版", exact=True))
    looked_at(page)


@pytest.mark.parametrize("width", [1280, PHONE], ids=["桌面", "手机"])
def test_a_directory_is_imported_bound_and_checked(
    visit: Visit, region: Region, width: int
) -> None:
    column(site(region.city), "部门预算", ColumnQuery(codes=("20-07",)))
    late = draft(catalogue_code="20-07", formed_on="2024-01-05")
    released(Staff(region.bureau), written=late)
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
    follow(page.get_by_role("link", name="决算", exact=True))
    looked_at(page)
    is_covered(page, region)


def is_covered(page: Page, region: Region) -> None:
    """The reports of the organ, and the line it has among all organs, say what was imported."""
    follow(page.get_by_role("link", name="标准目录").first)
    follow(page.get_by_role("link", name="目录检查"))
    expect(page.get_by_text("没有对应栏目、代码或者标签")).to_be_visible()
    expect(page.get_by_text("共 1 条")).to_be_visible()
    looked_at(page)
    follow(page.get_by_role("link", name="各机关", exact=True))
    line = page.get_by_role("row").filter(has_text=region.bureau.name)
    figures = [cell.split()[0] for cell in line.get_by_role("cell").all_inner_texts()]
    assert figures == ["2", "1", "1", "0", "1", "0"]
    looked_at(page)
    follow(line.get_by_role("link", name="1 超时"))
    expect(page.get_by_text("共 1 条")).to_be_visible()
    looked_at(page)


DESK = (
    *("guide/", "guide/edit/", "directory/", "directory/?field=budgets", "directory/import/"),
    *(f"directory/report/?which={which}" for which in REPORTS),
    *("directory/organs/", "columns/", "columns/report/"),
)
KEEPING = ("columns/", "columns/moved/", "columns/moved/new/", "columns/new/", "columns/site/")


@pytest.fixture
def filled(region: Region) -> Region:
    """A bureau with a guide, a directory with every fault, and items; a site with its columns."""
    here = site(region.city)
    budget = column(here, "部门预算", ColumnQuery(codes=("20-07",)), kind="key_area")
    column(here, "政府采购", ColumnQuery(codes=("20-09",)), kind="key_area")
    Moved.objects.create(path="/art/2019/5/15/art_1.html", target="/", moved_at=localtime())
    save_guide(SYSTEM, organ_id=region.bureau.pk, content=GUIDE, expected=0, now=localtime())
    staff = Staff(region.bureau)
    released(staff, written=draft(1, catalogue_code="20-07", formed_on="2024-01-05"))
    released(staff, written=draft(2, catalogue_code="20-09"))
    bound, _ = imported(staff.office, row("1"), row("2", "公示", limit="公示期不少于5天"))
    bind_entry(staff.office, entry_id=bound.pk, binding=Binding(column_id=budget.pk))
    return region


@pytest.mark.parametrize(
    ("width", "size"), [(PHONE, "100%"), (720, "200%")], ids=["手机", "放大两倍"]
)
def test_the_desks_pages_of_the_catalogue_fit(
    visit: Visit, filled: Region, width: int, size: str
) -> None:
    page = enter(visit, serving("office", filled.bureau, Role.DISCLOSURE_OFFICE), width)
    entry = DirectoryEntry.objects.earliest("pk").pk
    revision = GuideRevision.objects.get().pk
    for place in (*DESK, f"directory/entries/{entry}/", f"guide/revisions/{revision}/"):
        fits(page, f"/desk/{place}", size)


@pytest.mark.parametrize(
    ("width", "size"), [(PHONE, "100%"), (720, "200%")], ids=["手机", "放大两倍"]
)
def test_the_keepers_pages_fit(visit: Visit, filled: Region, width: int, size: str) -> None:
    page = enter(visit, serving("keeper", filled.office, Role.DISCLOSURE_OFFICE), width)
    column_id = Column.objects.earliest("pk").pk
    own = ("", "move/", "address/")
    for place in (*KEEPING, *(f"columns/{column_id}/{rest}" for rest in own)):
        fits(page, f"/desk/{place}", size)


def fits(page: Page, address: str, size: str) -> None:
    """The page can be read and used at that size of text, and nothing has to be pushed sideways."""
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200, address
    page.locator("html").evaluate(f"root => {{ root.style.fontSize = '{size}'; }}")
    looked_at(page)
