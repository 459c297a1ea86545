"""Files that people outside send to an organ (申请人的附件): another gate than that of the staff.

Whoever calls has seen to it that this visitor may send something to this organ, and how often.
"""

from dataclasses import replace
from datetime import datetime
from typing import Final

from django.db import transaction

from gongkai.apps.files import keeping, obstacles
from gongkai.apps.files.limits import limits
from gongkai.apps.files.models import StoredFile
from gongkai.apps.files.naming import plain_name
from gongkai.apps.files.storing import admitted
from gongkai.apps.files.tasks import look_after_at, read_file
from gongkai.apps.journal.record import record
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.core.ports import FileKind

TAKEN: Final = frozenset(
    {
        FileKind.PDF,
        FileKind.OFD,
        FileKind.DOCX,
        FileKind.XLSX,
        FileKind.JPEG,
        FileKind.PNG,
        FileKind.TEXT,
    }
)
"""What an application and its proofs come as."""


@transaction.atomic
def take_in(
    actor: Actor, *, organ_id: int, name: str, data: bytes, now: datetime, megabytes: int
) -> StoredFile:
    """Store what a visitor sends to an organ, and have it read and cleaned like any other file.

    The journal is not told its name, which often names the sender. Raises BlockedError.
    """
    bounds = limits()
    most = min(megabytes, bounds.file_megabytes)
    kind = admitted(name, data, replace(bounds, file_megabytes=most))
    if kind not in TAKEN:
        raise BlockedError([obstacles.not_taken()])
    file = StoredFile.objects.create(
        organ_id=organ_id,
        name=plain_name(name),
        kind=kind,
        size=len(data),
        digest=keeping.digest_of(data),
        key=keeping.put(data),
        queued_at=now,
        stored_at=now,
        stored_by=actor.key,
    )
    read_file.enqueue(file.pk)
    look_after_at(file.pk, now + bounds.stuck_after)
    record(
        actor,
        "take_in_file",
        f"file:{file.pk}",
        after={"organ": organ_id, "size": file.size, "digest": file.digest},
    )
    file.refresh_from_db()
    return file
