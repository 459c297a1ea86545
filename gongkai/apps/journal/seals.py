"""Seals: places of the chain written down outside the database (封存).

Who can change the whole chain can compute it anew; a seal that lies elsewhere shows it. One seal is
one line of JSON.
"""

import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from gongkai.apps.journal.models import HEAD, Head

FILE = "journal-seals.jsonl"


class SealError(Exception):
    """A file of seals cannot be read or written; the text says so in Chinese."""


@dataclass(frozen=True, slots=True)
class Seal:
    """A place of the chain, and when it was written down."""

    sequence: int
    digest: str
    algorithm: str
    sealed_at: str


def own_file() -> Path:
    """Where every whole verification leaves a seal."""
    return Path(settings.GONGKAI_DATA) / FILE


def read_seals(path: Path) -> tuple[Seal, ...]:
    """The seals in a file. Raises SealError."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise SealError(f"封存文件“{path}”读不出。请检查文件是否存在、能否读取。") from error
    return tuple(_seal(path, number, line) for number, line in enumerate(lines, 1) if line.strip())


def own_seals() -> tuple[Seal, ...]:
    """The seals that verifications left here. Raises SealError."""
    return read_seals(own_file()) if own_file().exists() else ()


def head_seal(now: datetime) -> Seal | None:
    """A seal of the end of the chain as it is; none while the chain is empty."""
    head = Head.objects.filter(pk=HEAD).first()
    if head is None or not head.sequence:
        return None
    return Seal(head.sequence, head.digest, head.algorithm, now.isoformat(timespec="seconds"))


def write_seal(path: Path, seal: Seal) -> None:
    """Add a seal to a file. Raises SealError."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(seal)) + "\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        message = f"封存文件“{path}”写不进（{error.strerror}）。请检查文件夹是否存在、可写。"
        raise SealError(message) from error


def _seal(path: Path, number: int, line: str) -> Seal:
    try:
        seal = Seal(**json.loads(line))
        return Seal(int(seal.sequence), str(seal.digest), seal.algorithm, seal.sealed_at)
    except (ValueError, TypeError) as error:
        message = f"封存文件“{path}”第 {number} 行不合格式。请换用没有改动过的文件。"
        raise SealError(message) from error
