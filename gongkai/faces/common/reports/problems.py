"""What is wrong with what a person typed, as findings."""

from gongkai.core.finding import Finding, Severity


def not_a_reading(text: str) -> Finding:
    """What was typed is no number."""
    return Finding("TYPED", Severity.ERROR, title="不是一个数", text=text)
