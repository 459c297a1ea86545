"""Lists: sorted as the address says, exported whole, numbers and days as such."""

from datetime import date
from io import BytesIO

from django.test import RequestFactory
from python_calamine import CalamineWorkbook

from gongkai.faces.common.exports.table import Value, table_workbook
from gongkai.faces.common.lists import Column, Listing

Row = tuple[str, date | None, int]
ROWS: list[Row] = [("乙", date(2025, 1, 2), 2), ("甲", None, 1), ("丙", date(2024, 1, 2), 3)]
COLUMNS: tuple[Column[Row], ...] = (
    Column("name", "名称", lambda row: row[0]),
    Column("day", "日期", lambda row: row[1]),
    Column("many", "数量", lambda row: row[2], sorts=False),
)


def listed(query: str) -> Listing[Row]:
    return Listing.of(RequestFactory().get(f"/desk/{query}"), COLUMNS, ROWS)


def test_rows_come_in_the_order_asked_for_and_those_without_a_value_last() -> None:
    assert [row[0] for row in listed("?sort=day").rows] == ["丙", "乙", "甲"]
    assert [row[0] for row in listed("?sort=-day").rows] == ["乙", "丙", "甲"]
    for query in ("", "?sort=many", "?sort=nothing"):
        assert listed(query).rows == ROWS


def test_a_heads_address_turns_the_order_round_and_keeps_the_filter() -> None:
    name, day, many = listed("?text=x&sort=day&page=3").heads
    assert (name.address, name.sorted) == ("?text=x&sort=name", "")
    assert (day.address, day.sorted) == ("?text=x&sort=-day", "ascending")
    assert many.address == ""
    assert listed("?sort=-day").heads[1].sorted == "descending"


def test_addresses_of_pages_and_of_the_export() -> None:
    assert listed("").pages_address == "?page="
    assert listed("?text=x&page=2").pages_address == "?text=x&page="
    assert listed("?text=x&page=2").export_address == "?text=x&format=xlsx"
    assert listed("?text=x").exported("名录") is None
    response = listed("?format=xlsx").exported("名录")
    assert response is not None
    assert response.content.startswith(b"PK")


def test_a_workbook_keeps_numbers_days_and_texts_apart() -> None:
    rows: list[list[Value]] = [["=1+1", date(2025, 1, 2), 3, None]]
    book = table_workbook("名录", ("名称", "日期", "数量", "备注"), rows)
    sheet = CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_name("名录")
    head, row = sheet.to_python()
    assert head == ["名称", "日期", "数量", "备注"]
    assert (row[0], row[2]) == ("=1+1", 3.0)
    assert str(row[1]).startswith("2025-01-02")
