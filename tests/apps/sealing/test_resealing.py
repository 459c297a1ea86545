"""Key rotation: everything is sealed anew, once, whoever else works or dies meanwhile."""

import os
import sqlite3
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from gongkai.apps.journal.models import Entry
from gongkai.apps.sealing import resealing
from gongkai.apps.sealing.keys import keys_file
from gongkai.apps.sealing.resealing import SealedColumn, keys_in_use, reseal, sealed_columns
from gongkai.apps.sealing.sealed import key_of, opened
from tests.apps.sealing.notes import MAILS, NEW_KEY, OLD_KEY, PHONES, Note, kept, put
from tests.house.sources import ROOT


@pytest.fixture
def rows(notes: None, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seven rows of the old key, and a new one that is current."""
    settings.GONGKAI_FIELD_KEYS = (OLD_KEY,)
    Note.objects.bulk_create([Note(number=n, phone=f"{n}", mail=f"{n}@x") for n in range(7)])
    for number in range(0, 7, 2):
        put(number, None, "mail")
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY, OLD_KEY)
    monkeypatch.setattr(resealing, "sealed_columns", columns)


def columns() -> list[SealedColumn]:
    return [PHONES, MAILS]


def run(*given: str) -> str:
    told = StringIO()
    call_command("reseal", *given, stdout=told)
    return told.getvalue()


@pytest.mark.usefixtures("rows")
def test_everything_is_sealed_anew_and_reads_as_before(settings: Settings) -> None:
    assert [batch.resealed for batch in reseal(PHONES, size=3)] == [3, 3, 1]
    assert sum(batch.resealed for batch in reseal(MAILS)) == 3
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY,)
    assert [(row.phone, row.mail) for row in Note.objects.order_by("number")] == [
        (f"{n}", f"{n}@x" if n % 2 else None) for n in range(7)
    ]


@pytest.mark.usefixtures("rows")
def test_a_second_run_finds_nothing_to_do() -> None:
    list(reseal(PHONES))
    before = kept()
    assert list(reseal(PHONES)) == []
    assert kept() == before


@pytest.mark.usefixtures("rows")
def test_another_cipher_is_a_reason_too(settings: Settings) -> None:
    list(reseal(PHONES))
    settings.GONGKAI_FIELD_CIPHER = "sm4"
    assert sum(batch.resealed for batch in reseal(PHONES)) == 7
    assert all(text.startswith("s1:sm4:new:") for text in kept().values())


@pytest.mark.usefixtures("rows")
def test_what_somebody_saved_meanwhile_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between reading and writing of a value somebody saves another one."""

    def slow(sealed: str, place: str) -> str:
        if sealed == first:
            Note.objects.filter(number=0).update(phone="new number")
        return opened(sealed, place)

    first = kept()[0]
    monkeypatch.setattr(resealing, "opened", slow)
    assert sum(batch.resealed for batch in reseal(PHONES)) == 6
    assert Note.objects.get(number=0).phone == "new number"


@pytest.mark.usefixtures("rows")
def test_the_command_counts_and_is_in_the_journal() -> None:
    told = run("--batch", "4")
    assert "sealing_note.phone：重新加密 4 项" in told
    assert "sealing_note.phone：重新加密 7 项" in told
    assert "共重新加密 10 项" in told
    assert "new 10 项" in told
    entry = Entry.objects.get(verb="reseal")
    assert entry.after == {"id": "new", "resealed": 10, "faults": 0}


@pytest.mark.usefixtures("rows")
def test_what_does_not_open_is_named_and_left_alone() -> None:
    broken = kept("mail")[1]
    put(3, broken)
    with pytest.raises(CommandError, match=r"1 项打不开.*\n第 3 行：sealing_note\.phone"):
        run("--batch", "2")
    assert kept()[3] == broken
    assert {key_of(text) for number, text in kept().items() if number != 3} == {"new"}


@pytest.mark.usefixtures("rows")
def test_a_key_that_is_set_is_not_made_by_the_command() -> None:
    with pytest.raises(CommandError, match="GONGKAI_FIELD_KEYS"):
        run("--new-key")


@pytest.mark.usefixtures("rows")
def test_a_new_key_comes_before_the_kept_ones(settings: Settings, tmp_path: Path) -> None:
    settings.GONGKAI_DATA, settings.GONGKAI_FIELD_KEYS = tmp_path, ()
    Note.objects.all().delete()
    Note.objects.create(number=1, phone="13800005678")
    old = key_of(kept()[1])
    told = run("--new-key")
    new = key_of(kept()[1])
    assert new != old
    assert new in told
    assert [line.partition(":")[0] for line in keys_file().read_text().split()] == [new, old]
    assert Note.objects.get().phone == "13800005678"
    assert Entry.objects.get(verb="make_field_key").after == {"id": new}


@pytest.mark.usefixtures("rows")
def test_which_keys_are_still_needed() -> None:
    next(reseal(PHONES, size=2))
    assert keys_in_use() == {"new": 2, "old": 8}


def test_every_sealed_column_of_the_system_is_known() -> None:
    names = {column.name for column in sealed_columns()}
    assert len(names) == len(sealed_columns())
    assert not any(name.startswith("sealing_note") for name in names)


def program(*given: str) -> subprocess.CompletedProcess[str]:
    """The rotation as a process of its own, on a database of its own."""
    command = [sys.executable, "-m", "tests.apps.sealing.killing", *given]
    place = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    place["DJANGO_SETTINGS_MODULE"] = "gongkai.config.settings.test"
    return subprocess.run(command, cwd=ROOT, env=place, capture_output=True, text=True, check=False)


def by_key(database: Path) -> dict[str, int]:
    with sqlite3.connect(database) as rows:
        texts = [text for (text,) in rows.execute("SELECT phone FROM sealing_note")]
    found = [key_of(text) for text in texts]
    return {key: found.count(key) for key in set(found)}


def test_a_killed_rotation_goes_on_where_it_was(tmp_path: Path) -> None:
    database = tmp_path / "notes.sqlite3"
    assert program(str(database), "fill").returncode == 0
    killed = program(str(database), "reseal", "25")
    assert killed.returncode == -9
    assert by_key(database) == {"new": 20, "old": 20}
    again = program(str(database), "reseal", "0")
    assert (again.returncode, again.stdout) == (0, "20")
    assert by_key(database) == {"new": 40}
