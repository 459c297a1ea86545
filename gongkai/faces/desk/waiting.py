"""The rows of 我的待办: what waits, since when, by which day, and the page of the next step."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from django.urls import reverse

from gongkai.apps.catalogue.guide_queries import due_guides
from gongkai.apps.disputes.ledger_queries import due_disputes
from gongkai.apps.publishing import waiting_queries as queries
from gongkai.apps.publishing.comparing import class_label
from gongkai.core.identity import Actor, Role
from gongkai.core.publishing.changes import CHANGE
from gongkai.core.publishing.channels import LABELS as CHANNELS
from gongkai.core.publishing.channels import Channel
from gongkai.core.publishing.lifecycle import EDITION
from gongkai.faces.desk.disputes.words import DUTIES

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from gongkai.apps.disputes.models import Dispute
    from gongkai.apps.organs.models import Organ
    from gongkai.apps.publishing.models import AttributeChange, Edition, Item, Placement

MOST: Final = 10
SUNDAY: Final = 6
TODAY, WEEK, OTHERS = "today", "week", "others"
GROUPS: Final = (
    (TODAY, "今天", "今天没有等您办的事。"),
    (WEEK, "本周", "本周没有别的事。"),
    (OTHERS, "等待他人", "没有在等别人办的事。"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that waits."""

    title: str
    address: str
    note: str = ""
    since: datetime | date | None = None
    due: date | None = None
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """Whose things, and on which day."""

    who: Actor
    today: date

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.today + timedelta(days=SUNDAY - self.today.weekday())


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing that waits: where to look, how to say it, where the whole list is."""

    group: str
    label: str
    due_label: str
    rows: Callable[[Asking], "QuerySet[Any]"]
    row: Callable[[Any], Row]
    more: str = ""
    query: Callable[[Actor], dict[str, str]] = lambda _who: {}


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of thing with its first rows, how many there are, and where the rest is."""

    kind: Kind
    rows: tuple[Row, ...]
    count: int
    address: str

    @property
    def left(self) -> int:
        """How many are not shown here."""
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs to a time, or to others."""

    key: str
    label: str
    empty: str
    parts: tuple[Part, ...]


ROLE_NOTE: Final = "现在由{role}审核"
HANDED_NOTE: Final = "{by}委托您审核"
AFTER_NOTE: Final = "已紧急发布，补审"
CHANGE_NOTE: Final = "{before} → {after}，{who}提出"
SCHEDULED_NOTE: Final = "定时发布"
GUIDE: Final = "政府信息公开指南"
FOLLOW_NOTE: Final = "{channel} {address}"


def to_review(row: "Edition") -> Row:
    """An edition to be reviewed."""
    note = HANDED_NOTE.format(by=row.assigned_by) if row.assignee_key else ""
    note = note or (AFTER_NOTE if row.state == "released_urgently" else Role(row.level_role).label)
    return edition_row(row, "review", note, row.arrived_at)


def returned(row: "Edition") -> Row:
    """An edition that came back."""
    return edition_row(row, "edition-edit", row.note, row.saved_at)


def draft(row: "Edition") -> Row:
    """A draft."""
    return edition_row(row, "edition-edit", "", row.saved_at)


def to_release(row: "Edition") -> Row:
    """An edition for the disclosure office."""
    return edition_row(row, "release", row.note, row.saved_at)


def scheduled(row: "Edition") -> Row:
    """An edition that will be released by itself."""
    return edition_row(row, "release", SCHEDULED_NOTE, row.scheduled_for)


def on_its_way(row: "Edition") -> Row:
    """An edition that others have in hand."""
    role = Role(row.level_role).label if row.level_role else ""
    name = row.assignee_name or role
    note = ROLE_NOTE.format(role=name) if name else EDITION.label(row.state)
    item = reverse("desk:item", args=[row.item_id])
    since = row.arrived_at or row.saved_at
    return Row(row.item.title, item, note, since, row.item.due, row.is_urgent)


def edition_row(row: "Edition", name: str, note: str, since: datetime | None) -> Row:
    """An edition, with the page on which the next step is taken."""
    address = reverse(f"desk:{name}", args=[row.pk])
    return Row(row.item.title, address, note, since, row.item.due, row.is_urgent)


def due_item(row: "Item") -> Row:
    """An item that should be public soon, or already."""
    return Row(row.title, reverse("desk:item", args=[row.pk]), row.drafter_name, None, row.due)


def to_reassess(row: "Item") -> Row:
    """An item that is kept back."""
    address = reverse("desk:item-reassess", args=[row.pk])
    return Row(row.title, address, class_label(row.disclosure_class), None, row.reassess_on)


def change(row: "AttributeChange") -> Row:
    """A change of class."""
    note = CHANGE_NOTE.format(
        before=class_label(row.before), after=class_label(row.after), who=row.proposed_by
    )
    return Row(row.item.title, reverse("desk:change", args=[row.pk]), note, row.proposed_at)


def proposed(row: "AttributeChange") -> Row:
    """A change of class that others decide."""
    address = reverse("desk:change", args=[row.pk])
    return Row(row.item.title, address, CHANGE.label(row.state), row.proposed_at)


def to_follow(row: "Placement") -> Row:
    """A copy elsewhere that is behind."""
    said = FOLLOW_NOTE.format(channel=CHANNELS[Channel(row.channel)], address=row.address)
    return Row(row.item.title, reverse("desk:item", args=[row.item_id]), said, row.asked_at)


def guide(row: "Organ") -> Row:
    """An organ's disclosure guide that has to be looked through; its page says why."""
    return Row(GUIDE, reverse("desk:guide"), row.name)


