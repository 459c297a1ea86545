"""Time limits as standard directories write them (公开时限, R8-08).

What the grammar does not know is kept as text and said; nothing is judged by it.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from unicodedata import normalize

from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.law.statutes import OGI
from gongkai.core.publishing.timeliness import STATUTORY
from gongkai.core.reports.text.numerals import chinese_value

CITE: Final = OGI.at(26)


class LimitKind(StrEnum):
    """What sort of limit it is."""

    TERM = "term"
    AT_ONCE = "at_once"
    PROMPT = "prompt"
    ALWAYS = "always"
    SHOWN = "shown"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return LABELS[self]


LABELS: Final = {
    LimitKind.TERM: "限期公开",
    LimitKind.AT_ONCE: "实时公开",
    LimitKind.PROMPT: "及时公开",
    LimitKind.ALWAYS: "长期公开",
    LimitKind.SHOWN: "公示期",
    LimitKind.UNKNOWN: "无法识别",
}


UNJUDGED: Final = {
    LimitKind.ALWAYS: "长期公开，没有最后一天",
    LimitKind.SHOWN: "只写了公示多久，没有写最迟哪一天公开",
    LimitKind.UNKNOWN: "时限没有填写，或者写法无法识别",
}
RUNS_FROM: Final = "从“{begins}”起算，信息上没有这个日期"
"""Why an item is not judged by a limit."""


class Anchor(StrEnum):
    """From which day a term runs: the day the information was formed or changed, the day of a
    decision (which is when such information is formed), or something else."""

    FORMED = "formed"
    DECIDED = "decided"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit. `workdays` or `days` is its length, `shown_days` how long it has to stay;
    `begins` says from what it runs, where that is something else."""

    kind: LimitKind
    workdays: int | None = None
    days: int | None = None
    anchor: Anchor = Anchor.FORMED
    shown_days: int | None = None
    begins: str = ""

    @property
    def unjudged(self) -> str:
        """Why nothing is judged by it; empty where something is."""
        if self.kind is LimitKind.TERM and self.anchor is Anchor.OTHER:
            return RUNS_FROM.format(begins=self.begins)
        return UNJUDGED.get(self.kind, "")

    def due(self, formed_on: date, calendar: WorkdayCalendar) -> date | None:
        """The last day on which it is in time; None where the limit names none.

        Prompt means within the statutory term. At once means the day itself, or the next one on
        which people are at work.
        """
        if self.kind is LimitKind.PROMPT:
            return calendar.add(formed_on, STATUTORY.workdays)
        if self.kind is LimitKind.AT_ONCE:
            return calendar.next_workday(formed_on)
        if self.kind is not LimitKind.TERM or self.anchor is Anchor.OTHER:
            return None
        if self.workdays is not None:
            return calendar.add(formed_on, self.workdays)
        return None if self.days is None else formed_on + timedelta(days=self.days)


_NUMBER = r"(\d{1,4}|[一二两三四五六七八九十百]{1,5})"
_UNIT = r"个?\(?(工作日|日|天)\)?"
_SHOWN = re.compile(
    r"(?:公示|公告|公布)(?:时间|期限|期)?(?:应当?)?(?:为|不得?少于|不低于|不短于|至少)"
    rf"{_NUMBER}{_UNIT}"
)
_TERM = re.compile(_NUMBER + _UNIT)
_FROM = re.compile(r"自?(?P<what>[^,。;]{0,40}?)(?:之日|当日|之后|后)?起")
_AFTER = re.compile(r"自?(?P<what>[^,。;]{1,40}?)(?:之后|以后|后)的?$")
_FORMED = re.compile(r"收到.{0,2}信息|形成|变更|产生|生成|获取|制作|印发|成文")
_DECIDED = re.compile(r"[作做]出.{0,12}(?:决定|结论)|决定[作做]出")
_AT_ONCE = re.compile(r"实时|即时|当[日天]")
_PROMPT = re.compile(r"及时")
_ALWAYS = re.compile(r"长期|常年|常态")
_SPACE = re.compile(r"\s+")
_WORKDAY: Final = "工作日"
MOST: Final = 1_000
"""No limit is as long; what says more is no limit."""


