"""Taking a step: the new state, the line in the case's history, the clock."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from gongkai.apps.applications.cases.casework_queries import InHand
from gongkai.apps.applications.cases.clocks import Moment, end_clock, note_clock
from gongkai.apps.applications.models import (
    Application,
    ClockEntry,
    Entry,
    Extension,
    FeeNotice,
    Reply,
)
from gongkai.core.applications.deadlines import Entry as ClockEntryValue
from gongkai.core.applications.decisions import DECISION

LONGEST: Final = 1000


@dataclass(frozen=True, slots=True)
class Telling:
    """What the history says of a step: the day it counts for, and whether the applicant sees it."""

    note: str = ""
    day: date | None = None
    is_public: bool = False


def step_on(case: InHand, telling: Telling) -> Entry:
    """Save the case in its new state, one version on, and write the line of its history."""
    application, step = case.application, case.step
    before, application.state = application.state, step.target
    application.version += 1
    application.save()
    return Entry.objects.create(
        application=application,
        verb=step.verb,
        before=before,
        after=step.target,
        day=telling.day or case.today,
        note=telling.note[:LONGEST],
        is_public=telling.is_public,
        actor_key=case.actor.key,
        actor_name=case.actor.name[:100],
        at=case.now,
    )


def clock_on(case: InHand, entry: ClockEntryValue, reason: str) -> ClockEntry:
    """Enter something into the clock of the case."""
    return note_clock(case.application, entry, Moment(case.actor, case.now, reason))


def close(case: InHand, decision: str, telling: Telling) -> Entry:
    """End a case without a reply: its row in the yearly table, the day, the end of its clock.

    What was still being worked on for it is dropped.
    """
    put_result(case.application, decision, case.today)
    drop_open_work(case.application)
    entry = step_on(case, telling)
    end_clock(case.application, actor=case.actor, now=case.now)
    return entry


def put_result(application: Application, decision: str, day: date) -> None:
    """Put on the row what a case without a reply came to; nothing is saved yet."""
    row = DECISION[decision]
    application.decision, application.result_row = row.key, row.row
    application.remedy = row.remedy.value
    over(application, day)


def over(application: Application, day: date) -> None:
    """An application is over that day; it is counted with its first result, once. Not saved."""
    application.closed_on = day
    if application.counted_on is None:
        application.counted_on, application.counted_row = day, application.result_row


def spend_extension(application: Application) -> bool:
    """The term begins anew: what prolonged the old one is spent with it, and the new one may be
    prolonged as the statute allows of a term (Art. 33). Says whether there was any."""
    return bool(application.extensions.filter(state="approved").update(state=SPENT))


def drop_open_work(application: Application) -> None:
    """Drop what nobody has to decide any more: replies not given, proposals not decided, fees not
    paid."""
    Reply.objects.filter(application=application, state__in=OPEN_REPLIES).update(
        state=DROPPED, level=None, level_role=""
    )
    Extension.objects.filter(application=application, state="proposed").update(state=DROPPED)
    FeeNotice.objects.filter(application=application, state__in=OPEN_FEES).update(state=DROPPED)


OPEN_REPLIES: Final = ("draft", "in_review", "returned", "approved")
OPEN_FEES: Final = ("suggested", "noticed")
DROPPED: Final = "dropped"
SPENT: Final = "spent"
"""An extension of a term that was over when the count began anew."""
