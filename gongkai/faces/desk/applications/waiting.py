"""The rows of 我的待办 about applications: what is late, due soon, waits for a step or a review."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.urls import reverse

from gongkai.apps.applications.waiting import reminder_queries
from gongkai.apps.applications.waiting import waiting_queries as queries
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.deadlines.watching import WARN_AT
from gongkai.core.applications.lifecycle import CASE
from gongkai.core.identity import Role
from gongkai.faces.desk.waiting import OTHERS, TODAY, WEEK, Asking, Kind, Row

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from gongkai.apps.applications.models import (
        Application,
        Delivery,
        Extension,
        FeeNotice,
        Letter,
        Redaction,
        Reply,
    )

DUE: Final = "答复期限"
TITLE: Final = "{number}　{subject}"
SOON: Final = "{days} 个工作日内要答复的申请"
DAY: Final = timedelta(days=1)
PROPOSED: Final = "{who}申请延长 {days} 个工作日"
SUGGESTED: Final = "{who}建议收费 {amount} 元"
REVIEWED_BY: Final = "现在由{role}审核"


def title(row: "Application") -> str:
    """Number and matter."""
    return TITLE.format(number=row.number, subject=row.subject)


def case(row: "Application") -> Row:
    """A case, how its clock stands, and its page."""
    note = CASE.label(row.state)
    address = reverse("desk:application", args=[row.pk])
    return Row(title(row), address, note, row.created_at, row.due)


def reply(row: "Reply") -> Row:
    """A reply, with the page on which it is reviewed or issued."""
    role = REVIEWED_BY.format(role=Role(row.level_role).label) if row.level_role else ""
    address = reverse("desk:reply", args=[row.pk])
    since = row.arrived_at or row.saved_at
    return Row(title(row.application), address, role, since, row.application.due)


def extension(row: "Extension") -> Row:
    """An extension to be decided on."""
    note = PROPOSED.format(who=row.proposed_by, days=row.workdays)
    address = reverse("desk:application-step", args=[row.application_id, "decide_extension"])
    return Row(title(row.application), address, note, row.proposed_at, row.due_before)


def fee(row: "FeeNotice") -> Row:
    """A fee to be confirmed."""
    note = SUGGESTED.format(who=row.suggested_by, amount=row.amount)
    address = reverse("desk:application", args=[row.application_id])
    return Row(title(row.application), address, note, None, row.application.due)


def failure(row: "Delivery") -> Row:
    """A letter that came back."""
    address = reverse("desk:letter", args=[row.letter_id])
    return Row(title(row.letter.application), address, row.failure, row.at)


def letter(row: "Letter") -> Row:
    """A letter that has not gone out."""
    address = reverse("desk:letter", args=[row.pk])
    return Row(title(row.application), address, row.title, row.issued_at)


def on_the_way(row: "Delivery") -> Row:
    """A letter that went out."""
    address = reverse("desk:letter", args=[row.letter_id])
    return Row(title(row.letter.application), address, row.letter.title, row.at)


def redaction(row: "Redaction") -> Row:
    """A redaction that somebody else has made."""
    address = reverse("desk:redaction-check", args=[row.application_id, row.pk])
    return Row(title(row.application), address, row.name, row.made_at, row.application.due)


def bucket(mark: int, nearer: int | None) -> Callable[[Asking], "QuerySet[Application]"]:
    """What is due in so many working days at most, and not reminded of nearer to its due day."""

    def rows(asking: Asking) -> "QuerySet[Application]":
        days = calendar()
        before = asking.today - DAY if nearer is None else days.add(asking.today, nearer)
        return queries.due_between(asking.who, before, days.add(asking.today, mark))

    return rows


MARKS: Final = sorted(WARN_AT)
OF_TODAY: Final = frozenset({1, 3})
REMINDERS: Final = tuple(
    Kind(
        TODAY if mark in OF_TODAY else WEEK,
        SOON.format(days=mark),
        DUE,
        bucket(mark, nearer),
        case,
        "applications",
        lambda who: {"handler": who.key},
    )
    for nearer, mark in zip((None, *MARKS), MARKS, strict=False)
)
"""One kind for each step of reminding (15, 10, 5, 3, 1): what has come nearer stands there only."""


def reminding(reminder: reminder_queries.Reminder) -> Kind:
    """A term of correction, of somebody asked, or of the organ's own."""
    return Kind(
        TODAY,
        reminder.label,
        DUE,
        lambda of: reminder_queries.reminded(of.who, reminder, of.today),
        case,
    )


KINDS: Final = (
    Kind(
        TODAY, "申请答复已经逾期", DUE, lambda of: queries.late(of.who, of.today), case,
        "applications", lambda _: {"tab": "overdue"},
    ),
    *REMINDERS,
    *(reminding(row) for row in reminder_queries.REMINDERS),
    Kind(TODAY, "等我审核的答复", DUE, lambda of: queries.to_review(of.who), reply),
    Kind(TODAY, "退回给我的答复", DUE, lambda of: queries.sent_back(of.who), reply),
    Kind(TODAY, "等待印发的答复", DUE, lambda of: queries.to_issue(of.who), reply),
    Kind(TODAY, "等我批准的延长", DUE, lambda of: queries.extensions(of.who), extension),
    Kind(TODAY, "等我确认的收费", DUE, lambda of: queries.fees(of.who), fee),
    Kind(TODAY, "等我复核的区分处理", DUE, lambda of: queries.to_release(of.who), redaction),
    Kind(TODAY, "还没有发出的文书", "", lambda of: queries.unsent(of.who), letter),
    Kind(TODAY, "没有送达的文书", "", lambda of: queries.failed(of.who), failure),
    Kind(
        TODAY, "要与申请人确认收到的申请", "", lambda of: queries.to_confirm(of.who), case,
        "applications", lambda _: {"tab": "received"},
    ),
    Kind(
        TODAY, "新收到、等待审核的申请", DUE, lambda of: queries.to_begin(of.who), case,
        "applications", lambda _: {"tab": "received"},
    ),
    Kind(
        TODAY, "等待交办的申请", DUE, lambda of: queries.to_assign(of.who), case,
        "applications", lambda _: {"handler": "none"},
    ),
    Kind(
        WEEK, "等待归档的申请", "", lambda of: queries.to_file(of.who), case,
        "applications", lambda _: {"tab": "closed"},
    ),
    Kind(OTHERS, "等待签收、确认的文书", "", lambda of: queries.unproved(of.who), on_the_way),
    Kind(OTHERS, "我送审的答复", DUE, lambda of: queries.on_their_way(of.who), reply),
)  # fmt: skip
