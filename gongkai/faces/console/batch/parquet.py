"""The results of a batch as Parquet tables: one row a report, one row a finding.

Written a group of rows at a time, so that any number of reports fits in memory.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

import pyarrow as pa
import pyarrow.parquet as pq

from gongkai.apps.reports.naming import names
from gongkai.faces.console.batch.columns import cells

GROUP = 1000
"""Rows held before they are written."""

REPORTS = pa.schema(
    [
        ("file", pa.string()),
        ("organ", pa.string()),
        ("year", pa.int32()),
        ("format", pa.string()),
        ("errors", pa.int32()),
        ("warnings", pa.int32()),
        ("doubts", pa.int32()),
        ("doubted_paths", pa.list_(pa.string())),
        *((name, pa.float64()) for name in names()),
    ]
)
"""Cells are floating point: counts are exact in it, fees have decimals, a blank is null."""

FINDINGS = pa.schema(
    [
        ("file", pa.string()),
        ("organ", pa.string()),
        ("year", pa.int32()),
        ("code", pa.string()),
        ("severity", pa.string()),
        ("status", pa.string()),
        ("title", pa.string()),
        ("text", pa.string()),
        ("paths", pa.list_(pa.string())),
        ("left", pa.float64()),
        ("right", pa.float64()),
    ]
)


class Table:
    """One Parquet file that grows row by row, and takes its place when it is whole."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self.path, self.schema = path, schema
        self.part = path.with_name(f".{path.name}.part")
        self.rows: list[dict[str, object]] = []
        self.writer = pq.ParquetWriter(self.part, schema, compression="zstd")

    def add(self, row: dict[str, object]) -> None:
        """Add a row; a column that it does not name is null."""
        self.rows.append(row)
        if len(self.rows) >= GROUP:
            self._write()

    def finish(self) -> None:
        """Write what is left and put the file in place."""
        self._write()
        self.writer.close()
        self.part.replace(self.path)

    def discard(self) -> None:
        """Leave no half-written file behind."""
        self.writer.close()
        self.part.unlink(missing_ok=True)

    def _write(self) -> None:
        if self.rows:
            self.writer.write_table(pa.Table.from_pylist(self.rows, schema=self.schema))
            self.rows.clear()


def write_tables(out: Path, objects: Iterable[Mapping[str, object]]) -> None:
    """Write both tables from the objects of the reports."""
    reports = Table(out / "reports.parquet", REPORTS)
    findings = Table(out / "findings.parquet", FINDINGS)
    finished = False
    try:
        for thing in objects:
            reports.add(report_row(thing))
            for finding in finding_rows(thing):
                findings.add(finding)
        reports.finish()
        findings.finish()
        finished = True
    finally:
        if not finished:
            reports.discard()
            findings.discard()


def report_row(thing: Mapping[str, object]) -> dict[str, object]:
    """One report as a row."""
    found = cast("list[Mapping[str, object]]", thing.get("findings") or [])
    doubts = cast("list[Mapping[str, object]]", thing.get("doubts") or [])
    failed = [finding["severity"] for finding in found if finding["status"] == "fail"]
    return {
        **{key: thing.get(key) for key in ("file", "organ", "year", "format")},
        "errors": failed.count("error"),
        "warnings": failed.count("warning"),
        "doubts": len(doubts),
        "doubted_paths": [str(doubt["path"]) for doubt in doubts],
        **dict(cells(thing)),
    }


def finding_rows(thing: Mapping[str, object]) -> Iterator[dict[str, object]]:
    """Every finding of a report as a row."""
    report = {key: thing.get(key) for key in ("file", "organ", "year")}
    for finding in cast("list[Mapping[str, object]]", thing.get("findings") or []):
        yield {
            **report,
            **{name: finding.get(name) for name in FINDINGS.names if name not in report},
        }
