"""Asking others (征求意见, Art. 32 to 34): third parties whose rights are at stake, and organs that
made the information together.

Each has fifteen working days of its own, from the day on which the letter reached it; meanwhile the
clock of the case is paused. A third party's silence leaves the decision to the organ, another
organ's silence is consent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.cases import obstacles
from gongkai.apps.applications.cases.casework import Telling, clock_on, step_on
from gongkai.apps.applications.cases.casework_queries import InHand, part_of_case, taken
from gongkai.apps.applications.handling import asking_obstacles
from gongkai.apps.applications.handling.correcting import day_faults
from gongkai.apps.applications.models import Consultation
from gongkai.apps.journal.record import record
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.consulting import (
    KIND,
    Opinion,
    PartyKind,
    masked_party,
)
from gongkai.core.applications.deadlines import Entry, Mark
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked, where to find him, what about, and on which day the letter went out."""

    kind: str
    party: str
    contact: str
    matter: str
    asked_on: date


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back."""

    opinion: str
    reasons: str
    answered_on: date


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the organ made of a refusal: whether its reasons hold, and whether the public interest
    outweighs them all the same."""

    is_reasonable: bool
    judged: str
    public_interest: bool = False


@transaction.atomic
def consult(
    actor: Actor, *, application_id: int, expected: int, asked: Asked, now: datetime
) -> Consultation:
    """Ask a third party or another organ; the clock pauses from that day. Raises BlockedError."""
    case = taken(actor, application_id, "consult", now=now, expected=expected)
    if faults := list(_asking_faults(case, asked)):
        raise BlockedError(faults)
    kind = PartyKind(asked.kind)
    row = Consultation.objects.create(
        application=case.application,
        kind=kind.value,
        party=asked.party.strip()[:200],
        party_masked=masked_party(kind, asked.party.strip())[:100],
        contact=asked.contact.strip()[:500],
        matter=asked.matter.strip(),
        asked_on=asked.asked_on,
        answer_by=KIND[kind].term.last_day(asked.asked_on, calendar()),
    )
    note = ASKED.format(kind=kind.label)
    step_on(case, Telling(note, asked.asked_on, is_public=True))
    clock_on(case, _pause(row), note)
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"kind": kind.value, "party": row.party_masked},
        cite=case.step.cite,
    )
    return row


def _asking_faults(case: InHand, asked: Asked) -> Iterator[Finding]:
    if asked.kind not in set(PartyKind):
        yield asking_obstacles.kind_of_party()
    if not asked.party.strip():
        yield obstacles.lacking("征求意见的对象", "party")
    if not asked.matter.strip():
        yield obstacles.lacking("征求意见的内容", "matter")
    received = case.application.received_on or case.today
    yield from day_faults(case, asked.asked_on, "asked_on", received)


@transaction.atomic
def record_consultation_delivery(
    actor: Actor, *, consultation_id: int, delivered_on: date, proof: str, now: datetime
) -> Consultation:
    """Note on which day the letter reached whom it was for; from then on his term runs."""
    row, case = _in_hand(actor, consultation_id, now)
    faults = list(day_faults(case, delivered_on, "delivered_on", row.asked_on))
    if not proof.strip():
        faults.append(obstacles.lacking("送达凭据", "delivery_proof"))
    if row.opinion:
        faults.append(asking_obstacles.opinion_known())
    if row.delivered_on is not None:
        faults.append(obstacles.delivered_before(row.delivered_on))
    if faults:
        raise BlockedError(faults)
    take_consultation_delivery(case, row, delivered_on, proof)
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"consultation": row.pk, "delivered_on": delivered_on},
        cite=case.step.cite,
    )
    return row


def take_consultation_delivery(case: InHand, row: Consultation, day: date, proof: str) -> None:
    """Let the term run from that day; the caller has judged it and writes the journal."""
    row.delivered_on, row.delivery_proof = day, proof.strip()[:300]
    row.answer_by = KIND[PartyKind(row.kind)].term.last_day(day, calendar())
    row.save(update_fields=["delivered_on", "delivery_proof", "answer_by"])
    note = DELIVERED.format(day=day, last=row.answer_by)
    step_on(case, Telling(note, day))
    clock_on(case, _pause(row), note)


