"""Comparing reports: one organ over the years, a region with its organs."""

from gongkai.core.reports.comparing.guide import document
from gongkai.core.reports.comparing.organs import Share, compare_organs, contributions
from gongkai.core.reports.comparing.resolving import resolve_with_years
from gongkai.core.reports.comparing.rules import COMPARISONS, Comparison
from gongkai.core.reports.comparing.trends import GROUPS, YearValues, trend
from gongkai.core.reports.comparing.years import compare_years, in_order

__all__ = [
    "COMPARISONS",
    "GROUPS",
    "Comparison",
    "Share",
    "YearValues",
    "compare_organs",
    "compare_years",
    "contributions",
    "document",
    "in_order",
    "resolve_with_years",
    "trend",
]
