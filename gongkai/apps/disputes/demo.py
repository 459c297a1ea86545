"""The demo's ledger: the invented disputes, entered by the actions themselves, once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from django.utils.timezone import localdate

from gongkai.apps.disputes.closing import close_dispute, record_redo
from gongkai.apps.disputes.demo_rows import (
    ACTS,
    COURT,
    LESSONS,
    OUTCOMES,
    PARTIES,
    ROWS,
    DemoDispute,
)
from gongkai.apps.disputes.facts import Closing, Judgment, Opening
from gongkai.apps.disputes.models import Dispute
from gongkai.apps.disputes.opening import open_dispute
from gongkai.apps.disputes.stepping import record_judgment
from gongkai.apps.organs.demo_city import HOME, ORGANS
from gongkai.apps.organs.models import Organ
from gongkai.core.disputes.kinds import JudgmentForm, Result
from gongkai.core.identity import SYSTEM

FILED, ACCEPTED, ANSWERED = timedelta(days=9), timedelta(days=5), timedelta(days=7)
STILL_TO_ANSWER: Final = timedelta(days=20)
"""Whatever came later waits for its answer."""
TERM: Final = timedelta(days=60)
REDO, REDONE = timedelta(days=30), timedelta(days=16)
REDONE_NOTE: Final = "已经重新检索并答复。"
REVIEW_CASE: Final = "示县府复〔{year}〕{number}号（演示）"
COURT_CASE: Final = "（{year}）示县行初{number}号（演示）"
PERSONS: Final = 5
"""The first of the parties are persons."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An application of the demo that was answered with a refusal, and who had asked."""

    application_id: int
    number: str
    day: date
    party: str
    is_person: bool
    act: str


def prepare_disputes(now: datetime, refused: Sequence[Refused] = ()) -> int:
    """Enter the demo's disputes of the organ where its people work, once; says how many.

    A dispute is about the latest refusal before it that is not disputed yet. Those in which the
    decision was corrected stand alone: they would open their cases again.
    """
    name = next(row.name for row in ORGANS if row.key == HOME)
    organ = Organ.objects.filter(name=name).select_related("superior").first()
    if organ is None or Dispute.objects.filter(organ=organ).exists():
        return 0
    left = list(refused)
    for number, row in enumerate(ROWS, start=1):
        about = None if row.result is Result.CORRECTED else _about(left, row, localdate(now))
        _enter(organ, number, row, about, now)
    return len(ROWS)


def _about(left: list[Refused], row: DemoDispute, today: date) -> Refused | None:
    """What a dispute is about, taken out of what is left."""
    filed = today - timedelta(days=row.days_ago) - FILED
    fitting = [one for one in left if filed - TERM <= one.day < filed]
    found = max(fitting, key=lambda one: one.day, default=None)
    if found is not None:
        left.remove(found)
    return found


def _enter(
    organ: Organ, number: int, row: DemoDispute, about: Refused | None, now: datetime
) -> None:
    received = localdate(now) - timedelta(days=row.days_ago)
    in_court = row.kind.is_litigation
    pattern = COURT_CASE if in_court else REVIEW_CASE
    is_answered = timedelta(days=row.days_ago) > STILL_TO_ANSWER
    opening = Opening(
        kind=row.kind,
        party=PARTIES[number % len(PARTIES)],
        is_person=number % len(PARTIES) < PERSONS,
        act=ACTS[number % len(ACTS)],
        body=COURT if in_court or organ.superior is None else organ.superior.name,
        case_number=pattern.format(year=received.year, number=number),
        is_simplified=row.is_simplified,
        filed_on=received - FILED,
        accepted_on=received - ACCEPTED,
        received_on=received,
        answered_on=received + ANSWERED if is_answered else None,
    )
    if about is not None:
        opening = replace(
            opening,
            party=about.party,
            is_person=about.is_person,
            act=about.act,
            application_id=about.application_id,
            application_number=about.number,
        )
    found = open_dispute(SYSTEM, organ_id=organ.pk, opening=opening, now=now)
    if row.judged_after is not None:
        judgment = Judgment(JudgmentForm.JUDGMENT, received + timedelta(days=row.judged_after))
        record_judgment(
            SYSTEM, dispute_id=found.pk, expected=found.version, judgment=judgment, now=now
        )
    if row.lasts is not None and row.result is not None:
        _close(found.pk, row.result, received + timedelta(days=row.lasts), now)


def _close(dispute_id: int, result: Result, day: date, now: datetime) -> None:
    is_corrected = result is Result.CORRECTED
    closing = Closing(
        result,
        day,
        OUTCOMES[result],
        asks_again=is_corrected,
        redo_by=day + REDO if is_corrected else None,
        lessons=LESSONS if is_corrected else "",
    )
    version = Dispute.objects.get(pk=dispute_id).version
    row = close_dispute(SYSTEM, dispute_id=dispute_id, expected=version, closing=closing, now=now)
    if is_corrected:
        record_redo(
            SYSTEM,
            dispute_id=dispute_id,
            expected=row.version,
            day=day + REDONE,
            note=REDONE_NOTE,
            now=now,
        )
