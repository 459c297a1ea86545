"""The notices from whose delivery a term of the addressee runs, in one table: whose they are, by
which step the day is entered, whether anybody still waits for an answer, how the term begins.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gongkai.apps.applications.cases.casework_queries import InHand
from gongkai.apps.applications.handling.consulting import take_consultation_delivery
from gongkai.apps.applications.handling.correcting import take_correction_delivery
from gongkai.apps.applications.handling.deferring import take_reasons_delivery
from gongkai.apps.applications.handling.fees import take_fee_delivery
from gongkai.apps.applications.models import (
    Application,
    Consultation,
    Correction,
    Deferral,
    FeeNotice,
)
from gongkai.core.applications.lifecycle import CASE

Notice = Correction | Deferral | FeeNotice | Consultation
Taker = Callable[[InHand, Any, date, str], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notice; `codes` are those of its letters, `take` lets its term run from a day."""

    model: type[Notice]
    label: str
    verb: str
    codes: tuple[str, ...]
    take: Taker


KINDS: Final[Mapping[str, Kind]] = {
    "correction": Kind(
        Correction,
        "补正告知书",
        "record_correction",
        ("DOC-02",),
        lambda case, row, day, _: take_correction_delivery(case, row, day),
    ),
    "deferral": Kind(
        Deferral,
        "说明理由通知书",
        "record_reasons",
        ("DOC-07",),
        lambda case, row, day, _: take_reasons_delivery(case, row, day),
    ),
    "fee": Kind(
        FeeNotice,
        "收费通知书",
        "record_fee_delivery",
        ("DOC-08",),
        lambda case, row, day, _: take_fee_delivery(case, row, day),
    ),
    "consultation": Kind(
        Consultation,
        "征求意见书",
        "record_opinion",
        ("DOC-04", "DOC-05"),
        take_consultation_delivery,
    ),
}
"""By the first word of the source of their letters."""


def source_of(row: Notice) -> str:
    """The name of a notice, as its letter and the clock tell it (`correction:7`)."""
    name = next(name for name, kind in KINDS.items() if isinstance(row, kind.model))
    return f"{name}:{row.pk}"


def kind_of(source: str) -> Kind | None:
    """The kind of notice that a source names."""
    return KINDS.get(source.partition(":")[0])


def sent_on(row: Notice) -> date | None:
    """The day on which it went out; it arrives on no earlier one."""
    return row.noticed_on if isinstance(row, FeeNotice) else row.asked_on


def awaits_answer(row: Notice) -> bool:
    """Whether a term still depends on its delivery: nobody has answered, or paid."""
    if isinstance(row, FeeNotice):
        return row.state == "noticed"
    return not row.opinion if isinstance(row, Consultation) else row.answered_on is None


def is_in_time(kind: Kind, state: str) -> bool:
    """Whether the day may be entered while the case stands there."""
    return any(step.verb == kind.verb and step.source == state for step in CASE.steps)


def locked(application: Application, source: str) -> Notice | None:
    """The notice of the case that a source names, locked, if somebody still has to answer it."""
    kind, number = kind_of(source), source.partition(":")[2]
    if kind is None or not number.isdecimal():
        return None
    rows = kind.model.objects.select_for_update().filter(application=application)
    row = rows.filter(pk=int(number)).first()
    return row if row is not None and awaits_answer(row) else None
