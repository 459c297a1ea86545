"""Requests that are alike."""

from gongkai.core.applications.similar import alike, essence, likeness

ROAD = essence("申请公开城东片区道路改造项目的环境影响评价文件")


def test_the_same_matter_in_other_words_of_politeness() -> None:
    other = essence("本人请求公开：城东片区　道路改造项目环境影响评价文件。")
    found = likeness(ROAD, other)
    assert found.is_same
    assert found.is_alike


def test_another_matter() -> None:
    assert not likeness(ROAD, essence("二〇二四年全市义务教育阶段教师招聘录用名单")).is_alike


def test_a_shared_document_number_tells_however_it_is_written() -> None:
    one = essence("示政办发〔2024〕5号文件", "全文")
    other = essence("请公开市里关于老旧小区的示政办发(2024)第5号")
    found = likeness(one, other)
    assert found.numbers == ("办发-2024-5",)
    assert found.is_same
    assert not likeness(one, essence("示财〔2024〕5号")).numbers


def test_nothing_is_like_nothing() -> None:
    assert likeness(essence(""), essence("")).score == 0.0
    assert likeness(essence("", "？"), ROAD).score == 0.0


def test_the_likest_come_first() -> None:
    others = [
        (1, essence("教师招聘名单")),
        (2, essence("城东片区道路改造项目的环境影响评价文件和批复")),
        (3, essence("城东片区道路改造项目的环境影响评价文件")),
    ]
    assert [key for key, _ in alike(ROAD, others)] == [3, 2]
