"""What a letter came of learns the day on which it arrived (送达), so that nobody enters it twice.

The term of a correction, of reasons, an opinion or a fee runs from the day on which the notice was
received, not from the one that counts for a reply: by post that is the day of signing.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final

from gongkai.apps.applications.cases.casework_queries import InHand, in_hand
from gongkai.apps.applications.handling.consulting import take_consultation_delivery
from gongkai.apps.applications.handling.correcting import take_correction_delivery
from gongkai.apps.applications.handling.deferring import take_reasons_delivery
from gongkai.apps.applications.handling.fees import take_fee_delivery
from gongkai.apps.applications.models import (
    Consultation,
    Correction,
    Deferral,
    Delivery,
    FeeNotice,
)
from gongkai.core.applications.letters.delivery import DeliveryWay
from gongkai.core.applications.lifecycle import CASE
from gongkai.core.identity import Actor

PROOF: Final = "{letter}，{way}{mail}"
MAIL: Final = "，邮件号 {number}"
Taker = Callable[[InHand, int, date, str], None]


def note_arrival(delivery: Delivery, *, actor: Actor, now: datetime) -> None:
    """Note the day of arrival with what the letter came of, if that waits for it.

    Inside the caller's transaction, which has locked the case.
    """
    letter, day = delivery.letter, delivery.signed_on or delivery.confirmed_on
    found, application = TAKERS.get(letter.code), letter.application
    if found is None or day is None or application.received_on is None:
        return
    verb, taker = found
    if not any(row.verb == verb and row.source == application.state for row in CASE.steps):
        return
    case = in_hand(application, verb, actor=actor, now=now)
    mail = MAIL.format(number=delivery.mail_number) if delivery.mail_number else ""
    way = DeliveryWay(delivery.way).label
    proof = PROOF.format(letter=letter.number, way=way, mail=mail)
    taker(case, int(letter.source.partition(":")[2]), day, proof)


def _correction(case: InHand, pk: int, day: date, _proof: str) -> None:
    rows = Correction.objects.select_for_update().filter(pk=pk, application=case.application)
    row = rows.filter(delivered_on=None, asked_on__lte=day).first()
    if row is not None:
        take_correction_delivery(case, row, day)


def _opinion(case: InHand, pk: int, day: date, proof: str) -> None:
    rows = Consultation.objects.select_for_update().filter(pk=pk, application=case.application)
    row = rows.filter(delivered_on=None, opinion="", asked_on__lte=day).first()
    if row is not None:
        take_consultation_delivery(case, row, day, proof)


def _reasons(case: InHand, pk: int, day: date, _proof: str) -> None:
    rows = Deferral.objects.select_for_update().filter(pk=pk, application=case.application)
    row = rows.filter(delivered_on=None, asked_on__lte=day).first()
    if row is not None:
        take_reasons_delivery(case, row, day)


def _fee(case: InHand, pk: int, day: date, _proof: str) -> None:
    rows = FeeNotice.objects.select_for_update().filter(pk=pk, application=case.application)
    row = rows.filter(delivered_on=None, state="noticed", noticed_on__lte=day).first()
    if row is not None:
        take_fee_delivery(case, row, day)


TAKERS: Final[Mapping[str, tuple[str, Taker]]] = {
    "DOC-02": ("record_correction", _correction),
    "DOC-04": ("record_opinion", _opinion),
    "DOC-05": ("record_opinion", _opinion),
    "DOC-07": ("record_reasons", _reasons),
    "DOC-08": ("record_fee_delivery", _fee),
}
"""The notices whose arrival lets a term run, with the step it is noted in."""
