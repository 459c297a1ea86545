"""The ways in which platforms write moments."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.adapters.feeds.moments import CHINA, moment

NINE = datetime(2026, 3, 1, 9, 30, tzinfo=CHINA)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01 09:30", "2026-3-1 9:30", "2026/3/1 9:30:00", "2026.03.01 09:30",
        "2026年3月1日 9:30", "2026年3月1日9时30分", "2026 年 3 月 1 日 9 时 30 分",
        "20260301 09:30",
        "2026-03-01T09:30:00", "2026-03-01T09:30:00+08:00", "2026-03-01T09:30:00.123+0800",
        "2026-03-01T01:30:00Z", "\uff12026－3－\uff11 9：30", "Sun, 01 Mar 2026 09:30:00 +0800",
        "Sun, 01 Mar 2026 01:30:00 GMT", "Sun, 01 Mar 2026 09:30:00 CST", "1 Mar 2026 09:30:00",
        "1772328600", "1772328600000",
    ],
)  # fmt: skip
def test_half_past_nine_in_china(text: str) -> None:
    assert moment(text) == NINE


@pytest.mark.parametrize("text", ["2026-03-01", "20260301", "2026年3月1日", " 2026/03/01 "])
def test_a_day_begins_at_midnight_in_china(text: str) -> None:
    assert moment(text) == datetime(2026, 3, 1, tzinfo=CHINA)


@pytest.mark.parametrize(
    "text",
    [
        "", "昨天", "3月1日", "2026", "2026-03", "2026-13-01", "2026-02-30", "2026-03-01 25:00",
        "2026301", "202603010", "0000-01-01", "01/02/2026", "2026-03-01 09:30 下午", "NaN",
        "2026-03-01T09:30:00+99:00", "Sun, 99 Mar 2026 09:30:00 GMT",
    ],
)  # fmt: skip
def test_what_is_no_moment(text: str) -> None:
    assert moment(text) is None


@given(
    st.integers(0, 4 * 10**9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)),
    st.integers(-14 * 60, 14 * 60),
)
def test_what_is_written_is_read(value: datetime, offset: int) -> None:
    zoned = value.replace(tzinfo=timezone(timedelta(minutes=offset)))
    assert moment(zoned.isoformat()) == zoned
    assert moment(f"{value:%Y/%m/%d %H:%M:%S}") == value.replace(tzinfo=CHINA)


@given(st.text(max_size=40))
def test_no_text_brings_it_down(text: str) -> None:
    found = moment(text)
    assert found is None or found.tzinfo in (CHINA, UTC) or found.utcoffset() is not None
