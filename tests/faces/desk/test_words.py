"""The pages about word lists, one request at a time."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from python_calamine import CalamineWorkbook

from gongkai.apps.checks.models import WordDraft, WordList
from gongkai.core.identity import Role
from tests.apps.checks.made_words import word_list
from tests.faces.sending import html
from tests.factories.organs import Region, serving

pytestmark = pytest.mark.django_db
LISTS = "/desk/words/"


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def keeper(region: Region) -> Client:
    client = Client()
    client.force_login(serving("keeper", region.health, Role.DISCLOSURE_OFFICE))
    return client


def page_of(row: WordList) -> str:
    return f"{LISTS}{row.pk}/"


def file_of(text: str, name: str = "词表.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def test_the_lists_of_the_organ_and_those_for_all_are_shown(region: Region, keeper: Client) -> None:
    word_list(region.health, "蓝皮方案", name="卫健词表")
    word_list(None, "红皮方案", name="全市词表")
    word_list(region.finance, name="财政词表")
    page = html(keeper.get(LISTS))
    assert "卫健词表" in page
    assert "全市词表" in page
    assert "自带词表" in page
    assert "财政词表" not in page


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.LEADER, Role.AUDITOR])
def test_other_roles_find_nothing(region: Region, role: Role) -> None:
    client = Client()
    client.force_login(serving("somebody", region.health, role))
    for address in (LISTS, f"{LISTS}new/", f"{LISTS}shipped/", f"{LISTS}try/"):
        assert client.get(address).status_code == 404


def test_a_list_is_opened_renamed_and_switched_off(keeper: Client) -> None:
    content = {"name": "卫健词表", "source": "示范社", "kind": "wrong"}
    answer = keeper.post(f"{LISTS}new/", content)
    row = WordList.objects.get()
    assert answer.headers["Location"] == page_of(row)
    keeper.post(f"{page_of(row)}rename/", {"name": "新词表", "source": ""})
    page = html(keeper.post(f"{page_of(row)}switch/", {"active": "off"}, follow=True))
    assert "已经停用“新词表”" in page
    assert "停用，检查时不看这个词表" in page
    assert "启用这个词表" in page


def test_a_list_without_a_name_is_said_beside_the_field(keeper: Client) -> None:
    answer = keeper.post(f"{LISTS}new/", {"name": "", "source": "示范社", "kind": "wrong"})
    assert answer.status_code == 422
    assert "示范社" in html(answer)


def test_entries_are_filtered_sorted_and_exported(region: Region, keeper: Client) -> None:
    row = word_list(region.health, "乙方案", "甲方案", "丙预案")
    page = html(keeper.get(page_of(row), {"text": "方案", "sort": "wrong"}))
    assert "共 2 个词条" in page
    assert page.index("乙方案") < page.index("甲方案")
    exported = keeper.get(page_of(row), {"format": "xlsx", "text": "预案"})
    data = exported.getvalue()
    rows = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    assert [cells[0] for cells in rows] == ["词语", "丙预案"]


def test_a_filter_nobody_knows_is_left_out(region: Region, keeper: Client) -> None:
    row = word_list(region.health, "乙方案")
    page = html(keeper.get(page_of(row), {"category": "x", "severity": "x"}))
    assert "共 1 个词条" in page


def test_the_shipped_list_is_shown_and_exported(keeper: Client) -> None:
    page = html(keeper.get(f"{LISTS}shipped/", {"text": "布署"}))
    assert "部署" in page
    assert "删除" not in page
    assert keeper.get(f"{LISTS}shipped/", {"format": "xlsx"}).status_code == 200


def test_an_entry_is_added_changed_and_removed(region: Region, keeper: Client) -> None:
    row = word_list(region.health)
    sent = {
        "wrong": "蓝皮方案",
        "right": "蓝色方案",
        "category": "term",
        "severity": "error",
        "contexts": "旧蓝皮方案\n老蓝皮方案",
        "note": "已经改名。",
    }
    keeper.post(f"{page_of(row)}add/", sent)
    entry = row.entries.get()
    assert entry.contexts == ["旧蓝皮方案", "老蓝皮方案"]
    form = html(keeper.get(f"{page_of(row)}entries/{entry.pk}/"))
    assert "旧蓝皮方案\n老蓝皮方案" in form
    keeper.post(f"{page_of(row)}entries/{entry.pk}/", {**sent, "right": "蓝本"})
    entry.refresh_from_db()
    assert entry.right == "蓝本"
    page = html(keeper.post(f"{page_of(row)}entries/{entry.pk}/remove/", follow=True))
    assert "已经删除“蓝皮方案”" in page
    assert row.entries.count() == 0


def test_a_bad_entry_keeps_what_was_typed(region: Region, keeper: Client) -> None:
    row = word_list(region.health, "蓝皮方案")
    sent = {"wrong": "蓝皮方案", "right": "蓝色方案", "category": "term", "severity": "error"}
    answer = keeper.post(f"{page_of(row)}add/", sent)
    assert answer.status_code == 422
    assert "这个词表里已经有“蓝皮方案”" in html(answer)
    assert "蓝色方案" in html(answer)


def test_an_allowed_word_needs_no_advice(region: Region, keeper: Client) -> None:
    row = word_list(region.health, allows=True)
    keeper.post(f"{page_of(row)}add/", {"wrong": "布署镇", "note": "地名"})
    entry = row.entries.get()
    assert (entry.wrong, entry.note) == ("布署镇", "地名")
    assert "级别" not in html(keeper.get(f"{page_of(row)}entries/{entry.pk}/"))


def test_a_list_for_all_has_no_buttons_and_takes_nothing(keeper: Client) -> None:
    row = word_list(None, "红皮方案")
    assert "增加词条" not in html(keeper.get(page_of(row)))
    assert keeper.get(f"{page_of(row)}add/").status_code == 404
    assert keeper.post(f"{page_of(row)}switch/").status_code == 404


def sent_file(client: Client, row: WordList, text: str, order: str = "wrong") -> str:
    """Send a file; give the address of its preview."""
    content = {"file": file_of(text), "order": order}
    return client.post(f"{page_of(row)}import/", content).headers["Location"]


def test_a_file_is_looked_through_before_it_is_imported(region: Region, keeper: Client) -> None:
    row = word_list(region.health, "蓝皮方案")
    address = sent_file(keeper, row, "词语,建议\n蓝皮方案,蓝色方案\n红,红色\n黄皮方案,黄色方案")
    page = html(keeper.get(address))
    assert "新增 1 个，更新 1 个" in page
    assert "第 3 行" in page
    assert "少于 2 个字" in page
    assert row.entries.count() == 1
    done = html(keeper.post(address, {"choice": "import"}, follow=True))
    assert "已经导入 2 个词条" in done
    assert row.entries.count() == 2


def test_all_of_a_file_may_be_left(region: Region, keeper: Client) -> None:
    row = word_list(region.health)
    address = sent_file(keeper, row, "蓝皮方案,蓝色方案\n黄皮方案,黄色方案")
    assert "没有导入" in html(keeper.post(address, {"choice": "discard"}, follow=True))
    assert (row.entries.count(), WordDraft.objects.count()) == (0, 0)
    assert keeper.get(address).status_code == 404


def test_what_is_right_may_stand_first(region: Region, keeper: Client) -> None:
    row = word_list(region.health)
    address = sent_file(keeper, row, "蓝色方案-蓝皮方案", order="right")
    keeper.post(address, {"choice": "import"})
    assert row.entries.get().wrong == "蓝皮方案"


def test_nothing_can_be_imported_from_bad_rows_alone(region: Region, keeper: Client) -> None:
    row = word_list(region.health)
    address = sent_file(keeper, row, "词语,建议\n红,红色")
    assert "导入 0" not in html(keeper.get(address))
    assert "没有一行可以导入" in html(keeper.post(address, {"choice": "import"}, follow=True))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param({}, "这一栏要填写", id="没有文件"),
        pytest.param({"file": file_of("")}, "文件是空的", id="空文件"),
        pytest.param(
            {"file": SimpleUploadedFile("a.xlsx", b"PK\x03\x04x")}, "读不出来", id="坏文件"
        ),
    ],
)
def test_a_file_that_cannot_be_taken_is_said(
    region: Region, keeper: Client, content: dict[str, SimpleUploadedFile], said: str
) -> None:
    row = word_list(region.health)
    answer = keeper.post(f"{page_of(row)}import/", {**content, "order": "wrong"})
    assert answer.status_code == 422
    assert said in html(answer) or "不是 TSV" in html(answer)


def test_a_text_is_tried_out(region: Region, keeper: Client) -> None:
    word_list(region.health, "蓝皮方案")
    page = html(keeper.post(f"{LISTS}try/", {"text": "关于<b>，蓝皮方案，全面布署工作，"}))
    assert "发现 2 处" in page
    assert "<strong>蓝皮方案</strong>" in page
    assert "&lt;b&gt;" in page
    assert "没有发现问题" in html(keeper.post(f"{LISTS}try/", {"text": "全面部署工作"}))
    assert keeper.post(f"{LISTS}try/", {"text": ""}).status_code == 422
