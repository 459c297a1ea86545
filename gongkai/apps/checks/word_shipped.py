"""The list that comes with the system. It stays in its file and is never copied into the table:
a new release brings a new list, and no local edit can be overwritten. What an organ does not want
of it, it lets pass by an allow-list."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from gongkai.core.checks.wording.entry import Category, Entry
from gongkai.core.finding import Severity

FOLDER: Final = Path(__file__).parent / "word_data"
NEUTRAL: Final = "neutral.tsv"


def data_lines(name: str) -> Iterator[str]:
    """The lines of a file of the folder, remarks left out."""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@lru_cache(maxsize=1)
def shipped_entries() -> tuple[Entry, ...]:
    """The entries of the list."""
    lines = list(data_lines(NEUTRAL))[1:]
    return tuple(_entry(*line.split("\t")) for line in lines)


def _entry(*cells: str) -> Entry:
    wrong, right, category, severity, contexts, note = cells
    phrases = tuple(contexts.split("|")) if contexts else ()
    return Entry(wrong, right, Category(category), Severity(severity), phrases, note)


@lru_cache(maxsize=1)
def shipped_digest() -> str:
    """Names everything of the folder: the list, the terms, the look-alikes."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()
