"""Sealed bytes, for files: a short head, the nonce, then what the cipher made of the bytes.

The head is the line `gongkai-s1:cipher:key id`, and is bound to the bytes like the place they
belong to (the key under which the storage has them). Bytes without such a head were stored before
files were sealed, and are what they are.
"""

import os
import re
from typing import Final

from cryptography.exceptions import InvalidTag

from gongkai.apps.sealing.ciphers import CIPHERS, NONCE_BYTES, SealCipher
from gongkai.apps.sealing.keys import cipher_in_use, ring
from gongkai.apps.sealing.sealed import ALTERED, NO_CIPHER, NO_KEY, AlteredError, SealError

HEAD: Final = re.compile(rb"\0gongkai-s1:([a-z0-9]{1,10}):([a-z0-9-]{1,20})\n")
HEAD_BYTES: Final = 64
"""So many bytes tell whether bytes are sealed, and by which key."""


def seal_bytes(data: bytes, place: str) -> bytes:
    """The bytes, sealed by the current key for this place."""
    keys, cipher, nonce = ring(), cipher_in_use(), os.urandom(NONCE_BYTES)
    head = _head(cipher, keys.current)
    secret = keys.secrets[keys.current]
    return b"".join((head, nonce, cipher.lock(secret, nonce, data, head + place.encode())))


def opened_bytes(data: bytes, place: str) -> bytes:
    """The bytes that were sealed for this place, or that never were.

    Raises AlteredError where they are not what was sealed, SealError where the key is not there.
    """
    found = HEAD.match(data)
    if found is None:
        return data
    name, key = found[1].decode(), found[2].decode()
    cipher, secret = CIPHERS.get(name), ring().secrets.get(key)
    if cipher is None:
        raise SealError(NO_CIPHER.format(place=place, name=name))
    if secret is None:
        raise SealError(NO_KEY.format(place=place, name=key))
    nonce, body = data[found.end() : found.end() + NONCE_BYTES], found.end() + NONCE_BYTES
    try:
        return cipher.unlock(secret, nonce, data[body:], found[0] + place.encode())
    except (InvalidTag, ValueError) as error:
        raise AlteredError(ALTERED.format(place=place, name=key)) from error


def is_current(head: bytes) -> bool:
    """Whether bytes that begin so were sealed by the current key and cipher."""
    return head.startswith(_head(cipher_in_use(), ring().current))


def key_in(head: bytes) -> str:
    """The id of the key that sealed bytes that begin so; empty for what is not sealed."""
    found = HEAD.match(head)
    return found[2].decode() if found else ""


def _head(cipher: SealCipher, key: str) -> bytes:
    return f"\0gongkai-s1:{cipher.name}:{key}\n".encode()
