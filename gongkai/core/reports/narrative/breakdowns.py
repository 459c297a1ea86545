"""Totals with their parts (共…条，其中…), put together from the figures and the words between."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from gongkai.core.reports.narrative.denials import Denial
from gongkai.core.reports.narrative.flow import Flow
from gongkai.core.reports.narrative.walk import Found, Marker
from gongkai.core.reports.report import Breakdown, Figure

COUNTED_ALIKE = frozenset("件条个篇份项则例起宗")
COUNTED = COUNTED_ALIKE | frozenset("人场次")
HALVES = frozenset({"npc_proposals", "cppcc_proposals"})
CARRIED = ("carried_in", "carried_out")
ANSWERED = "applications_answered"
RESULTS = frozenset(
    {
        "granted",
        "granted_or_partial",
        "partial",
        "refused",
        "unable",
        "not_processed",
        "other",
        "withdrawn",
    }
)
NEW_THOUGHT = re.compile("[；。]|另[有外]?")
AND_SO_ON = re.compile("[^，。；（）\\d]{0,3}等")
ANOTHER = re.compile("其中|包括|，含|（含")
BRACKETED = re.compile("（[^（）]*）")
BESIDES = re.compile("(?:^|，)另")
SEMICOLON, OPENING, CLOSING = "；（）"
FEWEST, REACH = 2, 60


def find_breakdowns(
    flow: Flow, found: Sequence[Found], markers: Sequence[Marker], denials: Sequence[Denial]
) -> Iterator[Breakdown]:
    """All totals of which the prose names two or more parts."""
    starts = [one.start for one in found]
    for marker in markers:
        first = bisect_left(starts, marker.start)
        total = _total(flow, found[max(0, first - REACH) : first], marker)
        if total is None:
            continue
        parts, end = _parts(flow, found[first : first + REACH], marker, total)
        zeros = [d.figure for d in denials if marker.end <= d.start < end and _kin(d, total)]
        figures = tuple(part.figure for part in parts)
        if len(figures) + len(zeros) >= FEWEST and not _of_other_total(parts, total):
            yield Breakdown(total.figure, (*figures, *zeros), _open_ended(flow, parts))


def _kin(denial: Denial, total: Found) -> bool:
    return denial.figure.key.split("_")[0] == total.figure.key.split("_")[0] != ""


def _total(flow: Flow, found: Sequence[Found], marker: Marker) -> Found | None:
    """The last figure before the marker at its depth, or before the bracket it stands in."""
    sentences = (marker.sentence, marker.sentence - 1 if marker.opens_sentence else marker.sentence)
    for one in reversed(found):
        if one.depth > marker.depth:
            continue
        if one.sentence not in sentences or SEMICOLON in flow.plain[one.end : marker.start]:
            return None
        if one.figure.key in CARRIED or one.figure.unit not in COUNTED:
            continue
        if one.figure.key in HALVES:
            return None
        bracketed = marker.depth > one.depth
        between = flow.plain[one.end : marker.start]
        return None if bracketed and not between.endswith(OPENING) else one
    return None


def _alike(part: Figure, total: Figure) -> bool:
    if part.key in CARRIED or part.key.endswith("_share"):
        return False
    return part.unit == total.unit or {part.unit, total.unit} <= COUNTED_ALIKE


def _parts(
    flow: Flow, found: Sequence[Found], marker: Marker, total: Found
) -> tuple[list[Found], int]:
    """The figures of the list that a marker opens, and where the list ends."""
    parts: list[Found] = []
    last = marker.end
    for one in found:
        if one.depth > marker.depth:
            continue
        if one.sentence != marker.sentence or one.depth < marker.depth:
            break
        if _ends_list(flow.plain[last : one.start], marker.depth, len(parts)):
            break
        if _alike(one.figure, total.figure):
            parts.append(one)
        last = one.end
    return parts, last


def _ends_list(between: str, depth: int, parts: int) -> bool:
    """Whether the words between two figures end a list of parts."""
    words = BRACKETED.sub("", between)
    if depth and CLOSING in words.split(OPENING)[0]:
        return True
    if ANOTHER.search(words) or BESIDES.search(words):
        return True
    return parts >= FEWEST and NEW_THOUGHT.search(words) is not None


def _open_ended(flow: Flow, parts: Sequence[Found]) -> bool:
    """Whether the list hints at more parts than it names (等)."""
    return not parts or AND_SO_ON.match(flow.plain, parts[-1].end) is not None


def _of_other_total(parts: Sequence[Found], total: Found) -> bool:
    """Whether the parts are results, which add up to what was answered and not to what came in."""
    of_results = any(part.figure.key in RESULTS for part in parts)
    return of_results and not total.figure.key.startswith(ANSWERED)
