"""Identity numbers of residents."""

from datetime import date

import pytest

from gongkai.core.identity.resident_number import is_resident_number, real_day


@pytest.mark.parametrize(
    ("number", "is_one"),
    [
        pytest.param("110101199003070871", True, id="可以存在"),
        pytest.param("110101199003070872", False, id="校验码不对"),
        pytest.param("11010119900307087", False, id="少一位"),
        pytest.param("990101199003070870", False, id="没有这个省"),
        pytest.param("110101199013070871", False, id="没有这一天"),
        pytest.param("1101011990030708\uff171", False, id="全角"),
    ],
)
def test_numbers(number: str, is_one: bool) -> None:
    assert is_resident_number(number) is is_one


def test_days() -> None:
    assert real_day(2024, 2, 29) == date(2024, 2, 29)
    assert real_day(2025, 2, 29) is None
