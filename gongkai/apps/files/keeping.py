"""The bytes of files in the storage that the settings name.

A key carries the digest of what it names and a part of its own: nothing is ever written twice under
one key, and no two rows share bytes, so that deleting one row's bytes can never take another's.
"""

import hashlib
import secrets
from collections.abc import Iterator
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

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
    key = default_storage.save(wanted, ContentFile(data))
    if not is_whole(key, digest):
        raise NotWholeError(key)
    return key


def bytes_of(key: str) -> bytes:
    """The bytes under a key. Raises FileNotFoundError."""
    with default_storage.open(key, "rb") as file:
        data = file.read()
    return data if isinstance(data, bytes) else bytes(data)


def is_whole(key: str, digest: str) -> bool:
    """Whether the bytes under a key are there and have that digest."""
    try:
        return digest_of(bytes_of(key)) == digest
    except FileNotFoundError:
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
