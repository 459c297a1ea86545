"""Entries of an organ's word lists: adding, changing, removing one."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from gongkai.apps.checks import word_obstacles as obstacles
from gongkai.apps.checks.models import WordEntry, WordList
from gongkai.apps.checks.word_keeping_queries import kept_list
from gongkai.apps.checks.word_lists import changed, subject_of, values_of
from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import require
from gongkai.core.checks.wording.entry import Entry
from gongkai.core.checks.wording.importing import CAUSES, COLUMNS, RowError, entry_of
from gongkai.core.checks.wording.keepers import WORD_KEEPERS
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor


@transaction.atomic
def add_word(actor: Actor, *, list_id: int, cells: Mapping[str, str], now: datetime) -> WordEntry:
    """Enter a word; `cells` are what was typed, by column."""
    require(actor, *WORD_KEEPERS)
    word_list = kept_list(actor, list_id)
    entry = _entry(cells, word_list)
    _refuse_twin(word_list, entry.wrong)
    row = WordEntry.objects.create(word_list=word_list, **stored(entry))
    changed(word_list, entry, now)
    record(actor, "add_word", subject_of(word_list), after=values_of(row))
    return row


@transaction.atomic
def amend_word(
    actor: Actor, *, list_id: int, entry_id: int, cells: Mapping[str, str], now: datetime
) -> WordEntry:
    """Change a word's entry."""
    require(actor, *WORD_KEEPERS)
    word_list = kept_list(actor, list_id)
    row = word_list.entries.get(pk=entry_id)
    entry, before = _entry(cells, word_list), values_of(row)
    _refuse_twin(word_list, entry.wrong, but=row.pk)
    for name, value in stored(entry).items():
        setattr(row, name, value)
    row.save()
    changed(word_list, entry, now)
    record(actor, "amend_word", subject_of(word_list), before=before, after=values_of(row))
    return row


@transaction.atomic
def remove_word(actor: Actor, *, list_id: int, entry_id: int, now: datetime) -> None:
    """Take a word out of its list."""
    require(actor, *WORD_KEEPERS)
    word_list = kept_list(actor, list_id)
    row = word_list.entries.get(pk=entry_id)
    before = values_of(row)
    row.delete()
    changed(word_list, before, now)
    record(actor, "remove_word", subject_of(word_list), before=before)


def stored(entry: Entry) -> dict[str, object]:
    """An entry as the table keeps it."""
    return {
        "wrong": entry.wrong,
        "right": entry.right,
        "category": entry.category.value,
        "severity": entry.severity.value,
        "contexts": list(entry.contexts),
        "note": entry.note,
    }


def _entry(cells: Mapping[str, str], word_list: WordList) -> Entry:
    try:
        return entry_of(cells, allows=word_list.allows)
    except RowError as error:
        finding = obstacles.bad_cell(error.column, COLUMNS[error.column], CAUSES[error.cause])
        raise BlockedError([finding]) from error


def _refuse_twin(word_list: WordList, wrong: str, but: int = 0) -> None:
    if word_list.entries.filter(wrong=wrong).exclude(pk=but).exists():
        raise BlockedError([obstacles.word_taken(wrong)])
