"""Dates, punctuation, repetition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.checks.text.dates import number_of
from tests.core.checks.made import body


def codes(text: str) -> list[str]:
    return [one.code for one in body(text)]


@given(st.dates())
def test_real_days_are_never_told(day: object) -> None:
    year, month, number = (int(part) for part in str(day).split("-"))
    written = f"{year}年{month}月{number}日、{year:04}-{month:02}-{number:02}"
    assert body(f"截至{written}。", "TXT-01") == []


@pytest.mark.parametrize(
    "text",
    [
        "2025年0月3日",
        "2025年4月31日",
        "二〇二五年二月二十九日",
        "十一月三十一日",
        "2023-02-29",
        "2025/13/01",
        "2025 年 15 月",
    ],
)
def test_days_that_do_not_exist(text: str) -> None:
    assert codes(f"截至{text}。") == ["TXT-01"]


@pytest.mark.parametrize(
    "text",
    [
        "24月龄", "3个月30日内", "2024年12月31日", "1-12月31日", "版本2.13.45", "192.168.2025.13",
        "每月31日", "2025年12月份", "2020年12月5日均值",
    ],
)  # fmt: skip
def test_what_looks_like_a_day(text: str) -> None:
    assert [one.code for one in body(text, "TXT-01")] == []


@pytest.mark.parametrize(
    ("written", "number"),
    [("12", 12), ("十", 10), ("十二", 12), ("三十一", 31), ("二〇二五", 2025)],
)
def test_numerals(written: str, number: int) -> None:
    assert number_of(written) == number


def test_suggestions() -> None:
    [brackets] = body("根据示政发[2025]3号。", "TXT-02")
    assert brackets.span is not None
    assert brackets.span.suggestion == "〔2025〕"
    [nought] = body("二○二五年", "TXT-03")
    assert nought.span is not None
    assert (nought.span.quote, nought.span.suggestion) == ("二○二五", "二〇二五")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("（一）范围（二）步骤", []),
        ("1）范围；2）步骤", []),
        ("（甲（乙）", [0]),
        ("甲）乙", [1]),
        ("《甲》乙》", [4]),
        ("“甲”乙“丙", [4]),
        ("“甲\u2018乙\u2019丙”", []),
        ("“甲“乙”", [0]),
        ("（甲《乙）", [2]),
        ("don\u2019t（甲)", []),
        ("“第一段。\n“第二段。”", []),
        ("“甲（乙”", [2]),
        ("“甲（“乙”）", [0, 2, 6]),
    ],
)
def test_what_has_no_other_half(text: str, places: list[int]) -> None:
    told = body(text, "TXT-06")
    assert [one.span.start for one in told if one.span] == places


@given(st.text("甲乙丙", max_size=30))
def test_repetition_is_found_as_one_would_by_looking(word: str) -> None:
    expected = any(
        word[place : place + size] == word[place + size : place + 2 * size]
        for size in range(4, 9)
        for place in range(len(word) - 2 * size + 1)
        if not _is_regular(word[place : place + size])
    )
    assert bool(body(word, "TXT-08")) is expected


def _is_regular(word: str) -> bool:
    return any(
        word == word[:size] * (len(word) // size) and len(word) >= 2 * size for size in (1, 2, 3)
    )


def test_words_that_meet() -> None:
    assert body("以检查为目的的活动，现存在在建项目，共和和平", "TXT-07") == []
    assert [one.span.quote for one in body("数据的的检查", "TXT-07") if one.span] == ["的的"]
