"""Lists that page, sort and are exported; what is chosen stands in the address."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from gongkai.faces.common.exports.table import Value, table_workbook

PER_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: how its value is got from a row; sorted by it where `sorts` says so."""

    key: str
    label: str
    value: Callable[[Row], Value]
    sorts: bool = True

    def order(self, row: Row) -> str:
        """What to sort by."""
        value = self.value(row)
        if isinstance(value, int):
            return f"{value:020}"
        return value.isoformat() if isinstance(value, date) else str(value or "")


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head: the address that sorts by it, and how it is sorted now."""

    label: str
    address: str
    sorted: str = ""


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """One list as asked for in an address."""

    columns: Sequence[Column[Row]]
    rows: Sequence[Row]
    asked: dict[str, str]

    @classmethod
    def of(
        cls, request: HttpRequest, columns: Sequence[Column[Row]], rows: Iterable[Row]
    ) -> "Listing[Row]":
        """Sort the rows as the address says; those without a value come last."""
        asked = {key: value for key in request.GET if (value := request.GET.get(key, ""))}
        wanted = asked.get("sort", "")
        column = next((c for c in columns if c.sorts and c.key == wanted.removeprefix("-")), None)
        ordered = list(rows)
        if column is not None:
            ordered.sort(key=column.order, reverse=wanted.startswith("-"))
            ordered.sort(key=lambda row: column.value(row) in {None, ""})
        return cls(columns, ordered, asked)

    @property
    def page(self) -> Page[Row]:
        """The page asked for."""
        return Paginator(self.rows, PER_PAGE).get_page(self.asked.get("page"))

    @property
    def heads(self) -> list[Head]:
        """The heads of the columns."""
        return [self._head(column) for column in self.columns]

    def _head(self, column: Column[Row]) -> Head:
        if not column.sorts:
            return Head(column.label, "")
        wanted = self.asked.get("sort", "")
        is_up, is_down = wanted == column.key, wanted == f"-{column.key}"
        turned = f"-{column.key}" if is_up else column.key
        state = "ascending" if is_up else "descending" if is_down else ""
        return Head(column.label, self.address(sort=turned), state)

    @property
    def pages_address(self) -> str:
        """The address to which a page's number is to be added."""
        return f"{self.address()}&page=" if self.address() != "?" else "?page="

    @property
    def export_address(self) -> str:
        """The address of the whole list as a workbook."""
        return self.address(format="xlsx")

    def address(self, **changed: str) -> str:
        """This address with other choices; another order begins on the first page."""
        kept = {key: value for key, value in self.asked.items() if key not in {"page", "format"}}
        return f"?{urlencode({**kept, **changed})}"

    def exported(self, name: str) -> HttpResponse | None:
        """The whole list as a workbook, where the address asks for it."""
        if self.asked.get("format") != "xlsx":
            return None
        head = [column.label for column in self.columns]
        rows = ([column.value(row) for column in self.columns] for row in self.rows)
        response = HttpResponse(table_workbook(name, head, rows), content_type=XLSX)
        response.headers["Content-Disposition"] = content_disposition_header(
            as_attachment=True, filename=f"{name}.xlsx"
        )
        return response
