"""What the name of an organ tells."""

import pytest

from gongkai.core.reports.checks.organs import (
    makes_no_regulations,
    same_organ,
    speaks_for_region,
)


@pytest.mark.parametrize(
    ("organ", "wanted"),
    [
        ("示例市人民政府", False),
        ("示例省人民政府办公厅", False),
        ("示例自治区人民政府", False),
        ("国家统计局", False),
        ("示例部", False),
        ("示例市数据局", True),
        ("示例县人民政府", True),
        ("示例市东岭区人民政府办公室", True),
        ("青石镇人民政府", True),
    ],
)
def test_who_makes_no_regulations(organ: str, wanted: bool) -> None:
    assert makes_no_regulations(organ) is wanted


def test_who_speaks_for_a_region() -> None:
    assert speaks_for_region("示例市人民政府")
    assert speaks_for_region("示例经济开发区管委会")
    assert not speaks_for_region("示例市人民政府办公室")
    assert not speaks_for_region(None)
    assert speaks_for_region("示例市数据局", known=True)
    assert not speaks_for_region("示例市人民政府", known=False)


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("示例市西区商务局", "西区商务局", True),
        ("示例市人民政府", "示例市人民政府办公室", True),
        ("東嶺區财政局", "东岭区财政局", True),
        ("示例市商务局", "示例市数据局", False),
    ],
    ids=["简称", "办公室", "繁体", "不同的局"],
)
def test_names_of_one_organ(one: str, other: str, wanted: bool) -> None:
    assert same_organ(one, other) is wanted
