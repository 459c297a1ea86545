"""The fingerprint of a finding: the same as long as the words it points to stand where they are."""

from hashlib import sha256
from typing import Final

from gongkai.core.checks.content import Content, PartKind
from gongkai.core.checks.plain import plain_character
from gongkai.core.finding import Finding

LENGTH: Final = 32
CONTEXT: Final = 8
"""So many characters before and behind tell equal words apart."""
FILES: Final = frozenset({PartKind.FILE, PartKind.FILE_HIDDEN, PartKind.FILE_NAME})
PARTED: Final = ":"


def fingerprint(finding: Finding, content: Content) -> str:
    """A short text that edits elsewhere leave alone, and that a changed quote changes.

    A file that is replaced by another of the same name keeps what was said of the same words.
    """
    parts = [finding.code]
    if finding.span is None:
        parts += [_name(path, content) for path in finding.paths]
    else:
        parts += _quoted(finding, content)
    parts += [evidence.text for evidence in finding.evidence]
    return sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:LENGTH]


def _quoted(finding: Finding, content: Content) -> list[str]:
    span = finding.span
    part = content.part(span.part) if span else None
    if span is None or part is None:
        return [finding.text]
    return [
        f"{part.kind} {_name(part.key, content) if part.kind in FILES else part.key}",
        _plain(part.text[span.start : span.end]),
        _plain(part.text[max(0, span.start - 2 * CONTEXT) : span.start])[-CONTEXT:],
        _plain(part.text[span.end : span.end + 2 * CONTEXT])[:CONTEXT],
    ]


def _name(path: str, content: Content) -> str:
    """A file's name instead of its key, which changes whenever a file is put in its place."""
    for file in content.attachments:
        if path == file.key or path.startswith(f"{file.key}{PARTED}"):
            return file.name
    part = content.part(path)
    return part.label if part and part.kind in FILES else path


def _plain(text: str) -> str:
    return "".join("".join(plain_character(char) for char in text).split())
