import pytest

from gongkai.core.reports.narrative import narrative_of, outline
from gongkai.core.reports.report import Breakdown
from tests.core.reports.narrative.texts import with_sentence


def breakdowns(sentence: str) -> tuple[Breakdown, ...]:
    return narrative_of(outline(with_sentence(sentence))).breakdowns


@pytest.mark.parametrize(
    ("sentence", "total", "parts"),
    [
        ("公开信息101条，其中，公告3条，动态98条。", 101, [3, 98]),
        ("公开信息101条。其中，公告3条，动态98条。", 101, [3, 98]),
        ("公开信息101条（其中公告3条、动态98条），更新指南1次。", 101, [3, 98]),
        ("公开信息101条，其中公告3条；动态98条。", 101, [3, 98]),
        ("公开信息101条（其中公告3条、动态98条），制作解读（含图解7条）。", 101, [3, 98]),
        ("公开信息664件。其中，文件类47件，公示85个，解读532篇。", 664, [47, 85, 532]),
        ("公开信息51期321条，含原创156条，转载165条，关注人数679人。", 321, [156, 165]),
        ("对53件规范性文件进行清理，其中49件保留、3件修改、1件废止。", 53, [49, 3, 1]),
        ("收到政协提案1件（其中无主办件，会办件1件）。", 1, [1, 0]),
        (
            "收到政府信息公开申请3件，办结30件（含上年结转2件）。其中，予以公开20件（66.7%），其他处理10件（含撤回1件）。",
            30,
            [20, 10],
        ),
        (
            "行政复议20件，其中结果维持12件，结果纠正8件；行政诉讼9件，其中结果维持9件。",
            20,
            [12, 8],
        ),
    ],
)
def test_a_total_and_its_parts(sentence: str, total: int, parts: list[int]) -> None:
    (breakdown,) = breakdowns(sentence)
    assert breakdown.total.value == total
    assert [part.value for part in breakdown.parts] == parts
    assert not breakdown.open_ended


@pytest.mark.parametrize(
    "sentence",
    [
        "公开信息689条，含动态216条，热点31条，产业项目144条等。",
    ],
)
def test_a_list_that_is_not_complete_is_open_ended(sentence: str) -> None:
    (breakdown,) = breakdowns(sentence)
    assert breakdown.open_ended


@pytest.mark.parametrize(
    "sentence",
    [
        "公开信息101条，其中公告3条。",
        "公开信息101条，动态98条，公告3条。",
        "答复3050件（含上年度结转申请34件，另有103件顺延到下年度答复）。",
        "公开信息101条；其中公告3条，动态98条。",
        "其中公告3条，动态98条。",
        "收到政府信息公开申请30件，其中予以公开20件，不予公开5件。",
        "承办人大代表建议15件、政协提案20件，其中主办18件、会办17件。",
    ],
)
def test_what_is_no_breakdown(sentence: str) -> None:
    assert breakdowns(sentence) == ()


def test_parts_may_have_parts() -> None:
    found = breakdowns("收到申请100件，其中甲类60件（其中新20件、旧40件），乙类40件。")
    assert [(b.total.value, [p.value for p in b.parts]) for b in found] == [
        (100, [60, 40]),
        (60, [20, 40]),
    ]
