"""The history of a clock (期限记录): entries nobody changes, and what can be wrong with them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from gongkai.core.finding import Finding, Severity
from gongkai.core.law import Citation
from gongkai.core.law.statutes import FEES, OGI


class Mark(StrEnum):
    """What an entry does to the clock."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    RESTART = "restart"
    EXTEND = "extend"
    DEFER = "defer"
    STOP = "stop"
    END = "end"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return MARKS[self]


class Cause(StrEnum):
    """Why."""

    RECEIPT = "receipt"
    THIRD_PARTY = "third_party"
    OTHER_ORGAN = "other_organ"
    OPINION = "opinion"
    CORRECTION = "correction"
    FEE = "fee"
    EXTENSION = "extension"
    DEFERRAL = "deferral"
    REOPENED = "reopened"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return CAUSES[self]

    @property
    def cite(self) -> Citation:
        """What the clock obeys here."""
        return CITES[self]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a clock's history.

    `key` names the pause or the stop, so that a `RESUME` finds it; a `RESTART` ends every stop.
    `workdays` is how much an `EXTEND` adds, how long the opinion's own term is (`PAUSE`; 0: it has
    none), or a term other than the usual one (`START`, `RESTART`). `since` is the day on which that
    other body received the request (`PAUSE`); a `PAUSE` given anew under its key tells it later.
    `until` is the day told to the applicant (`DEFER`).
    """

    mark: Mark
    day: date
    cause: Cause
    key: str = ""
    workdays: int = 0
    since: date | None = None
    until: date | None = None


MARKS: Final = {
    Mark.START: "开始计算",
    Mark.PAUSE: "暂停计算",
    Mark.RESUME: "恢复计算",
    Mark.RESTART: "重新计算",
    Mark.EXTEND: "延长",
    Mark.DEFER: "延迟",
    Mark.STOP: "停止计算",
    Mark.END: "办结",
}
CAUSES: Final = {
    Cause.RECEIPT: "收到申请",
    Cause.THIRD_PARTY: "征求第三方意见",
    Cause.OTHER_ORGAN: "征求其他机关意见",
    Cause.OPINION: "征求第三方或者其他机关意见",
    Cause.CORRECTION: "补正",
    Cause.FEE: "缴费",
    Cause.EXTENSION: "延长答复期限",
    Cause.DEFERRAL: "延迟答复",
    Cause.REOPENED: "重新办理",
    Cause.CLOSED: "办结",
}
CITES: Final = {
    Cause.RECEIPT: OGI.at(33, 2),
    Cause.THIRD_PARTY: OGI.at(33, 3),
    Cause.OTHER_ORGAN: OGI.at(33, 3),
    Cause.OPINION: OGI.at(33, 3),
    Cause.CORRECTION: OGI.at(30),
    Cause.FEE: FEES.part("处理期限"),
    Cause.EXTENSION: OGI.at(33, 2),
    Cause.DEFERRAL: OGI.at(35),
    Cause.REOPENED: OGI.at(51),
    Cause.CLOSED: OGI.at(33, 2),
}
BASES: Final = frozenset({Mark.START, Mark.RESTART})
STANDS: Final = frozenset({Mark.PAUSE, Mark.STOP})


def faults(history: Sequence[Entry]) -> Iterator[Finding]:
    """Everything that is impossible in a history."""
    if not history or history[0].mark is not Mark.START:
        yield _said("CLOCK-START", "期限没有开始计算的记录。", "请先登记收到申请之日。")
        return
    start = history[0].day
    for number, entry in enumerate(history):
        if entry.day < start:
            text = f"“{entry.mark.label}”的日期 {entry.day} 早于收到申请之日 {start}。"
            yield _said("CLOCK-EARLY", text, "请核对日期。", entry.cause.cite)
        if entry.mark is Mark.RESUME:
            yield from _of_resumption(history[:number], entry)
        if entry.mark is Mark.DEFER and (entry.until is None or entry.until < entry.day):
            text = f"{entry.day} 延迟答复，没有写明以后的答复日期。"
            yield _said("CLOCK-DEFER", text, "请写明合理的答复日期。", entry.cause.cite)


def _of_resumption(before: Iterable[Entry], entry: Entry) -> Iterator[Finding]:
    asked = [row for row in before if row.key == entry.key and row.mark in STANDS]
    if not asked:
        text = f"{entry.day} 恢复计算，但没有对应的暂停记录。"
        yield _said("CLOCK-RESUME", text, "请先登记暂停。", entry.cause.cite)
    elif entry.day < asked[0].day:
        text = f"{entry.cause.label}：收到日期 {entry.day} 早于发出日期 {asked[0].day}。"
        yield _said("CLOCK-ORDER", text, "请核对两个日期。", entry.cause.cite)


def _said(code: str, text: str, hint: str, cite: Citation | None = None) -> Finding:
    return Finding(code, Severity.ERROR, TITLE, text, hint, cite=cite)


TITLE: Final = "期限记录不对"
