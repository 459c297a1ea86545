"""How findings are kept: as plain values, without the personal data they point to.

What a finding quotes of somebody's data stands in the text itself, where it can be mended; a run
that is kept longer shows it masked, and knows it again by a digest.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import TypedDict

from gongkai.apps.checks.rulings import Kept
from gongkai.core.checks.registry import is_sealed
from gongkai.core.finding import Evidence, Finding, Severity, Span
from gongkai.core.law import Citation, statute

SEAL_LENGTH = 16


class StoredSpan(TypedDict):
    """A place in a part."""

    part: str
    start: int
    end: int
    quote: str
    suggestion: str


class StoredCite(TypedDict):
    """A place in a statute."""

    statute: str
    article: int | None
    paragraph: int | None
    item: int | None
    part: str


class StoredFinding(TypedDict):
    """A finding as JSON holds it."""

    code: str
    severity: str
    title: str
    text: str
    hint: str
    paths: list[str]
    about: list[str]
    cite: StoredCite | None
    span: StoredSpan | None
    fingerprint: str


def sealed(finding: Finding) -> Finding:
    """The finding without the data it points to, where those must not be kept twice."""
    if not is_sealed(finding.code):
        return finding
    span = finding.span
    if span is not None and span.suggestion:
        span = replace(span, quote=span.suggestion)
    digests = (sha256(one.text.encode("utf-8", "replace")).hexdigest() for one in finding.evidence)
    evidence = tuple(Evidence("", None, None, digest[:SEAL_LENGTH]) for digest in digests)
    return replace(finding, span=span, evidence=evidence)


def pack(kept: Iterable[Kept]) -> list[StoredFinding]:
    """Findings with their fingerprints, as JSON."""
    return [_packed(finding, mark) for finding, mark in kept]


def _packed(finding: Finding, mark: str) -> StoredFinding:
    span, cite = finding.span, finding.cite
    return StoredFinding(
        code=finding.code,
        severity=finding.severity.value,
        title=finding.title,
        text=finding.text,
        hint=finding.hint,
        paths=list(finding.paths),
        about=[one.text for one in finding.evidence],
        cite=None
        if cite is None
        else StoredCite(
            statute=cite.statute.key,
            article=cite.article,
            paragraph=cite.paragraph,
            item=cite.item,
            part=cite.part,
        ),
        span=None if span is None else _span(span),
        fingerprint=mark,
    )


def _span(span: Span) -> StoredSpan:
    return StoredSpan(
        part=span.part,
        start=span.start,
        end=span.end,
        quote=span.quote,
        suggestion=span.suggestion,
    )


def unpack(rows: Iterable[StoredFinding]) -> Iterator[Kept]:
    """The findings again."""
    for row in rows:
        cite, span = row["cite"], row["span"]
        finding = Finding(
            code=row["code"],
            severity=Severity(row["severity"]),
            title=row["title"],
            text=row["text"],
            hint=row["hint"],
            paths=tuple(row["paths"]),
            cite=None if cite is None else _cite(cite),
            evidence=tuple(Evidence("", None, None, about) for about in row["about"]),
            span=None if span is None else Span(**span),
        )
        yield finding, row["fingerprint"]


def _cite(row: StoredCite) -> Citation:
    return Citation(
        statute(row["statute"]), row["article"], row["paragraph"], row["item"], row["part"]
    )
