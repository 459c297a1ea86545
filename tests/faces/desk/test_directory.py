"""The pages of the standard directory, one request at a time."""

import re
from html import unescape
from io import BytesIO

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import localtime
from python_calamine import CalamineWorkbook

from gongkai.apps.catalogue.models import DirectoryDraft, DirectoryEntry
from gongkai.core.catalogue.columns import ColumnQuery
from gongkai.core.identity import Role
from gongkai.faces.desk.directory.workbook import directory_workbook
from tests.apps.catalogue.directories import column, site, workbook
from tests.faces.sending import html
from tests.factories.guides import row
from tests.factories.organs import Region, serving
from tests.factories.publishing import Staff, draft, released

pytestmark = pytest.mark.django_db
PAGE = "/desk/directory/"
BUDGETS = f"{PAGE}?field=budgets"


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def office(region: Region) -> Client:
    client = Client()
    client.force_login(serving("office", region.bureau, Role.DISCLOSURE_OFFICE))
    return client


def look(client: Client, data: bytes, name: str = "目录.xlsx", field: str = "budgets") -> str:
    """Send a file; the address of the page that follows."""
    file = SimpleUploadedFile(name, data)
    answer = client.post(f"{PAGE}import/", {"field": field, "file": file})
    assert answer.status_code == 302
    return answer.headers["Location"]


def bring(client: Client, data: bytes, **choices: str) -> str:
    """Import a file; the page that follows."""
    address = look(client, data)
    return html(client.post(address, {"choice": "import", **choices}, follow=True))


def sheets(named: dict[str, list[str]]) -> bytes:
    """A workbook with several sheets: of each the number and the second name of its one row."""
    target = BytesIO()
    with xlsxwriter.Workbook(target) as book:
        for name, cells in named.items():
            sheet = book.add_worksheet(name)
            heads = ["序号", "二级事项", "一级事项", "公开内容（要素）", "公开方式"]
            sheet.write_row(0, 0, heads if cells else ["请逐项填写"])
            if cells:
                sheet.write_row(1, 0, [*cells, "财政预算", "收支总表", "主动"])
    return target.getvalue()


def cells_of(data: bytes) -> list[list[str]]:
    sheet = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0)
    return [[str(cell) for cell in cells] for cells in sheet.to_python(skip_empty_area=False)]


def test_a_workbook_is_looked_through_imported_and_exported(office: Client) -> None:
    rows = (row("1"), row("2", "单位预算"), row("3", "", first="财政决算"))
    data = workbook(*rows)
    page = html(office.get(look(office, data)))
    assert "3 个事项：新增 3 个，更新 0 个" in page
    assert not DirectoryEntry.objects.exists()
    page = bring(office, data)
    assert "已经导入 3 个事项" in page
    assert "没有对应" in page
    exported = office.get(f"{PAGE}export/?field=budgets").getvalue()
    assert cells_of(exported) == cells_of(data)


def test_an_empty_table_has_the_standard_heads(office: Client) -> None:
    exported = cells_of(office.get(f"{PAGE}export/?field=education").getvalue())
    assert exported[0][0] == "义务教育领域基层政务公开标准目录"
    assert [cell for cell in exported[1] if cell] == [
        "序号", "公开事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体",
        "公开渠道和载体", "公开对象", "公开方式", "公开层级",
    ]  # fmt: skip
    assert [cell for cell in exported[2] if cell] == [
        "一级事项", "二级事项", "全社会", "特定群体", "主动", "依申请", "县级", "乡级",
    ]  # fmt: skip


def test_broken_rows_say_row_column_and_cause(office: Client) -> None:
    data = workbook(row("1"), row("2", "单位预算", way=""))
    page = html(office.get(look(office, data)))
    assert "第 5 行" in page
    assert "看不出是主动公开还是依申请公开" in page
    assert "导入没有问题的 1 个事项" in page


def test_another_file_shows_what_it_changes(office: Client) -> None:
    bring(office, workbook(row("1"), row("2", "单位预算")))
    address = look(office, workbook(row("1", limit="实时公开")))
    page = html(office.get(address))
    assert "<ins>实时公开</ins>" in page
    assert "同时删除文件里没有的 1 个事项" in page
    office.post(address, {"choice": "import", "others": "remove"})
    assert DirectoryEntry.objects.get().limit == "实时公开"


