"""Issuing notices (程序性文书): what they say comes from what the case already holds."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.cases.casework_queries import locked_case
from gongkai.apps.applications.letters import obstacles
from gongkai.apps.applications.letters.lettering import Order, issued
from gongkai.apps.applications.letters.values import profile_of
from gongkai.apps.applications.models import Application, Letter
from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import require
from gongkai.core.applications.consulting import PartyKind
from gongkai.core.applications.fees import FeeMethod
from gongkai.core.applications.letters.amounts import amount_in_words
from gongkai.core.applications.letters.delivery import DeliveryWay
from gongkai.core.applications.letters.kinds import LETTER
from gongkai.core.applications.letters.making import cited, day_in_words
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role
from gongkai.core.law import chinese_number
from gongkai.core.law.statutes import FEES, OGI

WRITERS: Final = (Role.HANDLER, Role.DISCLOSURE_OFFICE)
SUBJECT: Final = "application:{pk}"
CHARGED: Final = cited([OGI.at(42), FEES.part("")])
POINT: Final = "（{number}）{text}"


@transaction.atomic
def issue_notice(
    actor: Actor, *, application_id: int, code: str, now: datetime, about: int | None = None
) -> Letter:
    """Issue a notice of the case, filled with what the case holds.

    `about` is the number of the row it is about, where there may be several: an opinion that is
    asked for (DOC-04 to DOC-06), a letter that is handed over (DOC-23). A notice about the same row
    is issued once; a wrong one is voided first. Raises BlockedError.
    """
    require(actor, *WRITERS)
    application = locked_case(actor, application_id)
    order = order_of(application, code, about)
    same = Letter.objects.filter(application=application, code=code, source=order.source)
    if same.exclude(state="voided").exists():
        raise BlockedError([obstacles.issued_before()])
    letter = issued(application, order, actor=actor, now=now)
    told = {"letter": letter.number, "code": code}
    record(actor, "issue_notice", SUBJECT.format(pk=application.pk), after=told)
    return letter


def order_of(application: Application, code: str, about: int | None) -> Order:
    """What a notice is to say. Raises BlockedError where the case has nothing to tell in it."""
    found = MAKERS[code](application, about) if code in MAKERS else None
    if found is None:
        raise BlockedError([obstacles.nothing_to_notice()])
    articles = found.articles or cited([LETTER[code].cite])
    return Order(code, {**found.values, "articles": articles}, to=found.to, source=found.source)


class Words:
    """What a notice says, to whom, and where it comes from."""

    def __init__(
        self, source: str, values: Mapping[str, str], to: str = "", articles: str = ""
    ) -> None:
        self.source, self.values, self.to, self.articles = source, values, to, articles


def _correction(application: Application, _about: int | None) -> Words | None:
    row = getattr(application, "correction", None)
    if row is None:
        return None
    points = [
        POINT.format(number=chinese_number(number), text=text)
        for number, text in enumerate(row.points, 1)
    ]
    values = {
        "points": "\n".join(points),
        "guidance": row.guidance,
        "answer_by": day_in_words(row.answer_by),
    }
    return Words(f"correction:{row.pk}", values)


def _extension(application: Application, _about: int | None) -> Words | None:
    row = application.extensions.filter(state="approved").order_by("pk").last()
    if row is None:
        return None
    values = {
        "reason": row.reason,
        "workdays": str(row.workdays),
        "due": day_in_words(row.due_before),
        "new_due": day_in_words(row.due_after or application.due),
    }
    return Words(f"extension:{row.pk}", values)


def _third_party(application: Application, about: int | None) -> Words | None:
    return _asked(application, about, PartyKind.THIRD_PARTY)


def _organ(application: Application, about: int | None) -> Words | None:
    return _asked(application, about, PartyKind.ORGAN)


def _asked(application: Application, about: int | None, kind: PartyKind) -> Words | None:
    """Silence means one thing of a third party and another of an organ, and so do their letters."""
    row = application.consultations.filter(pk=about or 0, kind=kind.value).first()
    if row is None:
        return None
    values = {"party": row.party, "matter": row.matter}
    return Words(f"consultation:{row.pk}", values, to=row.party)


def _despite_refusal(application: Application, about: int | None) -> Words | None:
    row = application.consultations.filter(pk=about or 0, public_interest=True).first()
    if row is None:
        return None
    values = {"party": row.party, "disclosed": row.matter, "interest": row.judged}
    return Words(f"consultation:{row.pk}", values, to=row.party)


def _reasons(application: Application, _about: int | None) -> Words | None:
    row = getattr(application, "deferral", None)
    if row is None:
        return None
    values = {"frequency": row.facts, "answer_by": day_in_words(row.answer_by)}
    return Words(f"deferral:{row.pk}", values)


def _deferral(application: Application, _about: int | None) -> Words | None:
    row = getattr(application, "deferral", None)
    if row is None or row.deferred_until is None:
        return None
    values = {"judged": row.judged, "new_due": day_in_words(row.deferred_until)}
    return Words(f"deferral:{row.pk}", values)


def _fee(application: Application, _about: int | None) -> Words | None:
    row = application.fees.filter(state__in=("noticed", "paid")).order_by("pk").last()
    if row is None:
        return None
    values = {
        "fee_method": FeeMethod(row.method).label,
        "fee_total": str(row.amount),
        "fee_words": amount_in_words(row.amount),
        "fee_steps": "\n".join(row.steps),
        "account": profile_of(application.organ_id).account,
    }
    return Words(f"fee:{row.pk}", values, articles=CHARGED)


def _uncorrected(application: Application, _about: int | None) -> Words | None:
    row = getattr(application, "correction", None)
    if row is None or application.decision != "uncorrected":
        return None
    values = {
        "correction_asked_on": day_in_words(row.asked_on),
        "correction_due": day_in_words(row.answer_by),
    }
    return Words(f"correction:{row.pk}", values, articles=cited([OGI.at(30)]))


def _unpaid(application: Application, _about: int | None) -> Words | None:
    row = application.fees.order_by("pk").last()
    notice = application.letters.filter(code="DOC-08", state="issued").order_by("pk").last()
    if row is None or notice is None or application.decision != "unpaid":
        return None
    values = {
        "fee_notice": notice.number,
        "fee_amount": str(row.amount),
        "fee_due": day_in_words(row.pay_by),
    }
    return Words(f"fee:{row.pk}", values, articles=CHARGED)


def _delivery(application: Application, about: int | None) -> Words | None:
    row = application.letters.filter(pk=about or 0, state="issued").first()
    if row is None:
        return None
    sent = row.deliveries.order_by("pk").last()
    values = {
        "letter_title": row.title,
        "letter_number": row.number,
        "delivery_way": DeliveryWay(sent.way).label if sent else "",
        "delivery_to": sent.address if sent else "",
        "mail_number": sent.mail_number if sent else "",
        "sent_on": day_in_words(sent.sent_on) if sent else "",
        "applicant": row.addressee,
    }
    return Words(f"letter:{row.pk}", values)


MAKERS: Final[Mapping[str, Callable[[Application, int | None], Words | None]]] = {
    "DOC-02": _correction,
    "DOC-03": _extension,
    "DOC-04": _third_party,
    "DOC-05": _organ,
    "DOC-06": _despite_refusal,
    "DOC-07": _reasons,
    "DOC-08": _fee,
    "DOC-20": _uncorrected,
    "DOC-20A": _unpaid,
    "DOC-22": _deferral,
    "DOC-23": _delivery,
}
"""Which rows of a case a notice speaks of."""
