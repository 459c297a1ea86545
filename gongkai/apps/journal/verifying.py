"""Having the chain verified: by the worker, as the desk asks, or at the console."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db import connection, transaction
from django.db.models.functions import Now
from django_tasks import task

from gongkai.apps.journal.flaws import Flaw, FlawKind
from gongkai.apps.journal.models import Verification
from gongkai.apps.journal.record import record
from gongkai.apps.journal.seals import Seal, SealError, own_file, own_seals, write_seal
from gongkai.apps.journal.states import VerificationState
from gongkai.apps.journal.triggers import missing
from gongkai.apps.journal.verify import Hear, Verdict, entries_now, nobody, verify
from gongkai.core.identity import Actor, NotAllowedError, Role

UNGUARDED: Final = "数据库中的保护触发器缺失（{names}）。请查明原因，用 ./gk journal guard 恢复。"


@transaction.atomic
def begin_verification(actor: Actor, *, now: datetime) -> int:
    """Write down that a verification was asked for; it will cover this entry too."""
    row = Verification.objects.create(asked_at=now, asked_by=actor.name)
    record(actor, "verify_journal", f"verification:{row.pk}")
    return row.pk


@transaction.atomic
def ask_verification(actor: Actor, *, now: datetime) -> int:
    """Have the worker verify the chain; returns the number under which to look."""
    if not actor.has(Role.AUDITOR):
        message = f"{actor.key} is no auditor"
        raise NotAllowedError(message)
    number = begin_verification(actor, now=now)
    run_verification.enqueue(number)
    return number


@task()
def run_verification(number: int) -> None:
    """Verify the chain against the seals that were left here."""
    try:
        complete(number, own_seals())
    except SealError as error:
        complete(number, (), unread=str(error))


def complete(
    number: int, seals: Sequence[Seal], *, unread: str = "", hear: Hear = nobody
) -> Verdict:
    """Verify, keep what it came to, and leave a seal of a whole chain.

    `unread` says why the seals that were left here could not be read.
    """
    rows = Verification.objects.filter(pk=number)
    rows.update(state=VerificationState.RUNNING, total=entries_now())

    def heard(checked: int) -> None:
        rows.update(checked=checked)
        hear(checked)

    state, verdict, note = VerificationState.FAILED, Verdict(), unread
    try:
        verdict = verify(seals, heard)
        if unread:
            verdict.note(iter([Flaw(FlawKind.SEALS, 0, 0)]))
        state = VerificationState.WHOLE if verdict.whole else VerificationState.BROKEN
        note = "".join((unread, _sealed(verdict, seals, rows.get().asked_at), unguarded()))
    finally:
        rows.update(
            state=state,
            checked=verdict.checked,
            first=verdict.first,
            last=verdict.last.sequence if verdict.last else 0,
            flaws=[flaw.as_data() for flaw in verdict.flaws],
            flaw_count=verdict.flaw_count,
            finished_at=Now(),
            note=note[:500],
        )
    return verdict


def unguarded() -> str:
    """What of the database's own protection is gone."""
    return UNGUARDED.format(names="、".join(gone)) if (gone := missing(connection)) else ""


def _sealed(verdict: Verdict, seals: Sequence[Seal], now: datetime) -> str:
    """Leave a seal of the end that was found whole; what keeps it from being written is said."""
    last = verdict.last
    if last is None or not verdict.whole:
        return ""
    if any(seal.sequence == last.sequence for seal in seals):
        return ""
    moment = now.isoformat(timespec="seconds")
    try:
        write_seal(own_file(), Seal(last.sequence, last.digest, last.algorithm, moment))
    except SealError as error:
        return str(error)
    return ""
