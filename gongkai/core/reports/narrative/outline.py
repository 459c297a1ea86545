"""The outline of a report: title, organ, year, period, parts, signature."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gongkai.core.reports.narrative.appendix import without_appendix
from gongkai.core.reports.narrative.flow import Flow, flow_of
from gongkai.core.reports.narrative.front import Title, find_title, mentioned_title
from gongkai.core.reports.narrative.headings import find_headings
from gongkai.core.reports.narrative.organ_names import commonest, is_full, put_together
from gongkai.core.reports.narrative.parts import Stretch, parts_of
from gongkai.core.reports.narrative.signature import end_of_prose, find_signature
from gongkai.core.reports.report import Line, Section
from gongkai.core.reports.text.dates import PeriodMention, find_periods, years

STATISTICS = "统计"
COUNTED = re.compile("统计|数据|期限|时限|期间")
LEAD, FAR, AROUND, BEHIND = 1500, 20_000, 90, 4
NAME = re.compile(r"\.[A-Za-z0-9]{1,5}$")


@dataclass(frozen=True, slots=True)
class Outline:
    """What a report is: title, organ, year, period, parts, signature, each with its source.

    `organ_source` and `year_source` say where the organ and the year were read: `title`,
    `signature`, `page`, `file`, `text`, `put together`, `period`. `organ_names` are all names read,
    each with its source. `title_year`, `period_year` (of the first day), `text_year` (named most
    often) and `page_year` stand side by side, so that a check can see where they differ.
    """

    title: str
    title_lines: tuple[Line, ...]
    organ: str | None
    organ_source: str
    organ_names: tuple[tuple[str, str], ...]
    year: int | None
    year_source: str
    title_year: int | None
    period_year: int | None
    text_year: int | None
    page_year: int | None
    sections: tuple[Section, ...]
    period: tuple[date, date] | None
    period_text: str
    signed_by: str
    signed_on: date | None
    lines: tuple[Line, ...]
    flow: Flow
    prose: tuple[Stretch, ...]


def _period(flow: Flow, lead: int) -> PeriodMention | None:
    """The period the figures are for: in the opening paragraph, or where it speaks of 统计."""
    plain = flow.plain
    areas = [(0, min(lead, LEAD))]
    at = plain.find(STATISTICS, areas[0][1])
    if at >= 0:
        areas.append((at, min(at + AROUND, len(plain))))
    for start, end in areas:
        found = list(find_periods(plain[start:end]))
        counted = [p for p in found if COUNTED.search(plain[start : start + p.end + BEHIND])]
        if counted:
            chosen = counted[0]
            text = flow.text[start + chosen.start : start + chosen.end]
            return PeriodMention(chosen.days, text, start + chosen.start, start + chosen.end)
    return None


def _first(found: Sequence[tuple[str, str]]) -> tuple[str | None, str]:
    """The first name that is complete by itself, or a later one that completes the first."""
    full = [(name, source) for name, source in found if is_full(name)]
    return full[0] if full else (None, "")


def _organs(
    flow: Flow, title: Title, signed_by: str, others: Sequence[tuple[Title | None, str]]
) -> Iterator[tuple[str, str]]:
    """All names of the organ, the surest source first."""
    yield title.organ, "title"
    government = title.region + "人民政府"
    if title.region and government in flow.plain:
        yield government, "title"
    yield signed_by, "signature"
    for other, source in others:
        if other:
            yield other.organ, source


def _from_text(flow: Flow, found: list[tuple[str, str]], region: str) -> None:
    """Where nothing else names the organ, look in the sentences."""
    if region or any(is_full(name) for name, _ in found):
        return
    plain = flow.plain[:LEAD]
    named = mentioned_title(plain)
    found.append((named.organ if named else "", "text"))
    if not is_full(found[-1][0]):
        found.append((commonest(plain) or commonest(flow.plain[LEAD:FAR]), "text"))
    if not is_full(found[-1][0]):
        found.append((put_together(flow.plain[:FAR]), "put together"))


def _text_year(flow: Flow) -> int | None:
    named = Counter(years(flow.plain[:LEAD])).most_common(1)
    return named[0][0] if named else None


def _year(found: Sequence[tuple[int | None, str]]) -> tuple[int | None, str]:
    return next(((year, source) for year, source in found if year), (None, ""))


def outline(lines: Sequence[Line], *, file_name: str = "", page_title: str = "") -> Outline:
    """Read the outline of a report from its lines; lines in tables count as parts' lines only."""
    flow = without_appendix(flow_of(lines))
    headings = find_headings(flow)
    lead = headings[0].start if headings else len(flow.plain)
    title = find_title(flow, lead)
    last = headings[-1].end if headings else 0
    signature = find_signature(flow, last, title.organ)
    sections, prose = parts_of(flow, headings, end_of_prose(flow, last, signature))
    period = _period(flow, lead)
    page = mentioned_title(page_title) if page_title else None
    file = mentioned_title(NAME.sub("", file_name)) if file_name else None
    names = list(_organs(flow, title, signature.organ, ((page, "page"), (file, "file"))))
    _from_text(flow, names, title.region)
    organ, organ_source = _first(names)
    period_year = period.days[0].year if period and period.days else None
    page_year = (page.year if page else None) or (file.year if file else None)
    text_year = _text_year(flow)
    year, year_source = _year(
        (
            (title.year, "title"),
            (period_year, "period"),
            (page_year, "page"),
            (text_year, "text"),
        )
    )
    return Outline(
        title=title.text,
        title_lines=_title_lines(flow, title),
        organ=organ,
        organ_source=organ_source,
        organ_names=tuple(dict.fromkeys((n, s) for n, s in names if n)),
        year=year,
        year_source=year_source,
        title_year=title.year,
        period_year=period_year,
        text_year=text_year,
        page_year=page_year,
        sections=sections,
        period=period.days if period else None,
        period_text=period.text if period else "",
        signed_by=signature.organ,
        signed_on=signature.day,
        lines=tuple(lines),
        flow=flow,
        prose=prose,
    )


def _title_lines(flow: Flow, title: Title) -> tuple[Line, ...]:
    numbers = dict.fromkeys(flow.owners[title.first : title.last + 1])
    return tuple(flow.lines[number] for number in numbers)
