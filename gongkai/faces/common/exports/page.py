"""Reports as one page of HTML that stands alone and prints well."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from django.template import Context, Engine

from gongkai.apps.reports.comparing import Comparison
from gongkai.apps.reports.reading import Checked
from gongkai.core.finding import Finding, Status
from gongkai.core.reports.report import Report
from gongkai.faces.common.exports.marks import Mark, marks
from gongkai.faces.common.exports.result import Result
from gongkai.faces.common.exports.saying import (
    SIGNS,
    candidates_of,
    counts,
    format_of,
    kind,
    name_of,
    place_of,
    weight,
    word,
)
from gongkai.faces.common.exports.sheets import Sheet, sheets_of
from gongkai.faces.common.exports.words import PAGE_TITLE

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"


def page(result: Result) -> bytes:
    """Write everything a run came to as one page."""
    names = [name_of(one.report) for one in result.checked]
    titles = [comparison.title for comparison in result.comparisons]
    return rendered(
        "exports/report.html",
        {
            "title": (titles or names or [PAGE_TITLE])[0],
            "unreadable": [f"{finding.text}{finding.hint}" for finding in result.unreadable],
            "comparisons": [_comparison(one) for one in result.comparisons],
            "reports": [_report(one) for one in result.checked],
        },
    )


def rendered(name: str, content: Mapping[str, object]) -> bytes:
    """Fill a template; this needs the settings, but no database and no other part of Django."""
    context = Context(dict(content), use_l10n=False)
    return _engine().get_template(name).render(context).encode("utf-8")


@cache
def _engine() -> Engine:
    return Engine(dirs=[str(TEMPLATES)])


def _comparison(comparison: Comparison) -> dict[str, object]:
    return {
        "title": comparison.title,
        "names": comparison.names,
        "lines": comparison.lines,
        "findings": shown(comparison.findings),
    }


def _report(one: Checked) -> dict[str, object]:
    report = one.report
    return {
        "report": report,
        "name": name_of(report),
        "form": format_of(report),
        "checked": bool(one.findings),
        "counts": counts(one.findings),
        "findings": shown(one.findings),
        "doubts": [
            {
                "place": place_of(report, doubt.path),
                "reason": doubt.reason,
                "candidates": candidates_of(doubt),
            }
            for doubt in report.doubts
        ],
        "tables": _tables(report, one.findings),
    }


def _tables(report: Report, findings: Iterable[Finding]) -> list[dict[str, object]]:
    if report.form is None:
        return []
    states = marks(report, findings)
    return [_table(report, sheet, states) for sheet in sheets_of(report)]


def _table(report: Report, sheet: Sheet, states: Mapping[str, Mark]) -> dict[str, object]:
    layout = report.tables.get(sheet.key)
    return {
        "title": sheet.title,
        "absent": layout is not None and not layout.present,
        "instead": layout.instead if layout else "",
        "lines": [
            [
                {
                    "text": states[box.path].text if box.path else box.text,
                    "state": states[box.path].state.value if box.path else "",
                    "label": states[box.path].state.label if box.path else "",
                    "row_span": box.row_span,
                    "column_span": box.column_span,
                }
                for box in line
            ]
            for line in sheet.lines()
        ],
    }


def shown(findings: Iterable[Finding]) -> list[dict[str, object]]:
    """What did not pass, the heaviest first, with a sign and a word for its kind."""
    members = [finding for finding in findings if finding.status in {Status.FAIL, Status.UNCERTAIN}]
    return [
        {
            "kind": kind(finding),
            "sign": SIGNS[kind(finding)],
            "word": word(finding),
            "code": finding.code,
            "title": finding.title,
            "text": finding.text,
            "hint": finding.hint,
            "cite": finding.cite,
            "evidence": [evidence for evidence in finding.evidence if evidence.text],
        }
        for finding in sorted(members, key=weight)
    ]
