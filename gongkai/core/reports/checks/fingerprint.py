"""The fingerprint of a finding: the same as long as what it rests on is the same."""

from hashlib import sha256

from gongkai.core.finding import Finding
from gongkai.core.reports.report import Report

LENGTH = 20


def fingerprint(finding: Finding, *reports: Report) -> str:
    """A short text that stays the same over re-runs and changes when an underlying cell changes.

    It rests on the code, the cells and their numbers in the reports checked, both sides of the
    comparison and the words quoted; not on the wording, which a later version may better.
    """
    parts = [finding.code, str(finding.left), str(finding.right)]
    parts += [f"{path}={report.value(path)}" for path in finding.paths for report in reports]
    parts += finding.paths
    if not finding.paths:
        parts += [evidence.text for evidence in finding.evidence] or [finding.text]
    return sha256("\n".join(parts).encode()).hexdigest()[:LENGTH]
