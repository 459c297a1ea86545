"""What becomes of a file that was read: its cleaned bytes take the place of the original."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db import transaction

from gongkai.apps.files import keeping
from gongkai.apps.files.models import StoredFile
from gongkai.apps.files.states import FileState
from gongkai.apps.journal.record import record
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor
from gongkai.core.ports import FilePart

LONGEST_FAULT = 500


@dataclass(frozen=True, slots=True)
class Inspected:
    """What the inspection of a file came to: the key of the bytes that are to be used, and more.

    `original` is the key that was inspected; where nothing was taken out the two are the same.
    """

    original: str
    key: str
    size: int
    digest: str
    parts: Sequence[FilePart] = ()
    unread: Sequence[str] = ()
    removed: Sequence[str] = ()
    remains: Sequence[str] = ()


@transaction.atomic
def settle_file(actor: Actor, *, file_id: int, inspected: Inspected) -> bool:
    """Make a file ready for use. Answers False where another worker has been quicker.

    The original stays in the storage until `forget_original`.
    """
    file = _waiting(file_id, inspected.original)
    if file is None:
        return False
    before = {"digest": file.digest}
    changed = inspected.key != file.key
    file.original_key = file.key if changed else ""
    file.key, file.size, file.digest = inspected.key, inspected.size, inspected.digest
    file.parts = [asdict(part) for part in inspected.parts]
    file.unread = list(inspected.unread)
    file.removed, file.remains = list(inspected.removed), list(inspected.remains)
    file.state = FileState.READY
    file.save()
    told = {"digest": file.digest, "removed": file.removed, "remains": file.remains}
    record(actor, "clean_file", f"file:{file.pk}", before=before, after=told)
    return True


@transaction.atomic
def refuse_file(actor: Actor, *, file_id: int, key: str, finding: Finding) -> bool:
    """Turn a file away after all. Answers False where another worker has settled it."""
    file = _waiting(file_id, key)
    if file is None:
        return False
    file.state = FileState.REFUSED
    file.fault = f"{finding.text}{finding.hint}"[:LONGEST_FAULT]
    file.save(update_fields=["state", "fault"])
    record(actor, "refuse_file", f"file:{file.pk}", after={"code": finding.code})
    return True


@transaction.atomic
def forget_original(actor: Actor, *, file_id: int) -> bool:
    """Delete the bytes as they came, once the cleaned ones are seen to be in the storage.

    The bytes go before the row says so: whoever is interrupted in between does it again.
    """
    rows = StoredFile.objects.select_for_update().filter(pk=file_id, state=FileState.READY)
    file = rows.exclude(original_key="").first()
    if file is None or not keeping.is_whole(file.key, file.digest):
        return False
    keeping.discard(file.original_key)
    file.original_key = ""
    file.save(update_fields=["original_key"])
    record(actor, "forget_original", f"file:{file.pk}", after={"removed": file.removed})
    return True


def _waiting(file_id: int, key: str) -> StoredFile | None:
    """The file, if it still waits with those bytes."""
    rows = StoredFile.objects.select_for_update()
    return rows.filter(pk=file_id, state=FileState.READING, key=key).first()
