"""kill -9 at every step of reading and cleaning: the original is never lost, nothing half done."""

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from django.conf import settings

from gongkai.apps.sealing.sealed_bytes import opened_bytes
from tests.samples.office import AUTHOR

POINTS = (
    "reading",
    "read",
    "writing",
    "written",
    "swapping",
    "swapped-not-committed",
    "swapped",
    "deleting",
    "deleted",
    "deleted-not-committed",
    "done",
)
MOST_ORPHANS = 2


class Row(NamedTuple):
    """What the database knows of the one file."""

    state: str
    key: str
    original_key: str
    digest: str


def run(folder: Path, *words: str) -> int:
    """Run the program on the data in that folder; its exit code, negative where it was killed."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "gongkai.config.settings.base",
        "GONGKAI_DATA": str(folder),
        "DATABASE_URL": "",
        "GONGKAI_FIELD_KEYS": ",".join(settings.GONGKAI_FIELD_KEYS),
        "PYTHONWARNINGS": "ignore",
    }
    command = [sys.executable, "-m", "tests.apps.files.killing", *words]
    return subprocess.run(command, env=environment, timeout=120, check=False).returncode


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty database."""
    folder = tmp_path_factory.mktemp("prepared")
    assert run(folder, "prepare") == 0
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return shutil.copytree(prepared, tmp_path / "data")


def rows(folder: Path) -> list[Row]:
    with sqlite3.connect(folder / "gongkai.sqlite3") as database:
        found = database.execute("SELECT state, key, original_key, digest FROM files_storedfile")
        return [Row(*row) for row in found]


def verbs(folder: Path) -> list[str]:
    with sqlite3.connect(folder / "gongkai.sqlite3") as database:
        found = database.execute("SELECT verb FROM journal_entry ORDER BY sequence")
        return [str(verb) for (verb,) in found]


def kept(folder: Path) -> dict[str, bytes]:
    """The bytes in the storage by key, opened."""
    base = folder / "files"
    names = [str(path.relative_to(base)) for path in base.rglob("*") if path.is_file()]
    return {name: opened_bytes((base / name).read_bytes(), name) for name in names}


@pytest.mark.slow
@pytest.mark.parametrize("point", POINTS)
def test_killed_at_this_point_and_gone_on(point: str, folder: Path) -> None:
    assert run(folder, "die", point) == -signal.SIGKILL
    [row] = rows(folder)
    assert hashlib.sha256(kept(folder)[row.key]).hexdigest() == row.digest
    assert (row.state == "ready") == ("clean_file" in verbs(folder))
    assert run(folder, "go-on") == 0
    [row] = rows(folder)
    assert (row.state, row.original_key) == ("ready", "")
    found = kept(folder)
    assert hashlib.sha256(found[row.key]).hexdigest() == row.digest
    assert AUTHOR.encode() not in found[row.key]
    assert verbs(folder) == ["store_file", "clean_file", "forget_original"]
    assert len(found) <= MOST_ORPHANS


@pytest.mark.slow
def test_killed_while_storing_leaves_bytes_without_a_row_but_no_row_without_bytes(
    folder: Path,
) -> None:
    assert run(folder, "store") == -signal.SIGKILL
    assert rows(folder) == []
    assert verbs(folder) == []
    assert len(kept(folder)) == 1
