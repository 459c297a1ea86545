"""The one shape of "something is wrong"."""

from gongkai.core.finding.finding import Evidence, Finding, Severity, Status

__all__ = ["Evidence", "Finding", "Severity", "Status"]
