"""The rows of planned items, written in bulk: the same rows that the actions would have written."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from django.utils.timezone import localdate

from gongkai.apps.organs.models import Organ
from gongkai.apps.publishing.chains import chain_for, packed
from gongkai.apps.publishing.demo_plan import Planned
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
)
from gongkai.apps.publishing.releasing import INDEX, months_later
from gongkai.apps.publishing.terms import due_of
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.identity import Role
from gongkai.core.publishing.chain import DEFAULT, LevelKind
from gongkai.core.publishing.changes import REASSESSMENT_MONTHS
from gongkai.core.publishing.channels import Channel
from gongkai.core.publishing.disclosure import DisclosureClass
from gongkai.core.publishing.draft import Draft

STEP: Final = timedelta(minutes=37)
CORRECTED: Final = timedelta(days=2)
WITHDRAWN: Final = timedelta(days=9)
BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class Staff:
    """Who does what in an organ: key and name by role."""

    people: dict[Role, tuple[str, str]]

    def of(self, role: Role) -> tuple[str, str]:
        """Whoever holds the role."""
        return self.people[role]


class History:
    """Collects the rows of one organ after another, and writes them."""

    def __init__(self, days: WorkdayCalendar) -> None:
        self.days = days
        self.reviews: list[Review] = []
        self.determinations: list[Determination] = []
        self.publications: list[Publication] = []
        self.placements: list[Placement] = []
        self.relations: list[Relation] = []
        self.serials: dict[tuple[int, int], int] = defaultdict(int)
        self.items = 0

    def add(self, organ: Organ, staff: Staff, planned: Sequence[Planned]) -> None:
        """Write what an organ has done, the earliest first."""
        order = sorted(range(len(planned)), key=lambda place: planned[place].released_at)
        written = {place: self._item(organ, staff, planned[place]) for place in order}
        states = {place: item.state for place, item in written.items()}
        for item in written.values():
            item.state = "unpublished"  # public only once there is a revision
        Item.objects.bulk_create(written.values(), BATCH)
        editions = {place: _edition(item, planned[place]) for place, item in written.items()}
        Edition.objects.bulk_create(editions.values(), BATCH)
        revisions = {
            place: _revision(edition, planned[place], staff) for place, edition in editions.items()
        }
        Revision.objects.bulk_create(revisions.values(), BATCH)
        for place, revision in revisions.items():
            about = planned[place].about
            target = None if about is None else written[about]
            self._follow(revision, planned[place], staff, target)
        Edition.objects.bulk_update(editions.values(), ["revision"], BATCH)
        self._correct([(revisions[place], planned[place]) for place in order], staff)
        for place, item in written.items():
            item.state = states[place]
        Item.objects.bulk_update(written.values(), ["state", "released", "released_at"], BATCH)
        self.items += len(written)

    def _correct(self, rows: Sequence[tuple[Revision, Planned]], staff: Staff) -> None:
        """The second editions of what was corrected after two days."""
        wrong = [(first, row) for first, row in rows if row.correction]
        editions = [_correction(first, row) for first, row in wrong]
        Edition.objects.bulk_create(editions, BATCH)
        revisions = [
            _revision(edition, row, staff, number=2)
            for edition, (_, row) in zip(editions, wrong, strict=True)
        ]
        Revision.objects.bulk_create(revisions, BATCH)
        for edition, revision, (_, row) in zip(editions, revisions, wrong, strict=True):
            edition.revision = revision.item.released = revision
            revision.item.released_at = edition.saved_at
            later = replace(row, released_at=edition.saved_at, send_back="")
            self.reviews += _reviews(revision, later, staff)
            self.determinations.append(_determination(revision, row.draft, staff))
            self.publications.append(
                _publication(revision, "correction", row.correction, edition.saved_at, staff)
            )
        Edition.objects.bulk_update(editions, ["revision"], BATCH)

    def finish(self) -> None:
        """Write what hangs on the items."""
        Review.objects.bulk_create(self.reviews, BATCH)
        Determination.objects.bulk_create(self.determinations, BATCH)
        Publication.objects.bulk_create(self.publications, BATCH)
        Placement.objects.bulk_create(self.placements, BATCH)
        Relation.objects.bulk_create(self.relations, BATCH)
        IndexSerial.objects.bulk_create(
            IndexSerial(organ_id=organ, year=year, last=last)
            for (organ, year), last in self.serials.items()
        )

    def _item(self, organ: Organ, staff: Staff, row: Planned) -> Item:
        key, name = staff.of(Role.DRAFTER)
        item = Item(
            organ=organ,
            kind=row.kind,
            drafter_key=key,
            drafter_name=name,
            created_at=row.released_at - 7 * STEP,
            due=due_of(row.kind, row.draft, self.days),
        )
        reflect(item, row.draft)
        if row.draft.disclosure_class == DisclosureClass.PROACTIVE:
            self._public(item, row)
        else:
            item.state = "filed"
            item.reassess_on = months_later(localdate(row.released_at), REASSESSMENT_MONTHS)
        return item

    def _public(self, item: Item, row: Planned) -> None:
        year = localdate(row.released_at).year
        self.serials[item.organ_id, year] += 1
        organ = item.organ.code or f"{item.organ_id:06}"
        item.index_number = INDEX.format(
            organ=organ, year=year, serial=self.serials[item.organ_id, year]
        )
        item.first_released_at = item.released_at = row.released_at
        item.state = "released"
        if row.withdrawal:
            item.state, item.closing_reason = "withdrawn", row.withdrawal
            item.withdrawn_at = row.released_at + WITHDRAWN

    def _follow(self, revision: Revision, row: Planned, staff: Staff, target: Item | None) -> None:
        item, edition = revision.item, revision.edition
        edition.revision = revision
        self.reviews += _reviews(revision, row, staff)
        self.determinations.append(_determination(revision, row.draft, staff))
        if item.first_released_at is None:
            return
        item.released = revision
        self.publications += _publications(revision, row, staff)
        self.placements += [
            Placement(item=item, channel=channel, placed_on=localdate(row.released_at))
            for channel in (Channel.PORTAL.value, *row.elsewhere)
        ]
        if target is not None and target.first_released_at is not None:
            self.relations.append(Relation(item=item, target=target))


def _edition(item: Item, row: Planned) -> Edition:
    return Edition(
        item=item,
        number=1,
        purpose="new",
        state="released" if item.first_released_at else "filed",
        content=row.draft.pack(),
        version=len(chain_for(item.kind, DEFAULT)) + 2,
        saved_at=row.released_at,
        saved_by=item.drafter_name,
        authors=[item.drafter_key],
        chain=packed(chain_for(item.kind, DEFAULT)),
        submitted_at=row.released_at - 6 * STEP,
        closed_at=row.released_at,
    )


def _correction(first: Revision, row: Planned) -> Edition:
    edition = _edition(first.item, replace(row, released_at=row.released_at + CORRECTED))
    edition.number, edition.purpose, edition.reason = 2, "correction", row.correction
    return edition


def _revision(edition: Edition, row: Planned, staff: Staff, number: int = 1) -> Revision:
    key, name = staff.of(Role.DRAFTER)
    return Revision(
        item=edition.item,
        edition=edition,
        number=number,
        title=row.draft.title,
        content=row.draft.pack(),
        digest=row.draft.digest,
        author_key=key,
        author_name=name,
        at=edition.saved_at - 6 * STEP,
    )


def _reviews(revision: Revision, row: Planned, staff: Staff) -> Iterator[Review]:
    if row.send_back:
        yield _review(revision, 0, "send_back", staff, row.released_at - 6 * STEP, row.send_back)
    chain = chain_for(row.kind, DEFAULT)
    for number in range(len(chain)):
        at = row.released_at - (len(chain) - number) * STEP
        yield _review(revision, number, "pass", staff, at)


def _review(
    revision: Revision, number: int, verdict: str, staff: Staff, at: datetime, reason: str = ""
) -> Review:
    level = chain_for(revision.item.kind, DEFAULT)[number]
    key, name = staff.of(level.role)
    secret = level.kind is LevelKind.SECRECY
    return Review(
        edition=revision.edition,
        revision=revision,
        level=number,
        label=level.label,
        role=level.role.value,
        kind=level.kind.value,
        verdict=verdict,
        reason=reason,
        proofread=level.proofreads and verdict == "pass",
        parts=[{"key": "item", "label": "正文"}] if secret else [],
        actor_key=key,
        actor_name=name,
        at=at,
    )


def _determination(revision: Revision, draft: Draft, staff: Staff) -> Determination:
    return Determination(
        item=revision.item,
        edition=revision.edition,
        disclosure_class=draft.disclosure_class,
        ground=draft.ground,
        reason=draft.class_reason,
        proposed_by=revision.author_name,
        decided_by=staff.of(Role.LEADER)[1],
        decided_at=revision.at + 4 * STEP,
    )


def _publications(revision: Revision, row: Planned, staff: Staff) -> Iterator[Publication]:
    yield _publication(revision, "release", "", row.released_at, staff)
    if row.withdrawal:
        at = row.released_at + WITHDRAWN
        yield _publication(revision, "withdraw", row.withdrawal, at, staff)


def _publication(
    revision: Revision, verb: str, reason: str, at: datetime, staff: Staff
) -> Publication:
    key, name = staff.of(Role.DISCLOSURE_OFFICE)
    due = revision.item.due if verb == "release" else None
    return Publication(
        item=revision.item,
        edition=revision.edition,
        revision=revision,
        verb=verb,
        reason=reason,
        actor_key=key,
        actor_name=name,
        at=at,
        due=due,
        is_late=due is not None and localdate(at) > due,
    )
