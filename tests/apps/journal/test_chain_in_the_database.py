"""The chain as the database holds it: written at once, never changed, verified."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils.timezone import localtime

from gongkai.apps.journal import triggers, verify
from gongkai.apps.journal.chain import FIELDS, START, Link, best_algorithm, digest_of
from gongkai.apps.journal.flaws import FlawKind
from gongkai.apps.journal.masking import HIDDEN, Value
from gongkai.apps.journal.models import Checkpoint, Entry, Head, UnchangeableError
from gongkai.apps.journal.record import record, record_reading
from gongkai.apps.journal.terms import LEAST_DAYS
from gongkai.core.identity import Actor, Origin
from tests.apps.journal.chains import behind_the_back, execute

pytestmark = pytest.mark.django_db
HANDLER = Actor("user:1", "王敏", 7, origin=Origin("10.0.0.1", "Firefox"))


def recorded(number: int) -> None:
    for count in range(number):
        record(HANDLER, "reply", f"application:{count}", after={"n": count, "words": ["甲", None]})


def test_entries_are_numbered_without_gaps_and_each_names_the_one_before() -> None:
    recorded(5)
    entries = list(Entry.objects.order_by("sequence"))
    assert [entry.sequence for entry in entries] == [1, 2, 3, 4, 5]
    assert entries[0].previous == START.digest
    assert all(one.digest == other.previous for one, other in pairwise(entries))
    head = Head.objects.get()
    assert (head.sequence, head.digest) == (5, entries[-1].digest)
    assert {entry.algorithm for entry in entries} == {best_algorithm()}
    assert verify.verify().whole


def test_where_from_is_kept() -> None:
    record(HANDLER, "look", "application:3")
    entry = Entry.objects.get()
    assert (entry.address, entry.agent) == ("10.0.0.1", "Firefox")


def test_a_sensitive_reading_is_kept_with_what_it_was_for() -> None:
    record_reading(HANDLER, "application:3", "核对申请人身份")
    entry = Entry.objects.get()
    assert (entry.verb, entry.subject, entry.before) == ("read", "application:3", None)
    assert entry.after == {"purpose": "核对申请人身份"}


def test_the_moment_is_now() -> None:
    recorded(1)
    assert abs(Entry.objects.get().at - localtime()) < timedelta(minutes=1)


def test_what_is_read_back_gives_the_hash_that_was_kept() -> None:
    strange: dict[str, Value] = {
        "日期": datetime(2026, 1, 5, tzinfo=UTC).date(),
        "数": Decimal("1.50"),
        "大": 2**70,
        "空字符": "a\0b",
        "半个": "\ud800",
        "套": {"b": [1, {"a": False}], "a": None},
    }
    record(Actor("user:1", "王\0敏" + "长" * 200), "reply", "x", before=strange)
    link = Link(*Entry.objects.values_list(*FIELDS).get())
    assert digest_of(link) == link.digest
    assert isinstance(link.before, dict)
    assert link.before["数"] == "1.50"
    assert link.before["日期"] == "2026-01-05"


def test_secrets_are_not_written_down() -> None:
    secrets = {"password": "x", "new_password": "x", "totp": "x", "api_token": "x", "口令": "x"}
    record(HANDLER, "change", "user:1", after={**secrets, "name": "王敏", "inner": {"pin": 12}})
    after: Any = Entry.objects.get().after
    assert {after[name] for name in secrets} == {HIDDEN}
    assert (after["name"], after["inner"]) == ("王敏", {"pin": HIDDEN})


def test_a_rollback_leaves_no_hole() -> None:
    recorded(2)
    with transaction.atomic():
        recorded(3)
        transaction.set_rollback(True)
    recorded(1)
    assert list(Entry.objects.values_list("sequence", flat=True)) == [3, 2, 1]
    assert verify.verify().whole


def test_the_model_refuses_to_change_and_to_remove() -> None:
    recorded(1)
    entry = Entry.objects.get()
    entry.verb = "nothing"
    for change in (entry.save, entry.delete, Entry.objects.all().delete):
        with pytest.raises(UnchangeableError):
            change()
    with pytest.raises(UnchangeableError):
        Entry.objects.update(verb="nothing")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal_entry SET verb = 'nothing' WHERE sequence = 2",
        "DELETE FROM journal_entry WHERE sequence = 2",
        "DELETE FROM journal_entry",
        "INSERT INTO journal_checkpoint (through, digest, removed, latest_at, recorded_in)"
        " VALUES (3, '', 3, '2020-01-01 00:00:00', 3)",
    ],
)
def test_the_database_refuses_too(sql: str) -> None:
    recorded(3)
    with pytest.raises(IntegrityError), transaction.atomic():
        execute(sql)
    assert verify.verify().whole


def test_the_database_does_not_replace_an_entry() -> None:
    recorded(1)
    columns = ", ".join(FIELDS)
    sql = f"INSERT INTO journal_entry ({columns}) SELECT {columns} FROM journal_entry"  # noqa: S608
    if connection.vendor == "sqlite":
        sql = sql.replace("INSERT", "INSERT OR REPLACE", 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        execute(sql)


def test_a_checkpoint_stays() -> None:
    Checkpoint.objects.create(through=0, digest="", removed=0, latest_at=localtime(), recorded_in=0)
    for sql in ("UPDATE journal_checkpoint SET through = 9", "DELETE FROM journal_checkpoint"):
        with pytest.raises(IntegrityError), transaction.atomic():
            execute(sql)


def test_the_days_in_the_statements_are_the_days_of_the_law() -> None:
    statements = "".join(triggers.statements("sqlite") + triggers.statements("postgresql"))
    assert statements.count(f"{LEAST_DAYS} days") == 2


@pytest.mark.parametrize(
    ("sql", "kind", "number"),
    [
        pytest.param(
            "UPDATE journal_entry SET subject = 'x' WHERE sequence = 4",
            FlawKind.CONTENT, 4, id="改内容",
        ),
        pytest.param(
            "UPDATE journal_entry SET after = '{}' WHERE sequence = 5",
            FlawKind.CONTENT, 5, id="改之后的值",
        ),
        pytest.param(
            "UPDATE journal_entry SET at = '2020-01-01 00:00:00' WHERE sequence = 1",
            FlawKind.CONTENT, 1, id="改时间",
        ),
        pytest.param(
            "DELETE FROM journal_entry WHERE sequence = 3", FlawKind.MISSING, 3, id="删一条"
        ),
        pytest.param(
            "DELETE FROM journal_entry WHERE sequence = 7", FlawKind.TAIL, 7, id="删末条"
        ),
        pytest.param("DELETE FROM journal_head", FlawKind.HEAD_LOST, 7, id="删链末登记"),
        pytest.param(
            "UPDATE journal_head SET digest = 'x'", FlawKind.HEAD, 7, id="改链末登记"
        ),
    ],
)  # fmt: skip
def test_what_was_done_behind_the_back_is_found(
    sql: str, kind: FlawKind, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify, "PAGE", 2)
    recorded(7)
    behind_the_back(lambda: execute(sql))
    verdict = verify.verify()
    assert [(flaw.kind, flaw.first) for flaw in verdict.flaws] == [(kind, number)]
    assert not verdict.whole


def test_a_moment_nobody_can_read_is_named() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite takes what is no moment")
    recorded(3)
    behind_the_back(
        lambda: execute("UPDATE journal_entry SET at = '2026-13-45 00:00:00' WHERE sequence = 2")
    )
    (flaw,) = verify.verify().flaws
    assert (flaw.kind, flaw.first) == (FlawKind.UNREADABLE, 2)


def test_of_very_many_flaws_the_first_are_kept_and_all_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(verify, "MOST_FLAWS", 3)
    recorded(6)
    behind_the_back(lambda: execute("UPDATE journal_entry SET verb = 'x'"))
    verdict = verify.verify()
    assert (verdict.flaw_count, len(verdict.flaws)) == (6, 3)


def test_a_verification_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "PAGE", 2)
    recorded(5)
    heard = list[int]()
    verify.verify(hear=heard.append)
    assert heard == [2, 4, 5]
    assert verify.entries_now() == 5


def test_a_lost_head_is_found_again_by_the_next_entry() -> None:
    recorded(2)
    Head.objects.all().delete()
    recorded(1)
    assert verify.verify().whole
    assert Head.objects.get().sequence == 3
