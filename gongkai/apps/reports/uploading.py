"""Opening a session and putting files into it (年报体检)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from gongkai.apps.journal.record import record
from gongkai.apps.reports import obstacles
from gongkai.apps.reports.blocked import BlockedError
from gongkai.apps.reports.limits import Limits, limits
from gongkai.apps.reports.models import ReadingSession, SessionFile
from gongkai.apps.reports.reading import NamedFile
from gongkai.apps.reports.states import FileState
from gongkai.apps.reports.stored import pack
from gongkai.apps.reports.tasks import purge_after, purge_expired, read_session
from gongkai.core.identity import Actor

NAME_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Arrival:
    """When an upload came, and a keyed digest of where from (empty: never mind)."""

    at: datetime
    client: str = ""


@transaction.atomic
def submit_files(
    actor: Actor,
    *,
    token: str,
    files: Sequence[NamedFile],
    arrival: Arrival,
    keeps_files: bool = False,
) -> ReadingSession:
    """Put files into the session of that address, opening it if it is new, and have them read.

    Sending the same file again changes nothing, unless it could not be read before.
    """
    bounds = limits()
    purge_expired()
    session = _session(actor, token, arrival, bounds, keeps_files=keeps_files)
    fresh = [file for file in files if not _known(session, file, arrival, bounds)]
    _admit(session, files, fresh, arrival, bounds)
    for file in fresh:
        _add(session, file, arrival, bounds)
    if fresh:
        read_session.enqueue(session.pk)
    record(actor, "submit_files", f"reading_session:{session.pk}", after={"files": len(fresh)})
    return session


def _session(
    actor: Actor, token: str, arrival: Arrival, bounds: Limits, *, keeps_files: bool
) -> ReadingSession:
    session, fresh = ReadingSession.objects.select_for_update().get_or_create(
        token=token,
        defaults={
            "opened_at": arrival.at,
            "expires_at": arrival.at + timedelta(hours=bounds.hours),
            "client": arrival.client,
            "organ_id": actor.organ_id if keeps_files else None,
            "keeps_files": keeps_files,
        },
    )
    if fresh:
        purge_after(session.expires_at)
    if session.organ_id not in {None, actor.organ_id}:
        raise ReadingSession.DoesNotExist
    return session


def _known(session: ReadingSession, file: NamedFile, arrival: Arrival, bounds: Limits) -> bool:
    """Whether the session has the file already; one that failed or got stuck makes room."""
    same = session.files.filter(digest=_digest(file))
    stuck = arrival.at - timedelta(minutes=bounds.stuck_minutes)
    pending = (FileState.WAITING, FileState.READING)
    same.filter(Q(state=FileState.FAILED) | Q(state__in=pending, added_at__lt=stuck)).delete()
    return same.exists()


def _digest(file: NamedFile) -> str:
    return hashlib.sha256(file.data).hexdigest()


def _admit(
    session: ReadingSession,
    files: Sequence[NamedFile],
    fresh: Sequence[NamedFile],
    arrival: Arrival,
    bounds: Limits,
) -> None:
    """Refuse the upload as a whole. Raises BlockedError."""
    waiting = SessionFile.objects.filter(state=FileState.WAITING).count()
    often = arrival.client and _lately(arrival) + len(fresh) > bounds.files_per_hour
    refusals = (
        (not files, obstacles.nothing_chosen()),
        (session.files.count() + len(fresh) > bounds.files, obstacles.too_many(bounds)),
        (often, obstacles.too_often(bounds)),
        (waiting + len(fresh) > bounds.waiting, obstacles.too_busy()),
    )
    if found := [finding for stands, finding in refusals if stands]:
        raise BlockedError(found)


def _lately(arrival: Arrival) -> int:
    since = arrival.at - timedelta(hours=1)
    return SessionFile.objects.filter(session__client=arrival.client, added_at__gt=since).count()


def _add(session: ReadingSession, file: NamedFile, arrival: Arrival, bounds: Limits) -> None:
    name = _free_name(session, file.name[-NAME_LENGTH:])
    problem = None
    if not file.data:
        problem = obstacles.empty(name)
    elif len(file.data) > bounds.file_bytes:
        problem = obstacles.too_large(name, bounds)
    session.files.update_or_create(
        digest=_digest(file),
        defaults={
            "name": name,
            "size": len(file.data),
            "added_at": arrival.at,
            "state": FileState.FAILED if problem else FileState.WAITING,
            "data": None if problem else file.data,
            "problem": pack(problem) if problem else None,
        },
    )


def _free_name(session: ReadingSession, name: str) -> str:
    """The name, with a number behind it where another file of the session has it already."""
    taken = set(session.files.values_list("name", flat=True))
    stem, dot, suffix = name.rpartition(".")
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{stem}({number}){dot}{suffix}" if stem else f"{name}({number})"
    return free
