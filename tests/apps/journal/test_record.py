"""The journal keeps who did what on what basis."""

import pytest

from gongkai.apps.journal.models import Entry
from gongkai.apps.journal.queries import history
from gongkai.apps.journal.record import record
from gongkai.core.identity import SYSTEM, VISITOR, Actor
from gongkai.core.law import OGI

pytestmark = pytest.mark.django_db

HANDLER = Actor("user:1", "王敏", 7)


def test_an_entry_keeps_everything() -> None:
    record(
        HANDLER,
        "reply",
        "application:3",
        before={"state": "a"},
        after={"state": "b"},
        cite=OGI.at(36),
    )
    entry = Entry.objects.get()
    assert (entry.actor, entry.actor_name, entry.organ_id) == ("user:1", "王敏", 7)
    assert (entry.verb, entry.subject) == ("reply", "application:3")
    assert (entry.before, entry.after) == ({"state": "a"}, {"state": "b"})
    assert entry.cite == "《中华人民共和国政府信息公开条例》第三十六条"
    assert entry.at is not None


def test_nothing_need_change_and_no_basis_is_needed() -> None:
    record(HANDLER, "look", "application:3")
    entry = Entry.objects.get()
    assert (entry.before, entry.after, entry.cite) == (None, None, "")
    assert str(entry) == "王敏 look application:3"


def test_history_is_that_of_the_actors_own_organ_latest_first() -> None:
    for verb in ("receive", "reply"):
        record(HANDLER, verb, "application:3")
    record(Actor("user:2", "李强", 8), "look", "application:3")
    record(HANDLER, "receive", "application:4")
    assert [entry.verb for entry in history(HANDLER, "application:3")] == ["reply", "receive"]


@pytest.mark.parametrize("actor", [VISITOR, SYSTEM], ids=lambda actor: actor.key)
def test_who_belongs_to_no_organ_sees_no_history(actor: Actor) -> None:
    record(actor, "look", "application:3")
    assert not history(actor, "application:3").exists()