def parse_limit(text: str) -> Limit:
    """The limit that a cell states; of unknown kind where the grammar does not cover it."""
    plain = _SPACE.sub("", normalize("NFKC", text))
    shown = _SHOWN.search(plain)
    stays = None if shown is None else _number(shown[1])
    rest = plain if shown is None else plain[: shown.start()] + plain[shown.end() :]
    if term := _TERM.search(rest):
        return _term(term, rest, stays)
    for pattern, kind in _WORDS:
        if pattern.search(rest):
            return Limit(kind, shown_days=stays)
    return Limit(LimitKind.UNKNOWN if stays is None else LimitKind.SHOWN, shown_days=stays)


_WORDS: Final = (
    (_AT_ONCE, LimitKind.AT_ONCE),
    (_PROMPT, LimitKind.PROMPT),
    (_ALWAYS, LimitKind.ALWAYS),
)


def _term(found: re.Match[str], rest: str, stays: int | None) -> Limit:
    length = _number(found[1])
    if length is None or length > MOST:
        return Limit(LimitKind.UNKNOWN, shown_days=stays)
    anchor, begins = _anchor(rest[: found.start()])
    in_workdays = found[2] == _WORKDAY
    return Limit(
        LimitKind.TERM,
        workdays=length if in_workdays else None,
        days=None if in_workdays else length,
        anchor=anchor,
        shown_days=stays,
        begins=begins,
    )


def _anchor(before: str) -> tuple[Anchor, str]:
    """From when the term runs, in words where that is something else; one that does not say runs
    from when the information is formed."""
    if _DECIDED.search(before):
        return Anchor.DECIDED, ""
    begins = _FROM.search(before) or _AFTER.search(before)
    if begins is None or _FORMED.search(before):
        return Anchor.FORMED, ""
    return Anchor.OTHER, begins["what"]


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else chinese_value(text)


FORMED_20: Final = Limit(LimitKind.TERM, workdays=20)
SAMPLES: Final = (
    ("自信息形成（或变更）之日起20个工作日内", FORMED_20),
    ("信息形成或者变更之日起20个工作日内予以公开", FORMED_20),
    ("自该信息形成或者变更之日起二十个工作日内", FORMED_20),
    ("信息形成或变更之日起3个工作日内", Limit(LimitKind.TERM, workdays=3)),
    ("7个工作日", Limit(LimitKind.TERM, workdays=7)),
    ("作出决定之日起7个工作日", Limit(LimitKind.TERM, workdays=7, anchor=Anchor.DECIDED)),
    (
        "自作出行政许可决定之日起 7 个工作日内公开",
        Limit(LimitKind.TERM, workdays=7, anchor=Anchor.DECIDED),
    ),
    (
        "收到申请之日起10日内",
        Limit(LimitKind.TERM, days=10, anchor=Anchor.OTHER, begins="收到申请"),
    ),
    (
        "预算经批准后20日内",
        Limit(LimitKind.TERM, days=20, anchor=Anchor.OTHER, begins="预算经批准"),
    ),
    ("信息形成后15日内", Limit(LimitKind.TERM, days=15)),
    ("实时公开", Limit(LimitKind.AT_ONCE)),
    ("及时公开", Limit(LimitKind.PROMPT)),
    ("长期公开", Limit(LimitKind.ALWAYS)),
    ("公示期不少于5天", Limit(LimitKind.SHOWN, shown_days=5)),
    ("及时公开，公告期限为5个(工作日)", Limit(LimitKind.PROMPT, shown_days=5)),
    (
        "信息形成之日起20个工作日内，公示时间不少于7个工作日",
        Limit(LimitKind.TERM, workdays=20, shown_days=7),
    ),
    ("按有关规定执行", Limit(LimitKind.UNKNOWN)),
    ("", Limit(LimitKind.UNKNOWN)),
)
"""How limits are written, and what they mean."""
