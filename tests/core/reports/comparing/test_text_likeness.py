"""How much of one text stands in another."""

from gongkai.core.reports.comparing.text_likeness import likeness, shingles

TEXT = (
    "完善公开栏目，增加政策解读的形式，方便企业和群众查询，及时回应社会关切，"
    "规范办理流程，压实工作责任，提升服务效能。"
)


def test_the_same_but_for_numbers_and_marks() -> None:
    again = TEXT.replace("，", ", ") + "2023"
    assert likeness(shingles(TEXT), shingles(again)) == 1


def test_a_text_within_a_longer_one() -> None:
    assert likeness(shingles(TEXT), shingles(f"今年新写一段话，{TEXT}以及另外一段话。")) == 1


def test_nothing_in_common() -> None:
    other = (
        "公文运转实行限时办结，值班制度落实到人，会议活动全面精简，"
        "档案室改造完成并投入使用，食堂重新装修开放。"
    )
    assert likeness(shingles(TEXT), shingles(other)) == 0


def test_too_little_text() -> None:
    assert likeness(shingles(TEXT), shingles("略")) is None
    assert shingles("略") == frozenset()
