"""The list's filters by structured values, and by what the counts lead to."""

import re

import pytest

from gongkai.apps.publishing.placing import place
from tests.faces.desk.publishing.desks import Desks
from tests.faces.sending import html
from tests.factories.publishing import draft, drafted, released

pytestmark = pytest.mark.django_db
LIST = "/desk/items/"
PROJECT = {
    "name": "新材料产业园",
    "industry": "新材料",
    "investment": "9000",
    "place": "一步镇",
    "contact": "招商科",
    "stage": "招商洽谈",
}


@pytest.fixture
def filled(desks: Desks) -> Desks:
    staff, now = desks.staff, desks.now
    drafted(staff, kind="investment", written=draft(1, now=now, fields=PROJECT), now=now)
    other = {**PROJECT, "industry": "现代农业", "investment": "12000", "stage": "在建"}
    drafted(staff, kind="investment", written=draft(2, now=now, fields=other), now=now)
    public = released(staff, written=draft(3, now=now), now=now)
    place(staff.office, item_id=public.item_id, channel="weixin", address="", placed_on=now.date())
    return desks


def titles(page: str) -> list[str]:
    return re.findall(r"第(\d)批公共数据质量检查的通知</a>", page)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("kind=investment&f-industry=农业", ["2"], id="行业"),
        pytest.param("kind=investment&f-stage=招商洽谈", ["1"], id="阶段"),
        pytest.param("kind=investment&f-investment-from=10000", ["2"], id="投资额不少于"),
        pytest.param("kind=investment&f-investment-to=10000", ["1"], id="投资额不多于"),
        pytest.param("kind=investment&f-place=一步&f-investment-from=1", ["2", "1"], id="两项"),
        pytest.param("kind=investment&f-investment-from=很多", ["2", "1"], id="不是数"),
        pytest.param("kind=investment&f-colour=x", ["2", "1"], id="没有的字段"),
        pytest.param("kind=notice&f-industry=农业", ["3"], id="没有字段的类别"),
        pytest.param("f-industry=农业", ["3", "2", "1"], id="没有选类别"),
        pytest.param("channel=weixin", ["3"], id="渠道"),
        pytest.param("channel=none", ["2", "1"], id="没有渠道"),
        pytest.param("unit=none", ["3", "2", "1"], id="没有科室"),
        pytest.param("code=none", [], id="没有代码"),
        pytest.param("source=own", ["3", "2", "1"], id="原创和转载"),
        pytest.param("dated=first", ["3"], id="首次发布"),
        pytest.param("dated=down", [], id="撤回"),
        pytest.param("dated=elsewhere&from=2025-01-01", ["3"], id="其他渠道"),
        pytest.param("dated=first&to=0001-01-01", [], id="最早的一天"),
        pytest.param("dated=first&to=9999-12-31", ["3"], id="最晚的一天"),
        pytest.param("to=9999-12-31&from=0001-01-01", ["3"], id="所有的日子"),
        pytest.param("dated=elsewhere&to=9999-12-31&from=0001-01-01", ["3"], id="所有渠道"),
        pytest.param("dated=never&unit=²&channel=pigeon", ["3", "2", "1"], id="读不懂"),
    ],
)
def test_by_values_and_by_what_was_counted(filled: Desks, query: str, expected: list[str]) -> None:
    assert titles(html(filled.office.get(f"{LIST}?{query}"))) == expected


def test_the_filters_are_those_of_the_kind(filled: Desks) -> None:
    page = html(filled.office.get(f"{LIST}?kind=investment&f-investment-from=10000"))
    assert "<details open>" in page
    for label in ("项目名称", "行业", "投资额（万元）从", "建设地点", "联系人", "阶段"):
        assert f">{label}</label>" in page
    assert 'name="f-investment-from" type="text" value="10000"' in page
    assert "按基本信息" not in html(filled.office.get(f"{LIST}?kind=notice"))


def test_what_was_chosen_stays_when_a_tab_is_opened(filled: Desks) -> None:
    page = html(filled.office.get(f"{LIST}?kind=investment&f-stage=在建"))
    assert "f-stage=%E5%9C%A8%E5%BB%BA&amp;stage=draft" in page
