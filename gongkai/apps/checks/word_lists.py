"""Word lists of an organ: opening one, renaming it, switching it off and on."""

import hashlib
from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from gongkai.apps.checks import word_obstacles as obstacles
from gongkai.apps.checks.models import WordEntry, WordList
from gongkai.apps.checks.word_keeping_queries import kept_list, organ_of
from gongkai.apps.journal.masking import Value
from gongkai.apps.journal.record import record
from gongkai.apps.organs.facts import refuse
from gongkai.apps.organs.scope import require
from gongkai.core.checks.wording.keepers import WORD_KEEPERS
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor


@transaction.atomic
def open_word_list(
    actor: Actor,
    *,
    organ_id: int | None,
    name: str,
    allows: bool,
    now: datetime,
    source: str = "",
) -> WordList:
    """Open a list of an organ; a list for all only the system itself opens."""
    require(actor, *WORD_KEEPERS)
    organ = organ_of(actor, organ_id)
    refuse(_name_faults(organ_id, name))
    row = WordList.objects.create(
        organ=organ,
        name=name.strip(),
        allows=allows,
        source=source.strip(),
        digest=next_digest("", name, now),
        changed_at=now,
    )
    after: dict[str, Value] = {"name": row.name, "allows": allows, "source": row.source}
    record(actor, "open_word_list", subject_of(row), after=after)
    return row


@transaction.atomic
def rename_word_list(
    actor: Actor, *, list_id: int, name: str, source: str, now: datetime
) -> WordList:
    """Give a list another name, or say where it comes from."""
    require(actor, *WORD_KEEPERS)
    row = kept_list(actor, list_id)
    refuse(_name_faults(row.organ_id, name, but=row.pk))
    before = {"name": row.name, "source": row.source}
    row.name, row.source, row.changed_at = name.strip(), source.strip(), now
    row.save(update_fields=["name", "source", "changed_at"])
    after = {"name": row.name, "source": row.source}
    record(actor, "rename_word_list", subject_of(row), before=before, after=after)
    return row


@transaction.atomic
def switch_word_list(actor: Actor, *, list_id: int, is_active: bool, now: datetime) -> WordList:
    """Take a list out of use, or put it back."""
    require(actor, *WORD_KEEPERS)
    row = kept_list(actor, list_id)
    before = {"is_active": row.is_active}
    row.is_active, row.changed_at = is_active, now
    row.save(update_fields=["is_active", "changed_at"])
    after = {"is_active": is_active}
    record(actor, "switch_word_list", subject_of(row), before=before, after=after)
    return row


def subject_of(row: WordList) -> str:
    """How the journal names a list."""
    return f"word_list:{row.pk}"


def next_digest(previous: str, change: object, now: datetime) -> str:
    """The digest after a change: it names the whole history of the list, so that no two states
    share one, and costs the same for a list of any length."""
    return hashlib.sha256(f"{previous}\n{change!r}\n{now.isoformat()}".encode()).hexdigest()


def changed(row: WordList, change: object, now: datetime) -> None:
    """Note that the entries of a list have changed; every process takes them anew."""
    row.digest = next_digest(row.digest, change, now)
    row.changed_at = now
    row.save(update_fields=["digest", "changed_at"])


def values_of(row: WordEntry) -> dict[str, Value]:
    """An entry as the journal tells it."""
    names = ("wrong", "right", "category", "severity", "contexts", "note")
    return {name: getattr(row, name) for name in names}


def _name_faults(organ_id: int | None, name: str, but: int = 0) -> Iterator[Finding]:
    of_whom = Q(organ=None) if organ_id is None else Q(organ_id=organ_id)
    same = WordList.objects.filter(of_whom, name=name.strip()).exclude(pk=but)
    if not name.strip():
        yield obstacles.no_name()
    elif same.exists():
        yield obstacles.name_taken(name.strip())
