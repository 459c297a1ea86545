"""The pages of the site and its columns: who may change what, and what is said."""

from io import BytesIO

import pytest
from django.utils.timezone import localtime
from python_calamine import CalamineWorkbook

from gongkai.apps.catalogue.models import Column, Site
from gongkai.core.catalogue.columns import ColumnQuery
from tests.apps.catalogue.sites import public
from tests.faces.desk.columns.conftest import Office
from tests.faces.sending import html

pytestmark = pytest.mark.django_db
LIST, NEW, REPORT, SITE = (
    "/desk/columns/",
    "/desk/columns/new/",
    "/desk/columns/report/",
    "/desk/columns/site/",
)
SENT = {"name": "通知", "key": "notices", "kind": "notices", "kinds": ["notice"]}


def order(office: Office) -> list[str]:
    """The columns as the page lists them."""
    return [row["column"].key for row in office.keeper.get(LIST).context["rows"]]


def test_the_keeper_changes_and_a_bureau_looks(office: Office) -> None:
    office.city.column("notices")
    assert "增加栏目" in html(office.keeper.get(LIST))
    page = html(office.bureau.get(LIST))
    assert "notices" in page
    assert "增加栏目" not in page
    assert office.drafter.get(LIST).status_code == 404


@pytest.mark.parametrize("address", [NEW, SITE])
def test_a_bureau_keeps_no_site(office: Office, address: str) -> None:
    assert office.bureau.get(address).status_code == 404
    assert office.bureau.post(address, SENT).status_code == 404
    assert office.bureau.post("/desk/columns/usual/").status_code == 404


def test_a_column_is_added(office: Office) -> None:
    answer = office.keeper.post(NEW, SENT, follow=True)
    assert "已经保存" in html(answer)
    assert Column.objects.get(key="notices").query["kinds"] == ["notice"]


def test_what_is_wrong_stands_beside_its_field(office: Office) -> None:
    answer = office.keeper.post(NEW, {**SENT, "key": "A b", "kinds": []})
    assert answer.status_code == 422
    form = answer.context["form"]
    assert set(form.errors) == {"key", "codes"}
    assert not Column.objects.exists()


def test_a_preview_keeps_nothing_and_shows_what_would_be(office: Office) -> None:
    item = public(office.city.region.finance)
    page = html(office.keeper.post(NEW, {**SENT, "preview": "1"}))
    assert "共 1 条" in page
    assert item.title in page
    assert not Column.objects.exists()


def test_a_preview_of_a_change_says_what_goes(office: Office) -> None:
    column = office.city.column("notices")
    item = public(office.city.region.finance)
    address = f"{LIST}{column.pk}/"
    assert 'value="notice"' in html(office.keeper.get(address))
    sent = {"name": "动态", "kind": "news", "kinds": ["news"], "tags": "甲、乙", "preview": "1"}
    page = html(office.keeper.post(address, sent))
    assert "不再显示 1 条" in page
    assert item.title in page
    empty = office.keeper.post(address, {**sent, "kinds": [], "tags": ""})
    assert empty.status_code == 422
    office.keeper.post(address, {key: sent[key] for key in sent if key != "preview"})
    column.refresh_from_db()
    assert (column.name, column.query["tags"]) == ("动态", ["甲", "乙"])


def test_buttons_move_one_place(office: Office) -> None:
    a, _, c = (
        office.city.column(key, query=ColumnQuery(kinds=(kind,)))
        for key, kind in (("a", "news"), ("b", "notice"), ("c", "policy"))
    )
    for column, way, expected in (
        (a, "down", ["b", "a", "c"]),
        (a, "down", ["b", "c", "a"]),
        (a, "down", ["b", "c", "a"]),
        (c, "up", ["c", "b", "a"]),
        (c, "up", ["c", "b", "a"]),
    ):
        office.keeper.post(f"{LIST}{column.pk}/shift/", {"way": way})
        assert order(office) == expected


