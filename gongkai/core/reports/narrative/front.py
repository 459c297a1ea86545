"""The report's title: where it stands, and the organ and year it names."""

import re
from dataclasses import dataclass

from gongkai.core.reports.narrative.flow import Flow, uniform
from gongkai.core.reports.narrative.organ_names import is_full, is_region, organ_in
from gongkai.core.reports.text.dates import YEAR, number_of

NAME = "[一-龥A-Za-z（）·]"
TITLE = re.compile(
    rf"(?:关于)?(?P<before>{NAME}{{0,40}}?)(?:关于)?(?:(?P<year>{YEAR})年?度?)?(?:关于)?(?P<after>{NAME}{{0,40}}?)"
    "(?:政府|政务|机关)?信息(?:主动)?公开(?:工作)?(?:情况)?的?"
    rf"(?:(?P<late>{YEAR})年?度?)?(?:年度|年)?(?:工作)?(?:情况)?(?:总结)?的?(?:年度)?(?:工作)?"
    "(?:情况)?(?:报告|年报)(?:（[^）]{1,12}）)?"
)
ENDS = re.compile(r"公开[^，。；：》\s]{0,14}?(?:报告|年报)")
BEGINS = re.compile(rf"{NAME[:-1]}0-9]+$")
NO_TITLE = re.compile("现将|根据|按照|依据|为|本")
CLOSINGS = ("报告", "年报", "）")
ANNUAL = ("年度", "年报")
SEARCHED, LONGEST, PARTS, RUN_ON_REACH = 16, 90, 4, 120


@dataclass(frozen=True, slots=True)
class Title:
    """A title: its words, the organ (or only the region) and the year in it, and its pieces."""

    text: str = ""
    organ: str = ""
    region: str = ""
    year: int | None = None
    first: int = 0
    last: int = -1


def read_title(text: str) -> Title | None:
    """Read a text that is the title of an annual report; None if it is none."""
    found = TITLE.fullmatch(uniform(text))
    return _title_of(text, found) if found else None


def _title_of(text: str, found: re.Match[str]) -> Title | None:
    year = found["year"] or found["late"]
    if not (year or found["before"] or any(word in text for word in ANNUAL)):
        return None
    names = [organ_in(found[part] or "") for part in ("before", "after")]
    places = [found[part] or "" for part in ("before", "after")]
    organ = next((name for name in names if name), "")
    region = next((place for place in places if is_region(place)), "")
    return Title(text, organ, "" if organ else region, number_of(year) if year else None)


def mentioned_title(text: str) -> Title | None:
    """The report's title inside a name of a file or page, or inside a sentence."""
    plain = uniform(text)
    for end in ENDS.finditer(plain):
        start = BEGINS.search(plain, max(0, end.start() - LONGEST), end.start())
        found = TITLE.fullmatch(plain, start.start() if start else end.start(), end.end())
        title = _title_of(found.group(), found) if found else None
        if title and (title.organ or title.year):
            return title
    return None


def find_title(flow: Flow, end: int) -> Title:
    """The title at the head of a report, before an offset; it may be broken over lines."""
    for last, start in enumerate(flow.starts[:SEARCHED]):
        if start >= end:
            break
        stop = flow.bounds(last)[1]
        if not flow.plain[start:stop].endswith(CLOSINGS):
            continue
        best = _joined(flow, last)
        if best:
            return best
    return _run_on(flow, end)


def _run_on(flow: Flow, end: int) -> Title:
    """A title with which the text begins and which runs on into the next words."""
    reach = 0 if NO_TITLE.match(flow.plain) else min(end, RUN_ON_REACH)
    for closing in ENDS.finditer(flow.plain, 0, reach):
        title = read_title(flow.text[: closing.end()])
        if title and title.organ and title.year:
            return Title(title.text, title.organ, title.region, title.year, 0, 0)
    return Title()


def _joined(flow: Flow, last: int) -> Title | None:
    best: Title | None = None
    stop = flow.bounds(last)[1]
    for first in range(last, max(-1, last - PARTS), -1):
        text = flow.text[flow.starts[first] : stop].split("：")[-1]
        if len(text) > LONGEST:
            break
        title = read_title(text)
        if title is None:
            continue
        if best is None or _better(title, best):
            best = Title(text, title.organ, title.region, title.year, first, last)
        if is_full(best.organ):
            break
    return best


def _better(title: Title, best: Title) -> bool:
    return bool(title.organ or (title.region and not best.organ)) and (
        is_full(title.organ) or not best.organ
    )
