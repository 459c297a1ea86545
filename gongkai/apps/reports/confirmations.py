"""Confirming what a doubted place reads, and taking that back (确认读数)."""

from datetime import datetime

from django.db import transaction

from gongkai.apps.journal.record import record
from gongkai.apps.reports.blocked import BlockedError
from gongkai.apps.reports.confirming import places
from gongkai.apps.reports.models import ReadingSession
from gongkai.apps.reports.obstacles import no_such_place
from gongkai.apps.reports.queries import open_sessions, reports_of
from gongkai.apps.reports.stored import pack
from gongkai.core.identity import Actor
from gongkai.core.reports.report import Reading


@transaction.atomic
def confirm_reading(
    actor: Actor, *, token: str, report_key: str, path: str, reading: Reading, now: datetime
) -> None:
    """Put what a person reads in the place of what was read; the checks see it from now on."""
    session = open_sessions(actor, now).select_for_update().get(token=token)
    _must_fit(session, report_key, path, reading)
    before = session.confirmations.filter(report_key=report_key, path=path, undone_at=None)
    before.update(undone_at=now)
    row = session.confirmations.create(
        report_key=report_key,
        path=path,
        reading=pack(reading),
        confirmed_at=now,
        confirmed_by=actor.name,
    )
    record(actor, "confirm_reading", f"reading_session:{session.pk}", after={"id": row.pk})


@transaction.atomic
def undo_confirmation(
    actor: Actor, *, token: str, report_key: str, path: str, now: datetime
) -> None:
    """Let the reading of the file stand again."""
    session = open_sessions(actor, now).select_for_update().get(token=token)
    row = session.confirmations.filter(report_key=report_key, path=path, undone_at=None).first()
    if row is None:
        return
    row.undone_at = now
    row.save(update_fields=["undone_at"])
    record(actor, "undo_confirmation", f"reading_session:{session.pk}", before={"id": row.pk})


def _must_fit(session: ReadingSession, report_key: str, path: str, reading: Reading) -> None:
    """Refuse a reading of a place the report does not have. Raises BlockedError."""
    report = next((r.report for r in reports_of(session) if r.key == report_key), None)
    cells = places(report.form, path) if report and report.form else ()
    values = reading if isinstance(reading, tuple) else (reading,)
    if not cells or len(cells) != len(values):
        raise BlockedError([no_such_place()])
