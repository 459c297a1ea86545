"""Structured values are found by what they hold, whatever the database."""

import pytest

from gongkai.apps.publishing import queries
from gongkai.apps.publishing.field_queries import FieldWanted
from gongkai.apps.publishing.models import Item
from gongkai.apps.publishing.queries import ItemFilter
from gongkai.core.publishing.structured import Value
from tests.factories.organs import TODAY, Region
from tests.factories.publishing import Staff, draft, drafted, released

pytestmark = pytest.mark.django_db
PROJECT = {
    "name": "一步镇新材料产业园",
    "industry": "新材料",
    "investment": "9000",
    "place": "一步镇",
    "contact": "招商科",
    "stage": "招商洽谈",
}
OTHER = {
    **PROJECT,
    "name": "双溪乡现代农业园",
    "industry": "现代农业",
    "investment": "12000.5",
    "place": "双溪乡",
    "stage": "在建",
}
UNFINISHED = {"name": "还没有名称", "investment": "约一亿", "industry": ""}


@pytest.fixture
def staff() -> Staff:
    made = Staff(Region().bureau)
    for number, fields in enumerate((PROJECT, OTHER, UNFINISHED), start=1):
        drafted(made, kind="investment", written=draft(number, fields=fields))
    drafted(made, kind="notice", written=draft(4, fields=PROJECT))
    meeting = {"name": "第三次会议", "held_on": "2025-06-20", "topics": "养老服务"}
    drafted(made, kind="meeting", written=draft(5, fields=meeting))
    return made


def found(staff: Staff, kind: str, *wanted: FieldWanted) -> set[str]:
    asked = ItemFilter(kind=kind, fields=wanted)
    rows = queries.items(staff.office, asked, TODAY)
    return {str(row.fields.get("name")) for row in rows}


@pytest.mark.parametrize(
    ("key", "text", "names"),
    [
        pytest.param("industry", "材料", {PROJECT["name"]}, id="行业"),
        pytest.param("place", "双溪", {OTHER["name"]}, id="地点"),
        pytest.param("stage", "在建", {OTHER["name"]}, id="阶段"),
        pytest.param("stage", "在", set(), id="阶段须完整"),
        pytest.param("name", "园", {PROJECT["name"], OTHER["name"]}, id="名称"),
        pytest.param("industry", "%", set(), id="通配符不是通配符"),
        pytest.param("industry", "' OR 1=1 --", set(), id="引号"),
        pytest.param(
            "colour", "x", {PROJECT["name"], OTHER["name"], UNFINISHED["name"]}, id="没有的字段"
        ),
    ],
)
def test_by_what_a_value_holds(staff: Staff, key: str, text: str, names: set[str]) -> None:
    assert found(staff, "investment", FieldWanted(key, text)) == names


@pytest.mark.parametrize(
    ("least", "most", "names"),
    [
        pytest.param(9000.0, None, {PROJECT["name"], OTHER["name"]}, id="不少于"),
        pytest.param(9000.5, None, {OTHER["name"]}, id="按数比较而不是按字"),
        pytest.param(None, 10000.0, {PROJECT["name"]}, id="不多于"),
        pytest.param(10000.0, 12000.0, set(), id="之间"),
        pytest.param(None, None, {PROJECT["name"], OTHER["name"], UNFINISHED["name"]}, id="不限"),
    ],
)
def test_numbers_from_one_to_another(
    staff: Staff, least: Value | None, most: Value | None, names: set[str]
) -> None:
    wanted = FieldWanted("investment", least=least, most=most)
    assert found(staff, "investment", wanted) == names


def test_days_from_one_to_another(staff: Staff) -> None:
    june = FieldWanted("held_on", least="2025-06-01", most="2025-06-30")
    assert found(staff, "meeting", june) == {"第三次会议"}
    assert not found(staff, "meeting", FieldWanted("held_on", least="2025-06-21"))


def test_several_at_once(staff: Staff) -> None:
    asked = (FieldWanted("industry", "农业"), FieldWanted("investment", least=12000.5))
    assert found(staff, "investment", *asked) == {OTHER["name"]}


def test_what_is_kept_is_of_the_kind_and_can_be_compared(staff: Staff) -> None:
    kept = {row.fields.get("name"): row.fields for row in Item.objects.filter(kind="investment")}
    assert kept[OTHER["name"]]["investment"] == 12000.5
    assert kept[UNFINISHED["name"]] == {"name": UNFINISHED["name"]}
    assert Item.objects.get(kind="notice").fields == {}


def test_release_keeps_what_was_reviewed(staff: Staff) -> None:
    public = released(staff, kind="investment", written=draft(9, fields=OTHER)).item_id
    assert Item.objects.get(pk=public).fields["place"] == "双溪乡"
