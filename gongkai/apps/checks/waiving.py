"""Letting a finding pass with a reason (豁免), and taking that back."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from gongkai.apps.checks import obstacles
from gongkai.apps.checks.levels import REVIEWERS, Matter, level_faults
from gongkai.apps.checks.models import Waiver
from gongkai.apps.checks.queries import latest
from gongkai.apps.checks.rulings import Judged
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.scope import Purpose, one
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor

LONGEST_REASON, LONGEST_QUOTE, LONGEST_PART, LONGEST_NAME = 500, 500, 100, 100


@transaction.atomic
def waive(  # noqa: PLR0913 - one finding, of one text, of one whole
    actor: Actor,
    *,
    organ_id: int,
    subject: str,
    about: str,
    authors: frozenset[str],
    fingerprint: str,
    reason: str,
    now: datetime,
) -> Waiver:
    """Let one finding of the last examination pass; `authors` are those who wrote the text.

    Of two who do so at once one wins; the other is given what the first one did.
    """
    matter = Matter(organ_id, subject, about, authors)
    organ = one(actor, Organ.objects.all(), matter.organ_id, to=Purpose.WORK, field="pk")
    found = latest(organ_id=organ.pk, subject=matter.subject, about=matter.about)
    row = found.of(fingerprint) if found else None
    if row is None:
        raise BlockedError([obstacles.not_found()])
    faults = [*level_faults(row, actor=actor, matter=matter), *_reason_faults(reason)]
    if faults:
        raise BlockedError(faults)
    waiver, is_new = _kept(actor, matter, row, reason.strip(), now)
    if is_new:
        record(
            actor,
            "waive_finding",
            matter.about,
            after={
                "waiver": waiver.pk,
                "code": waiver.code,
                "part": waiver.part,
                "reason": waiver.reason,
            },
            cite=row.finding.cite,
        )
    return waiver


@transaction.atomic
def lift_waiver(actor: Actor, *, waiver_id: int, now: datetime) -> Waiver:
    """Take a waiver back: the finding stands in the way again."""
    rows = Waiver.objects.select_for_update(of=("self",))
    waiver = one(actor, rows, waiver_id, to=Purpose.WORK)
    faults = list(_lifting_faults(actor, waiver))
    if faults:
        raise BlockedError(faults)
    waiver.lifted_at = now
    waiver.save(update_fields=["lifted_at"])
    record(
        actor,
        "lift_waiver",
        waiver.about,
        before={"waiver": waiver.pk, "code": waiver.code, "reason": waiver.reason},
    )
    return waiver


def _reason_faults(reason: str) -> Iterator[Finding]:
    if not reason.strip():
        yield obstacles.no_reason()
    elif len(reason.strip()) > LONGEST_REASON:
        yield obstacles.long_reason(LONGEST_REASON)


def _kept(
    actor: Actor, matter: Matter, row: Judged, reason: str, now: datetime
) -> tuple[Waiver, bool]:
    span = row.finding.span
    part = span.part if span else ",".join(row.finding.paths)
    return Waiver.objects.get_or_create(
        about=matter.about,
        fingerprint=row.fingerprint,
        lifted_at=None,
        defaults={
            "organ_id": matter.organ_id,
            "code": row.finding.code,
            "part": part[:LONGEST_PART],
            "quote": (span.quote if span else row.finding.text)[:LONGEST_QUOTE],
            "reason": reason,
            "actor_key": actor.key,
            "actor_name": actor.name[:LONGEST_NAME],
            "at": now,
        },
    )


def _lifting_faults(actor: Actor, waiver: Waiver) -> Iterator[Finding]:
    if waiver.lifted_at is not None:
        yield obstacles.already_lifted()
    if actor.key != waiver.actor_key and not actor.roles & REVIEWERS:
        yield obstacles.others_waiver()
