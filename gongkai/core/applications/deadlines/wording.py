"""The reckoning in words: what a person reads beside a due day, each sentence with its basis."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from gongkai.core.applications.deadlines.history import Cause, Entry, Mark
from gongkai.core.applications.deadlines.result import Reckoning, Why
from gongkai.core.applications.deadlines.standing import Clock, Stand
from gongkai.core.applications.deadlines.terms import REPLY
from gongkai.core.law import Citation
from gongkai.core.law.statutes import HOLIDAYS, OGI

WEEKDAYS: Final = "一二三四五六日"
CITED: Final = "{words}（{cite}）"
DATED: Final = "{day}（星期{weekday}）"
BASES: Final = {
    Cause.RECEIPT: "{day} 收到申请，当天不计算，从其后第一个工作日数起",
    Cause.CORRECTION: "{day} 收到补正的申请，答复期限从收到之日起重新计算，当天不计算",
    Cause.FEE: (
        "{day} 缴清信息处理费，处理期限从次日起重新计算：缴费当天不计算，次日是第一天，"
        "次日不上班的，从其后第一个工作日数起"
    ),
    Cause.REOPENED: "{day} 起重新办理，答复期限重新计算，当天不计算",
}
TERM: Final = "答复期限为 {days} 个工作日"
INTERNAL: Final = "内部办理期限为 {days} 个工作日，短于法定的 {statutory} 个工作日"
OTHER_TERM: Final = "本次期限为 {days} 个工作日"
EXTENDED: Final = "经批准延长 {days} 个工作日，共 {whole} 个工作日"
PAUSED: Final = "{cause}：{asked} 发出，{end}，其间 {days} 个工作日不计算（{reading}）"
ARRIVED: Final = "{day} 收到意见"
EXPIRED: Final = "{day} 意见期限届满"
LASTING: Final = "尚未结束"
LONG: Final = "{asked} 至 {arrived} 超过意见期限的 {days} 个工作日，请核对征求意见书的送达日期"
STOPPED: Final = "{cause}：{asked} 起停止计算，{end}"
RESUMED: Final = "{day} 恢复计算，其间 {days} 个工作日不计算"
OVERLAP: Final = "几次征求意见重叠的日期只扣除一次，共扣除 {days} 个工作日"
OFF: Final = "其间放假、不计算的工作日：{days}"
MAKEUP: Final = "其间调休上班、计算在内的周末：{days}"
SUM: Final = "数满 {workdays} 个工作日，期限至 {day}"
STANDING: Final = "期限停止计算，届满日要等恢复计算以后才能确定"
DEFERRED: Final = "已告知申请人延迟答复，至 {day}"
PROVISIONAL: Final = (
    "{years} 年的放假安排还没有公布或者录入，按周末和法定节假日推算，届满日是暂定的，录入后重新计算"
)
OLD_LAW: Final = "{day} 以前收到的申请适用修订前的条例，期限不同，请另行核对"
COMMA: Final = "、"
OPINION: Final = 15
"""Working days: the term for an opinion (Art. 32, 34)."""


def steps(reckoning: Reckoning, entries: Sequence[Entry], clock: Clock) -> Iterator[str]:
    """The sentences, from the base to the due day."""
    first = entries[0]
    base = BASES.get(first.cause, BASES[Cause.REOPENED])
    yield cited(base.format(day=dated(first.day)), first.cause.cite)
    if first.day < OGI.in_force_from:
        yield cited(OLD_LAW.format(day=OGI.in_force_from), OGI.at(56))
    yield _length(first, clock)
    yield from _stands(reckoning, clock)
    if reckoning.extension:
        words = EXTENDED.format(days=reckoning.extension, whole=reckoning.workdays)
        yield cited(words, Cause.EXTENSION.cite)
    yield from _holidays(reckoning)
    yield from _end(reckoning, clock)


def _length(first: Entry, clock: Clock) -> str:
    if first.workdays:
        return OTHER_TERM.format(days=first.workdays)
    if clock.workdays != REPLY.workdays:
        return INTERNAL.format(days=clock.workdays, statutory=REPLY.workdays)
    return cited(TERM.format(days=clock.workdays), REPLY.cite)


def _stands(reckoning: Reckoning, clock: Clock) -> Iterator[str]:
    counts = []
    for stand in reckoning.stands:
        if stand.ends is not None and stand.ends <= reckoning.base:
            continue
        days = _left_out(stand, reckoning, clock)
        counts.append(days)
        yield cited(_stand(stand, days, clock), stand.cause.cite)
        if stand.mark is Mark.PAUSE and _is_long(stand, clock):
            yield LONG.format(asked=stand.asked, arrived=stand.arrived, days=OPINION)
    together = sum(1 for day in reckoning.days if day.why is Why.PAUSED)
    if reckoning.term is not None and together < sum(counts):
        yield OVERLAP.format(days=together)


def _left_out(stand: Stand, reckoning: Reckoning, clock: Clock) -> int:
    """How many working days this one takes out of the term."""
    span = stand.span(clock.reading)
    return sum(1 for day in reckoning.days if day.why is Why.PAUSED and day.day in span)


def _stand(stand: Stand, days: int, clock: Clock) -> str:
    label, end = stand.cause.label, stand.ends
    if stand.mark is Mark.STOP:
        ended = LASTING if end is None else RESUMED.format(day=end, days=days)
        return STOPPED.format(cause=label, asked=stand.asked, end=ended)
    if end is None:
        ended = LASTING
    else:
        ended = (ARRIVED if end == stand.arrived else EXPIRED).format(day=end)
    return PAUSED.format(
        cause=label, asked=stand.asked, end=ended, days=days, reading=clock.reading.label
    )


def _is_long(stand: Stand, clock: Clock) -> bool:
    """Whether it lasted longer than an opinion may, and no delivery explains that."""
    if stand.arrived is None or stand.expires is not None:
        return False
    return clock.calendar.count(stand.asked, stand.arrived) > OPINION


def _holidays(reckoning: Reckoning) -> Iterator[str]:
    for why, words in ((Why.HOLIDAY, OFF), (Why.MAKEUP, MAKEUP)):
        days = [str(day.day) for day in reckoning.days if day.why is why]
        if days:
            yield cited(words.format(days=COMMA.join(days)), HOLIDAYS.at(7))


def _end(reckoning: Reckoning, clock: Clock) -> Iterator[str]:
    if reckoning.term is None or reckoning.due is None:
        yield STANDING
        return
    yield SUM.format(workdays=reckoning.workdays, day=dated(reckoning.term))
    if reckoning.due > reckoning.term:
        yield cited(DEFERRED.format(day=dated(reckoning.due)), Cause.DEFERRAL.cite)
    if reckoning.provisional:
        years = [
            str(year)
            for year in range(reckoning.base.year, reckoning.due.year + 1)
            if year not in clock.calendar.announced
        ]
        yield cited(PROVISIONAL.format(years=COMMA.join(years)), HOLIDAYS.at(7))


def dated(day: date) -> str:
    """A day with its weekday."""
    return DATED.format(day=day, weekday=WEEKDAYS[day.weekday()])


def cited(words: str, cite: Citation) -> str:
    """A sentence with its basis."""
    return CITED.format(words=words, cite=cite)
