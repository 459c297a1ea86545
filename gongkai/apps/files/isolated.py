"""What is done to a stranger's file in a process of its own.

This module knows no table: the process that runs it may be killed at any moment.
"""

from dataclasses import replace

from gongkai.apps.wires.adapters import file_cleaner
from gongkai.core.finding import Finding
from gongkai.core.ports import (
    Cleaned,
    FilePart,
    FileText,
    GivenFile,
    ReadingLimits,
    UnreadableError,
)

MOST_CHARACTERS = 10_000_000
CUT_NOTE = "文字过多，只检查了前面的部分。"
Inspection = tuple[GivenFile, ReadingLimits]


def inspect(task: Inspection) -> Cleaned | Finding:
    """The file cleaned, with all that it says; or the finding why it cannot be read."""
    file, limits = task
    try:
        cleaned = file_cleaner().clean(file, limits)
    except UnreadableError as error:
        return error.finding
    return replace(cleaned, text=cut(cleaned.text))


def cut(text: FileText) -> FileText:
    """As much of a text as can be kept and checked."""
    parts: list[FilePart] = []
    left = MOST_CHARACTERS
    for part in text.parts:
        parts.append(replace(part, text=part.text[:left]))
        left -= len(parts[-1].text)
        if len(parts[-1].text) < len(part.text) or left <= 0:
            return FileText(tuple(parts), (*text.unread, CUT_NOTE))
    return text
