"""What of a batch is done: a small database beside the lines, so that a run can go on.

The lines are appended to one file; the ledger says which bytes of it belong to which file. Lines
reach the disk before the ledger speaks of them, and what the ledger does not speak of is cut off
at the next start: a run that is killed at any moment loses a few files' work and writes none twice.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from gongkai.faces.console.batch.walk import Task
from gongkai.faces.console.batch.work import Answer

TABLES = """
CREATE TABLE IF NOT EXISTS files (
    key BLOB PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL, changed INTEGER NOT NULL,
    start INTEGER NOT NULL, length INTEGER NOT NULL, reports INTEGER NOT NULL,
    why TEXT NOT NULL, run INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that is done: where its lines are, how many, or why there are none."""

    name: str
    start: int
    length: int
    reports: int
    why: str


class Ledger:
    """The ledger of one folder of results, and the lines it speaks of."""

    def __init__(self, database: Path, lines: Path) -> None:
        self.base = sqlite3.connect(database)
        self.base.executescript(TABLES)
        self.base.execute("PRAGMA synchronous = FULL")
        self.end = int(self.fact("end") or 0)
        self.run = int(self.fact("run") or 0) + 1
        self._note("run", str(self.run))
        self.path, self.fresh = lines, lines.with_name(f"{lines.name}.new")
        self._finish_swap()
        self.lines = lines.open("r+b" if lines.exists() else "w+b")
        if self.lines.seek(0, os.SEEK_END) < self.end:
            self._forget()
        self.lines.truncate(self.end)
        self.lines.seek(self.end)
        self.base.commit()

    def fact(self, name: str) -> str:
        """Something noted about the whole folder; empty if it is not."""
        row = self.base.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def note(self, name: str, value: str) -> None:
        """Note something about the whole folder."""
        self._note(name, value)
        self.base.commit()

    def knows(self, task: Task) -> bool:
        """Whether the file is done and has not changed since; it then belongs to this run too."""
        found = self.base.execute(
            "UPDATE files SET run = ? WHERE key = ? AND size = ? AND changed = ?",
            (self.run, task.key, task.size, task.changed),
        )
        return found.rowcount > 0

    def add(self, task: Task, answer: Answer) -> None:
        """Write a file's lines; they count once they are kept."""
        length = self.lines.write(answer.lines)
        self.base.execute(
            "REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(task.key, task.name, task.size, task.changed),
                *(self.end, length, answer.reports, answer.why, self.run),
            ),
        )
        self.end += length

    def keep(self) -> None:
        """Make sure that everything added so far outlives this program."""
        self.lines.flush()
        os.fsync(self.lines.fileno())
        self._note("end", str(self.end))
        self.base.commit()

    def tidy(self) -> None:
        """Strike off files that are no longer in the folder, and lines nobody speaks of."""
        self.base.execute("DELETE FROM files WHERE run < ?", (self.run,))
        self.keep()
        (used,) = self.base.execute("SELECT total(length) FROM files").fetchone()
        if used == self.end:
            return
        self.end = 0
        with self.fresh.open("wb") as file:
            for key, start, length in self.base.execute("SELECT key, start, length FROM files"):
                self.lines.seek(start)
                file.write(self.lines.read(length))
                self._move(key, self.end)
                self.end += length
            file.flush()
            os.fsync(file.fileno())
        self._note("end", str(self.end))
        self._note("swap", "begun")
        self.base.commit()
        self.lines.close()
        self._finish_swap()
        self.lines = self.path.open("r+b")

    def entries(self) -> Iterator[Entry]:
        """Every file that is done, in the order of their names."""
        query = "SELECT name, start, length, reports, why FROM files ORDER BY key"
        with closing(self.base.cursor()) as cursor:
            for row in cursor.execute(query):
                yield Entry(*row)

    def objects(self, entry: Entry) -> Iterator[bytes]:
        """The lines of one file."""
        self.lines.seek(entry.start)
        yield from self.lines.read(entry.length).splitlines()

    def close(self) -> None:
        """Let go of the files."""
        self.lines.close()
        self.base.close()

    def _move(self, key: bytes, start: int) -> None:
        self.base.execute("UPDATE files SET start = ? WHERE key = ?", (start, key))

    def _forget(self) -> None:
        """Begin anew: the lines that the ledger speaks of are not there any more."""
        self.base.execute("DELETE FROM files")
        self.end = 0
        self._note("end", "0")

    def _finish_swap(self) -> None:
        """Put the tidied lines in place, also when the run that tidied them was killed."""
        if self.fact("swap"):
            if self.fresh.exists():
                self.fresh.replace(self.path)
            self._note("swap", "")
            self.base.commit()

    def _note(self, name: str, value: str) -> None:
        self.base.execute("REPLACE INTO facts VALUES (?, ?)", (name, value))
