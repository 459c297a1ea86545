"""The prose of a report as the checks read it: what stands in tables is left out."""

from gongkai.core.reports.checks.once import once
from gongkai.core.reports.report import Report
from gongkai.core.reports.text.normalise import FOLDING, fold

ODD = frozenset(map(chr, FOLDING))


@once
def prose(report: Report) -> str:
    """All prose as written, a line for each paragraph."""
    return "\n".join(section.body for section in report.sections)


@once
def unbroken_prose(report: Report) -> str:
    """All prose as written, without any blanks or line breaks."""
    return unbroken(prose(report))


@once
def plain_prose(report: Report) -> str:
    """All prose folded to plain digits and marks, without blanks inside lines."""
    return "\n".join(_plain_bodies(report))


def plain_section(report: Report, number: int) -> str | None:
    """The prose of one part, folded and without any blanks; None where the part is missing."""
    for section, body in zip(report.sections, _plain_bodies(report), strict=True):
        if section.number == number:
            return unbroken(body)
    return None


def folded_text(text: str) -> str:
    """What `fold` gives, quicker for long texts: only the odd letters in it are exchanged."""
    odd = ODD.intersection(text)
    usual = {letter: FOLDING[ord(letter)] for letter in odd}
    if not odd.isdisjoint(usual.values()):
        return fold(text)
    for letter, plain in usual.items():
        text = text.replace(letter, plain)
    return text


def unbroken(text: str) -> str:
    """A text without any blanks or line breaks."""
    return "".join(text.split())


@once
def _plain_bodies(report: Report) -> tuple[str, ...]:
    """The prose of each part, folded in one go: that keeps every letter in its place."""
    bodies = [
        "\n".join(unbroken(line) for line in section.body.split("\n"))
        for section in report.sections
    ]
    folded, start, parts = folded_text("".join(bodies)), 0, []
    for body in bodies:
        parts.append(folded[start : start + len(body)])
        start += len(body)
    return tuple(parts)
