"""The bytes of files in the storage that the settings name.

A key carries the digest of what it names and a part of its own: nothing is ever written twice under
one key, and no two rows share bytes, so that deleting one row's bytes can never take another's.
In the storage bytes lie sealed, bound to their key; digests are those of the bytes themselves.
"""

import hashlib
import secrets
from collections.abc import Iterator
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from gongkai.apps.sealing.sealed import AlteredError
from gongkai.apps.sealing.sealed_bytes import HEAD_BYTES, opened_bytes, seal_bytes

FOLDER = "stored"


class NotWholeError(Exception):
    """The storage does not give back what was put into it."""


def digest_of(data: bytes) -> str:
    """The digest by which bytes are known."""
    return hashlib.sha256(data).hexdigest()


def put(data: bytes) -> str:
    """Store bytes under a key of their own, and see that they are there. Raises NotWholeError."""
    digest = digest_of(data)
    wanted = f"{FOLDER}/{digest[:2]}/{digest}-{secrets.token_hex(8)}"
    key = default_storage.save(wanted, ContentFile(seal_bytes(data, wanted)))
    if not is_whole(key, digest):
        raise NotWholeError(key)
    return key


def bytes_of(key: str) -> bytes:
    """The bytes under a key. Raises FileNotFoundError, AlteredError, SealError."""
    with default_storage.open(key, "rb") as file:
        return opened_bytes(bytes(file.read()), key)


def head_of(key: str) -> bytes | None:
    """How the bytes under a key begin as they lie in the storage; None where there are none."""
    if not key:
        return None
    try:
        with default_storage.open(key, "rb") as file:
            return bytes(file.read(HEAD_BYTES))
    except FileNotFoundError:
        return None


def is_whole(key: str, digest: str) -> bool:
    """Whether the bytes under a key are there and have that digest. Raises SealError."""
    try:
        return digest_of(bytes_of(key)) == digest
    except (FileNotFoundError, AlteredError):
        return False


def discard(key: str) -> None:
    """Delete the bytes under a key, if they are there."""
    if key:
        default_storage.delete(key)


def keys_before(moment: datetime) -> Iterator[str]:
    """All keys that were written before a moment."""
    folders, _ = _listing(FOLDER)
    for folder in folders:
        _, names = _listing(f"{FOLDER}/{folder}")
        for name in names:
            key = f"{FOLDER}/{folder}/{name}"
            if default_storage.get_modified_time(key) < moment:
                yield key


def _listing(folder: str) -> tuple[list[str], list[str]]:
    """Folders and files; none where nothing was ever stored."""
    try:
        return default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []
