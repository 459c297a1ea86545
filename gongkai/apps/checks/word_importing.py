"""Importing a file into a word list: looked through first, then imported whole, in part or not.

What a file would bring is kept as a draft between the two steps, so that nobody has to choose
the file again; one draft to a person and list, gone when it is decided upon or a day old.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.db import transaction

from gongkai.apps.checks import word_obstacles as obstacles
from gongkai.apps.checks.models import WordDraft, WordEntry, WordList
from gongkai.apps.checks.word_entries import stored
from gongkai.apps.checks.word_keeping_queries import kept_list
from gongkai.apps.checks.word_lists import changed, subject_of
from gongkai.apps.checks.word_tables import table_of
from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import require
from gongkai.core.checks.wording.importing import Imported, RowFault, imported
from gongkai.core.checks.wording.keepers import WORD_KEEPERS
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor

if TYPE_CHECKING:
    from gongkai.apps.journal.masking import Value

KEPT_FOR: Final = timedelta(days=1)
MOST_FAULTS: Final = 1_000
"""So many faulty rows are shown; whoever has more mends the file first."""
NAME_LENGTH: Final = 200
BATCH: Final = 2_000
FIELDS: Final = ("right", "category", "severity", "contexts", "note")


@transaction.atomic
def look_through(
    actor: Actor,
    *,
    list_id: int,
    name: str,
    data: bytes,
    right_first: bool,
    now: datetime,
) -> WordDraft:
    """Read a file and keep what it would bring; nothing is imported yet."""
    require(actor, *WORD_KEEPERS)
    word_list = kept_list(actor, list_id)
    read = imported(table_of(data), allows=word_list.allows, right_first=right_first)
    WordDraft.objects.filter(at__lt=now - KEPT_FOR).delete()
    word_list.drafts.filter(actor_key=actor.key).delete()
    draft = WordDraft.objects.create(
        word_list=word_list,
        actor_key=actor.key,
        name=name[:NAME_LENGTH],
        entries=[stored(entry) for entry in read.entries],
        faults=[_told(fault) for fault in read.faults[:MOST_FAULTS]],
        switched_off=read.switched_off,
        at=now,
    )
    after: dict[str, Value] = {"name": draft.name, **_counts(read)}
    record(actor, "look_through_words", subject_of(word_list), after=after)
    return draft


@transaction.atomic
def import_words(actor: Actor, *, list_id: int, draft_id: int, now: datetime) -> int:
    """Import the good rows of a draft; says how many. Words the list has already get the file's
    entry; the others stay as they are."""
    require(actor, *WORD_KEEPERS)
    word_list = kept_list(actor, list_id)
    draft = word_list.drafts.get(pk=draft_id, actor_key=actor.key)
    if not draft.entries:
        raise BlockedError([obstacles.nothing_to_import()])
    count = len(draft.entries)
    _keep(word_list, draft.entries)
    changed(word_list, draft.entries, now)
    after: dict[str, Value] = {
        "name": draft.name,
        "entries": count,
        "faults": len(draft.faults),
    }
    draft.delete()
    record(actor, "import_words", subject_of(word_list), after=after)
    return count


@transaction.atomic
def discard_words(actor: Actor, *, list_id: int, draft_id: int) -> None:
    """Import nothing of a draft."""
    require(actor, *WORD_KEEPERS)
    word_list = kept_list(actor, list_id)
    draft = word_list.drafts.get(pk=draft_id, actor_key=actor.key)
    name = draft.name
    draft.delete()
    record(actor, "discard_words", subject_of(word_list), before={"name": name})


def _keep(word_list: WordList, entries: Iterable[dict[str, object]]) -> None:
    """Enter the new words and renew those that are there."""
    WordEntry.objects.bulk_create(
        (WordEntry(word_list=word_list, **entry) for entry in entries),
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=("word_list", "wrong"),
        update_fields=FIELDS,
    )


def _told(fault: RowFault) -> dict[str, object]:
    names = ("row", "column", "cell", "cause")
    return {name: getattr(fault, name) for name in names}


def _counts(read: Imported) -> dict[str, int]:
    return {
        "entries": len(read.entries),
        "faults": len(read.faults),
        "switched_off": read.switched_off,
    }
