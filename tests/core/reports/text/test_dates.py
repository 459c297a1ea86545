from datetime import date

import pytest

from gongkai.core.reports.text.dates import find_dates, find_periods, years


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月9日",
        "2024 年 1 月 9 日",
        "\uff12\uff10\uff12\uff14年\uff11月\uff19日",
        "2024年01月09日",
        "2024.1.9",
        "2024-01-09",
        "2024/1/9",
        "二〇二四年一月九日",
        "二○二四年一月九日",
        "二O二四年一月九日",
        "二零二四年一月九日",
    ],
)
def test_dates_in_every_writing(text: str) -> None:
    (found,) = find_dates(f"印发于{text}。")
    assert found.day == date(2024, 1, 9)
    assert found.text == text


def test_a_date_in_chinese_tens() -> None:
    (found,) = find_dates("二〇二三年十二月三十一日")
    assert found.day == date(2023, 12, 31)


def test_a_day_that_does_not_exist() -> None:
    (found,) = find_dates("2023年2月30日")
    assert found.day is None
    assert found.text == "2023年2月30日"


@pytest.mark.parametrize("text", ["2023年12月", "1月9日", "12.3.4", "第2023-1-2345号", "1.2.2023"])
def test_what_is_no_whole_date(text: str) -> None:
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "2023年1月1日至2023年12月31日",
        "2023年1月1日起至2023年12月31日止",
        "2023年1月1日至12月31日",
        "2023年1月1日到同年12月31日",
        "2023 年 1 月 1 日—12 月 31 日",
        "2023年1月1日－2023年12月31日",
        "2023年1月1日-2023年12月31日",
        "2023年1月1日～12月31日",
        "2023年1月1日~2023年12月31日",
        "2023.1.1-2023.12.31",
        "2023-01-01至2023-12-31",
        "二〇二三年一月一日至十二月三十一日",
    ],
)
def test_periods_in_every_writing(text: str) -> None:
    (found,) = find_periods(f"数据统计期限自{text}。")
    assert found.days == (date(2023, 1, 1), date(2023, 12, 31))


def test_a_wrong_period_is_read_as_it_stands() -> None:
    (found,) = find_periods("自 2020 年 1 月 1 日至 2021 年 12 月 31 日止")
    assert found.days == (date(2020, 1, 1), date(2021, 12, 31))


def test_a_period_that_ends_on_no_day() -> None:
    (found,) = find_periods("2023年1月1日至2023年12月32日")
    assert found.days is None


def test_years_that_a_text_names() -> None:
    assert years("2023年，比2022 年多；二〇二四年；42023年") == [2023, 2022, 2024]
