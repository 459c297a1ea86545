"""Looking up word lists: those of the actor's organ, those for all, their entries; trying out."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from gongkai.apps.checks.models import WordDraft, WordEntry, WordList
from gongkai.apps.checks.word_shipped import shipped_entries
from gongkai.apps.checks.wording import wording_of
from gongkai.apps.organs.scope import Purpose, one, require, within
from gongkai.core.checks.content import Part
from gongkai.core.checks.wording.entry import Entry
from gongkai.core.checks.wording.keepers import WORD_KEEPERS
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor

LONGEST_TRIAL = 20_000


@dataclass(frozen=True, slots=True)
class WordFilter:
    """What is looked for among the entries of a list."""

    text: str = ""
    category: str = ""
    severity: str = ""

    def rows(self, rows: QuerySet[WordEntry]) -> QuerySet[WordEntry]:
        """The stored entries that are looked for."""
        if self.text:
            found = Q(wrong__contains=self.text) | Q(right__contains=self.text)
            rows = rows.filter(found | Q(note__contains=self.text))
        if self.category:
            rows = rows.filter(category=self.category)
        return rows.filter(severity=self.severity) if self.severity else rows

    def fits(self, entry: Entry) -> bool:
        """Whether an entry of the shipped list is looked for."""
        return (
            self.text in f"{entry.wrong}\n{entry.right}\n{entry.note}"
            and self.category in {"", entry.category.value}
            and self.severity in {"", entry.severity.value}
        )


@dataclass(frozen=True, slots=True)
class ListRow:
    """One list, with how many entries it has."""

    pk: int
    name: str
    source: str
    allows: bool
    is_active: bool
    changed_at: datetime
    entries: int
    is_own: bool


def word_lists(actor: Actor) -> list[ListRow]:
    """The lists that hold for the actor's organ: its own first, then those for all."""
    require(actor, *WORD_KEEPERS)
    rows = _seen(actor).annotate(entry_count=Count("entries")).order_by("pk")
    listed = [_list_row(row) for row in rows]
    return sorted(listed, key=lambda row: not row.is_own)


def word_list(actor: Actor, list_id: int) -> WordList:
    """That list, the actor's own organ's or one for all."""
    require(actor, *WORD_KEEPERS)
    return _seen(actor).get(pk=list_id)


def kept_word_list(actor: Actor, list_id: int) -> WordList:
    """That list. Raises DoesNotExist for one the actor may only look at."""
    require(actor, *WORD_KEEPERS)
    return one(actor, WordList.objects.all(), list_id, to=Purpose.WORK)


def word_entries(actor: Actor, list_id: int, wanted: WordFilter) -> QuerySet[WordEntry]:
    """The entries of a list that fit."""
    return wanted.rows(WordEntry.objects.filter(word_list=word_list(actor, list_id)))


def shipped_words(actor: Actor, wanted: WordFilter) -> list[Entry]:
    """The entries of the list that comes with the system that fit."""
    require(actor, *WORD_KEEPERS)
    return [entry for entry in shipped_entries() if wanted.fits(entry)]


def word_entry(actor: Actor, list_id: int, entry_id: int) -> WordEntry:
    """One entry of a list the actor keeps."""
    return kept_word_list(actor, list_id).entries.get(pk=entry_id)


def word_draft(actor: Actor, list_id: int, draft_id: int) -> WordDraft:
    """What the actor's file would bring."""
    return kept_word_list(actor, list_id).drafts.get(pk=draft_id, actor_key=actor.key)


def already_there(actor: Actor, draft: WordDraft) -> int:
    """How many of a draft's words the list has already."""
    kept = set(kept_word_list(actor, draft.word_list_id).entries.values_list("wrong", flat=True))
    return sum(entry["wrong"] in kept for entry in draft.entries)


def tried_out(actor: Actor, text: str) -> list[Finding]:
    """What the check of the actor's organ says of a text."""
    require(actor, *WORD_KEEPERS)
    part = Part("text", "试一试", text[:LONGEST_TRIAL])
    return list(wording_of(actor.organ_id or 0)(part))


def _seen(actor: Actor) -> QuerySet[WordList]:
    own = within(actor, WordList.objects.all(), to=Purpose.WORK)
    return WordList.objects.filter(Q(pk__in=own.order_by().values("pk")) | Q(organ=None))


def _list_row(row: WordList) -> ListRow:
    count: int = getattr(row, "entry_count")  # noqa: B009 - the annotation has no type
    return ListRow(
        row.pk,
        row.name,
        row.source,
        row.allows,
        row.is_active,
        row.changed_at,
        count,
        is_own=row.organ_id is not None,
    )
