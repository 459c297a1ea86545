"""Going along the chain and finding where it is broken.

An entry is judged when the one after it is known: which of its parts was changed shows in what the
neighbours say of it. Only three entries are held at any time.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from gongkai.apps.journal.chain import PREFERRED, START, Link, Mark, available, digest_of
from gongkai.apps.journal.flaws import Flaw, FlawKind

MOST_VACANT = 20


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An entry that cannot even be read."""

    sequence: int


@dataclass(frozen=True, slots=True)
class _Behind:
    """What is remembered of the entry before the one that is judged."""

    sequence: int
    digest: str
    blamed: bool = True
    link: Link | None = None


@dataclass
class Examiner:
    """Takes the entries in their order and gives out what is wrong with them.

    `anchor` is where the chain begins; `seals` are digests known from outside.
    """

    anchor: Mark = START
    seals: Mapping[int, str] = field(default_factory=dict)
    _behind: _Behind = field(init=False)
    _waiting: Link | None = field(default=None, init=False)
    _vacant: list[int] = field(default_factory=list, init=False)
    _sealed: int = field(default=0, init=False)
    _seal_broken: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """Begin at the anchor."""
        self._behind = _Behind(self.anchor.sequence, self.anchor.digest, blamed=False)
        self._sealed = self.anchor.sequence

    def take(self, row: Link | Unreadable) -> Iterator[Flaw]:
        """Take the next entry; what is said is about the one before it."""
        if row.sequence <= self.anchor.sequence:
            yield Flaw(FlawKind.BELOW, row.sequence, row.sequence)
            return
        if isinstance(row, Unreadable):
            yield from self._settle(None)
            yield from self._gap(row.sequence)
            yield Flaw(FlawKind.UNREADABLE, row.sequence, row.sequence)
            self._behind = _Behind(row.sequence, "")
            return
        adjacent = self._waiting is not None and row.sequence == self._waiting.sequence + 1
        yield from self._settle(row.previous if adjacent else None)
        self._waiting = row

    def finish(self, start: Mark | None, end: Mark | None) -> Iterator[Flaw]:
        """Hold the end of the chain against what its head said before and says now."""
        last = self._waiting
        ends = last is not None and end is not None and end.sequence == last.sequence
        yield from self._settle(end.digest if ends and end else None, at_head=True)
        reached = self._behind.sequence
        if (start is None or end is None) and reached > 0:
            yield Flaw(FlawKind.HEAD_LOST, reached, reached)
        known = max([start.sequence if start else 0, *self.seals])
        if known > reached:
            yield Flaw(FlawKind.TAIL, reached + 1, known)
        if end is not None and end.sequence < reached:
            yield Flaw(FlawKind.BEYOND_HEAD, end.sequence + 1, reached)

    def _settle(self, onward: str | None, *, at_head: bool = False) -> Iterator[Flaw]:
        """Judge the waiting entry; `onward` is what the one after it, or the head, says of it."""
        link, self._waiting = self._waiting, None
        if link is None:
            return
        found = [*self._gap(link.sequence)]
        adjacent = link.sequence == self._behind.sequence + 1
        own = self._own(link, onward, adjacent=adjacent)
        if own is None:
            found += self._joints(link, onward, adjacent=adjacent, at_head=at_head)
        else:
            found.append(Flaw(own, link.sequence, link.sequence, link.at))
        blamed = any(flaw.first == link.sequence == flaw.last for flaw in found)
        found += self._against_seal(link, blamed=blamed)
        self._behind = _Behind(link.sequence, link.digest, blamed, link)
        yield from found

    def _gap(self, sequence: int) -> Iterator[Flaw]:
        expected = self._behind.sequence + 1
        if sequence > expected:
            self._vacant += range(expected, min(sequence, expected + MOST_VACANT))
            yield Flaw(FlawKind.MISSING, expected, sequence - 1)

    def _own(self, link: Link, onward: str | None, *, adjacent: bool) -> FlawKind | None:
        """What is wrong with an entry in itself."""
        if not available(link.algorithm):
            other = self._otherwise(link)
            return FlawKind.ALGORITHM if other else FlawKind.UNKNOWN_ALGORITHM
        computed = digest_of(link)
        if computed == link.digest:
            return None
        before = self._behind.digest
        guesses: tuple[tuple[FlawKind, Callable[[], bool]], ...] = (
            (
                FlawKind.PREVIOUS,
                lambda: adjacent and digest_of(link, previous=before) == link.digest,
            ),
            (FlawKind.DIGEST, lambda: onward == computed),
            (FlawKind.SEQUENCE, lambda: self._moved(link)),
            (FlawKind.ALGORITHM, lambda: self._otherwise(link)),
            (FlawKind.CONTENT, lambda: onward == link.digest),
        )
        return next((kind for kind, holds in guesses if holds()), FlawKind.BOTH)

    def _moved(self, link: Link) -> bool:
        """Whether the entry is one that is missing elsewhere."""
        vacant = self._vacant[-MOST_VACANT:]
        return any(digest_of(link, sequence=number) == link.digest for number in vacant)

    def _otherwise(self, link: Link) -> bool:
        """Whether the hash is right by another algorithm."""
        others = (name for name in PREFERRED if available(name) and name != link.algorithm)
        return any(digest_of(link, algorithm=name) == link.digest for name in others)

    def _joints(
        self, link: Link, onward: str | None, *, adjacent: bool, at_head: bool
    ) -> Iterator[Flaw]:
        """A sound entry whose neighbours say something else of it was rewritten with its hash."""
        loose_before = adjacent and not self._behind.blamed and link.previous != self._behind.digest
        loose_after = onward is not None and onward != link.digest
        before = self._behind.link
        if loose_before and (loose_after or (before is None and not self.anchor.sequence)):
            yield Flaw(FlawKind.REWRITTEN, link.sequence, link.sequence, link.at)
        elif loose_before and before is not None:
            yield Flaw(FlawKind.REWRITTEN, before.sequence, before.sequence, before.at)
        elif loose_before:
            yield Flaw(FlawKind.REMOVAL, link.sequence, link.sequence, link.at)
        if loose_after and at_head and not loose_before:
            yield Flaw(FlawKind.HEAD, link.sequence, link.sequence, link.at)

    def _against_seal(self, link: Link, *, blamed: bool) -> Iterator[Flaw]:
        """The first seal that does not hold tells between which entries something was changed."""
        sealed = self.seals.get(link.sequence)
        if sealed is None or self._seal_broken:
            return
        if sealed == link.digest:
            self._sealed = link.sequence
        elif not blamed:
            self._seal_broken = True
            yield Flaw(FlawKind.SEAL, self._sealed + 1, link.sequence, link.at)