def test_nothing_is_imported_where_that_is_chosen(office: Client) -> None:
    address = look(office, workbook(row()))
    assert "目录没有变" in html(office.post(address, {"choice": "discard"}, follow=True))
    assert not DirectoryDraft.objects.exists()
    assert not DirectoryEntry.objects.exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param("姓名,单位\n甲,乙".encode(), "没有找到标准目录的表头", id="别的表格"),
        pytest.param(b"PK\x03\x04x", "已经损坏", id="损坏"),
        pytest.param(b" ", "没有内容", id="空白"),
    ],
)
def test_a_file_that_cannot_be_taken_says_why(office: Client, data: bytes, said: str) -> None:
    file = SimpleUploadedFile("目录.xlsx", data)
    answer = office.post(f"{PAGE}import/", {"field": "budgets", "file": file})
    assert answer.status_code == 422
    assert said in html(answer)


def test_a_file_and_a_field_have_to_be_chosen(office: Client) -> None:
    answer = office.post(f"{PAGE}import/", {"field": "x"})
    assert answer.status_code == 422
    assert "请从列表中选择" in html(answer)
    assert "这一栏要填写" in html(answer)


def test_a_file_with_nothing_good_cannot_be_imported(office: Client) -> None:
    address = look(office, workbook(row(way="")))
    page = html(office.post(address, {"choice": "import"}, follow=True))
    assert "没有一行可以导入" in page


def test_entries_are_bound_by_name_by_hand_and_taken_out(region: Region, office: Client) -> None:
    here = site(region.city)
    column(here, "部门预算", ColumnQuery(codes=("20-07",)))
    bring(office, workbook(row("1"), row("2", "单位采购", first="采购")))
    assert "没有名称明确对应" not in html(
        office.post(f"{PAGE}bind/", {"field": "budgets"}, follow=True)
    )
    assert DirectoryEntry.objects.get(number="1").column is not None
    entry = f"{PAGE}entries/{DirectoryEntry.objects.get(number='2').pk}/"
    assert "限期公开，20 个工作日" in html(office.get(entry))
    answer = office.post(entry, {"column": "", "code": "20-09", "tag": "采购"})
    assert answer.status_code == 422
    assert "只能选一样" in html(answer)
    office.post(entry, {"column": "", "code": "20-09", "tag": ""})
    assert "代码 20-09" in html(office.get(BUDGETS))
    office.post(f"{entry}remove/")
    assert DirectoryEntry.objects.count() == 1


def test_a_column_of_the_same_name_is_suggested(region: Region, office: Client) -> None:
    column(site(region.city), "部门预算", ColumnQuery(codes=("20-07",)))
    bring(office, workbook(row()))
    page = html(office.get(f"{PAGE}entries/{DirectoryEntry.objects.get().pk}/"))
    assert "可能对应栏目“部门预算”" in page


def test_the_reports_are_right_and_lead_to_what_mends(region: Region, office: Client) -> None:
    here, staff = site(region.city), Staff(region.bureau)
    key = column(here, "重点领域", ColumnQuery(codes=("20-99",)))
    budget = column(here, "部门预算", ColumnQuery(codes=("20-07",)), key)
    column(here, "政府采购", ColumnQuery(codes=("20-09",)), key)
    late = released(
        staff,
        written=draft(1, catalogue_code="20-07", formed_on="2025-01-06", title="迟到的预算公告"),
    ).item
    stray = released(staff, written=draft(2, catalogue_code="20-09")).item
    bring(office, workbook(row("1"), row("2", "单位决算", first="决算")))
    shown, empty = DirectoryEntry.objects.order_by("number")
    office.post(f"{PAGE}entries/{shown.pk}/", {"column": budget.pk, "code": "", "tag": ""})
    report = f"{PAGE}report/"
    blank = html(office.get(report))
    assert f"{PAGE}entries/{empty.pk}/" in blank
    assert f"{PAGE}entries/{shown.pk}/" not in blank
    assert "没有对应栏目、代码或者标签" in blank
    assert f"/desk/items/{stray.pk}/" in html(office.get(report, {"which": "stray"}))
    page = html(office.get(report, {"which": "late"}))
    assert f"/desk/items/{late.pk}/" in page
    assert "自信息形成（或变更）之日起20个工作日内" in page
    exported = cells_of(office.get(report, {"which": "late", "format": "xlsx"}).getvalue())
    assert exported[0][0] == "信息"
    assert [cells[0] for cells in exported[1:]] == ["迟到的预算公告"]
    exported = cells_of(office.get(report, {"which": "stray", "format": "xlsx"}).getvalue())
    assert exported[1][3] == f"{localtime(stray.released_at):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize("which", ["", "blank", "stray", "late", "unjudged", "bound", "x"])
