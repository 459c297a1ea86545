"""Long lists: sorted and paged by the database, written to a workbook without holding it."""

from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook

from gongkai.apps.organs.models import Organ
from gongkai.faces.common.exports.long_table import table_file
from gongkai.faces.common.exports.table import LONGEST
from gongkai.faces.common.long_lists import LongListing, StoredColumn

if TYPE_CHECKING:
    from gongkai.faces.common.exports.table import Value

COLUMNS: tuple[StoredColumn[Organ], ...] = (
    StoredColumn("name", "名称", lambda row: row.name, field="name"),
    StoredColumn("short", "简称", lambda row: row.short_name),
    StoredColumn("since", "设立日期", lambda row: row.since, field="since"),
)


def listing(query: str = "") -> LongListing[Organ]:
    request = RequestFactory().get(f"/{query}")
    return LongListing.of(request, COLUMNS, Organ.objects.order_by("pk"))


@pytest.fixture
def organs(db: None) -> None:
    days = (date(2020, 1, 1), None, date(2019, 1, 1))
    for name, day in zip("乙甲丙", days, strict=True):
        Organ.objects.create(name=name, since=day)


@pytest.mark.usefixtures("organs")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "乙甲丙"),
        ("?sort=since", "丙乙甲"),
        ("?sort=-since", "乙丙甲"),
        ("?sort=short", "乙甲丙"),
        ("?sort=pk", "乙甲丙"),
        ("?sort=organ__secret", "乙甲丙"),
    ],
)
def test_it_is_sorted_by_known_columns_those_without_a_value_last(
    query: str, expected: str
) -> None:
    assert "".join(row.name for row in listing(query).page.object_list) == expected


@pytest.mark.django_db
def test_only_a_page_is_fetched(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    Organ.objects.bulk_create(Organ(name=f"机关{number}") for number in range(120))
    with django_assert_num_queries(2):
        page = listing("?page=3").page
        assert len(list(page.object_list)) == 20


@pytest.mark.usefixtures("organs")
def test_heads_and_addresses_keep_what_was_chosen() -> None:
    found = listing("?text=a&sort=name&page=2")
    assert [head.sorted for head in found.heads] == ["ascending", "", ""]
    assert found.heads[0].address == "?text=a&sort=-name"
    assert found.export_address == "?text=a&sort=name&format=xlsx"
    assert found.address(stage="draft") == "?text=a&sort=name&stage=draft"


@pytest.mark.usefixtures("organs")
def test_the_export_has_every_row() -> None:
    answer = listing("?format=xlsx&sort=-since").exported("机关")
    assert answer is not None
    data = BytesIO(answer.getvalue())
    answer.close()
    rows = CalamineWorkbook.from_filelike(data).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows] == ["名称", "乙", "丙", "甲"]
    assert rows[1][2] == date(2020, 1, 1)
    assert listing().exported("机关") is None


def test_every_kind_of_value_is_written_and_no_formula() -> None:
    moment = datetime(2025, 6, 30, 16, 30, tzinfo=UTC)
    rows: list[list[Value]] = [["=1+1", 3, moment, None], ["长" * (LONGEST + 9), 0, None, ""]]
    with table_file("表", ["甲", "乙", "丙", "丁"], rows) as file:
        data = BytesIO(file.read())
    _, first, second = CalamineWorkbook.from_filelike(data).get_sheet_by_index(0).to_python()
    assert first[:2] == ["=1+1", 3]
    assert first[2] == date(2025, 7, 1) or str(first[2]).startswith("2025-07-01")
    assert len(str(second[0])) == LONGEST


def test_an_empty_list_is_a_head() -> None:
    with table_file("表", ["甲"], []) as file:
        data = BytesIO(file.read())
    assert CalamineWorkbook.from_filelike(data).get_sheet_by_index(0).to_python() == [["甲"]]
