"""Looking up files: what is known of them, and their bytes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from gongkai.apps.files import keeping
from gongkai.apps.files.models import StoredFile
from gongkai.apps.files.states import FileState
from gongkai.apps.organs.scope import one
from gongkai.core.identity import Actor
from gongkai.core.ports import FileKind, FilePart


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of a file. `fault` says why it is refused, `unread` what was not read."""

    id: int
    organ_id: int
    name: str
    kind: FileKind
    size: int
    digest: str
    state: FileState
    fault: str
    parts: tuple[FilePart, ...]
    unread: tuple[str, ...]
    removed: tuple[str, ...]
    remains: tuple[str, ...]

    @property
    def is_read(self) -> bool:
        """Whether all its text is known."""
        return self.state is FileState.READY and not self.unread


def file(actor: Actor, file_id: int) -> FileFacts:
    """One file within the actor's reach. Raises DoesNotExist."""
    return _facts(one(actor, StoredFile.objects.all(), file_id))


def facts(file_ids: Collection[int]) -> Mapping[int, FileFacts]:
    """What is known of these files, by number. Whoever asks has seen to the reach."""
    rows = StoredFile.objects.filter(pk__in=set(file_ids))
    return {row.pk: _facts(row) for row in rows}


def content(file_id: int) -> tuple[str, bytes]:
    """The name and the bytes of a file that is ready. Whoever asks has seen to the reach."""
    row = StoredFile.objects.defer("parts").get(pk=file_id, state=FileState.READY)
    return row.name, keeping.bytes_of(row.key)


def _facts(row: StoredFile) -> FileFacts:
    return FileFacts(
        id=row.pk,
        organ_id=row.organ_id,
        name=row.name,
        kind=FileKind(row.kind),
        size=row.size,
        digest=row.digest,
        state=FileState(row.state),
        fault=row.fault,
        parts=tuple(FilePart(**part) for part in row.parts),
        unread=tuple(row.unread),
        removed=tuple(row.removed),
        remains=tuple(row.remains),
    )
