"""Wording at work: the lists that hold for an organ, compiled once per process, and likely slips.

A list is known by its digest: one query tells which lists hold now, and only a list whose digest
has not been met is read and compiled, so that a change takes effect at once in every process.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick

from gongkai.apps.checks.models import WordEntry, WordList
from gongkai.apps.checks.word_lexicon import KNOWLEDGE, segment
from gongkai.apps.checks.word_shipped import shipped_digest, shipped_entries
from gongkai.core.checks.content import Part, PartKind
from gongkai.core.checks.plain import Text
from gongkai.core.checks.wording.entry import Category, Entry, plain_word
from gongkai.core.checks.wording.likely import WEIGHTS, slips
from gongkai.core.checks.wording.saying import found, suspected
from gongkai.core.checks.wording.squeezed import Squeezed, Stretch
from gongkai.core.checks.wording.standing import Hit, standing
from gongkai.core.finding import Finding, Severity

UNJUDGED: Final = frozenset({PartKind.FILE_HIDDEN, PartKind.FILE_NAME})
"""Where no likely slips are told: what stands there is hardly ever prose."""
COMPILED, SUBJECT = 128, "wording-2"


class Known(NamedTuple):
    """One list as it stands: its row, its digest, whether its words are let pass."""

    pk: int
    digest: str
    allows: bool


class Searcher:
    """A list made ready for searching."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = [entry for entry in entries if entry.wrong]
        self._automaton = AhoCorasick([entry.wrong for entry in self.entries])

    def hits(self, plain: str) -> Iterator[Hit]:
        """Every place where a word of the list stands, those that overlap too."""
        if self.entries:
            for index, start, end in self._automaton.find_matches_as_indexes(
                plain, overlapping=True
            ):
                yield Hit(start, end, self.entries[index])


@dataclass(frozen=True, eq=False)
class Wording:
    """The check of one organ's wording. `fingerprint` names everything it goes by."""

    fingerprint: str
    wrong: tuple[Searcher, ...]
    allowed: tuple[Searcher, ...] = ()
    tells_slips: bool = True

    def __call__(self, part: Part) -> Iterator[Finding]:
        """What is wrong with the words of a part, in the order of the text."""
        text = Squeezed.of(Text.of(part))
        passed = self.passed(text.plain)
        hits = [hit for searcher in self.wrong for hit in searcher.hits(text.plain)]
        kept = standing(hits, passed, text, segment)
        met = [found(hit, text) for hit in kept]
        if self.tells_slips and part.kind not in UNJUDGED:
            known = [*passed, *((hit.start, hit.end) for hit in kept)]
            met += [suspected(slip, text) for slip in slips(text, KNOWLEDGE, known)]
        yield from sorted(met, key=_place)

    def passed(self, plain: str) -> list[Stretch]:
        """The places that are let pass."""
        return [(hit.start, hit.end) for one in self.allowed for hit in one.hits(plain)]


def _place(finding: Finding) -> int:
    return finding.span.start if finding.span else 0


def wording_of(organ_id: int) -> Wording:
    """The check of that organ: its own lists first, then those for all, then the shipped one."""
    rows = sorted(WordList.objects.raw(HOLDING, [organ_id]), key=lambda row: row.organ_id is None)
    return _wording(tuple(Known(row.pk, row.digest, row.allows) for row in rows))


# Every step of an item passes here, so this is a plain statement and no query put together anew.
HOLDING: Final = (
    "SELECT id, organ_id, digest, allows FROM checks_wordlist"
    " WHERE is_active AND (organ_id = %s OR organ_id IS NULL) ORDER BY id"
)


@lru_cache(maxsize=COMPILED)
def _wording(lists: tuple[Known, ...]) -> Wording:
    """The check by these lists."""
    told = [SUBJECT, shipped_digest(), repr(WEIGHTS), *(repr(one) for one in lists)]
    wrong = [_searcher(one) for one in lists if not one.allows]
    allowed = [_searcher(one) for one in lists if one.allows]
    fingerprint = hashlib.sha256("\n".join(told).encode()).hexdigest()
    return Wording(fingerprint, (*wrong, shipped()), tuple(allowed))


@lru_cache(maxsize=1)
def shipped() -> Searcher:
    """The list that comes with the system, ready for searching."""
    return Searcher(shipped_entries())


@lru_cache(maxsize=COMPILED)
def _searcher(known: Known) -> Searcher:
    """One stored list, ready for searching."""
    rows = WordEntry.objects.filter(word_list_id=known.pk)
    return Searcher([entry_of(row) for row in rows])


def entry_of(row: WordEntry) -> Entry:
    """A stored entry."""
    return Entry(
        plain_word(row.wrong),
        row.right,
        Category(row.category),
        Severity(row.severity),
        tuple(plain_word(context) for context in row.contexts),
        row.note,
    )
