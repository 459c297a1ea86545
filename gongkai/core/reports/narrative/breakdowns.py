"""Totals with their parts (共…条，其中…), put together from the figures and the words between."""

import re
from collections.abc import Iterator, Sequence

from gongkai.core.reports.narrative.denials import Denial
from gongkai.core.reports.narrative.figures import Found, Marker
from gongkai.core.reports.narrative.flow import Flow
from gongkai.core.reports.report import Breakdown, Figure

COUNTED_ALIKE = frozenset("件 条 个 篇 份 项 则 例 起 宗".split())
CARRIED = ("carried_in", "carried_out")
RESULTS = frozenset(
    "granted granted_or_partial partial refused unable not_processed other withdrawn".split()
)
NEW_THOUGHT = re.compile("[；。]|另[有外]?")
AND_SO_ON = re.compile("[^，。；（）\\d]{0,3}等")
ANOTHER = re.compile("其中|包括|，含|（含")
BRACKETED = re.compile("（[^（）]*）")
FEWEST = 2


def find_breakdowns(
    flow: Flow, found: Sequence[Found], markers: Sequence[Marker], denials: Sequence[Denial]
) -> Iterator[Breakdown]:
    """All totals of which the prose names two or more parts."""
    for marker in markers:
        total = _total(flow, found, marker)
        if total is None:
            continue
        parts, end = _parts(flow, found, marker, total)
        zeros = [d.figure for d in denials if marker.end <= d.start < end and _kin(d, total)]
        figures = tuple(part.figure for part in parts)
        if len(figures) + len(zeros) >= FEWEST:
            open_ended = _open_ended(flow, parts, total)
            yield Breakdown(total.figure, (*figures, *zeros), open_ended)


def _kin(denial: Denial, total: Found) -> bool:
    return denial.figure.key.split("_")[0] == total.figure.key.split("_")[0] != ""


def _total(flow: Flow, found: Sequence[Found], marker: Marker) -> Found | None:
    """The last figure before the marker at its depth, or before the bracket it stands in."""
    sentences = (marker.sentence, marker.sentence - 1 if marker.opens_sentence else marker.sentence)
    for one in reversed(found):
        if one.end > marker.start or one.depth > marker.depth:
            continue
        if one.sentence not in sentences or "；" in flow.plain[one.end : marker.start]:
            return None
        if one.figure.key in CARRIED or one.figure.unit not in COUNTED_ALIKE | {"人", "场", "次"}:
            continue
        bracketed = marker.depth > one.depth
        between = flow.plain[one.end : marker.start]
        return None if bracketed and not between.endswith("（") else one
    return None


def _alike(part: Figure, total: Figure) -> bool:
    if part.key in CARRIED or part.key.endswith("_share"):
        return False
    return part.unit == total.unit or {part.unit, total.unit} <= COUNTED_ALIKE


def _parts(
    flow: Flow, found: Sequence[Found], marker: Marker, total: Found
) -> tuple[list[Found], int]:
    parts: list[Found] = []
    last = marker.end
    for one in found:
        if one.start < marker.end:
            continue
        between = BRACKETED.sub("", flow.plain[last : one.start])
        if one.sentence != marker.sentence or one.depth < marker.depth:
            break
        if one.depth > marker.depth:
            continue
        if marker.depth and "）" in between.split("（")[0]:
            break
        if ANOTHER.search(between) or (len(parts) >= FEWEST and NEW_THOUGHT.search(between)):
            break
        if between.startswith("另") or "，另" in between:
            break
        if _alike(one.figure, total.figure):
            parts.append(one)
        last = one.end
    return parts, last


def _open_ended(flow: Flow, parts: Sequence[Found], total: Found) -> bool:
    """Whether more parts are hinted at, or the total may hold what was carried in."""
    if not parts:
        return True
    if AND_SO_ON.match(flow.plain, parts[-1].end):
        return True
    of_results = any(part.figure.key in RESULTS for part in parts)
    return of_results and total.figure.key != "applications_answered"
