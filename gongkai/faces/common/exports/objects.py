"""Reports and findings as JSON objects (docs/schema/report-1.json)."""

import json
from collections import Counter
from collections.abc import Mapping

from gongkai.apps.reports.comparing import Comparison
from gongkai.apps.reports.reading import Checked
from gongkai.core.finding import Evidence, Finding, Status
from gongkai.core.reports.export import SCHEMA_VERSION, as_object, plain
from gongkai.core.reports.report import Report


def report_object(report: Report) -> dict[str, object]:
    """One report as it was read."""
    return dict(as_object(report))


def checked_object(checked: Checked, *, everything: bool = False) -> dict[str, object]:
    """One report with what its checks came to; checks that passed are only counted."""
    findings = [
        finding_object(finding)
        for finding in checked.findings
        if everything or finding.status in {Status.FAIL, Status.UNCERTAIN}
    ]
    counts = Counter(finding.status.value for finding in checked.findings)
    return {
        **report_object(checked.report),
        "findings": findings,
        "checks": {status.value: counts[status.value] for status in Status},
    }


def comparison_object(comparison: Comparison) -> dict[str, object]:
    """Several reports side by side."""
    return {
        "schema_version": SCHEMA_VERSION,
        "comparison": comparison.title,
        "reports": list(comparison.names),
        "cells": [
            {
                "label": line.label,
                "values": [plain(number) for number in line.numbers],
                "differs": line.differs,
            }
            for line in comparison.lines
        ],
        "findings": [finding_object(finding) for finding in comparison.findings],
    }


def finding_object(finding: Finding) -> dict[str, object]:
    """One finding."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "status": finding.status.value,
        "title": finding.title,
        "text": finding.text,
        "hint": finding.hint,
        "cite": str(finding.cite) if finding.cite else None,
        "paths": list(finding.paths),
        "left": plain(finding.left),
        "right": plain(finding.right),
        "delta": plain(finding.delta),
        "evidence": [evidence_object(evidence) for evidence in finding.evidence],
    }


def evidence_object(evidence: Evidence) -> dict[str, object]:
    """Where to look."""
    return {
        "file": evidence.file,
        "page": evidence.page,
        "line": evidence.line,
        "text": evidence.text,
    }


def line_of(thing: Mapping[str, object]) -> str:
    """Write an object on one line."""
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
