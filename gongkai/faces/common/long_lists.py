"""Lists too long to be sorted in memory: the database orders and pages, the export is streamed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import F, Model, QuerySet
from django.http import FileResponse, HttpRequest
from django.utils.http import content_disposition_header

from gongkai.faces.common.exports.long_table import table_file
from gongkai.faces.common.lists import PER_PAGE, XLSX, Column, Head, Listing

Stored = TypeVar("Stored", bound=Model)
CHUNK = 1000


@dataclass(frozen=True, slots=True)
class StoredColumn(Column[Stored], Generic[Stored]):
    """One column; `field` is what the database sorts by, where it can be sorted."""

    field: str = ""


@dataclass(frozen=True, slots=True)
class LongListing(Generic[Stored]):
    """One list of stored rows as asked for in an address; templates use it like a `Listing`."""

    columns: Sequence[StoredColumn[Stored]]
    rows: QuerySet[Stored]
    asked: dict[str, str]

    @classmethod
    def of(
        cls,
        request: HttpRequest,
        columns: Sequence[StoredColumn[Stored]],
        rows: QuerySet[Stored],
    ) -> "LongListing[Stored]":
        """Sort the rows as the address says; those without a value come last."""
        asked = {key: value for key in request.GET if (value := request.GET.get(key, ""))}
        wanted = asked.get("sort", "")
        key = wanted.removeprefix("-")
        column = next((c for c in columns if c.sorts and c.field and c.key == key), None)
        if column is not None:
            field = F(column.field)
            down = wanted.startswith("-")
            order = field.desc(nulls_last=True) if down else field.asc(nulls_last=True)
            rows = rows.order_by(order, "-pk")
        return cls(columns, rows, asked)

    @property
    def page(self) -> Page[Stored]:
        """The page asked for."""
        return Paginator(self.rows, PER_PAGE).get_page(self.asked.get("page"))

    @property
    def heads(self) -> list[Head]:
        """The heads of the columns."""
        return self._frame.heads

    @property
    def pages_address(self) -> str:
        """The address to which a page's number is to be added."""
        return self._frame.pages_address

    @property
    def export_address(self) -> str:
        """The address of the whole list as a workbook."""
        return self._frame.export_address

    def address(self, **changed: str) -> str:
        """This address with other choices."""
        return self._frame.address(**changed)

    @property
    def _frame(self) -> Listing[Stored]:
        return Listing(self.columns, (), self.asked)

    def exported(self, name: str) -> FileResponse | None:
        """The whole list as a workbook, where the address asks for it."""
        if self.asked.get("format") != "xlsx":
            return None
        head = [column.label for column in self.columns]
        found = self.rows.iterator(chunk_size=CHUNK)
        rows = ([column.value(row) for column in self.columns] for row in found)
        response = FileResponse(table_file(name, head, rows), content_type=XLSX)
        response.headers["Content-Disposition"] = content_disposition_header(
            as_attachment=True, filename=f"{name}.xlsx"
        )
        return response
