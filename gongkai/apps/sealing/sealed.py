"""A sealed value as it is kept: s1:cipher:key id:nonce:bytes, all of it text.

What stands before the nonce, and the place the value belongs to (table and column), are bound to
it: changed, or carried to another column, it does not open.
"""

import os
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Final

from cryptography.exceptions import InvalidTag

from gongkai.apps.sealing.ciphers import CIPHERS, NONCE_BYTES, SealCipher
from gongkai.apps.sealing.keys import cipher_in_use, ring

VERSION: Final = "s1"
FORM: Final = re.compile(r"s1:([a-z0-9]+):([a-z0-9-]+):([A-Za-z0-9_-]{16}):([A-Za-z0-9_-]{22,})")
NOT_SEALED: Final = "{place} 中的内容不是加密存储的格式，无法读取。"
NO_CIPHER: Final = "{place} 中的内容用 {name} 加密，本系统没有这种算法，无法读取。"
NO_KEY: Final = (
    "{place} 中的内容用密钥 {name} 加密，现在没有这个密钥，无法读取："
    "请把它放回 GONGKAI_FIELD_KEYS 或者数据目录中的 field-keys。"
)
ALTERED: Final = (
    "{place} 中的内容用密钥 {name} 打不开：密钥不对，或者内容被改动过、是从别处移来的。"
)


class SealError(Exception):
    """A sealed value cannot be opened; says which place, which key, and what to do."""


class AlteredError(SealError):
    """What was sealed is no longer what it was, or belongs somewhere else."""


def seal(text: str, place: str) -> str:
    """The text, sealed by the current key for this place (`table.column`)."""
    keys, cipher = ring(), cipher_in_use()
    head = _head(cipher, keys.current)
    nonce = os.urandom(NONCE_BYTES)
    secret = keys.secrets[keys.current]
    body = cipher.lock(secret, nonce, text.encode("utf-8", "replace"), _bound(head, place))
    return f"{head}{_written(nonce)}:{_written(body)}"


def opened(sealed: str, place: str) -> str:
    """The text that was sealed for this place; SealError where it cannot be opened."""
    found = FORM.fullmatch(sealed)
    if found is None:
        raise SealError(NOT_SEALED.format(place=place))
    name, key, nonce, body = found.groups()
    cipher, secret = CIPHERS.get(name), ring().secrets.get(key)
    if cipher is None:
        raise SealError(NO_CIPHER.format(place=place, name=name))
    if secret is None:
        raise SealError(NO_KEY.format(place=place, name=key))
    try:
        text = cipher.unlock(secret, _read(nonce), _read(body), _bound(_head(cipher, key), place))
    except (InvalidTag, ValueError) as error:
        raise AlteredError(ALTERED.format(place=place, name=key)) from error
    return text.decode()


def current_head() -> str:
    """How every value begins that the current key and cipher sealed."""
    return _head(cipher_in_use(), ring().current)


def key_of(sealed: str) -> str:
    """The id of the key that sealed a value; empty for what is not sealed."""
    found = FORM.fullmatch(sealed)
    return found[2] if found else ""


def _head(cipher: SealCipher, key: str) -> str:
    return f"{VERSION}:{cipher.name}:{key}:"


def _bound(head: str, place: str) -> bytes:
    return f"{head}{place}".encode()


def _written(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _read(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
