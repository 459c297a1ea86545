"""Verifying the chain (核验): from its beginning to its end, page by page, in constant memory."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import QuerySet

from gongkai.apps.journal.chain import FIELDS, START, Link, Mark
from gongkai.apps.journal.examine import Examiner, Unreadable
from gongkai.apps.journal.flaws import Flaw, FlawKind
from gongkai.apps.journal.masking import Value
from gongkai.apps.journal.models import HEAD, Checkpoint, Entry, Head
from gongkai.apps.journal.seals import Seal
from gongkai.apps.journal.terms import LEAST_DAYS

PAGE = 1000
MOST_FLAWS = 100
REMOVAL = "expire_entries"
Hear = Callable[[int], None]
"""Hears now and then how many entries have been looked at."""


@dataclass
class Verdict:
    """What a verification came to; of many flaws the first are kept and all are counted."""

    checked: int = 0
    first: int = 0
    last: Link | None = None
    flaws: list[Flaw] = field(default_factory=list)
    flaw_count: int = 0

    @property
    def whole(self) -> bool:
        """Whether nothing is altered and nothing missing."""
        return self.flaw_count == 0

    def note(self, flaws: Iterator[Flaw]) -> None:
        """Count these flaws, and keep them while there is room."""
        for flaw in flaws:
            self.flaw_count += 1
            if len(self.flaws) < MOST_FLAWS:
                self.flaws.append(flaw)


def nobody(_checked: int) -> None:
    """Does not hear."""


def verify(seals: Sequence[Seal] = (), hear: Hear = nobody) -> Verdict:
    """Look at every entry. Others may record meanwhile; a removal meanwhile makes it begin anew."""
    while True:
        removal = Checkpoint.objects.first()
        verdict = _along(removal, {seal.sequence: seal.digest for seal in seals}, hear)
        if Checkpoint.objects.first() == removal:
            return verdict


def entries_now() -> int:
    """How many entries there should be."""
    removal, head = Checkpoint.objects.first(), _head()
    return max(0, (head.sequence if head else 0) - (removal.through if removal else 0))


def told_of(removal: Checkpoint) -> dict[str, Value]:
    """What the entry of a removal says of it."""
    return {
        "through": removal.through,
        "digest": removal.digest,
        "removed": removal.removed,
        "latest_at": removal.latest_at.isoformat(),
    }


def _along(removal: Checkpoint | None, seals: Mapping[int, str], hear: Hear) -> Verdict:
    anchor = Mark(removal.through, removal.digest) if removal else START
    examiner, verdict = Examiner(anchor, seals), Verdict()
    verdict.note(_at_anchor(anchor, seals))
    start, attested = _head(), removal is None
    for row in _rows(hear):
        verdict.checked += 1
        verdict.first = verdict.first or row.sequence
        verdict.note(examiner.take(row))
        if isinstance(row, Link):
            verdict.last = row
            attested = attested or _attests(row, removal)
            verdict.note(_too_early(row, removal))
    verdict.note(examiner.finish(start, _head()))
    if removal is not None and not attested:
        verdict.note(iter([Flaw(FlawKind.REMOVAL, removal.through, removal.through)]))
    return verdict


def _at_anchor(anchor: Mark, seals: Mapping[int, str]) -> Iterator[Flaw]:
    if seals.get(anchor.sequence, anchor.digest) != anchor.digest:
        yield Flaw(FlawKind.SEAL, anchor.sequence, anchor.sequence)


def _attests(row: Link, removal: Checkpoint | None) -> bool:
    if removal is None or row.sequence != removal.recorded_in:
        return False
    return row.verb == REMOVAL and row.after == told_of(removal)


def _too_early(row: Link, removal: Checkpoint | None) -> Iterator[Flaw]:
    if removal is None or row.sequence != removal.recorded_in:
        return
    if row.at is not None and row.at - removal.latest_at < timedelta(days=LEAST_DAYS):
        yield Flaw(FlawKind.EARLY, removal.through, removal.through, row.at)


def _head() -> Mark | None:
    head = Head.objects.filter(pk=HEAD).first()
    return Mark(head.sequence, head.digest) if head else None


def _rows(hear: Hear) -> Iterator[Link | Unreadable]:
    """Every entry in its order; each page is a query of its own."""
    rows, seen = Entry.objects.order_by("sequence"), 0
    page = _page(rows)
    while page:
        yield from page
        seen += len(page)
        hear(seen)
        page = _page(rows.filter(sequence__gt=page[-1].sequence))


def _page(rows: QuerySet[Entry]) -> list[Link | Unreadable]:
    try:
        return [Link(*row) for row in rows.values_list(*FIELDS)[:PAGE]]
    except (TypeError, ValueError):
        return [_one(number) for number in rows.values_list("sequence", flat=True)[:PAGE]]


def _one(sequence: int) -> Link | Unreadable:
    """One entry of a page that holds something that is no data of its kind."""
    try:
        return Link(*Entry.objects.values_list(*FIELDS).get(pk=sequence))
    except (TypeError, ValueError):
        return Unreadable(sequence)
