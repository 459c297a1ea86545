"""./gk journal: verifying, sealing, removing what is old."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils.timezone import localtime
from pytest_django import Settings

from gongkai.apps.journal import triggers
from gongkai.apps.journal.models import Entry
from gongkai.apps.journal.queries import last_verification
from gongkai.apps.journal.record import record
from gongkai.apps.journal.seals import FILE
from gongkai.core.identity import SYSTEM
from tests.apps.journal.chains import behind_the_back, chain, execute, store
from tests.faces.console.conftest import Console

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> Path:
    settings.GONGKAI_DATA = tmp_path
    return tmp_path


def recorded(number: int) -> None:
    for count in range(number):
        record(SYSTEM, "look", f"application:{count}")


def test_a_whole_journal(console: Console, data: Path) -> None:
    recorded(3)
    said = console("journal", "verify")
    assert said.code == 0
    assert "完整：核验 4 条，第 1 号至第 4 号" in said.out
    found = last_verification()
    assert found
    assert found.asked_by.startswith("控制台")
    assert len((data / FILE).read_text().splitlines()) == 1


def test_a_broken_journal_is_told_with_number_moment_and_what_differs(console: Console) -> None:
    recorded(3)
    at = localtime(Entry.objects.get(pk=2).at)
    behind_the_back(lambda: execute("UPDATE journal_entry SET subject = 'x' WHERE sequence = 2"))
    said = console("journal", "verify")
    assert said.code == 1
    assert f"第 2 号（{at:%Y-%m-%d %H:%M:%S}）：内容被改动" in said.out


def test_a_seal_kept_elsewhere_shows_a_cut_tail(console: Console, tmp_path: Path) -> None:
    recorded(3)
    away = tmp_path / "usb" / "seal.jsonl"
    said = console("journal", "seal", "--out", away)
    assert said.code == 0
    assert "第 3 号" in said.out
    assert json.loads(away.read_text())["sequence"] == 3

    def cut() -> None:
        execute("DELETE FROM journal_entry WHERE sequence > 1")
        execute("UPDATE journal_head SET sequence = 1, digest = %s", Entry.objects.get().digest)

    behind_the_back(cut)
    assert console("journal", "verify").code == 0
    (tmp_path / FILE).unlink()
    said = console("journal", "verify", "--seal", away)
    assert said.code == 1
    assert "第 1 至 3 号（共 3 条）" in said.out


def test_without_a_name_the_seal_is_put_with_the_data(console: Console, data: Path) -> None:
    recorded(1)
    assert console("journal", "seal").code == 0
    assert (data / FILE).exists()


def test_an_empty_journal_is_not_sealed(console: Console, data: Path) -> None:
    said = console("journal", "seal")
    assert said.code == 2
    assert "没有封存" in said.err
    assert not (data / FILE).exists()


@pytest.mark.parametrize("content", [None, "no seal\n"])
def test_a_file_that_is_no_seal_is_refused(
    console: Console, tmp_path: Path, content: str | None
) -> None:
    recorded(1)
    path = tmp_path / "seal.jsonl"
    if content:
        path.write_text(content)
    said = console("journal", "verify", "--seal", path)
    assert said.code == 2
    assert str(path) in said.err


def test_a_seal_that_cannot_be_written_is_told(console: Console, tmp_path: Path) -> None:
    recorded(1)
    (tmp_path / "file").write_text("")
    said = console("journal", "seal", "--out", tmp_path / "file" / "seal.jsonl")
    assert said.code == 2
    assert "写不进" in said.err


def test_what_is_old_is_removed_and_the_rest_still_verifies(console: Console) -> None:
    store(chain(4, beginning=localtime() - timedelta(days=400)))
    recorded(1)
    said = console("journal", "expire")
    assert said.code == 0
    assert "已清理 4 条" in said.out
    assert console("journal", "verify").code == 0
    assert "没有清理" in console("journal", "expire").out


def test_nothing_is_removed_from_a_broken_journal(console: Console) -> None:
    store(chain(4, beginning=localtime() - timedelta(days=400)))
    behind_the_back(lambda: execute("DELETE FROM journal_entry WHERE sequence = 2"))
    said = console("journal", "expire")
    assert said.code == 1
    assert "没有清理" in said.err
    assert Entry.objects.count() == 3


def test_days_that_are_too_few_are_refused(console: Console, settings: Settings) -> None:
    settings.GONGKAI_JOURNAL_DAYS = 30
    said = console("journal", "expire")
    assert said.code == 2
    assert "不少于 184 的整数" in said.err


def test_a_database_that_is_not_ready_is_told(console: Console) -> None:
    behind_the_back(lambda: execute("DROP TABLE journal_verification"))
    said = console("journal", "verify")
    assert said.code == 2
    assert "./gk manage prepare" in said.err


def test_triggers_that_somebody_took_away_are_told(console: Console) -> None:
    recorded(1)
    triggers.lift(connection)
    said = console("journal", "verify")
    assert said.code == 0
    assert "保护触发器缺失" in said.err
    assert "journal_check_in_time" in console("journal", "guard").out
    assert triggers.missing(connection) == ()
    assert Entry.objects.latest("sequence").verb == "guard_journal"
    assert "没有需要恢复的" in console("journal", "guard").out
    assert console("journal", "verify").err == ""


def test_a_command_that_is_none_is_told(console: Console) -> None:
    assert console("journal", "burn").code == 2
