"""The signature at the end of a report: organ and date, on lines of their own or run on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.core.reports.narrative.flow import Flow
from gongkai.core.reports.narrative.organ_names import KIND, organ_in
from gongkai.core.reports.text.dates import find_dates

AFTERWARDS = re.compile(
    "附件|附：|附表|附图|相关|报告?下载|下载|扫一扫|更多|责任编辑|编辑|来源|打印|关闭|分享|上一篇|下一篇|浏览|主办|承办"
    "|版权|网站|地址|电话|邮编|\\d+$|（此件|（联系|主动公开$|[（(].*[）)]$|[^一-龥]*$|.*\\.(?:docx?|pdf|wps|ofd|xlsx?)"
)
RUN_ON = re.compile(
    rf"(?<![一-龥，、])(?P<organ>[一-龥]{{3,30}}(?:{KIND}))(?P<day>(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日)(?![，、])"
)
LOOKED_AT, REACH = 14, 400


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, when, and where in the text the signature begins."""

    organ: str = ""
    day: date | None = None
    start: int = -1


def _day_of(text: str) -> tuple[date | None, str]:
    """The date a piece ends with, and what stands before it."""
    found = next(find_dates(text), None)
    if found is None or text[found.end :].strip("。印发）)"):
        return None, text
    return found.day, text[: found.start].strip("（(：:")


def _pieces(flow: Flow, after: int) -> Iterator[tuple[int, str]]:
    for piece in range(len(flow.starts) - 1, max(-1, len(flow.starts) - 1 - LOOKED_AT), -1):
        start, end = flow.bounds(piece)
        if start < after:
            return
        yield start, flow.plain[start:end]


def find_signature(flow: Flow, after: int, known: str = "") -> Signature:
    """The signature behind an offset; an empty one where there is none.

    `known` is the organ that the title names: its name right before a date is a signature even where
    other words run on into it.
    """
    day, day_start = None, -1
    for start, text in _pieces(flow, after):
        found, rest = _day_of(text) if len(text) < 60 else (None, text)
        if found and day is None:
            day, day_start = found, start
            text = rest
            if not text:
                continue
        organ = organ_in(text) if len(text) < 60 else ""
        if organ:
            return Signature(organ, day, start)
        if day or not AFTERWARDS.match(text):
            break
    inline = _run_on(flow, after, known)
    return inline if inline.organ and not day else Signature("", day, day_start)


def _run_on(flow: Flow, after: int, known: str) -> Signature:
    reach = max(after, len(flow.plain) - REACH)
    found = None
    for match in RUN_ON.finditer(flow.plain, reach):
        found = match
    if found is None and known:
        start = flow.plain.rfind(known, reach)
        day = next(find_dates(flow.plain[start + len(known) :]), None) if start >= 0 else None
        return Signature(known, day.day, start) if day and day.start == 0 else Signature()
    if found is None:
        return Signature()
    return Signature(found["organ"], next(find_dates(found["day"])).day, found.start())
