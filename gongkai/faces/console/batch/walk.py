"""Walking a folder of any size: one file at a time, nothing kept."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

SUFFIXES = frozenset(
    (
        *(".txt", ".md", ".markdown", ".html", ".htm", ".shtml"),
        *(".docx", ".pdf", ".ofd", ".doc", ".wps"),
        *(".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"),
    )
)
"""Files of other kinds are passed over."""


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read: its name below the folder, and what tells it from a changed one.

    `key` is the name in the bytes of the file system, which need not be text; `name` is shown.
    """

    path: bytes
    key: bytes
    name: str
    size: int
    changed: int


def walk(
    folder: Path, refused: Callable[[bytes], None], *, left_out: Path | None = None
) -> Iterator[Task]:
    """Yield every readable kind of file below a folder, and say what could not be looked into.

    Hidden files and folders are left alone, links to folders are not followed; the folder of
    results is left out where it lies below.
    """
    root = os.fsencode(folder)
    results = os.path.realpath(os.fsencode(left_out)) if left_out else b""
    waiting = [root]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    if entry.name.startswith(b"."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        if os.path.realpath(entry.path) != results:
                            waiting.append(entry.path)
                    elif _suffix(entry.name) in SUFFIXES:
                        yield from _task(entry, root)
        except OSError:
            refused(here)


def _suffix(name: bytes) -> str:
    return PurePath(os.fsdecode(name)).suffix.lower()


def _task(entry: "os.DirEntry[bytes]", root: bytes) -> Iterator[Task]:
    """The task of a file; none if it went away or is no plain file."""
    with suppress(FileNotFoundError):
        if entry.is_file():
            key = os.path.relpath(entry.path, root)
            state = entry.stat()
            yield Task(entry.path, key, shown(key), state.st_size, state.st_mtime_ns)


def shown(name: bytes) -> str:
    """A file's name as text; names written on a system of GB18030 are told by it."""
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return name.decode(encoding)
    return name.decode("utf-8", errors="replace")
