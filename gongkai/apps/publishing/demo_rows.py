"""The rows of one piece of work of the demo: edition, revisions, reviews and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from django.utils.timezone import localdate

from gongkai.apps.publishing.chains import chain_for, packed
from gongkai.apps.publishing.demo_plan import Planned
from gongkai.apps.publishing.models import (
    Determination,
    Edition,
    Item,
    Placement,
    Publication,
    Review,
    Revision,
)
from gongkai.apps.publishing.reviewing import parts_to_clear
from gongkai.core.identity import Role
from gongkai.core.publishing.channels import Channel
from gongkai.core.publishing.draft import Draft
from gongkai.core.review.chain import DEFAULT, Chain, LevelKind

STEP: Final = timedelta(minutes=19)
"""How long each level takes."""
FIRST_TRY: Final = "{title}（送审稿）"


@dataclass(frozen=True, slots=True)
class Staff:
    """Who does what in an organ: key and name by role."""

    people: dict[Role, tuple[str, str]]

    def of(self, role: Role) -> tuple[str, str]:
        """Whoever holds the role."""
        return self.people[role]


@dataclass(slots=True)
class Work:
    """One edition: of which item, what it says, when it ended; a correction has a reason.

    `revisions` are what was submitted: twice, where it was sent back in between.
    """

    item: Item
    planned: Planned
    draft: Draft
    at: datetime
    reason: str = ""
    edition: Edition = field(init=False)
    revisions: list[Revision] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.edition = Edition(
            item=self.item,
            number=2 if self.reason else 1,
            purpose="correction" if self.reason else "new",
            reason=self.reason,
            state="released" if self.is_public else "filed",
            content=self.draft.pack(),
            version=len(self.chain) + (5 if self.is_sent_back else 3),
            saved_at=self.at,
            saved_by=self.item.drafter_name,
            authors=[self.item.drafter_key],
            chain=packed(self.chain),
            submitted_at=self.at - (len(self.chain) + 1) * STEP,
            closed_at=self.at,
        )

    @property
    def chain(self) -> Chain:
        """The levels that an item of its kind goes through."""
        return chain_for(self.item.kind, DEFAULT)

    @property
    def is_public(self) -> bool:
        """Whether it made its item public."""
        return self.item.first_released_at is not None

    @property
    def is_sent_back(self) -> bool:
        """Whether the first level sent it back once."""
        return bool(self.planned.send_back) and not self.reason

    @property
    def final(self) -> Revision:
        """What passed every level."""
        return self.revisions[-1]

    def submit(self, staff: Staff) -> None:
        """Freeze what was submitted."""
        said = [self.draft]
        if self.is_sent_back:
            title = FIRST_TRY.format(title=self.draft.title)
            said.insert(0, replace(self.draft, title=title))
        first = 1
        if self.reason:
            first = 3 if self.planned.send_back else 2
        begin = self.at - (len(self.chain) + len(said)) * STEP
        self.revisions = [
            self._revision(draft, first + number, begin + number * STEP, staff)
            for number, draft in enumerate(said)
        ]

    def _revision(self, draft: Draft, number: int, at: datetime, staff: Staff) -> Revision:
        key, name = staff.of(Role.DRAFTER)
        return Revision(
            item=self.item,
            edition=self.edition,
            number=number,
            title=draft.title,
            content=draft.pack(),
            digest=draft.digest,
            author_key=key,
            author_name=name,
            at=at,
        )

    def end(self) -> Edition:
        """The edition after its end, and the item as it is then."""
        self.edition.revision = self.final
        if not self.is_public:
            self.item.state = "filed"
            return self.edition
        self.item.state = "withdrawn" if self.planned.withdrawn_at else "released"
        self.item.released, self.item.released_at = self.final, self.at
        return self.edition

    def reviews(self, staff: Staff) -> Iterator[Review]:
        """What each level said."""
        if self.is_sent_back:
            tried = self.revisions[0]
            at, why = tried.at + STEP / 2, self.planned.send_back
            yield self._review(tried, 0, staff, at, verdict="send_back", reason=why)
        for number in range(len(self.chain)):
            at = self.at - (len(self.chain) - number) * STEP
            yield self._review(self.final, number, staff, at)

    def _review(
        self,
        revision: Revision,
        number: int,
        staff: Staff,
        at: datetime,
        **said: str,
    ) -> Review:
        level = self.chain[number]
        key, name = staff.of(level.role)
        parts = parts_to_clear(revision) if level.kind is LevelKind.SECRECY else []
        return Review(
            edition=self.edition,
            revision=revision,
            level=number,
            label=level.label,
            role=level.role.value,
            kind=level.kind.value,
            verdict=said.get("verdict", "pass"),
            reason=said.get("reason", ""),
            proofread=level.proofreads and not said,
            parts=[{"key": part, "label": label} for part, label in parts],
            actor_key=key,
            actor_name=name,
            at=at,
        )

    def determination(self, staff: Staff) -> Determination:
        """Whoever signed decided the class."""
        return Determination(
            item=self.item,
            edition=self.edition,
            disclosure_class=self.draft.disclosure_class,
            ground=self.draft.ground,
            reason=self.draft.class_reason,
            proposed_by=self.final.author_name,
            decided_by=staff.of(self.chain[-1].role)[1],
            decided_at=self.at - STEP,
        )


def publications(work: Work, staff: Staff) -> Iterator[Publication]:
    """What became public, and what ceased to be."""
    if not work.is_public:
        return
    due = None if work.reason else work.item.due
    yield _publication(
        work,
        staff,
        edition=work.edition,
        verb="correction" if work.reason else "release",
        reason=work.reason,
        at=work.at,
        due=due,
        is_late=due is not None and localdate(work.at) > due,
    )
    if work.planned.withdrawn_at is not None:
        row = work.planned
        yield _publication(work, staff, verb="withdraw", reason=row.withdrawal, at=row.withdrawn_at)


def _publication(work: Work, staff: Staff, **values: object) -> Publication:
    key, name = staff.of(Role.DISCLOSURE_OFFICE)
    return Publication(
        item=work.item, revision=work.final, actor_key=key, actor_name=name, **values
    )


def placements(work: Work) -> Iterator[Placement]:
    """Where an item was told when it first became public."""
    if work.is_public and not work.reason:
        for channel in (Channel.PORTAL.value, *work.planned.elsewhere):
            yield Placement(item=work.item, channel=channel, placed_on=localdate(work.at))