def test_a_column_moves_below_another_but_not_below_itself(office: Office) -> None:
    a = office.city.column("a")
    b = office.city.column("b", a, query=ColumnQuery(kinds=("news",)))
    c = office.city.column("c", query=ColumnQuery(kinds=("policy",)))
    page = html(office.keeper.get(f"{LIST}{a.pk}/move/"))
    assert f'value="{c.pk}"' in page
    assert f'value="{b.pk}"' not in page
    assert office.keeper.post(f"{LIST}{a.pk}/move/", {"parent": c.pk}).status_code == 302
    assert order(office) == ["c", "a", "b"]


def test_closing_is_refused_in_words_and_can_be_taken_back(office: Office) -> None:
    a = office.city.column("a")
    b = office.city.column("b", a, query=ColumnQuery(kinds=("news",)))
    said = html(office.keeper.post(f"{LIST}{a.pk}/close/", follow=True))
    assert "之下还有" in said
    office.keeper.post(f"{LIST}{b.pk}/close/")
    assert "停用的栏目" in html(office.keeper.get(LIST))
    office.keeper.post(f"{LIST}{b.pk}/reopen/")
    assert order(office) == ["a", "b"]


def test_the_usual_columns_come_with_one_button(office: Office) -> None:
    page = html(office.keeper.post("/desk/columns/usual/", follow=True))
    assert "法定主动公开内容" in page
    assert "政府信息公开年报" in page


def test_the_site_is_set(office: Office) -> None:
    assert "9901000001" in html(office.keeper.get(SITE))
    sent = {"name": "示范", "colour": "#ffff00", "site_code": "1"}
    answer = office.keeper.post(SITE, sent)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"colour", "site_code"}
    office.keeper.post(SITE, {"name": "示范", "colour": "#8a1f11"})
    assert Site.objects.get().colour == "#8a1f11"


def test_without_a_site_the_first_step_is_said(office: Office) -> None:
    Site.objects.all().delete()
    assert "先填写网站信息" in html(office.keeper.get(LIST))
    assert "还没有网站" in html(office.bureau.get(LIST))
    assert "还没有填写网站信息" in html(office.keeper.post("/desk/columns/usual/", follow=True))
    assert office.keeper.get(NEW).status_code == 404
    assert office.keeper.get(REPORT).status_code == 200


def test_the_report_finds_and_leads_to_what_mends(office: Office) -> None:
    blank = office.city.column("blank", name="领导", query=ColumnQuery(kinds=("leader",)))
    office.city.column("fresh", name="公告")
    public(office.city.region.finance, at=localtime())
    page = html(office.keeper.get(REPORT))
    assert "领导" in page
    assert "公告" not in page.partition("<tbody>")[2].partition("</tbody>")[0]
    assert f"/desk/columns/{blank.pk}/" in page
    assert "/desk/items/new/?kind=leader" in page
    everything = html(office.keeper.get(REPORT, {"fault": "all"}))
    assert "公告" in everything.partition("<tbody>")[2]


def test_a_bureau_sees_its_own_columns_first(office: Office) -> None:
    mine = office.city.region.finance
    office.city.column("all", query=ColumnQuery(kinds=("leader",)))
    office.city.column("each", query=ColumnQuery(kinds=("news",)), each_organ=True)
    rows = office.bureau.get(REPORT).context["rows"]
    assert [(one["row"].column.key, one["row"].organ.pk) for one in rows] == [("each", mine.pk)]
    assert len(office.bureau.get(REPORT, {"organ": ""}).context["list"].rows) == 9


def test_the_report_is_exported(office: Office) -> None:
    office.city.column("blank", name="领导", query=ColumnQuery(kinds=("leader",)))
    answer = office.keeper.get(REPORT, {"format": "xlsx"})
    sheet = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0)
    rows = sheet.to_python()
    assert "栏目" in rows[0]
    assert any("领导" in row and "空白" in row for row in rows)


@pytest.mark.parametrize("asked", [{"organ": "x"}, {"fault": "x"}, {"page": "-1"}, {"sort": "x"}])
def test_odd_addresses_are_answered(office: Office, asked: dict[str, str]) -> None:
    office.city.column("blank", query=ColumnQuery(kinds=("leader",)))
    assert office.keeper.get(REPORT, asked).status_code == 200
