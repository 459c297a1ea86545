"""Who reviews, which court, within which time, in which words."""

import pytest

from gongkai.core.applications.decisions import Remedy
from gongkai.core.applications.remedies import (
    BASES,
    TERMS,
    Standing,
    Ways,
    bodies,
    clauses,
    court,
    lacking,
)
from gongkai.core.identity import OrganKind

PROVINCE = (OrganKind.PROVINCE, "示例省人民政府")
CITY = (OrganKind.CITY, "示例市人民政府")
COUNTY = (OrganKind.COUNTY, "示例县人民政府")
JUSTICE = (OrganKind.DEPARTMENT, "示例市司法局")
WAYS = Ways("示例市人民政府", "示例区人民法院")


@pytest.mark.parametrize(
    ("standing", "names", "article"),
    [
        pytest.param(
            Standing(OrganKind.DEPARTMENT, "示例市数据局", (CITY, PROVINCE)),
            ("示例市人民政府",),
            "第二十四条第一款",
            id="政府部门",
        ),
        pytest.param(
            Standing(OrganKind.COUNTY, COUNTY[1], (CITY,)),
            ("示例市人民政府",),
            "第二十四条第一款",
            id="下级政府",
        ),
        pytest.param(
            Standing(OrganKind.PROVINCE, PROVINCE[1]),
            ("示例省人民政府",),
            "第二十四条第二款",
            id="省政府自己",
        ),
        pytest.param(
            Standing(OrganKind.DEPARTMENT, "示例部"), ("示例部",), "第二十五条", id="国务院部门"
        ),
        pytest.param(
            Standing(
                OrganKind.VERTICAL, "示例县税务局", ((OrganKind.VERTICAL, "示例市税务局"), CITY)
            ),
            ("示例市税务局",),
            "第二十七条",
            id="垂直管理",
        ),
        pytest.param(
            Standing(OrganKind.VERTICAL, "示例总局"), (), "第二十七条", id="垂直管理没有上级"
        ),
        pytest.param(
            Standing(OrganKind.DEPARTMENT, "示例县司法局", (COUNTY, JUSTICE, CITY)),
            ("示例县人民政府", "示例市司法局"),
            "第二十八条",
            id="司法行政部门",
        ),
        pytest.param(
            Standing(OrganKind.PUBLIC_INSTITUTION, "示例市公交集团", ((JUSTICE), CITY)),
            ("示例市人民政府",),
            "第二十四条第一款",
            id="授权组织",
        ),
        pytest.param(
            Standing(OrganKind.PUBLIC_INSTITUTION, "示例大学"),
            (),
            "第二十四条第一款",
            id="没有上级",
        ),
    ],
)
def test_who_reconsiders(standing: Standing, names: tuple[str, ...], article: str) -> None:
    found = bodies(standing)
    assert found.names == names
    assert str(found.cite) == f"《中华人民共和国行政复议法》{article}"
    assert found.is_itself is (standing.name in names)


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (OrganKind.COUNTY, "中级"),
        (OrganKind.CITY, "中级"),
        (OrganKind.PROVINCE, "中级"),
        (OrganKind.TOWNSHIP, "基层"),
        (OrganKind.DEPARTMENT, "基层"),
        (OrganKind.VERTICAL, "基层"),
    ],
)
def test_which_court(kind: OrganKind, level: str) -> None:
    assert level in court(kind).name


def test_every_way_has_its_basis() -> None:
    first, scope = BASES[Remedy.RECONSIDERATION_FIRST]
    assert str(first) == "《中华人民共和国行政复议法》第二十三条第一款第（四）项"
    assert str(scope).endswith("适用法律若干问题的解释》第一条")
    assert BASES[Remedy.NONE] == ()


def test_the_terms_have_their_articles() -> None:
    assert [(row.length, row.unit, str(row.cite)) for row in TERMS] == [
        (60, "日", "《中华人民共和国行政复议法》第二十条第一款"),
        (6, "个月", "《中华人民共和国行政诉讼法》第四十六条第一款"),
        (15, "日", "《中华人民共和国行政诉讼法》第四十五条"),
    ]


def test_a_refusal_tells_to_ask_for_reconsideration_first() -> None:
    (text,) = clauses(Remedy.RECONSIDERATION_FIRST, WAYS)
    assert "60日内先向示例市人民政府申请行政复议" in text
    assert "15日内向示例区人民法院" in text
    assert "6个月" not in text


def test_other_replies_leave_the_choice() -> None:
    (text,) = clauses(Remedy.EITHER, WAYS)
    assert "60日内向示例市人民政府申请行政复议，或者" in text
    assert "6个月内直接向示例区人民法院" in text
    assert "先" not in text


def test_a_partial_reply_tells_both() -> None:
    first, second = clauses(Remedy.RECONSIDERATION_FIRST, WAYS, in_part=True)
    assert "不予公开的部分" in first
    assert "先向" in first
    assert "其他内容" in second
    assert "6个月" in second


def test_the_net_is_told_where_it_delivers() -> None:
    ways = Ways(WAYS.body, WAYS.court, "https://fy.example.gov.cn")
    assert "https://fy.example.gov.cn" in clauses(Remedy.EITHER, ways)[-1]


def test_notices_on_the_way_have_none() -> None:
    assert clauses(Remedy.NONE, WAYS) == ()
    assert list(lacking(Ways("", ""), Remedy.NONE, by_internet=True)) == []


def test_what_the_profile_does_not_say_yet() -> None:
    found = list(lacking(Ways("", ""), Remedy.EITHER, by_internet=True))
    assert [row.code for row in found] == ["REMEDY-BODY", "REMEDY-COURT", "REMEDY-ONLINE"]
    assert [row.paths for row in found] == [("review_body",), ("court",), ("review_address",)]
    assert list(lacking(WAYS, Remedy.EITHER, by_internet=False)) == []
