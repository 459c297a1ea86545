"""Asking for a verification, and the seals that lie outside the database."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from gongkai.apps.journal import triggers
from gongkai.apps.journal.flaws import Flaw, FlawKind
from gongkai.apps.journal.models import Entry, Verification
from gongkai.apps.journal.queries import flaws_of, last_verification
from gongkai.apps.journal.record import record
from gongkai.apps.journal.seals import (
    SealError,
    head_seal,
    own_file,
    own_seals,
    read_seals,
    write_seal,
)
from gongkai.apps.journal.states import VerificationState
from gongkai.apps.journal.verify import verify
from gongkai.apps.journal.verifying import ask_verification, run_verification
from gongkai.core.identity import SYSTEM, Actor, NotAllowedError, Role
from tests.apps.journal.chains import behind_the_back, execute

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
AUDITOR = Actor("user:9", "审计员", 7, frozenset({Role.AUDITOR}))


@pytest.fixture(autouse=True)
def _at_once(settings: Settings, tmp_path: Path) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.GONGKAI_DATA = tmp_path / "data"


def recorded(number: int) -> None:
    for count in range(number):
        record(SYSTEM, "look", f"application:{count}")


def test_a_whole_chain_is_said_to_be_whole_and_leaves_a_seal() -> None:
    recorded(3)
    row = Verification.objects.get(pk=ask_verification(AUDITOR, now=NOW))
    assert row == last_verification()
    assert row.standing is VerificationState.WHOLE
    assert (row.total, row.checked, row.first, row.last) == (4, 4, 1, 4)
    assert (row.asked_by, row.flaws, row.note) == ("审计员", [], "")
    assert row.finished_at is not None
    (seal,) = own_seals()
    assert (seal.sequence, seal.digest) == (4, Entry.objects.get(pk=4).digest)
    assert Entry.objects.get(pk=4).verb == "verify_journal"


def test_only_an_auditor_asks() -> None:
    with pytest.raises(NotAllowedError):
        ask_verification(Actor("user:1", "王敏", 7, frozenset({Role.ADMINISTRATOR})), now=NOW)
    assert not Verification.objects.exists()


def test_a_broken_one_is_said_to_be_broken_and_leaves_none() -> None:
    recorded(3)
    behind_the_back(lambda: execute("DELETE FROM journal_entry WHERE sequence = 2"))
    row = Verification.objects.get(pk=ask_verification(AUDITOR, now=NOW))
    assert row.standing is VerificationState.BROKEN
    assert flaws_of(row) == (Flaw(FlawKind.MISSING, 2, 2),)
    assert own_seals() == ()


def test_a_tail_and_a_head_cut_off_are_found_by_the_seal_of_the_time_before() -> None:
    recorded(3)
    ask_verification(AUDITOR, now=NOW)
    recorded(2)

    def cut() -> None:
        before = Entry.objects.get(pk=3)
        execute("DELETE FROM journal_entry WHERE sequence > 3")
        execute("UPDATE journal_head SET sequence = 3, digest = %s", before.digest)

    behind_the_back(cut)
    assert verify().whole
    row = Verification.objects.get(pk=ask_verification(AUDITOR, now=NOW))
    assert row.standing is VerificationState.BROKEN
    assert [(flaw.kind, flaw.first) for flaw in flaws_of(row)] == [(FlawKind.SEAL, 1)]


def test_seals_that_cannot_be_read_are_told() -> None:
    recorded(1)
    own_file().parent.mkdir()
    own_file().write_text("{}\n")
    row = Verification.objects.get(pk=ask_verification(AUDITOR, now=NOW))
    assert row.standing is VerificationState.BROKEN
    assert [flaw.kind for flaw in flaws_of(row)] == [FlawKind.SEALS]
    assert "第 1 行" in row.note


def test_a_seal_that_cannot_be_written_is_told(settings: Settings, tmp_path: Path) -> None:
    recorded(1)
    (tmp_path / "file").write_text("")
    settings.GONGKAI_DATA = tmp_path / "file"
    row = Verification.objects.get(pk=ask_verification(AUDITOR, now=NOW))
    assert row.standing is VerificationState.WHOLE
    assert "写不进" in row.note


def test_triggers_that_somebody_took_away_are_told() -> None:
    assert triggers.missing(connection) == ()
    recorded(1)
    triggers.lift(connection)
    row = Verification.objects.get(pk=ask_verification(AUDITOR, now=NOW))
    triggers.place(connection)
    assert row.standing is VerificationState.WHOLE
    assert "journal_check_in_time" in row.note


def test_a_verification_that_breaks_off_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    number = Verification.objects.create(asked_at=NOW, asked_by="审计员").pk

    def broken(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("gongkai.apps.journal.verifying.verify", broken)
    with pytest.raises(KeyboardInterrupt):
        run_verification.func(number)
    assert Verification.objects.get().standing is VerificationState.FAILED


def test_seals_are_written_one_below_the_other(tmp_path: Path) -> None:
    path = tmp_path / "away" / "seals.jsonl"
    assert head_seal(NOW) is None
    for _ in range(2):
        recorded(1)
        seal = head_seal(NOW)
        assert seal
        write_seal(path, seal)
    assert [seal.sequence for seal in read_seals(path)] == [1, 2]


@pytest.mark.parametrize("content", ["{", "[]", '{"sequence": "x"}', '{"sequence": 1}', "\x00"])
def test_what_is_no_file_of_seals_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "seals.jsonl"
    path.write_text(content)
    with pytest.raises(SealError, match="第 1 行不合格式"):
        read_seals(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SealError, match="读不出"):
        read_seals(tmp_path / "none.jsonl")


@pytest.mark.parametrize("state", VerificationState)
def test_every_state_has_a_word(state: VerificationState) -> None:
    assert state.label


@pytest.mark.parametrize("kind", FlawKind)
def test_every_flaw_is_kept_and_said(kind: FlawKind) -> None:
    flaw = Flaw(kind, 2, 5, NOW)
    assert Flaw.from_data(flaw.as_data()) == flaw
    assert flaw.what
    assert flaw.place == "第 2 至 5 号（共 4 条）"
