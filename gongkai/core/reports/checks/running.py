"""Running all checks on a report."""

from gongkai.core.finding import Finding
from gongkai.core.reports.checks.facts import NOTHING_KNOWN, Facts
from gongkai.core.reports.checks.registry import RULES
from gongkai.core.reports.checks.rule import time_of
from gongkai.core.reports.report import Report


def check(report: Report, facts: Facts = NOTHING_KNOWN) -> tuple[Finding, ...]:
    """Every rule's outcome on one report, in the order of the list: PASS and open ones included."""
    found: list[Finding] = []
    time = time_of(report)
    for rule in RULES:
        found += rule.at(time, report, facts)
    return tuple(found)
