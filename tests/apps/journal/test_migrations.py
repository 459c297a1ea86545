"""Entries written before there was a chain become its beginning; the way back loses nothing."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from gongkai.apps.journal.models import Entry
from gongkai.apps.journal.record import record
from gongkai.apps.journal.verify import verify
from gongkai.core.identity import SYSTEM

BEFORE, AFTER = [("journal", "0001_initial")], [("journal", "0002_chain")]


@pytest.mark.django_db(transaction=True)
def test_old_entries_are_chained_up_and_can_be_taken_back() -> None:
    record(SYSTEM, "look", "application:0")
    old = MigrationExecutor(connection).migrate(BEFORE).apps.get_model("journal", "Entry")
    assert [row.subject for row in old.objects.all()] == ["application:0"]
    for number in (1, 2):
        values = {"actor": "user:1", "actor_name": "王敏", "verb": "reply"}
        old.objects.create(**values, subject=f"application:{number}", after={"n": number})
    MigrationExecutor(connection).migrate(AFTER)
    entries = Entry.objects.order_by("sequence")
    assert [(entry.sequence, entry.subject) for entry in entries] == [
        (1, "application:0"),
        (2, "application:1"),
        (3, "application:2"),
    ]
    assert record(SYSTEM, "look", "application:3") == 4
    assert verify().whole
