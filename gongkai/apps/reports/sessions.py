"""What a person does with a session: more time, one file less, all of it gone."""

from datetime import datetime, timedelta

from django.db import transaction

from gongkai.apps.journal.record import record
from gongkai.apps.reports.limits import limits
from gongkai.apps.reports.models import ReadingSession
from gongkai.apps.reports.queries import open_sessions
from gongkai.apps.reports.tasks import purge_after, read_session
from gongkai.core.identity import Actor


@transaction.atomic
def extend_session(actor: Actor, *, token: str, now: datetime) -> ReadingSession:
    """Give a session its full time again, counted from now."""
    session = open_sessions(actor, now).select_for_update().get(token=token)
    session.expires_at = now + timedelta(hours=limits().hours)
    session.save(update_fields=["expires_at"])
    purge_after(session.expires_at)
    record(actor, "extend_session", f"reading_session:{session.pk}")
    return session


@transaction.atomic
def discard_session(actor: Actor, *, token: str, now: datetime) -> None:
    """Delete a session at once: files, readings and confirmations."""
    session = open_sessions(actor, now).select_for_update().get(token=token)
    record(actor, "discard_session", f"reading_session:{session.pk}")
    session.delete()


@transaction.atomic
def remove_file(actor: Actor, *, token: str, file_id: int, now: datetime) -> ReadingSession:
    """Take one file out of a session; the reports in the others are found anew."""
    session = open_sessions(actor, now).select_for_update().get(token=token)
    session.files.get(pk=file_id).delete()
    session.result = None
    session.save(update_fields=["result"])
    if session.files.exists():
        read_session.enqueue(session.pk)
    record(actor, "remove_file", f"reading_session:{session.pk}", before={"file": file_id})
    return session
