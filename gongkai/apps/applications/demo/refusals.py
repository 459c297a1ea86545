"""The demo's refusals, about which its disputes are."""

from datetime import date
from typing import Final, NamedTuple

from gongkai.apps.applications.models import Application
from gongkai.apps.organs.demo_city import HOME, ORGANS
from gongkai.core.applications.decisions import DECISION
from gongkai.core.applications.kinds import ApplicantKind

REFUSING: Final = ("refused", "unable", "partial")


class Refusal(NamedTuple):
    """An answer that did not give all that was asked for."""

    application_id: int
    number: str
    day: date
    party: str
    is_person: bool
    act: str


def refusals() -> list[Refusal]:
    """Those of the organ where the demo's people work, filed already, the oldest first."""
    name = next(row.name for row in ORGANS if row.key == HOME)
    keys = [row.key for row in DECISION.values() if row.row.startswith(REFUSING)]
    rows = Application.objects.filter(organ__name=name, state="archived", decision__in=keys)
    rows = rows.select_related("applicant").order_by("closed_on", "pk")
    return [
        Refusal(
            row.pk,
            row.number,
            row.closed_on,
            row.applicant.name,
            ApplicantKind(row.applicant_kind).is_person,
            ACT.format(decision=DECISION[row.decision].label, subject=row.subject),
        )
        for row in rows
        if row.closed_on is not None
    ]


ACT: Final = "{decision}：{subject}"
