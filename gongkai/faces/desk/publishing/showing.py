"""A submitted revision as pages show it: marked where findings are, compared with another."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from gongkai.apps.checks.queries import may_waive
from gongkai.apps.publishing.checking import Judged
from gongkai.apps.publishing.comparing import Compared, class_label, compared, ground_label
from gongkai.apps.publishing.item_queries import Enclosed
from gongkai.apps.publishing.markup import Highlight, marked
from gongkai.apps.publishing.review_queries import Case, Earlier
from gongkai.core.finding import Finding, Severity
from gongkai.core.identity import Actor
from gongkai.core.law.grounds import GROUND
from gongkai.core.publishing.draft import Draft, unpack
from gongkai.core.publishing.kinds import KIND
from gongkai.core.publishing.lifecycle import EDITION
from gongkai.faces.desk.publishing.item import filled_lines
from gongkai.faces.desk.publishing.waiving import matter_of, may_lift
from gongkai.faces.desk.publishing.words import (
    AREA,
    COMPARE_WORDS,
    PURPOSES,
    SIGNS,
    VERDICTS,
    shown_way,
)

BODY = "body"
EXTRACT = 2000
ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFORMATION: 2}


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding with its number, and whether its place is marked in the text."""

    number: str
    judged: Judged
    finding: Finding
    sign: str
    is_marked: bool
    may_waive: bool
    may_lift: bool


@dataclass(frozen=True, slots=True)
class ShownFile:
    """An attachment with the beginning of what it says, and what of that nobody sees at once."""

    enclosed: Enclosed
    extract: str
    hidden: str
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What has changed since another revision."""

    key: str
    label: str
    number: int
    rows: list[tuple[Compared, SafeString]]


def shown_findings(who: Actor, case: Case) -> list[ShownFinding]:
    """The findings, the open and heavy ones first."""
    matter = matter_of(case)
    judged = case.examination.judged
    ordered = sorted(judged, key=lambda row: (not row.is_blocking, ORDER[row.finding.severity]))
    return [
        ShownFinding(
            number=str(number),
            judged=row,
            finding=row.finding,
            sign=SIGNS[row.finding.severity],
            is_marked=_is_in_body(row),
            may_waive=row.is_blocking and may_waive(who, row, matter),
            may_lift=may_lift(who, row),
        )
        for number, row in enumerate(ordered, 1)
    ]


def marked_body(draft: Draft, findings: list[ShownFinding]) -> SafeString:
    """The text with the places of findings marked."""
    places = [
        Highlight(span.start, span.end, row.number, row.finding.severity.value, row.sign)
        for row in findings
        if (span := row.finding.span) is not None and row.is_marked
    ]
    return mark_safe(marked(draft.body, places))  # noqa: S308 - the markup is sanitary by construction


def _is_in_body(row: Judged) -> bool:
    return row.finding.span is not None and row.finding.span.part == BODY


def shown_file(row: Enclosed) -> ShownFile:
    """An attachment with an extract of its text."""
    parts = () if row.facts is None else row.facts.parts
    seen = "\n".join(part.text for part in parts if not part.hidden)
    unseen = "\n".join(f"{part.label}：{part.text}" for part in parts if part.hidden)
    return ShownFile(row, seen[:EXTRACT], unseen[:EXTRACT], len(seen) > EXTRACT)


def comparison(case: Case, wanted: str) -> Comparison | None:
    """The difference that the address asks for."""
    found = next((row for row in case.earlier if row.key == wanted), None)
    if found is None:
        return None
    rows = rows_compared(unpack(found.revision.content), case.draft, case.item.kind)
    return Comparison(found.key, COMPARE_WORDS[found.key], found.revision.number, rows)


def rows_compared(old: Draft, new: Draft, kind: str) -> list[tuple[Compared, SafeString]]:
    """The fields that differ, as pages show them."""
    found = compared(old, new, kind)
    return [(row, mark_safe(row.html)) for row in found]  # noqa: S308 - sanitary by construction


def usual_comparison(earlier: list[Earlier]) -> str:
    """What is shown first: what this level saw, else what anybody saw, else what is public."""
    keys = [row.key for row in earlier]
    return next((key for key in ("level", "last", "released") if key in keys), "")


def shown_case(who: Actor, case: Case, wanted: str | None) -> dict[str, object]:
    """What the pages about a submitted edition have in common."""
    findings = shown_findings(who, case)
    key = usual_comparison(case.earlier) if wanted is None else wanted
    draft = case.draft
    ground = GROUND.get(draft.ground)
    return {
        "area": AREA,
        "case": case,
        "edition": case.edition,
        "item": case.item,
        "kind": KIND[case.item.kind],
        "state": EDITION.label(case.edition.state),
        "purpose": PURPOSES.get(case.edition.purpose, ""),
        "draft": draft,
        "class_label": class_label(draft.disclosure_class),
        "ground": ground_label(draft.ground),
        "ground_cite": "" if ground is None else str(ground.cite),
        "lines": filled_lines(draft, case.item.kind),
        "findings": findings,
        "open_findings": len(case.examination.blocking),
        "body": marked_body(draft, findings),
        "files": [shown_file(row) for row in case.enclosed],
        "way": shown_way(case.way),
        "opinions": [(row, VERDICTS[row.verdict]) for row in case.reviews],
        "compared": comparison(case, key),
        "comparisons": [(row.key, COMPARE_WORDS[row.key]) for row in case.earlier],
    }
