"""What the worker does with files: read, clean, look after what got stuck, sweep.

Every step may be interrupted at any point and done again, by several workers at once: new bytes go
into the storage first, one transaction swaps the keys, and only then the original is deleted.
"""

from datetime import datetime, timedelta

from django.db.models import F, Q
from django.db.models.functions import Now
from django_tasks import task

from gongkai.apps.files import keeping, obstacles
from gongkai.apps.files.isolated import Inspection, inspect
from gongkai.apps.files.limits import limits
from gongkai.apps.files.models import StoredFile
from gongkai.apps.files.settling import Inspected, forget_original, refuse_file, settle_file
from gongkai.apps.files.states import FileState
from gongkai.apps.wires.adapters import batch_engine
from gongkai.core.finding import Finding
from gongkai.core.identity import SYSTEM
from gongkai.core.ports import Cleaned, Done, FileKind, GivenFile

UNSETTLED = Q(state=FileState.READING) | (Q(state=FileState.READY) & ~Q(original_key=""))
ORPHANED_AFTER = timedelta(days=1)


@task()
def read_file(file_id: int) -> None:
    """Read and clean a file, if that is still to be done; then let its original go."""
    waiting = StoredFile.objects.filter(pk=file_id, state=FileState.READING)
    if waiting.update(tries=F("tries") + 1) and (file := waiting.first()):
        _read(file)
    forget_original(SYSTEM, file_id=file_id)


@task()
def look_after(file_id: int) -> None:
    """Have a file read again that got stuck, and come back as long as it is not settled."""
    rows = StoredFile.objects.filter(UNSETTLED, pk=file_id).annotate(moment=Now())
    moment = rows.values_list("moment", flat=True).first()
    if moment is not None:
        requeue_stuck(moment, file_id)
        look_after_at(file_id, moment + limits().stuck_after)


def look_after_at(file_id: int, moment: datetime) -> None:
    """Have the worker look after a file when that moment has come, if it can wait at all."""
    if look_after.get_backend().supports_defer:
        look_after.using(run_after=moment).enqueue(file_id)


def requeue_stuck(now: datetime, file_id: int | None = None) -> int:
    """Queue again what has waited too long; give up what no worker survives."""
    bounds = limits()
    rows = StoredFile.objects.filter(UNSETTLED, queued_at__lte=now - bounds.stuck_after)
    found = 0
    for file in rows if file_id is None else rows.filter(pk=file_id):
        if file.state == FileState.READING and file.tries >= bounds.tries:
            finding = obstacles.given_up(bounds)
            refuse_file(SYSTEM, file_id=file.pk, key=file.key, finding=finding)
        elif rows.filter(pk=file.pk, queued_at=file.queued_at).update(queued_at=now):
            read_file.enqueue(file.pk)
            found += 1
    return found


def sweep_orphans(now: datetime) -> int:
    """Delete bytes to which no row has led for a day: uploads that were rolled back or killed."""
    found = 0
    for key in keeping.keys_before(now - ORPHANED_AFTER):
        if not StoredFile.objects.filter(Q(key=key) | Q(original_key=key)).exists():
            keeping.discard(key)
            found += 1
    return found


def _read(file: StoredFile) -> None:
    """Inspect a file in a process of its own, and keep what that came to."""
    if not keeping.is_whole(file.key, file.digest):
        refuse_file(SYSTEM, file_id=file.pk, key=file.key, finding=obstacles.lost())
        return
    bounds = limits()
    given = GivenFile(file.name, FileKind(file.kind), keeping.bytes_of(file.key))
    work: list[Inspection] = [(given, bounds.of_reader())]
    for done in batch_engine().run(inspect, work, bounds.of_process()):
        answer = _answer(done)
        if isinstance(answer, Finding):
            refuse_file(SYSTEM, file_id=file.pk, key=file.key, finding=answer)
        else:
            _keep(file, given.data, answer)


def _answer(done: Done[Inspection, Cleaned | Finding]) -> Cleaned | Finding:
    return obstacles.stopped(done.failure, limits()) if done.result is None else done.result


def _keep(file: StoredFile, original: bytes, cleaned: Cleaned) -> None:
    """Store cleaned bytes beside the original and swap; bytes that come too late are deleted."""
    changed = cleaned.data != original
    key = keeping.put(cleaned.data) if changed else file.key
    inspected = Inspected(
        original=file.key,
        key=key,
        size=len(cleaned.data),
        digest=keeping.digest_of(cleaned.data),
        parts=cleaned.text.parts,
        unread=cleaned.text.unread,
        removed=cleaned.removed,
        remains=cleaned.remains,
    )
    if not settle_file(SYSTEM, file_id=file.pk, inspected=inspected) and changed:
        keeping.discard(key)
