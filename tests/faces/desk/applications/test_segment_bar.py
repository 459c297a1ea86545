"""The clock as a bar: to scale, with words where there is room, and a table that says all."""

from datetime import date, timedelta

from gongkai.core.applications.deadlines import Cause, Segment, SegmentKind
from gongkai.faces.desk.applications.segment_bar import NARROWEST, WIDTH, bar_of

START = date(2026, 3, 2)


def stretch(kind: SegmentKind, first: int, days: int) -> Segment:
    """So many days from that one on."""
    day = START + timedelta(days=first)
    return Segment(kind, day, day + timedelta(days=days - 1), Cause.RECEIPT)


def test_the_parts_fill_the_bar_and_a_day_among_hundreds_is_seen() -> None:
    drawn = bar_of(
        [
            stretch(SegmentKind.RUNNING, 0, 300),
            stretch(SegmentKind.PAUSED, 300, 1),
            stretch(SegmentKind.STOPPED, 301, 100),
        ]
    )
    assert drawn is not None
    assert abs(sum(part.width for part in drawn.parts) - WIDTH) < 1
    assert drawn.parts[1].width > NARROWEST - 1
    assert [part.word for part in drawn.parts] == ["计算", "", "停止计算"]
    assert [part.days for part in drawn.parts] == [300, 1, 100]
    assert "2026-12-27 至 2026-12-27 暂停计算" in drawn.said
    assert (
        len({part.shade for part in drawn.parts}) == len({part.sign for part in drawn.parts}) == 3
    )


def test_before_receipt_there_is_no_bar() -> None:
    assert bar_of([]) is None
