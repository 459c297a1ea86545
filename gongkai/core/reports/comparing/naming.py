"""What a report's organ is called in a sentence."""

from gongkai.core.reports.report import Report


def name_of(report: Report) -> str:
    """The name of a report's organ, or its file where it names none."""
    return report.organ or report.file
