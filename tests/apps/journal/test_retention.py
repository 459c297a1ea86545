"""Entries are kept for their time; what is removed after it leaves a chain that still verifies."""

from datetime import timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, transaction
from django.utils.timezone import localtime
from pytest_django import Settings

from gongkai.apps.journal.chain import Mark
from gongkai.apps.journal.flaws import FlawKind
from gongkai.apps.journal.models import Checkpoint, Entry
from gongkai.apps.journal.record import record
from gongkai.apps.journal.retention import expire
from gongkai.apps.journal.seals import Seal
from gongkai.apps.journal.terms import LEAST_DAYS, USUAL_DAYS, days, kept_days
from gongkai.apps.journal.verify import REMOVAL, told_of, verify
from gongkai.core.identity import SYSTEM
from tests.apps.journal.chains import behind_the_back, chain, execute, store

pytestmark = pytest.mark.django_db
NOW = localtime()


def kept_for(days: int, size: int = 5) -> None:
    """Entries of that age, and one of today."""
    store(chain(size, beginning=NOW - timedelta(days=days)))
    record(SYSTEM, "look", "application:1")


def test_twelve_months_unless_the_settings_say_more(settings: Settings) -> None:
    assert kept_days() == 366
    settings.GONGKAI_JOURNAL_DAYS = 3650
    assert kept_days() == 3650


@pytest.mark.parametrize("given", [LEAST_DAYS - 1, 30, "-400", "12个月", "3.5", "٤٠٠"])
def test_less_than_six_months_is_refused(settings: Settings, given: str | int) -> None:
    settings.GONGKAI_JOURNAL_DAYS = given
    with pytest.raises(ImproperlyConfigured, match=f"“{given}”，应当是不少于 184 的整数"):
        kept_days()
    with pytest.raises(ImproperlyConfigured):
        expire(SYSTEM, now=NOW)


def test_no_wish_means_twelve_months() -> None:
    assert days("") == USUAL_DAYS


def test_what_is_old_goes_and_the_chain_verifies_from_there() -> None:
    kept_for(400)
    assert expire(SYSTEM, now=NOW) == 5
    entries = Entry.objects.order_by("sequence")
    assert [entry.sequence for entry in entries] == [6, 7]
    removal = Entry.objects.get(verb=REMOVAL)
    checkpoint = Checkpoint.objects.get()
    assert (checkpoint.through, checkpoint.recorded_in) == (5, removal.sequence)
    verdict = verify()
    assert (verdict.whole, verdict.first, verdict.checked) == (True, 6, 2)


def test_what_is_young_stays() -> None:
    kept_for(300)
    assert expire(SYSTEM, now=NOW) == 0
    assert Entry.objects.count() == 6
    assert not Checkpoint.objects.exists()


def test_an_old_entry_behind_a_young_one_stays() -> None:
    kept_for(400, size=2)
    store(chain(1, anchor=_end(), beginning=NOW - timedelta(days=400)))
    assert expire(SYSTEM, now=NOW) == 2
    assert Entry.objects.order_by("sequence").first() == Entry.objects.get(pk=3)
    assert verify().whole


def test_removing_again_and_again() -> None:
    kept_for(400)
    expire(SYSTEM, now=NOW)
    assert expire(SYSTEM, now=NOW) == 0
    later = NOW + timedelta(days=400)
    with pytest.raises(IntegrityError), transaction.atomic():
        expire(SYSTEM, now=later)
    assert verify().whole


def test_removed_behind_the_back_with_a_checkpoint_of_its_own() -> None:
    kept_for(400)
    sealed = Entry.objects.get(pk=3)

    def forge() -> None:
        Checkpoint.objects.create(
            through=3, digest=sealed.digest, removed=3, latest_at=sealed.at, recorded_in=6
        )
        execute("DELETE FROM journal_entry WHERE sequence <= 3")

    behind_the_back(forge)
    (flaw,) = verify().flaws
    assert (flaw.kind, flaw.first) == (FlawKind.REMOVAL, 3)


def test_a_checkpoint_that_was_altered() -> None:
    kept_for(400)
    expire(SYSTEM, now=NOW)
    behind_the_back(lambda: execute("UPDATE journal_checkpoint SET removed = 4"))
    (flaw,) = verify().flaws
    assert flaw.kind is FlawKind.REMOVAL


def test_removed_before_its_time_is_told() -> None:
    kept_for(100)
    last = Entry.objects.get(pk=5)

    def remove() -> None:
        removal = Checkpoint(through=5, digest=last.digest, removed=5, latest_at=last.at)
        removal.recorded_in = record(SYSTEM, REMOVAL, "journal", after=told_of(removal))
        removal.save()
        execute("DELETE FROM journal_entry WHERE sequence <= 5")

    behind_the_back(remove)
    (flaw,) = verify().flaws
    assert flaw.kind is FlawKind.EARLY


def test_a_seal_of_what_was_removed_since_does_no_harm() -> None:
    kept_for(400)
    seals = [_seal(3), _seal(5), _seal(6)]
    expire(SYSTEM, now=NOW)
    assert verify(seals).whole
    (flaw,) = verify([Seal(5, "x", "sha256", "")]).flaws
    assert flaw.kind is FlawKind.SEAL


def _seal(sequence: int) -> Seal:
    entry = Entry.objects.get(pk=sequence)
    return Seal(sequence, entry.digest, entry.algorithm, "")


def _end() -> Mark:
    last = Entry.objects.latest("sequence")
    return Mark(last.sequence, last.digest)
