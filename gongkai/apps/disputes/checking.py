"""Whether what was entered can be true: what is lacking, days in their order, legal bounds."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from gongkai.apps.disputes import obstacles
from gongkai.apps.disputes.facts import Closing, Opening
from gongkai.apps.disputes.models import Dispute
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.disputes.kinds import DisputeKind, Result
from gongkai.core.disputes.lifecycle import VOID
from gongkai.core.disputes.terms import LONGEST_EXTENSION, REVIEW, Course
from gongkai.core.finding import Finding

NEEDED: Final = ("party", "act", "body", "received_on")
ORDER: Final = ("known_on", "filed_on", "accepted_on", "received_on", "answered_on")
LATER: Final = (*ORDER, "remanded_on", "judged_on", "appealed_on", "closed_on")
DECISION: Final = "decide"
LEAST_NAME: Final = 2


def opening_faults(row: Dispute, opening: Opening, today: date) -> Iterator[Finding]:
    """What is wrong with what was entered; `row` already has it, and may not be saved."""
    for path in NEEDED:
        if not getattr(opening, path):
            yield obstacles.lacking(path)
    if opening.is_person and is_named(opening.party, opening.act):
        yield obstacles.names_party()
    yield from _days(row, today)
    yield from _entered_twice(row)
    yield from _earlier(row)


def is_named(party: str, text: str) -> bool:
    """Whether a text that anybody above may read repeats a sealed name; one sign is no name."""
    name = party.strip()
    return len(name) >= LEAST_NAME and name in text


def extension_faults(row: Dispute, calendar: WorkdayCalendar) -> Iterator[Finding]:
    """What is wrong with the days to which something was put off."""
    is_review = row.sort is DisputeKind.RECONSIDERATION
    if row.evidence_until and is_review:
        yield obstacles.no_court()
    if not (row.extended_until and is_review):
        return
    if row.is_simplified:
        yield obstacles.not_extendable()
        return
    latest = _latest(row, calendar)
    if latest is not None and row.extended_until > latest:
        yield obstacles.extended_wrongly(latest)


def _latest(row: Dispute, calendar: WorkdayCalendar) -> date | None:
    """The last day to which a decision may be put off; None where no acceptance is known."""
    if row.accepted_on is None:
        return None
    term = next(term for term in REVIEW if term.key == DECISION and term.course is Course.ORDINARY)
    last = row.accepted_on + timedelta(days=term.length + LONGEST_EXTENSION)
    return calendar.next_workday(last)


def day_faults(row: Dispute, path: str, today: date) -> Iterator[Finding]:
    """What is wrong with the day that a step has just set; the form calls it `day`."""
    for finding in _days(row, today):
        if path in finding.paths:
            yield Finding(
                finding.code,
                finding.severity,
                finding.title,
                finding.text,
                finding.hint,
                paths=("day",),
            )


def closing_faults(row: Dispute, closing: Closing, today: date) -> Iterator[Finding]:
    """What is wrong with what a dispute is said to have come to."""
    yield from day_faults(row, "closed_on", today)
    pause = row.breaks[-1] if row.breaks else None
    if pause is not None and closing.day < (pause.last or pause.first):
        path = "resumed_on" if pause.last else "suspended_on"
        yield obstacles.wrong_order("day", closing.day, path, pause.last or pause.first)
    if closing.result is Result.PENDING:
        yield obstacles.no_result()
    if not closing.outcome.strip():
        yield obstacles.lacking("outcome")
    is_corrected = closing.result is Result.CORRECTED
    if (closing.asks_again or closing.redo_by) and not is_corrected:
        yield obstacles.not_corrected()


def _days(row: Dispute, today: date) -> Iterator[Finding]:
    known = [(path, day) for path in LATER if (day := getattr(row, path))]
    for path, day in known:
        if day > today:
            yield obstacles.in_future(path, day)
    for (before, earlier), (path, day) in pairwise(known):
        if day < earlier:
            yield obstacles.wrong_order(path, day, before, earlier)


def _entered_twice(row: Dispute) -> Iterator[Finding]:
    if not row.case_number:
        return
    same = Dispute.objects.filter(organ_id=row.organ_id, case_number=row.case_number)
    if same.exclude(state=VOID).exclude(pk=row.pk).exists():
        yield obstacles.already_entered(row.case_number)


def _earlier(row: Dispute) -> Iterator[Finding]:
    if row.follows_id is None:
        return
    rows = Dispute.objects.filter(pk=row.follows_id, organ_id=row.organ_id).exclude(state=VOID)
    former = rows.exclude(pk=row.pk).first()
    if former is None or not row.sort.is_litigation:
        yield obstacles.no_such_earlier()
    elif former.sort.is_litigation:
        yield from _tried_again(row, former)
    elif row.sort is not DisputeKind.AFTER:
        yield obstacles.no_such_earlier()


def _tried_again(row: Dispute, former: Dispute) -> Iterator[Finding]:
    """What keeps a row from being the retrial of a lawsuit: it goes under the same kind."""
    if former.closed_on is None:
        yield obstacles.not_over()
    elif row.sort is not former.sort:
        yield obstacles.other_kind(former.sort.label)
    elif row.received_on and row.received_on < former.closed_on:
        yield obstacles.wrong_order("received_on", row.received_on, "closed_on", former.closed_on)
