"""Why something that was asked for is not done."""

from collections.abc import Iterable

from gongkai.core.finding.finding import Finding


class BlockedError(Exception):
    """The rules do not allow it; the findings say in Chinese what is in the way and what to do."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("；".join(finding.text for finding in self.findings))
