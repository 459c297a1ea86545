"""Findings on the screen: what is wrong, where, what to do."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from gongkai.core.finding import Finding, Status
from gongkai.faces.common.exports.saying import SIGNS, counts, kind, weight, word
from gongkai.faces.console import words
from gongkai.faces.console.screen import STYLES

QUIET = {Status.PASS, Status.NOT_ASSESSABLE}


def show_findings(
    console: Console, findings: Iterable[Finding], *, everything: bool = False
) -> None:
    """Print findings, the heaviest first, and how many there are of each kind."""
    members = list(findings)
    shown = [finding for finding in members if everything or finding.status not in QUIET]
    for finding in sorted(shown, key=weight):
        show_finding(console, finding)
    if not any(finding.status not in QUIET for finding in members):
        console.print(Text(f"✓ {words.CLEAN}", style="green"))
    console.print(counts(members))
    console.print()


def show_finding(console: Console, finding: Finding) -> None:
    """Print one finding."""
    head = f"{SIGNS[kind(finding)]} {word(finding)} {finding.code}"
    console.print(Text.assemble((head, STYLES[kind(finding)]), f" {finding.title}"))
    console.print(f"    {finding.text}")
    if finding.hint:
        console.print(f"    {words.ADVICE}：{finding.hint}")
    if finding.cite:
        console.print(f"    {words.CITE}：{finding.cite}")
    for evidence in finding.evidence:
        if evidence.text:
            console.print(Text(f"    {words.SOURCE}：{evidence}", style="dim"))


def show_unreadable(console: Console, findings: Iterable[Finding]) -> None:
    """Print why files could not be read, one sentence each."""
    for finding in findings:
        console.print(Text.assemble(("✗ ", STYLES["error"]), finding.text, finding.hint))
