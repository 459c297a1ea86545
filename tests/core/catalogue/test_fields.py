"""The 26 fields."""

import pytest

from gongkai.core.catalogue.fields import FIELD, FIELDS, field_named


def test_there_are_twenty_six_with_names_of_their_own() -> None:
    names = [name for row in FIELDS for name in row.names]
    assert (len(FIELDS), len(FIELD)) == (26, 26)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("示范县财政预决算领域基层政务公开标准目录", "budgets"),
        ("乡村振兴领域标准目录", "poverty"),
        ("国有土地上房屋征收与补偿领域", "house-expropriation"),
    ],
)
def test_a_title_names_its_field(title: str, key: str) -> None:
    assert field_named(title) is FIELD[key]


def test_another_title_names_none() -> None:
    assert field_named("政府工作报告") is None
