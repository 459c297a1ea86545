"""Writing a letter into files: PDF for keeping, DOCX for those who write on."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from gongkai.apps.files import keeping
from gongkai.apps.files.models import StoredFile
from gongkai.apps.files.naming import plain_name
from gongkai.apps.files.states import FileState
from gongkai.apps.wires.adapters import letter_writer
from gongkai.core.identity import Actor, NotAllowedError
from gongkai.core.ports import Letter, LetterFormat, Written

NAME: Final = "{title}（{number}）.{format}"
LONGEST: Final = 150


@dataclass(frozen=True, slots=True)
class Printed:
    """A file to look at or to download."""

    name: str
    data: bytes
    media_type: str


def written(letter: Letter, written_as: LetterFormat, now: datetime) -> Written:
    """The bytes of a letter."""
    return letter_writer(written_as).write(letter, made_at=now)


def printed(letter: Letter, written_as: LetterFormat, now: datetime) -> Printed:
    """A letter to look at, without keeping it."""
    return Printed(
        name_of(letter, written_as), written(letter, written_as, now).data, written_as.media_type
    )


def name_of(letter: Letter, written_as: LetterFormat) -> str:
    """The name of its file."""
    number = letter.document_number or letter.title
    named = NAME.format(title=letter.title[:LONGEST], number=number, format=written_as.value)
    return plain_name(named)


def kept(letter: Letter, written_as: LetterFormat, actor: Actor, now: datetime) -> StoredFile:
    """The file of a letter in the storage, ready: it is our own work and needs no cleaning.

    The bytes are there before the row is.
    """
    return kept_bytes(
        name_of(letter, written_as), written(letter, written_as, now).data, actor, now
    )


def kept_bytes(name: str, data: bytes, actor: Actor, now: datetime) -> StoredFile:
    """Bytes of our own making in the storage of the actor's organ. Raises NotAllowedError."""
    if actor.organ_id is None:
        raise NotAllowedError(actor.key)
    return StoredFile.objects.create(
        organ_id=actor.organ_id,
        name=name,
        kind=name.rpartition(".")[2],
        size=len(data),
        digest=keeping.digest_of(data),
        key=keeping.put(data),
        state=FileState.READY,
        queued_at=now,
        stored_at=now,
        stored_by=actor.key,
    )
