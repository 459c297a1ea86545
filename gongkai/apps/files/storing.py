"""Storing files, downloading them, discarding what nothing uses."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from django.db import transaction

from gongkai.apps.files import keeping, obstacles
from gongkai.apps.files.limits import Limits, limits
from gongkai.apps.files.models import StoredFile
from gongkai.apps.files.naming import name_faults, plain_name
from gongkai.apps.files.states import FileState
from gongkai.apps.files.tasks import look_after_at, read_file
from gongkai.apps.journal.record import record, record_reading
from gongkai.apps.organs.scope import OUTSIDERS, Purpose, one, require
from gongkai.apps.wires.adapters import file_gate
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError
from gongkai.core.identity.roles import ADMINISTRATORS, GIVEN
from gongkai.core.ports import FileKind, UnreadableError

WORKERS: Final = tuple(role for role in GIVEN if role not in ADMINISTRATORS | OUTSIDERS)
"""The roles whose work has files."""
FIELD = "file"
PURPOSE = "下载“{name}”"


@transaction.atomic
def store_file(actor: Actor, *, name: str, data: bytes, now: datetime) -> StoredFile:
    """Store a file for the actor's organ, and have it read and cleaned.

    The bytes are in the storage before there is a row. Raises BlockedError.
    """
    require(actor, *WORKERS)
    if actor.organ_id is None:
        message = f"{actor.key} stores files for no organ"
        raise NotAllowedError(message)
    bounds = limits()
    kind = admitted(name, data, bounds)
    file = StoredFile.objects.create(
        organ_id=actor.organ_id,
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
        "store_file",
        f"file:{file.pk}",
        after={"name": file.name, "size": file.size, "digest": file.digest},
    )
    file.refresh_from_db()
    return file


@transaction.atomic
def download_file(actor: Actor, *, file_id: int) -> tuple[str, bytes]:
    """The name and the bytes of a file that is ready; who had them is written down."""
    rows = StoredFile.objects.filter(state=FileState.READY)
    file = one(actor, rows, file_id)
    record_reading(actor, f"file:{file.pk}", PURPOSE.format(name=file.name))
    return file.name, keeping.bytes_of(file.key)


@transaction.atomic
def discard_file(actor: Actor, *, file_id: int, is_used: bool) -> None:
    """Delete a file. Whoever attaches files says whether any item uses it. Raises BlockedError."""
    require(actor, *WORKERS)
    file = one(actor, StoredFile.objects.select_for_update(), file_id, to=Purpose.WORK)
    if is_used:
        raise BlockedError([obstacles.in_use()])
    keys = (file.key, file.original_key)
    file.delete()
    transaction.on_commit(lambda: _forget(keys))
    told = {"name": file.name, "digest": file.digest}
    record(actor, "discard_file", f"file:{file_id}", before=told)


def _forget(keys: tuple[str, ...]) -> None:
    for key in keys:
        keeping.discard(key)


def admitted(name: str, data: bytes, bounds: Limits) -> FileKind:
    """What kind of file it is. Raises BlockedError with everything that is wrong."""
    found = list(name_faults(name, bounds))
    try:
        kind = file_gate().admit(plain_name(name), data, bounds.of_reader())
    except UnreadableError as error:
        raise BlockedError([*found, replace(error.finding, paths=(FIELD,))]) from error
    if found:
        raise BlockedError(found)
    return kind
