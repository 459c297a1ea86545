"""Which column a row means."""

import pytest

from gongkai.core.catalogue.suggesting import suggested

COLUMNS = {1: "　财政预算", 2: "　财政决算", 3: "政府采购", 4: "招标公告", 5: "政策文件"}


@pytest.mark.parametrize(
    ("first", "second", "column"),
    [
        ("财政预算信息", "", 1),
        ("政府采购信息", "招标公告", 4),
        ("政府采购信息", "中标公告", 3),
        ("政策文件", "政策文件", 5),
        ("财政", "", None),
        ("户籍管理", "办事指南", None),
        ("", "", None),
    ],
)
def test_the_one_that_fits_is_suggested(first: str, second: str, column: int | None) -> None:
    assert suggested(first, second, COLUMNS) == column
