"""The keys that seal: from the settings, else made once and kept in a file beside the data.

The first key is the current one and seals; all of them open. The file is looked at again whenever
it has changed, so a key that was added there holds in every running process at once.
"""

import os
import re
from base64 import urlsafe_b64decode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from gongkai.apps.sealing.ciphers import CIPHERS, SealCipher
from gongkai.apps.wires.secrets import kept_secret

SECRET_BYTES: Final = 32
KEY_ID: Final = re.compile(r"[a-z0-9-]{1,20}")
ID_LETTERS: Final = 8
FIELD_KEYS, INDEX_KEY = "field-keys", "index-key"
WRONG_KEY: Final = "{where} 中的密钥 {name} 不可用：应写成 编号:密钥，密钥为 32 字节以上的 base64。"
WRONG_ID: Final = "{where} 中的密钥编号 {name} 不可用：只能用 1 至 20 个小写字母、数字、连字符。"
TWICE: Final = "{where} 中有两个密钥的编号都是 {name}。"
NONE: Final = "{where} 中没有密钥。"
NO_CIPHER: Final = "GONGKAI_FIELD_CIPHER 的值 {name} 无法识别，可用的有：{known}。"
SETTING: Final = "GONGKAI_FIELD_KEYS"


@dataclass(frozen=True, slots=True)
class Ring:
    """The keys there are, by their ids; the current one is first."""

    current: str
    secrets: Mapping[str, bytes]


def ring() -> Ring:
    """The keys as they are now."""
    if settings.GONGKAI_FIELD_KEYS:
        return _ring(tuple(settings.GONGKAI_FIELD_KEYS), SETTING)
    path = keys_file()
    try:
        state = path.stat()
    except FileNotFoundError:
        kept_secret(path, SECRET_BYTES)
        state = path.stat()
    return _kept_ring(path, state.st_mtime_ns, state.st_ino)


def keys_file() -> Path:
    """The file of the keys, where the settings give none."""
    return Path(settings.GONGKAI_DATA) / FIELD_KEYS


def index_secret() -> bytes:
    """The key of the blind indexes; it is another one than any that seals."""
    given = settings.GONGKAI_INDEX_KEY or _kept(Path(settings.GONGKAI_DATA) / INDEX_KEY)
    return _secret(given, "GONGKAI_INDEX_KEY", INDEX_KEY)


def cipher_in_use() -> SealCipher:
    """The cipher that seals from now on; what another sealed opens all the same."""
    return CIPHERS[settings.GONGKAI_FIELD_CIPHER]


def check_settings() -> None:
    """Refuse a cipher that is not known and keys that cannot be read."""
    if settings.GONGKAI_FIELD_CIPHER not in CIPHERS:
        known = "、".join(CIPHERS)
        message = NO_CIPHER.format(name=settings.GONGKAI_FIELD_CIPHER, known=known)
        raise ImproperlyConfigured(message)
    if settings.GONGKAI_FIELD_KEYS:
        ring()
    if settings.GONGKAI_INDEX_KEY:
        index_secret()


def lines_of(path: Path) -> list[str]:
    """The keys in a file, each with its id."""
    lines = path.read_text(encoding="ascii").split()
    return [line if ":" in line else key_line(line) for line in lines]


def key_line(secret: str) -> str:
    """A new key as it stands in the file: its id is the beginning of its digest."""
    return f"{_id_of(secret)}:{secret}"


def write_keys(lines: Iterable[str]) -> None:
    """Put these keys into the file, the current one first; a reader sees the old or the new."""
    path = keys_file()
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write("".join(f"{line}\n" for line in lines))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


@lru_cache(maxsize=8)
def _kept(path: Path) -> str:
    return kept_secret(path, SECRET_BYTES)


@lru_cache(maxsize=8)
def _kept_ring(path: Path, _changed_at: int, _number: int) -> Ring:
    return _ring(tuple(lines_of(path)), str(path))


@lru_cache(maxsize=8)
def _ring(lines: tuple[str, ...], where: str) -> Ring:
    secrets: dict[str, bytes] = {}
    for line in lines:
        name, _, text = line.partition(":")
        if not KEY_ID.fullmatch(name):
            raise ImproperlyConfigured(WRONG_ID.format(where=where, name=name[:ID_LETTERS]))
        if name in secrets:
            raise ImproperlyConfigured(TWICE.format(where=where, name=name))
        secrets[name] = _secret(text, where, name)
    return Ring(_first(secrets, where), secrets)


def _first(names: Iterable[str], where: str) -> str:
    for name in names:
        return name
    raise ImproperlyConfigured(NONE.format(where=where))


def _secret(text: str, where: str, name: str) -> bytes:
    try:
        secret = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        secret = b""
    if len(secret) < SECRET_BYTES:
        raise ImproperlyConfigured(WRONG_KEY.format(where=where, name=name))
    return secret


def _id_of(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()[:ID_LETTERS]