def test_the_reports_of_an_organ_without_anything_are_empty(office: Client, which: str) -> None:
    assert "没有这样的情况" in html(office.get(f"{PAGE}report/", {"which": which}))


def test_a_superior_looks_and_changes_nothing(region: Region, office: Client) -> None:
    bring(office, workbook(row()))
    above = Client()
    above.force_login(serving("above", region.county, Role.DISCLOSURE_OFFICE))
    asked = {"organ": str(region.bureau.pk), "field": "budgets"}
    page = html(above.get(PAGE, asked))
    assert "部门预算" in page
    assert "重新导入" not in page
    assert above.get(f"{PAGE}export/", asked).status_code == 200
    assert above.get(PAGE, {**asked, "organ": str(region.stranger.pk)}).status_code == 404
    assert above.get(f"{PAGE}entries/{DirectoryEntry.objects.get().pk}/").status_code == 404


def test_every_figure_of_every_organ_opens_what_it_counts(region: Region, office: Client) -> None:
    bring(office, workbook(row("1"), row("2", "公示", limit="公示期不少于5天")))
    above = Client()
    above.force_login(serving("above", region.county, Role.DISCLOSURE_OFFICE))
    page = html(above.get(f"{PAGE}organs/"))
    assert region.bureau.name in page
    assert region.stranger.name not in page
    found = re.findall(r'href="([^"]*which=(\w+)[^"]*)">(\d+)<', page)
    assert {(which, count) for _, which, count in found} == {
        ("rows", "2"), ("blank", "2"), ("unjudged", "1"),
    }  # fmt: skip
    for address, _, count in found:
        assert f"共 {count} 条" in html(above.get(unescape(address)))


def test_organs_without_a_directory_are_listed_and_exported(region: Region, office: Client) -> None:
    above = Client()
    above.force_login(serving("above", region.county, Role.DISCLOSURE_OFFICE))
    assert "没有这样的机关" in html(above.get(f"{PAGE}organs/"))
    assert region.bureau.name in html(above.get(f"{PAGE}organs/", {"show": "lacking"}))
    exported = cells_of(above.get(f"{PAGE}organs/?show=all&format=xlsx").getvalue())
    assert exported[0][:2] == ["机关", "事项"]
    assert region.bureau.name in [cells[0] for cells in exported]


def test_every_sheet_for_the_field_is_read_and_the_others_are_told(office: Client) -> None:
    data = sheets(
        {
            "县级": ["1", "部门预算"],
            "乡级": ["2", "乡镇预算"],
            "义务教育": ["3", "招生"],
            "说明": [],
        }
    )
    page = html(office.get(look(office, data)))
    assert "2 个事项：新增 2 个" in page
    assert "工作表“义务教育”写的是“义务教育”领域，没有读取" in page
    assert "工作表“说明”不是标准目录，没有读取" in page


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.LEADER, Role.AUDITOR])
def test_other_roles_find_nothing(region: Region, role: Role) -> None:
    client = Client()
    client.force_login(serving("somebody", region.bureau, role))
    for address in (
        PAGE,
        f"{PAGE}import/",
        f"{PAGE}report/",
        f"{PAGE}organs/",
        f"{PAGE}export/?field=budgets",
    ):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("field", ["", "x", "预算"])
def test_a_field_nobody_knows_has_no_table(office: Client, field: str) -> None:
    assert office.get(f"{PAGE}export/", {"field": field}).status_code == 404
    assert office.post(f"{PAGE}bind/", {"field": field}).status_code == 404


def test_first_items_are_merged_in_the_workbook() -> None:
    data = directory_workbook("财政预决算", [row("1"), row("2", "单位"), row("3", first="决算")])
    sheet = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0)
    assert ((3, 1), (4, 1)) in (sheet.merged_cell_ranges or [])