def dispute(row: "Dispute") -> Row:
    """A dispute in which the organ has to do something by a day."""
    address = reverse("desk:dispute", args=[row.pk])
    return Row(str(row), address, DUTIES.get(row.duty, ""), None, row.due)


def by_me(stage: str) -> Callable[[Actor], dict[str, str]]:
    """The list of what somebody has begun and that stands in a state."""
    return lambda who: {"stage": stage, "drafter": who.key}


DUE: Final = "应发布"
DISPUTE_DUE: Final = "期限"
KINDS: Final = (
    Kind(
        TODAY, "等我审核", DUE, lambda of: queries.to_review(of.who), to_review,
        "items", lambda _: {"mine": "1"},
    ),
    Kind(
        TODAY, "退回给我的", DUE, lambda of: queries.returned(of.who), returned,
        "items", by_me("returned"),
    ),
    Kind(
        TODAY, "等待发布", DUE, lambda of: queries.in_state(of.who, "approved"), to_release,
        "items", lambda _: {"stage": "approved"},
    ),
    Kind(
        TODAY, "补审有不同意见", DUE, lambda of: queries.in_state(of.who, "objected"), to_release,
        "items", lambda _: {"stage": "objected"},
    ),
    Kind(
        TODAY, "今天到期和已经逾期", DUE, lambda of: queries.due_by(of.who, of.today), due_item,
        "items", lambda _: {"late": "now", "sort": "due"},
    ),
    Kind(TODAY, "要跟进的其他渠道", "", lambda of: queries.to_follow(of.who), to_follow),
    Kind(
        TODAY, "等我审批的公开属性变更", "", lambda of: queries.to_decide(of.who), change,
        "changes", lambda _: {"which": "mine"},
    ),
    Kind(
        TODAY, "到期的定期评估", "应评估", lambda of: queries.to_reassess(of.who, of.today),
        to_reassess, "reassessments",
    ),
    Kind(
        TODAY, "要核对的公开指南", "", lambda of: due_guides(of.who, of.today), guide,
    ),
    Kind(
        TODAY, "复议诉讼今天到期和已经逾期", DISPUTE_DUE, lambda of: due_disputes(of.who, of.today),
        dispute, "disputes", lambda _: {"tab": "due"},
    ),
    Kind(WEEK, "我的草稿", DUE, lambda of: queries.drafts(of.who), draft, "items", by_me("draft")),
    Kind(
        WEEK, "本周到期", DUE, lambda of: queries.due_by(of.who, of.sunday, of.today), due_item,
        "items", lambda _: {"sort": "due"},
    ),
    Kind(
        WEEK, "复议诉讼接下来的期限", DISPUTE_DUE, lambda of: due_disputes(of.who, None, of.today),
        dispute, "disputes", lambda _: {"tab": "due"},
    ),
    Kind(
        WEEK, "定时发布", DUE, lambda of: queries.in_state(of.who, "scheduled"), scheduled,
        "items", lambda _: {"stage": "scheduled"},
    ),
    Kind(
        WEEK, "本周要做的定期评估", "应评估",
        lambda of: queries.to_reassess(of.who, of.sunday, of.today), to_reassess, "reassessments",
    ),
    Kind(
        OTHERS, "我送审的", DUE, lambda of: queries.on_their_way(of.who), on_its_way,
        "items", by_me("in_review"),
    ),
    Kind(
        OTHERS, "我提出的公开属性变更", "", lambda of: queries.proposed(of.who), proposed,
        "changes",
    ),
)  # fmt: skip


def groups(who: Actor, today: date, kinds: Iterable[Kind] = KINDS) -> list[Group]:
    """Everything of these kinds that waits for somebody, by time."""
    found = list(_parts(Asking(who, today), kinds))
    return [
        Group(key, label, empty, tuple(part for part in found if part.kind.group == key))
        for key, label, empty in GROUPS
    ]


def _parts(asking: Asking, kinds: Iterable[Kind]) -> Iterator[Part]:
    for kind in kinds:
        rows = kind.rows(asking)
        first = list(rows[: MOST + 1])
        if not first:
            continue
        count = len(first) if len(first) <= MOST else rows.count()
        shown = tuple(kind.row(row) for row in first[:MOST])
        yield Part(kind, shown, count, _address(kind, asking.who))


def _address(kind: Kind, who: Actor) -> str:
    if not kind.more:
        return ""
    query = urlencode(kind.query(who))
    return f"{reverse(f'desk:{kind.more}')}{f'?{query}' if query else ''}"
