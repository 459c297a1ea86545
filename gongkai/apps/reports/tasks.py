"""What the worker does: read the files of a session, find the reports, forget what has expired."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models.functions import Now
from django_tasks import task

from gongkai.apps.reports import obstacles
from gongkai.apps.reports.isolated import Combined, Extraction, combine, combined, extract
from gongkai.apps.reports.limits import Limits, limits
from gongkai.apps.reports.models import ReadingSession, SessionFile
from gongkai.apps.reports.reading import NamedFile
from gongkai.apps.reports.states import FileState
from gongkai.apps.reports.stored import pack, unpack
from gongkai.apps.wires.adapters import batch_engine
from gongkai.core.ports import Document, Done


@task()
def read_session(session_id: int) -> None:
    """Read what waits in a session; the last file read, find the reports in all of them."""
    bounds = limits()
    claimed: list[SessionFile] = []
    work = _claims(session_id, bounds, claimed)
    for done in batch_engine().run(extract, work, bounds.of_process(bounds.seconds)):
        _store(claimed.pop(0), done, bounds)
    pending = SessionFile.objects.filter(
        session_id=session_id, state__in=(FileState.WAITING, FileState.READING)
    )
    if not pending.exists():
        _combine(session_id, bounds)


def purge_expired() -> int:
    """Delete the sessions whose time is over, with everything read in them."""
    deleted, _ = ReadingSession.objects.filter(expires_at__lte=Now()).delete()
    return deleted


@task()
def purge() -> None:
    """Delete the sessions whose time is over."""
    purge_expired()


def purge_after(moment: datetime) -> None:
    """Have the worker purge when that moment has passed, if it can wait at all."""
    if purge.get_backend().supports_defer:
        purge.using(run_after=moment).enqueue()


def _claims(session_id: int, bounds: Limits, claimed: list[SessionFile]) -> Iterator[Extraction]:
    """The session's waiting files, each taken by one worker only."""
    waiting = SessionFile.objects.filter(session_id=session_id, state=FileState.WAITING)
    while (file := waiting.first()) is not None:
        if waiting.filter(pk=file.pk).update(state=FileState.READING) and file.data is not None:
            claimed.append(file)
            yield NamedFile(file.name, bytes(file.data)), bounds.of_reader()


def _store(file: SessionFile, done: Done[Extraction, bytes], bounds: Limits) -> None:
    """Keep what was read; the bytes go, unless the session keeps them."""
    failure = done.failure
    answer = pack(obstacles.stopped(file.name, failure, bounds)) if failure else done.result
    read = answer is not None and isinstance(unpack(answer), Document)
    rows = SessionFile.objects.filter(pk=file.pk)
    rows.update(
        state=FileState.READ if read else FileState.FAILED,
        document=answer if read else None,
        problem=None if read else answer,
    )
    rows.exclude(state=FileState.READ, session__keeps_files=True).update(data=None)


def _combine(session_id: int, bounds: Limits) -> None:
    files = list(SessionFile.objects.filter(session_id=session_id, state=FileState.READ))
    documents = tuple(bytes(file.document) for file in files if file.document is not None)
    allowed = bounds.of_process(bounds.combining_seconds)
    done = next(iter(batch_engine().run(combine, [documents], allowed)))
    rows = ReadingSession.objects.filter(pk=session_id)
    if done.result is None:
        rows.update(result=None, problem=pack(obstacles.not_combined()))
        return
    with transaction.atomic():
        rows.update(result=done.result, problem=None)
        _name_strangers(files, combined(done.result))


def _name_strangers(files: list[SessionFile], outcome: Combined) -> None:
    """Say of each file whether it is part of a report."""
    reports, strangers = outcome
    used = {name for report, _ in reports for name in (report.file, *report.parts)}
    told = iter(strangers)
    for file in files:
        problem = None if file.name in used else next(told, None)
        SessionFile.objects.filter(pk=file.pk).update(problem=pack(problem) if problem else None)
