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
END_MATTER = re.compile(
    "(?:附件|附表|附)[一二三四1-9]?：|(?:报告|附件|年报|文件)?下载：|相关(?:附件|链接)|扫一扫"
)
LOOKED_AT, REACH, LONGEST = 14, 400, 60


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

    `known` is the organ that the title names: its name right before a date is a signature even
    where other words run on into it.
    """
    own = _on_lines(flow, after)
    if own.organ or own.day:
        return own
    return _run_on(flow, after, known)


def end_of_prose(flow: Flow, after: int, signature: Signature) -> int:
    """Where the prose behind an offset ends: at the signature, or at what hangs on behind it."""
    end = signature.start if signature.start >= 0 else len(flow.plain)
    hanging = END_MATTER.search(flow.plain, after, end)
    return hanging.start() if hanging else end


def _on_lines(flow: Flow, after: int) -> Signature:
    """A signature on lines of its own, organ above date or date above organ."""
    found = Signature()
    for start, text in _pieces(flow, after):
        organ, day = _signed(text)
        if not organ and not day:
            if found.start >= 0 or not AFTERWARDS.match(text):
                break
        elif day and found.day:
            break
        else:
            found = Signature(found.organ or organ, found.day or day, start)
    return found


def _signed(text: str) -> tuple[str, date | None]:
    """The organ and the date that a piece consists of, or one of them."""
    if len(text) >= LONGEST:
        return "", None
    day, rest = _day_of(text)
    return (organ_in(rest) if rest else ""), day


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
