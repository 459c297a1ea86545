"""What a letter came of learns the day on which it arrived (送达), so that nobody enters it twice.

The term of a correction, of reasons, an opinion or a fee runs from the day on which the notice was
received, not from the one that counts for a reply: by post that is the day of signing.
"""

from datetime import datetime
from typing import Final

from gongkai.apps.applications.cases.casework_queries import in_hand
from gongkai.apps.applications.handling.noticed import is_in_time, kind_of, locked, sent_on
from gongkai.apps.applications.models import Delivery
from gongkai.core.applications.letters.delivery import DeliveryWay
from gongkai.core.identity import Actor

PROOF: Final = "{letter}，{way}{mail}"
MAIL: Final = "，邮件号 {number}"


def note_arrival(delivery: Delivery, *, actor: Actor, now: datetime) -> None:
    """Note the day of arrival with what the letter came of, if that waits for it.

    Inside the caller's transaction, which has locked the case.
    """
    letter, day = delivery.letter, delivery.signed_on or delivery.confirmed_on
    kind, application = kind_of(letter.source), letter.application
    if kind is None or letter.code not in kind.codes or day is None:
        return
    if application.received_on is None or not is_in_time(kind, application.state):
        return
    row = locked(application, letter.source)
    sent = None if row is None else sent_on(row)
    if row is None or row.delivered_on is not None or sent is None or day < sent:
        return
    mail = MAIL.format(number=delivery.mail_number) if delivery.mail_number else ""
    way = DeliveryWay(delivery.way).label
    proof = PROOF.format(letter=letter.number, way=way, mail=mail)
    kind.take(in_hand(application, kind.verb, actor=actor, now=now), row, day, proof)
