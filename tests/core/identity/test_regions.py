"""Codes of regions: their form, their level, and which lies in which."""

import pytest

from gongkai.core.identity.organs import LEVELS, SUPERIORS, OrganKind
from gongkai.core.identity.regions import RegionLevel, covers, is_region_code, level, prefix


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param("990000", RegionLevel.PROVINCE, id="省"),
        pytest.param("990100", RegionLevel.CITY, id="市"),
        pytest.param("990121", RegionLevel.COUNTY, id="县"),
        pytest.param("990121100", RegionLevel.TOWNSHIP, id="镇"),
    ],
)
def test_level_and_prefix(code: str, expected: RegionLevel) -> None:
    assert is_region_code(code)
    assert level(code) is expected
    assert prefix(code) == code[: expected.value]


@pytest.mark.parametrize("code", ["", "99", "99012A", "0990100", "090100", "9901211"])
def test_what_is_no_code(code: str) -> None:
    assert not is_region_code(code)
    assert not covers(code, "990121")
    assert not covers("990100", code)


@pytest.mark.parametrize(
    ("code", "other", "expected"),
    [
        pytest.param("990100", "990121", True, id="市含县"),
        pytest.param("990100", "990121100", True, id="市含镇"),
        pytest.param("990100", "990100", True, id="本市"),
        pytest.param("990100", "990221", False, id="邻市的县"),
        pytest.param("990121", "990100", False, id="县不含市"),
        pytest.param("990121", "990122", False, id="邻县"),
        pytest.param("990000", "990122", True, id="省含县"),
    ],
)
def test_which_lies_in_which(code: str, other: str, expected: bool) -> None:
    assert covers(code, other) is expected


def test_kinds_of_organs() -> None:
    assert set(SUPERIORS) == set(OrganKind)
    assert {kind for kind in OrganKind if kind.is_government} == set(LEVELS)
    assert all(kind.label for kind in OrganKind)
    assert OrganKind.DEPARTMENT not in SUPERIORS[OrganKind.COUNTY]
