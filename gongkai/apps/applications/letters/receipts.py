"""The receipt (登记回执, DOC-01): what was registered, under which number, with which code.

It is written by the worker, so that nobody who hands something in waits for it, and a wording that
somebody has spoilt keeps no application out of the register.
"""

from dataclasses import replace
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from gongkai.apps.applications.letters.lettering import VOID as WITHDRAWN
from gongkai.apps.applications.letters.lettering import Order, issued
from gongkai.apps.applications.models import Application, Letter
from gongkai.core.events import ApplicationRegistered, Event
from gongkai.core.identity import SYSTEM, Actor

CODE: Final = "DOC-01"
SOURCE: Final = "receipt:{day}"
UNKNOWN: Final = "unconfirmed"
VOID: Final = "void"


def follow_registration(event: Event) -> None:
    """Write the receipt of what was registered, or whose day of receipt is known now."""
    if isinstance(event, ApplicationRegistered):
        now = datetime.fromisoformat(event.at)
        issue_receipt(SYSTEM, application_id=event.application_id, now=now)


@transaction.atomic
def issue_receipt(actor: Actor, *, application_id: int, now: datetime) -> Letter | None:
    """Issue the receipt, once for what is known of the day of receipt; the last one holds."""
    rows = Application.objects.select_for_update(of=("self",)).select_related("organ")
    application = rows.get(pk=application_id)
    source = SOURCE.format(day=application.received_on or UNKNOWN)
    known = receipts_of(application).order_by("-pk").first()
    if application.state == VOID or (known is not None and known.source == source):
        return None
    values = {"query_code": application.query_code, "tracking": settings.GONGKAI_TRACKING}
    order = Order(CODE, values, source=source)
    for_organ = replace(actor, organ_id=application.organ_id)
    return issued(application, order, actor=for_organ, now=now)


def withdraw_receipts(application: Application, reason: str) -> None:
    """Void the receipts that tell a wrong day; the next one tells the right one."""
    receipts_of(application).update(state=WITHDRAWN, voided_reason=reason[:500])


def receipts_of(application: Application) -> QuerySet[Letter]:
    """The receipts that hold."""
    return application.letters.filter(code=CODE).exclude(state=WITHDRAWN)
