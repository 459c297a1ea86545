"""How a letter reaches its reader (送达): which day counts, and what proves it (R1-28, R4-11)."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from gongkai.core.law import Citation
from gongkai.core.law.statutes import DELIVERY, OGI


class DeliveryWay(StrEnum):
    """By which way a letter goes."""

    COUNTER = "counter"
    ENTRUSTED = "entrusted"
    POST = "post"
    EMAIL = "email"
    PORTAL = "portal"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return WAYS[self].label


class Counts(StrEnum):
    """Which day is the day of the reply."""

    SIGNED = "signed"
    POSTED = "posted"
    SENT = "sent"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"signed": "签收之日", "posted": "交邮之日", "sent": "发出之日（经确认）"}[
            self.value
        ]


@dataclass(frozen=True, slots=True)
class Way:
    """One way: which day counts, the article, whether it goes over the net."""

    label: str
    counts: Counts
    cite: Citation
    is_internet: bool = False


WAYS: Final = {
    DeliveryWay.COUNTER: Way("直接送达", Counts.SIGNED, DELIVERY.part("四")),
    DeliveryWay.ENTRUSTED: Way("委托其他机关送达", Counts.SIGNED, DELIVERY.part("四")),
    DeliveryWay.POST: Way("邮寄送达", Counts.POSTED, DELIVERY.part("四")),
    DeliveryWay.EMAIL: Way("电子邮件", Counts.SENT, OGI.at(40), is_internet=True),
    DeliveryWay.PORTAL: Way("网上送达", Counts.SENT, OGI.at(40), is_internet=True),
}
CARRIERS: Final = ("中国邮政EMS", "中国邮政挂号信")
"""Only the post may carry official letters; other couriers may not."""
POST: Final = re.compile(r"邮政|EMS|ems")
OTHERS: Final = re.compile(r"顺丰|圆通|中通|申通|韵达|京东|极兔|德邦|百世|天天")
MAIL_NUMBER: Final = re.compile(r"[A-Z]{2}\d{9}[A-Z]{2}|\d{13}")


@dataclass(frozen=True, slots=True)
class Days:
    """The days that are known of a delivery."""

    sent_on: date
    signed_on: date | None = None
    confirmed_on: date | None = None


def counts_on(way: DeliveryWay, days: Days) -> date | None:
    """The day that decides whether a reply was in time; none while it is not known.

    What goes over the net counts for the day it was sent, once that is confirmed.
    """
    counts = WAYS[way].counts
    if counts is Counts.SIGNED:
        return days.signed_on
    if counts is Counts.POSTED:
        return days.sent_on
    return days.sent_on if days.confirmed_on else None


def is_post(carrier: str) -> bool:
    """Whether a carrier is the post."""
    return bool(POST.search(carrier)) and not OTHERS.search(carrier)
