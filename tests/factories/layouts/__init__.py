"""Layouts: each turns the same figures into another text or file."""

from tests.factories.layouts import (
    columns,
    converted,
    files,
    markdown,
    odd,
    pdf_text,
    review,
    rows,
    runs,
    scanned,
    vertical,
    web,
)

__all__ = [
    "columns",
    "converted",
    "files",
    "markdown",
    "odd",
    "pdf_text",
    "review",
    "rows",
    "runs",
    "scanned",
    "vertical",
    "web",
]
