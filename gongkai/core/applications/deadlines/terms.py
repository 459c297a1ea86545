"""The terms of an application (C1 to C8): how long, and from which day.

The day of the event itself is never counted; the first working day after it is the first (R1-25).
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.law import Citation
from gongkai.core.law.statutes import FEES, OGI


@dataclass(frozen=True, slots=True)
class Deadline:
    """One term. `workdays` is none where the organ sets a reasonable one and tells it."""

    key: str
    code: str
    label: str
    workdays: int | None
    counted_from: str
    cite: Citation

    def last_day(self, after: date, calendar: WorkdayCalendar) -> date:
        """The last day of the term that begins after that day. Raises ValueError without a term."""
        if self.workdays is None:
            message = f"{self.key} has no length of its own"
            raise ValueError(message)
        return calendar.add(after, self.workdays)


CORRECTION: Final = Deadline("correction", "C1", "补正告知", 7, "收到申请之日", OGI.at(30))
REPLY: Final = Deadline(
    "reply", "C2", "答复", 20, "收到申请之日，补正的从收到补正的申请之日", OGI.at(33, 2)
)
EXTENSION: Final = Deadline("extension", "C3", "延长答复", 20, "原答复期限届满", OGI.at(33, 2))
THIRD_PARTY: Final = Deadline(
    "third_party", "C4", "第三方提出意见", 15, "第三方收到征求意见书之日", OGI.at(32)
)
OTHER_ORGAN: Final = Deadline(
    "other_organ", "C5", "其他机关提出意见", 15, "被征求意见机关收到征求意见书之日", OGI.at(34)
)
PAUSED: Final = Deadline(
    "paused", "C6", "征求意见所需时间，不计入答复期限", None, "发出征求意见书之日", OGI.at(33, 3)
)
DEFERRAL: Final = Deadline("deferral", "C7", "延迟答复", None, "决定延迟之日", OGI.at(35))
PAYMENT: Final = Deadline(
    "payment", "C8", "缴费", 20, "申请人收到收费通知之日", FEES.part("缴费期限")
)
TERMS: Final = (
    CORRECTION,
    REPLY,
    EXTENSION,
    THIRD_PARTY,
    OTHER_ORGAN,
    PAUSED,
    DEFERRAL,
    PAYMENT,
)
TERM: Final = {term.key: term for term in TERMS}
RECORD_WORKDAYS: Final = 20
"""For the correction of a record the Regulations set no term; by default the usual one (R1-35)."""
