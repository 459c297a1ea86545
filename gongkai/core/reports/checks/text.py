"""The prose of a report as the checks read it: what stands in tables is left out."""

import re
from functools import lru_cache

from gongkai.core.reports.report import Report
from gongkai.core.reports.text.normalise import fold

LINES = re.compile(r"\s+")
BLANKS = re.compile(r"[^\S\n]+")


def prose(report: Report) -> str:
    """All prose as written, a line for each paragraph."""
    return "\n".join(section.body for section in report.sections)


def plain_prose(report: Report) -> str:
    """All prose folded to plain digits and marks, without blanks inside lines."""
    return _plain(prose(report))


def plain_section(report: Report, number: int) -> str | None:
    """The prose of one part, folded and without any blanks; None where the part is missing."""
    section = report.section(number)
    return None if section is None else LINES.sub("", _plain(section.body))


@lru_cache(maxsize=8)
def _plain(text: str) -> str:
    """Several checks read the same text: it is folded once."""
    return fold(BLANKS.sub("", text))
