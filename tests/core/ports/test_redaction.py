"""Areas of a page: what lies on it, what lies under what."""

import pytest

from gongkai.core.ports import Area


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        (Area(0.1, 0.1, 0.2, 0.2), True),
        (Area(-0.5, -0.5, 0.6, 0.6), True),
        (Area(0, 0, 5, 5), True),
        (Area(1.0, 0.1, 0.2, 0.2), False),
        (Area(-0.2, 0.1, 0.2, 0.2), False),
        (Area(0.1, 0.1, 0.0, 0.2), False),
        (Area(0.1, 0.1, 0.2, -0.2), False),
        (Area(float("nan"), 0.1, 0.2, 0.2), False),
        (Area(0.1, 0.1, float("inf"), 0.2), False),
    ],
    ids=["页内", "过左上角", "盖过整页", "右边之外", "左边之外", "无宽", "负高", "不是数", "无限"],
)
def test_an_area_lies_on_the_page_if_it_covers_some_of_it(area: Area, *, expected: bool) -> None:
    assert area.is_on_page is expected


def test_how_much_of_another_lies_under_an_area() -> None:
    word = Area(0.2, 0.2, 0.2, 0.1)
    assert Area(0.0, 0.0, 1.0, 1.0).shared_with(word) == 1
    assert Area(0.2, 0.2, 0.1, 0.1).shared_with(word) == pytest.approx(0.5)
    assert Area(0.5, 0.2, 0.1, 0.1).shared_with(word) == 0
    assert Area(0.1, 0.1, 0.5, 0.5).shared_with(Area(0.2, 0.2, 0.0, 0.1)) == 1
    assert Area(0.3, 0.1, 0.5, 0.5).shared_with(Area(0.2, 0.2, 0.0, 0.0)) == 0


def test_joining_and_clamping() -> None:
    whole = Area(0.1, 0.1, 0.1, 0.1).joined(Area(0.5, 0.4, 0.1, 0.1))
    assert (whole.x, whole.y) == (0.1, 0.1)
    assert (whole.right, whole.bottom) == pytest.approx((0.6, 0.5))
    inner = Area(-0.5, 0.9, 1.0, 1.0).clamped()
    assert (inner.x, inner.y, inner.right, inner.bottom) == pytest.approx((0, 0.9, 0.5, 1.0))
