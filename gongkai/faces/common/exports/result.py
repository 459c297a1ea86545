"""What one run over files came to: the value every export is made from."""

from dataclasses import dataclass

from gongkai.apps.reports.comparing import Comparison
from gongkai.apps.reports.reading import Checked
from gongkai.core.finding import Finding, Severity, Status


@dataclass(frozen=True, slots=True)
class Result:
    """Reports with their findings, comparisons, and files that could not be read."""

    checked: tuple[Checked, ...]
    unreadable: tuple[Finding, ...] = ()
    comparisons: tuple[Comparison, ...] = ()

    @property
    def errors(self) -> int:
        """How many things are certainly wrong."""
        compared = [finding for one in self.comparisons for finding in one.findings]
        alone = [finding for one in self.checked for finding in one.findings]
        return sum(is_error(finding) for finding in (*alone, *compared))


def is_error(finding: Finding) -> bool:
    """Whether a finding is an error for certain."""
    return finding.status is Status.FAIL and finding.severity is Severity.ERROR
