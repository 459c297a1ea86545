"""Checking one report: the rules of the check list, the formulas, and what they found."""

from gongkai.core.reports.checks.facts import NOTHING_KNOWN, Facts
from gongkai.core.reports.checks.fingerprint import fingerprint
from gongkai.core.reports.checks.guide import guide
from gongkai.core.reports.checks.registry import FAMILIES, RULES, Rules
from gongkai.core.reports.checks.rule import Outcome, Rule
from gongkai.core.reports.checks.running import check

__all__ = [
    "FAMILIES",
    "NOTHING_KNOWN",
    "RULES",
    "Facts",
    "Outcome",
    "Rule",
    "Rules",
    "check",
    "fingerprint",
    "guide",
]
