"""The information processing fee (信息处理费): two methods, both rising by steps (§3, Art. 42).

By item: over all applications of one applicant to one organ in one calendar month. By page: over
the pages of one application. For one application one method, never both (R3-02). Amounts are
whole yuan. The steps alone start a suggestion; a person decides (R3-14).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from gongkai.core.law import Citation
from gongkai.core.law.statutes import FEES


class FeeMethod(StrEnum):
    """By what the fee is reckoned."""

    ITEMS = "items"
    PAGES = "pages"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"items": "按件计收", "pages": "按量计收"}[self.value]

    @property
    def unit(self) -> str:
        """What is counted."""
        return {"items": "件", "pages": "页"}[self.value]

    @property
    def cite(self) -> Citation:
        """The article of the method."""
        return {"items": ITEMS_CITE, "pages": PAGES_CITE}[self.value]


ITEMS_CITE: Final = FEES.part("第四条")
PAGES_CITE: Final = FEES.part("第五条")
IN_FORCE: Final = FEES.in_force_from
"""Applications received before are not charged."""


@dataclass(frozen=True, slots=True)
class Tier:
    """From the first to the last (both included; None: on and on) each costs so many yuan."""

    first: int
    last: int | None
    price: int


ITEM_TIERS: Final = (Tier(1, 10, 0), Tier(11, 30, 100))
STEP: Final = 10
"""From the 31st item on, every ten are a step."""
RISE: Final = 100
"""Yuan by which an item becomes dearer with every step."""
PAGE_TIERS: Final = (Tier(1, 30, 0), Tier(31, 100, 10), Tier(101, 200, 20), Tier(201, None, 40))


@dataclass(frozen=True, slots=True)
class Fee:
    """What is to be paid for so many items or pages, and how that was reckoned.

    `before` is how many items of the month came before these and are not charged again.
    """

    method: FeeMethod
    quantity: int
    before: int
    amount: int
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """That a fee could be charged: a matter for a person to decide (R3-14)."""

    fees: tuple[Fee, ...]
    reason: str

    @property
    def is_due(self) -> bool:
        """Whether either method comes to more than nothing."""
        return any(fee.amount for fee in self.fees)


@dataclass(frozen=True, slots=True)
class Counted:
    """One application in the monthly count: who (one key for all names of an identity), when,
    its place in the register, and into how many units (一事一申请) it was split."""

    identity: str
    received_on: date
    place: int
    units: int = 1


def item_tiers(until: int) -> Iterator[Tier]:
    """The steps as far as that item."""
    yield from ITEM_TIERS
    first, price = 31, ITEM_TIERS[-1].price
    while first <= until:
        price += RISE
        yield Tier(first, first + STEP - 1, price)
        first += STEP


def fee_by_items(items: int, before: int = 0) -> Fee:
    """The fee for so many items that follow `before` others of the same month (R3-04, R3-13)."""
    _must_not_be_negative(items, before)
    return _fee(FeeMethod.ITEMS, before, items, item_tiers(before + items))


def fee_by_pages(pages: int) -> Fee:
    """The fee for so many pages of one application (R3-06)."""
    _must_not_be_negative(pages)
    return _fee(FeeMethod.PAGES, 0, pages, PAGE_TIERS)


def before_in_month(this: Counted, others: Iterable[Counted]) -> int:
    """How many units the same applicant asked for earlier in the calendar month (R3-13)."""
    month = (this.received_on.year, this.received_on.month)
    return sum(
        row.units
        for row in others
        if row.identity == this.identity
        and (row.received_on.year, row.received_on.month) == month
        and (row.received_on, row.place) < (this.received_on, this.place)
    )


def suggestion(received_on: date, *, units: int, before: int, pages: int) -> Suggestion:
    """What could be charged by either method; nothing for what came before the Measures."""
    if received_on < IN_FORCE:
        return Suggestion((), TOO_EARLY.format(day=IN_FORCE))
    fees = (fee_by_items(units, before), fee_by_pages(pages))
    charged = tuple(fee for fee in fees if fee.amount)
    return Suggestion(charged, REASON.format(before=before) if charged else FREE)


def _fee(method: FeeMethod, before: int, quantity: int, tiers: Iterable[Tier]) -> Fee:
    parts = list(_parts(before, quantity, tiers))
    steps = [_opening(method, before)]
    steps += [_step(method, tier, count) for tier, count in parts]
    amount = sum(tier.price * count for tier, count in parts)
    steps.append(SUM.format(quantity=quantity, unit=method.unit, amount=amount))
    return Fee(method, quantity, before, amount, tuple(steps))


def _parts(before: int, quantity: int, tiers: Iterable[Tier]) -> Iterator[tuple[Tier, int]]:
    """What of these falls into each step: the part of it, and how many."""
    until = before + quantity
    for tier in tiers:
        first = max(tier.first, before + 1)
        last = until if tier.last is None else min(tier.last, until)
        if first <= last:
            yield Tier(first, last, tier.price), last - first + 1


def _opening(method: FeeMethod, before: int) -> str:
    words = OPENINGS[method].format(before=before)
    return CITED.format(words=words, cite=method.cite)


def _step(method: FeeMethod, tier: Tier, count: int) -> str:
    words = FREE_STEP if not tier.price else PAID_STEP
    return words.format(
        first=tier.first,
        last=tier.last,
        unit=method.unit,
        count=count,
        price=tier.price,
        amount=tier.price * count,
    )


def _must_not_be_negative(*numbers: int) -> None:
    if min(numbers) < 0:
        message = f"there are no fewer than 0 items or pages, not {min(numbers)}"
        raise ValueError(message)


OPENINGS: Final = {
    FeeMethod.ITEMS: "按件计收：同一申请人一个自然月内累计，本次之前已有 {before} 件",
    FeeMethod.PAGES: "按量计收：按一件申请提供的页数计算，A4 及以下幅面一面为一页，各件不累加",
}
CITED: Final = "{words}（{cite}）"
FREE_STEP: Final = "第 {first} 至 {last} {unit}：{count} {unit}，不收费"
PAID_STEP: Final = "第 {first} 至 {last} {unit}：{count} {unit}，每{unit} {price} 元，{amount} 元"
SUM: Final = "{quantity} {unit}合计 {amount} 元"
REASON: Final = (
    "同一申请人本月此前已有 {before} 件申请。"
    "数量、频次是否明显超过合理范围，由工作机构认定后才能收费"
)
FREE: Final = "没有超过免费的数量"
TOO_EARLY: Final = "{day} 以前收到的申请不收取信息处理费"
