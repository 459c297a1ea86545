"""What has to be said before an item goes to review (R9-01, R9-04, Art. 12)."""

from dataclasses import replace
from datetime import date

import pytest

from gongkai.core.law.grounds import GROUNDS
from gongkai.core.publishing.disclosure import DisclosureClass
from gongkai.core.publishing.draft import Draft
from gongkai.core.publishing.kinds import KIND, Kind
from gongkai.core.publishing.requirements import missing

TODAY = date(2025, 6, 30)
NEWS, PROJECT = KIND["news"], KIND["investment"]
GOOD = Draft(title="召开工作会议", formed_on="2025-06-30", disclosure_class="proactive")
FIELDS = {
    "name": "示范产业园",
    "industry": "新材料",
    "investment": "1200.5",
    "place": "示范县",
    "contact": "招商科",
    "stage": "拟建",
}
GOOD_PROJECT = replace(GOOD, fields=FIELDS)
KEPT = replace(
    GOOD, disclosure_class="not_public", ground="DISCUSSION", class_reason="内部讨论的记录"
)


def codes(draft: Draft, kind: Kind = NEWS) -> set[str]:
    return {finding.code for finding in missing(draft, kind, TODAY)}


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        (GOOD, NEWS),
        (GOOD_PROJECT, PROJECT),
        (KEPT, NEWS),
        (replace(GOOD, disclosure_class="on_application", class_reason="涉及特定对象"), NEWS),
        (replace(GOOD, interprets=(3,), fields={"form": "图解"}), KIND["interpretation"]),
        (replace(GOOD, source="reprint", source_name="示范市人民政府"), NEWS),
    ],
    ids=["动态", "招商项目", "不予公开", "依申请公开", "解读", "转载"],
)
def test_nothing_is_missing(draft: Draft, kind: Kind) -> None:
    assert codes(draft, kind) == set()


WRONG = {
    "没有标题": (replace(GOOD, title=" "), NEWS, "ITEM-TITLE"),
    "没有属性": (replace(GOOD, disclosure_class=""), NEWS, "ITEM-CLASS"),
    "属性不认识": (replace(GOOD, disclosure_class="secret"), NEWS, "ITEM-CLASS"),
    "不公开没有理由": (replace(KEPT, class_reason=""), NEWS, "ITEM-REASON"),
    "不公开没有法定理由": (replace(KEPT, ground=""), NEWS, "ITEM-GROUND"),
    "依申请公开不能用豁免理由": (
        replace(KEPT, disclosure_class="on_application"),
        NEWS,
        "ITEM-GROUND-CLASS",
    ),
    "转载没有来源": (replace(GOOD, source="reprint"), NEWS, "ITEM-SOURCE"),
    "没有日期": (replace(GOOD, formed_on=""), NEWS, "ITEM-DAY"),
    "不是日期": (replace(GOOD, formed_on="去年"), NEWS, "ITEM-DAY"),
    "日期在将来": (replace(GOOD, formed_on="2025-07-01"), NEWS, "ITEM-FUTURE"),
    "日期太早": (replace(GOOD, formed_on="0001-01-01"), NEWS, "ITEM-EARLY"),
    "解读没有对象": (
        replace(GOOD, fields={"form": "图解"}),
        KIND["interpretation"],
        "ITEM-TARGET",
    ),
    "必填的没填": (replace(GOOD_PROJECT, fields={**FIELDS, "place": " "}), PROJECT, "ITEM-FIELD"),
    "投资额不是数字": (
        replace(GOOD_PROJECT, fields={**FIELDS, "investment": "约一亿"}),
        PROJECT,
        "ITEM-NUMBER",
    ),
    "阶段不在列表中": (
        replace(GOOD_PROJECT, fields={**FIELDS, "stage": "快了"}),
        PROJECT,
        "ITEM-CHOICE",
    ),
    "召开日期不是日期": (
        replace(GOOD, fields={"name": "会", "topics": "议题", "held_on": "上周"}),
        KIND["meeting"],
        "ITEM-FIELD-DAY",
    ),
}


@pytest.mark.parametrize(("draft", "kind", "code"), WRONG.values(), ids=list(WRONG))
def test_it_is_said_what_is_missing(draft: Draft, kind: Kind, code: str) -> None:
    found = list(missing(draft, kind, TODAY))
    assert [finding.code for finding in found] == [code]
    assert found[0].paths
    assert found[0].hint


def test_everything_is_said_at_once() -> None:
    assert {"ITEM-TITLE", "ITEM-CLASS", "ITEM-DAY", "ITEM-FIELD"} <= codes(Draft(), PROJECT)


def test_a_field_of_a_day_takes_a_day() -> None:
    fields = {"name": "会", "topics": "议题", "held_on": "2025-06-01"}
    assert codes(replace(GOOD, fields=fields), KIND["meeting"]) == set()


@pytest.mark.parametrize("ground", GROUNDS, ids=[ground.label for ground in GROUNDS])
def test_every_ground_keeps_information_back(ground: object) -> None:
    key = getattr(ground, "key", "")
    assert codes(replace(KEPT, ground=key)) == set()
    assert DisclosureClass.NOT_PUBLIC.mark == "（此件不公开）"
