from decimal import Decimal

import pytest

from gongkai.core.reports.text.numerals import (
    amounts,
    arabic_value,
    chinese_value,
    value_of,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三百二十", 320),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("两千零三十", 2030),
        ("一万二千", 12000),
        ("三亿五千万", 350_000_000),
        ("二〇二四", 2024),
        ("二○二○", 2020),
        ("零", 0),
        ("", None),
        ("若干", None),
    ],
)
def test_chinese_numerals(text: str, value: int | None) -> None:
    assert chinese_value(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234", 1234),
        ("12，345", 12345),
        ("48.3955", Decimal("48.3955")),
        ("007", 7),
        ("无", None),
        ("", None),
    ],
)
def test_arabic_numerals(text: str, value: int | Decimal | None) -> None:
    assert arabic_value(text) == value


@pytest.mark.parametrize(
    ("text", "value", "approximate"),
    [
        ("3400余", 3400, True),
        ("近300", 300, True),
        ("三百余", 300, True),
        ("百余", 100, True),
        ("4.3万", 43000, False),
        ("3万余", 30000, True),
        ("超3170万", 31_700_000, True),
        ("536 万", 5_360_000, False),
        ("1,075.1万", 10_751_000, False),
        ("\uff11\uff12\uff13", 123, False),
        ("约2亿", 200_000_000, True),
        ("50以上", 50, True),
        ("50左右", 50, True),
        ("0.5", Decimal("0.5"), False),
    ],
)
def test_one_number_in_every_writing(text: str, value: int | Decimal, approximate: bool) -> None:
    read = value_of(text)
    assert read is not None
    assert (read.value, read.approximate) == (value, approximate)


@pytest.mark.parametrize("text", ["", "若干", "3件", "从3到5", "近"])
def test_what_is_not_one_number(text: str) -> None:
    assert value_of(text) is None


def test_numbers_in_a_text_know_their_places() -> None:
    text = "超过\uff13\uff10条，其中近二十条，共1,050件"
    found = list(amounts(text))
    assert [(a.value, a.approximate) for a in found] == [(30, True), (20, True), (1050, False)]
    assert [text[a.start : a.end] for a in found] == ["\uff13\uff10", "二十", "1,050"]
