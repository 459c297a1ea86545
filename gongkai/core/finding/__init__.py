"""The one shape of "something is wrong"."""

from gongkai.core.finding.blocked import BlockedError
from gongkai.core.finding.finding import Evidence, Finding, Severity, Span, Status

__all__ = ["BlockedError", "Evidence", "Finding", "Severity", "Span", "Status"]
