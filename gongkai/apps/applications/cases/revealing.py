"""Seeing what is sealed of an applicant (查看申请人信息): for whoever handles, and written down."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.models import Applicant, Application
from gongkai.apps.journal.record import record_reading
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.core.applications.doors import REVEALERS
from gongkai.core.applications.kinds import PAPERS, Paper
from gongkai.core.finding import BlockedError, Finding, Severity
from gongkai.core.identity import Actor

SUBJECT: Final = "application:{pk}"
TITLE: Final = "没有写明用途"
NO_PURPOSE: Final = Finding(
    "REVEAL-PURPOSE",
    Severity.ERROR,
    TITLE,
    "没有写明查看申请人信息的用途。",
    "请写明，例如：核对身份、联系补正、填写邮寄地址。",
    paths=("purpose",),
)


@dataclass(frozen=True, slots=True)
class Revealed:
    """Who asks, in clear, as far as it was told; when it was shown."""

    name: str
    lines: tuple[tuple[str, str], ...]
    at: datetime


@transaction.atomic
def reveal(actor: Actor, *, application_id: int, purpose: str, now: datetime) -> Revealed:
    """Show the applicant's data of a case of the own organ. Raises BlockedError without a purpose.

    The journal keeps who saw them, when and what for, never the data.
    """
    require(actor, *REVEALERS)
    application = one(actor, Application.objects.all(), application_id, to=Purpose.WORK)
    if not purpose.strip():
        raise BlockedError([NO_PURPOSE])
    row = Applicant.objects.get(application=application)
    record_reading(actor, SUBJECT.format(pk=application.pk), purpose.strip())
    return Revealed(row.name, tuple(_lines(row)), now)


def _lines(row: Applicant) -> list[tuple[str, str]]:
    """What is known, with its label."""
    kind = PAPERS[Paper(row.document_kind)] if row.document_kind in set(Paper) else ""
    told = (("document_kind", kind), *((name, getattr(row, name)) for name in TOLD))
    return [(LABELS[name], str(value)) for name, value in told if value]


LABELS: Final = {field.name: str(field.verbose_name) for field in Applicant._meta.concrete_fields}
TOLD: Final = (
    "document_number",
    "credit_code",
    "representative",
    "contact_name",
    "phone",
    "email",
    "address",
    "postcode",
)
