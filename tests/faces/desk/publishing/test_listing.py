"""The list of items: what the address asks for is what stands on the page and in the workbook."""

import re
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from gongkai.core.identity import Role
from tests.faces.desk.publishing.desks import Desks, signed_in
from tests.faces.sending import html
from tests.factories.organs import serving
from tests.factories.publishing import Staff, approved, draft, drafted, filed, released, submitted

pytestmark = pytest.mark.django_db
LIST = "/desk/items/"


@pytest.fixture
def filled(desks: Desks) -> Desks:
    staff, now = desks.staff, desks.now
    drafted(staff, kind="news", written=draft(1, now=now, formed_on="2025-06-02"), now=now)
    submitted(staff, written=draft(2, now=now), now=now)
    approved(staff, written=draft(3, now=now), now=now)
    released(staff, kind="policy", written=draft(4, now=now), now=now)
    filed(staff, now=now)
    return desks


def titles(page: str) -> list[str]:
    return re.findall(r"第(\d)批公共数据质量检查的通知</a>", page)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("", ["1", "4", "3", "2", "1"], id="全部"),
        pytest.param("?stage=draft", ["1"], id="草稿"),
        pytest.param("?stage=in_review", ["2"], id="审核中"),
        pytest.param("?stage=approved", ["3"], id="待发布"),
        pytest.param("?stage=released", ["4"], id="已发布"),
        pytest.param("?state=filed", ["1"], id="不对外发布"),
        pytest.param("?work=approved", ["3"], id="办理状态"),
        pytest.param("?kind=policy", ["4"], id="类别"),
        pytest.param("?class=not_public", ["1"], id="公开属性"),
        pytest.param("?late=now", ["1"], id="逾期"),
        pytest.param("?text=第3批", ["3"], id="标题"),
        pytest.param("?code=20-15&source=original&kind=news", ["1"], id="几个条件"),
        pytest.param("?source=reprint", [], id="没有转载"),
        pytest.param("?from=2025-01-01", ["4"], id="发布日期"),
        pytest.param("?to=2025-01-01", [], id="以前发布"),
        pytest.param("?drafter=cz-drafter&stage=draft", ["1"], id="拟稿人"),
        pytest.param("?sort=title&stage=", ["1", "1", "2", "3", "4"], id="按标题"),
        pytest.param("?sort=-released&kind=policy", ["4"], id="按发布"),
    ],
)
def test_the_list_is_filtered_and_sorted(filled: Desks, query: str, expected: list[str]) -> None:
    page = html(filled.office.get(LIST + query))
    assert titles(page) == expected
    assert f"共 {len(expected)} 条" in page


@pytest.mark.parametrize(
    "query",
    ["?stage=x", "?unit=x", "?from=never", "?page=99", "?sort=x", "?kind=poem", "?organ=x"],
)
def test_an_address_that_makes_no_sense_shows_the_list(filled: Desks, query: str) -> None:
    assert "共 5 条" in html(filled.office.get(LIST + query))


def test_states_are_tabs_with_their_counts(filled: Desks) -> None:
    page = html(filled.office.get(f"{LIST}?class=proactive&stage=approved"))
    found = dict(re.findall(r'>([^<>]+) <span class="figure">(\d+)</span></a>', page))
    assert found["全部"] == "4"
    assert found["草稿"] == "1"
    assert found["待发布"] == "1"
    assert found["已发布"] == "1"
    assert "不对外发布" not in found
    assert re.search(r'stage=approved" aria-current="page"', page)


def test_what_waits_for_me_is_a_filter(filled: Desks) -> None:
    assert titles(html(filled.unit_head.get(f"{LIST}?mine=1"))) == ["2"]
    assert titles(html(filled.leader.get(f"{LIST}?mine=1"))) == []


def test_lateness_is_counted_in_working_days(filled: Desks) -> None:
    page = html(filled.office.get(f"{LIST}?late=now"))
    assert re.search(
        r'class="tag error"><span aria-hidden="true">✗</span>逾期 \d{2,} 工作日<', page
    )


def test_the_whole_list_is_exported(filled: Desks) -> None:
    response = filled.office.get(f"{LIST}?class=proactive&sort=title&format=xlsx")
    assert "attachment" in response.headers["Content-Disposition"]
    data = BytesIO(response.getvalue())
    head, *rows = CalamineWorkbook.from_filelike(data).get_sheet_by_index(0).to_python()
    assert head[:4] == ["标题", "类别", "状态", "办理"]
    assert [row[0] for row in rows] == [
        f"示范市数据局关于开展第{number}批公共数据质量检查的通知" for number in range(1, 5)
    ]


def test_an_empty_list_says_what_to_do(desks: Desks) -> None:
    assert "新建第一条" in html(desks.drafter.get(LIST))
    assert "新建第一条" not in html(desks.leader.get(LIST))
    assert "没有符合条件的信息" in html(desks.drafter.get(f"{LIST}?text=没有"))


def test_a_superior_sees_what_is_settled_and_ticks_nothing(desks: Desks) -> None:
    staff = Staff(desks.region.bureau, "xian")
    drafted(staff, written=draft(1, now=desks.now), now=desks.now)
    released(staff, written=draft(2, now=desks.now), now=desks.now)
    above = signed_in(serving("above", desks.region.county, Role.DISCLOSURE_OFFICE))
    assert titles(html(above.get(LIST))) == []
    page = html(above.get(f"{LIST}?organ=all"))
    assert titles(page) == ["2"]
    assert 'name="edition"' not in page
    assert titles(html(above.get(f"{LIST}?organ={desks.region.bureau.pk}"))) == ["2"]
    assert titles(html(desks.office.get(f"{LIST}?organ=all"))) == []


@pytest.mark.parametrize("role", [Role.APPRAISER, Role.AUDITOR, Role.HANDLER])
def test_whoever_has_nothing_to_do_with_it_finds_nothing(desks: Desks, role: Role) -> None:
    client = signed_in(serving("li", desks.region.finance, role))
    assert client.get(LIST).status_code == 404
    assert "信息发布" not in html(client.get("/desk/"))


def test_many_rows_come_in_pages(desks: Desks) -> None:
    for number in range(52):
        drafted(desks.staff, written=draft(number, now=desks.now), now=desks.now)
    assert "第 2 页，共 2 页" in html(desks.drafter.get(f"{LIST}?page=2&sort=title"))


def test_the_list_has_no_more_columns_than_fit(filled: Desks) -> None:
    page = html(filled.office.get(LIST))
    heads = re.findall(r'<th scope="col"[^>]*>(?:<a [^>]*>)?([^<]+)', page)
    assert heads == ["标题", "类别", "状态", "公开属性", "科室", "拟稿人", "应发布", "发布"]
    assert re.search(r'未发布<br><span class="quiet small">\w+</span>', page)
