"""Writing planned items in bulk: the same rows, in the same order, as the actions would write."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from django.utils.timezone import localdate

from gongkai.apps.organs.models import Organ, Unit
from gongkai.apps.publishing.demo_plan import Planned
from gongkai.apps.publishing.demo_rows import STEP, Staff, Work, placements, publications
from gongkai.apps.publishing.drafting import reflect
from gongkai.apps.publishing.models import (
    Determination,
    Edition,
    IndexSerial,
    Item,
    Placement,
    Publication,
    Relation,
    Review,
    Revision,
    Tagged,
)
from gongkai.apps.publishing.releasing import INDEX, months_later, tagged
from gongkai.apps.publishing.stamps import rise
from gongkai.apps.publishing.terms import due_of
from gongkai.apps.publishing.texts import complete
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.identity import Role
from gongkai.core.publishing.changes import REASSESSMENT_MONTHS
from gongkai.core.publishing.disclosure import DisclosureClass
from gongkai.core.publishing.draft import Draft

BATCH: Final = 500
CHANGED: Final = ("state", "released", "released_at")
NOTE: Final = "<p>（本文已更正：{reason}。）</p>"


class History:
    """Writes what one organ after another has done."""

    def __init__(self, days: WorkdayCalendar) -> None:
        self.days = days
        self.serials: dict[tuple[int, int], int] = defaultdict(int)
        self.items = 0

    def add(
        self, organ: Organ, units: Sequence[Unit], staff: Staff, planned: Sequence[Planned]
    ) -> None:
        """Write what an organ has done, the earliest first."""
        order = sorted(range(len(planned)), key=lambda place: planned[place].released_at)
        items = {place: self._item(organ, staff, planned[place]) for place in order}
        for place, item in items.items():
            item.unit = units[place % len(units)] if units else None
        Item.objects.bulk_create(items.values(), BATCH)
        works = [
            work
            for place, item in items.items()
            for work in _works(item, planned[place], _draft(planned[place], items))
        ]
        _write_works(works, staff)
        Item.objects.bulk_update(items.values(), CHANGED, BATCH)
        Relation.objects.bulk_create(
            (
                Relation(item=item, target=items[about])
                for place, item in items.items()
                if (about := planned[place].about) is not None
            ),
            BATCH,
        )
        self.items += len(items)

    def finish(self) -> None:
        """Note which numbers were given; pages kept from before are out of date."""
        complete()
        rise()
        IndexSerial.objects.bulk_create(
            IndexSerial(organ_id=organ, year=year, last=last)
            for (organ, year), last in self.serials.items()
        )

    def _item(self, organ: Organ, staff: Staff, row: Planned) -> Item:
        """An item before anything of it is public."""
        key, name = staff.of(Role.DRAFTER)
        item = Item(
            organ=organ,
            kind=row.kind,
            drafter_key=key,
            drafter_name=name,
            created_at=row.released_at - 8 * STEP,
            due=due_of(row.kind, row.draft, self.days),
        )
        reflect(item, row.draft)
        if row.draft.disclosure_class != DisclosureClass.PROACTIVE:
            item.reassess_on = months_later(localdate(row.released_at), REASSESSMENT_MONTHS)
            return item
        year = localdate(row.released_at).year
        self.serials[organ.pk, year] += 1
        code, serial = organ.code or f"{organ.pk:06}", self.serials[organ.pk, year]
        item.index_number = INDEX.format(organ=code, year=year, serial=serial)
        item.first_released_at = row.released_at
        item.withdrawn_at, item.closing_reason = row.withdrawn_at, row.withdrawal
        return item


def _draft(row: Planned, items: dict[int, Item]) -> Draft:
    """What an item says; an interpretation names what it interprets."""
    if row.about is None:
        return row.draft
    return replace(row.draft, interprets=(items[row.about].pk,))


def _works(item: Item, row: Planned, draft: Draft) -> list[Work]:
    """The first edition of an item, and the one that corrected it."""
    works = [Work(item, row, draft, row.released_at)]
    if row.corrected_at is not None:
        body = draft.body + NOTE.format(reason=row.correction)
        corrected = replace(draft, body=body)
        works.append(Work(item, row, corrected, row.corrected_at, row.correction))
    return works


def _write_works(works: Iterable[Work], staff: Staff) -> None:
    """Editions, revisions, and what hangs on them; afterwards the items know what is public."""
    done = list(works)
    Edition.objects.bulk_create((work.edition for work in done), BATCH)
    for work in done:
        work.submit(staff)
    Revision.objects.bulk_create((row for work in done for row in work.revisions), BATCH)
    Edition.objects.bulk_update((work.end() for work in done), ["revision"], BATCH)
    Review.objects.bulk_create((row for work in done for row in work.reviews(staff)), BATCH)
    Tagged.objects.bulk_create(
        (row for work in done if work.is_public and not work.reason for row in _tags(work)), BATCH
    )
    Determination.objects.bulk_create((work.determination(staff) for work in done), BATCH)
    Publication.objects.bulk_create(row for work in done for row in publications(work, staff))
    Placement.objects.bulk_create((row for work in done for row in placements(work)), BATCH)


def _tags(work: Work) -> list[Tagged]:
    return tagged(work.item, work.draft)
