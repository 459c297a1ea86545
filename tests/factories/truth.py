"""The truth of a case in the shape of the truth files."""

from decimal import Decimal

from gongkai.core.reports.forms import Row, Table, row_paths
from tests.factories.model import Draft, Value


def truth_of(draft: Draft, lost: frozenset[str] = frozenset()) -> dict[str, object]:
    """Organ, year, format and the three tables; null for a blank cell or a row not there."""
    return {
        "organ": draft.prose.organ,
        "year": draft.prose.year,
        "format": draft.sheet.form.key,
        "table2": _rows(draft, "table2", lost),
        "applications": _rows(draft, "applications", lost),
        "review": _review(draft, lost),
        "planted": list(draft.sheet.planted),
    }


def _rows(draft: Draft, key: str, lost: frozenset[str]) -> dict[str, object] | None:
    table = draft.sheet.form.table(key)
    if _gone(table, lost):
        return None
    rows: dict[str, object] = {row.key: _row(draft, table, row, lost) for row in table.rows}
    return rows if any(row is not None for row in rows.values()) else None


def _gone(table: Table, lost: frozenset[str]) -> bool:
    return all(path in lost for row in table.rows for path in row_paths(table, row))


def _row(draft: Draft, table: Table, row: Row, lost: frozenset[str]) -> object:
    if f"{table.key}.{row.key}" in draft.sheet.dropped:
        return None
    paths = row_paths(table, row)
    numbers = [None if path in lost else _plain(draft.sheet.values[path]) for path in paths]
    if row.key == "procurement":
        return {"items": numbers[0], "amount": numbers[1], "unit": None}
    return numbers if len(numbers) > 1 else numbers[0]


def _review(draft: Draft, lost: frozenset[str]) -> dict[str, object] | None:
    table = draft.sheet.form.table("review")
    if "review.review" in draft.sheet.dropped or _gone(table, lost):
        return None
    return {
        column.key: None if path in lost else _plain(draft.sheet.values[path])
        for column, path in zip(table.rows[0].columns, row_paths(table, table.rows[0]), strict=True)
    }


def _plain(value: Value) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value