@transaction.atomic
def record_opinion(
    actor: Actor, *, consultation_id: int, answered: Answered, now: datetime
) -> Consultation:
    """Enter the opinion that came; the clock goes on. One that comes late is kept, and does not
    lengthen the pause."""
    row, case = _in_hand(actor, consultation_id, now)
    if faults := list(_answer_faults(case, row, answered)):
        raise BlockedError(faults)
    row.opinion, row.reasons = answered.opinion, answered.reasons.strip()
    row.answered_on = answered.answered_on
    row.save(update_fields=["opinion", "reasons", "answered_on"])
    note = OPINION.format(kind=PartyKind(row.kind).label, opinion=Opinion(row.opinion).label)
    step_on(case, Telling(note, answered.answered_on))
    clock_on(case, _resume(row, answered.answered_on), note)
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"consultation": row.pk, "opinion": row.opinion},
        cite=case.step.cite,
    )
    return row


def _answer_faults(case: InHand, row: Consultation, answered: Answered) -> Iterator[Finding]:
    if row.opinion not in {"", Opinion.SILENT}:
        yield asking_obstacles.opinion_known()
    if answered.opinion not in {Opinion.AGREE, Opinion.REFUSE}:
        yield asking_obstacles.opinion_odd()
    if answered.opinion == Opinion.REFUSE and not answered.reasons.strip():
        yield obstacles.lacking("不同意的理由", "reasons")
    yield from day_faults(case, answered.answered_on, "answered_on", row.asked_on)


@transaction.atomic
def note_silence(actor: Actor, *, consultation_id: int, now: datetime) -> Consultation:
    """Note that no opinion came within its term, which is proved by the day of delivery."""
    row, case = _in_hand(actor, consultation_id, now)
    if row.opinion:
        raise BlockedError([asking_obstacles.opinion_known()])
    last = row.answer_by
    if row.delivered_on is None or last is None:
        raise BlockedError([obstacles.not_delivered("征求意见书")])
    if case.today <= last:
        raise BlockedError([obstacles.not_expired("征求意见的期限", last)])
    row.opinion = Opinion.SILENT.value
    row.save(update_fields=["opinion"])
    note = KIND[PartyKind(row.kind)].silence
    step_on(case, Telling(note, last))
    clock_on(case, _resume(row, last), note)
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"consultation": row.pk, "opinion": row.opinion},
        cite=case.step.cite,
    )
    return row


@transaction.atomic
def judge_refusal(
    actor: Actor, *, consultation_id: int, judgement: Judgement, now: datetime
) -> Consultation:
    """Say whether a refusal has good reasons, and whether the public interest outweighs them; the
    third party is then told in writing what is disclosed and why (Art. 32)."""
    row, case = _in_hand(actor, consultation_id, now)
    faults = [] if row.opinion == Opinion.REFUSE else [asking_obstacles.nothing_refused()]
    if not judgement.judged.strip():
        faults.append(obstacles.lacking("认定说明", "judged"))
    if judgement.public_interest and not judgement.is_reasonable:
        faults.append(asking_obstacles.refusal_upheld())
    if faults:
        raise BlockedError(faults)
    row.is_reasonable, row.judged = judgement.is_reasonable, judgement.judged.strip()[:1000]
    row.public_interest = judgement.public_interest
    row.save(update_fields=["is_reasonable", "judged", "public_interest"])
    step_on(case, Telling(row.judged))
    record(
        actor,
        case.step.verb,
        case.subject,
        after={
            "consultation": row.pk,
            "is_reasonable": row.is_reasonable,
            "public_interest": row.public_interest,
        },
        cite=case.step.cite,
    )
    return row


def _in_hand(actor: Actor, consultation_id: int, now: datetime) -> tuple[Consultation, InHand]:
    """The consultation with its case, both locked."""
    found = part_of_case(actor, Consultation.objects.all(), consultation_id)
    case = taken(actor, found.application_id, "record_opinion", now=now)
    row = Consultation.objects.select_for_update().get(pk=found.pk)
    return row, case


def _pause(row: Consultation) -> Entry:
    kind = KIND[PartyKind(row.kind)]
    return Entry(
        Mark.PAUSE,
        row.asked_on,
        kind.cause,
        source_of(row),
        workdays=kind.term.workdays or 0,
        since=row.delivered_on,
    )


def _resume(row: Consultation, day: date) -> Entry:
    return Entry(Mark.RESUME, day, KIND[PartyKind(row.kind)].cause, source_of(row))


def source_of(row: Consultation) -> str:
    """The name of the pause in the clock."""
    return f"consultation:{row.pk}"


ASKED: Final = "向{kind}征求意见，所需时间不计入答复期限"
DELIVERED: Final = "征求意见书 {day} 送达，意见期限至 {last}"
OPINION: Final = "收到{kind}的意见：{opinion}"
