"""The report as a JSON object: keys and shapes of docs/schema/report-1.json."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from gongkai.core.finding import Finding
from gongkai.core.reports.forms import FORMS, Row, Table, row_paths
from gongkai.core.reports.report import Figure, Number, Reading, Report
from gongkai.core.reports.text.normalise import fold

SCHEMA_VERSION = 1
UNIT = re.compile(r"万元|元")

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def plain(value: Number | None) -> int | float | None:
    """A number as JSON has it."""
    return float(value) if isinstance(value, Decimal) else value


def as_object(report: Report) -> dict[str, Json]:
    """The whole report as one JSON object."""
    return {
        "schema_version": SCHEMA_VERSION,
        "file": report.file,
        "files": list(report.parts or (report.file,)),
        "organ": report.organ,
        "year": report.year,
        "format": report.format,
        "table2": _table(report, "table2"),
        "applications": _table(report, "applications"),
        "review": _review(report),
        "narrative": _narrative(report),
        "doubts": [
            {"path": d.path, "reason": d.reason, "candidates": [_reading(c) for c in d.candidates]}
            for d in report.doubts
        ],
        "sources": _sources(report),
        "notes": [_note(note) for note in report.notes],
        "appendix": [
            {"label": label, "unit": unit, "value": plain(value)}
            for label, unit, value in report.appendix
        ],
    }


def _reading(reading: Reading) -> Json:
    if isinstance(reading, tuple):
        return [plain(value) for value in reading]
    return plain(reading)


def _rows(report: Report, key: str) -> list[tuple[Table, Row]]:
    """The rows of the report's form, then rows of the other form that the source has instead."""
    forms = [form for form in FORMS if form.key == report.format]
    forms += [form for form in FORMS if form.key != report.format]
    seen: dict[str, tuple[Table, Row]] = {}
    for number, form in enumerate(forms):
        table = form.table(key)
        for row in table.rows:
            if number == 0 or row_paths(table, row)[0] in report.cells:
                seen.setdefault(row.key, (table, row))
    return list(seen.values())


def _table(report: Report, key: str) -> Json:
    layout = report.tables.get(key)
    if layout is None or not layout.present:
        return None
    found: dict[str, Json] = {}
    for table, row in _rows(report, key):
        paths = row_paths(table, row)
        if not any(path in report.cells for path in paths):
            if not _replaced(report, row.key):
                found[row.key] = None
        elif row.key == "procurement":
            found[row.key] = _procurement(report, paths)
        elif len(paths) == 1:
            found[row.key] = plain(report.value(paths[0]))
        else:
            found[row.key] = [plain(report.value(path)) for path in paths]
    return found


def _replaced(report: Report, key: str) -> bool:
    """Whether 其他处理 stands in the other form's rows."""
    if key.startswith("other_") and key[6:].isdigit():
        return "applications.other.0" in report.cells
    return key == "other" and "applications.other_1.0" in report.cells


def _procurement(report: Report, paths: Sequence[str]) -> Json:
    amount = report.cells.get(paths[1])
    unit = UNIT.search(fold(amount.raw)) if amount else None
    return {
        "items": plain(report.value(paths[0])),
        "amount": plain(report.value(paths[1])),
        "unit": unit.group() if unit else None,
    }


def _review(report: Report) -> Json:
    layout = report.tables.get("review")
    if layout is None or not layout.present:
        return None
    paths = [path for path in report.cells if path.startswith("review.")]
    return {path.partition(".")[2]: plain(report.value(path)) for path in paths}


def _figure(figure: Figure) -> dict[str, Json]:
    return {
        "key": figure.key,
        "value": plain(figure.value),
        "approximate": figure.approximate,
        "unit": figure.unit,
        "section": figure.section,
        "text": figure.text,
        "page": figure.place.page,
        "line": figure.place.line,
    }


def _narrative(report: Report) -> Json:
    said = report.narrative
    period = [day.isoformat() for day in said.period] if said.period else None
    return {
        "title": said.title,
        "period": period,
        "signed_by": said.signed_by or None,
        "signed_on": said.signed_on.isoformat() if said.signed_on else None,
        "organ_names": list(said.organ_names),
        "document_numbers": list(said.document_numbers),
        "figures": [_figure(figure) for figure in said.figures],
        "denials": [_figure(figure) for figure in said.denials],
        "breakdowns": [
            {
                "total": _figure(breakdown.total),
                "parts": [_figure(part) for part in breakdown.parts],
                "open_ended": breakdown.open_ended,
            }
            for breakdown in said.breakdowns
        ],
        "sections": [
            {"number": s.number, "ordinal": s.ordinal, "title": s.title, "text": s.body}
            for s in report.sections
        ],
    }


def _sources(report: Report) -> dict[str, Json]:
    return {
        path: {
            "file": cell.source.file,
            "page": cell.source.page,
            "line": cell.source.line,
            "text": cell.source.text,
            "raw": cell.raw,
            "found": cell.found or None,
        }
        for path, cell in report.cells.items()
    }


def _note(note: Finding) -> dict[str, Json]:
    return {
        "code": note.code,
        "severity": note.severity.value,
        "text": note.text,
        "hint": note.hint,
    }
