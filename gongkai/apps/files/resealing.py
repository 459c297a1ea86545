"""Stored files sealed anew, by whoever rotates the keys: new bytes first, then the row's key.

Bytes that were replaced stay until the end, so that whoever is reading them ends in peace; after an
interruption the hourly sweep deletes them.
"""

from collections.abc import Iterator
from typing import Final

from django.db.models import QuerySet

from gongkai.apps.files import keeping
from gongkai.apps.files.models import StoredFile
from gongkai.apps.sealing.resealing import FAULT, Batch
from gongkai.apps.sealing.sealed import SealError
from gongkai.apps.sealing.sealed_bytes import is_current, key_in

KEYS: Final = ("key", "original_key")
NAME: Final = "files_storedfile（文件内容）"


class StoredBytes:
    """The bytes of all stored files."""

    name = NAME

    def reseal(self, size: int) -> Iterator[Batch]:
        """Seal anew what another key sealed, or none."""
        replaced = list[str]()
        rows = list(_rows()[:size])
        while rows:
            before, faults = len(replaced), []
            for row in rows:
                faults += _reseal(row, replaced)
            yield Batch(rows[-1].pk, len(replaced) - before, tuple(faults))
            rows = list(_rows().filter(pk__gt=rows[-1].pk)[:size])
        for key in replaced:
            keeping.discard(key)

    def keys(self) -> Iterator[str]:
        """By which key each is sealed."""
        for row in _rows().iterator():
            for name in KEYS:
                head = keeping.head_of(getattr(row, name))
                if head is not None:
                    yield key_in(head)


def _rows() -> QuerySet[StoredFile]:
    return StoredFile.objects.order_by("pk").only("pk", *KEYS)


def _reseal(row: StoredFile, replaced: list[str]) -> list[str]:
    """Seal a file's bytes anew; what could not be opened."""
    faults = []
    for name in KEYS:
        old = getattr(row, name)
        head = keeping.head_of(old)
        if head is None or is_current(head):
            continue
        try:
            new = keeping.put(keeping.bytes_of(old))
        except SealError as error:
            faults.append(FAULT.format(key=row.pk, error=error))
            continue
        done = StoredFile.objects.filter(pk=row.pk, **{name: old}).update(**{name: new})
        if done:
            replaced.append(old)
        else:
            keeping.discard(new)
    return faults
