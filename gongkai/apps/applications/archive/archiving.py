"""Filing cases (归档): what is over goes to the archive, with digests and a term of keeping."""

from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.archive import obstacles as archive_obstacles
from gongkai.apps.applications.archive.bundle import bundle, kept_members
from gongkai.apps.applications.archive.queries import folder_of
from gongkai.apps.applications.cases.casework import Telling, step_on
from gongkai.apps.applications.cases.casework_queries import taken
from gongkai.apps.applications.letters import obstacles
from gongkai.apps.applications.letters.files import Printed
from gongkai.apps.applications.models import Application, ArchiveRecord, Delivery, Letter
from gongkai.apps.files.naming import plain_name
from gongkai.apps.journal.record import record, record_reading
from gongkai.apps.organs.scope import Purpose, one, require, within
from gongkai.core.applications.retention import RETENTION, Retention
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor, Role

FILERS: Final = (Role.HANDLER, Role.DISCLOSURE_OFFICE)
SUBJECT: Final = "application:{pk}"
PURPOSE: Final = "导出案卷 {number}"
NAME: Final = "案卷-{number}.zip"
FIRST_OF_JANUARY: Final = (1, 1)


@transaction.atomic
def file_case(
    actor: Actor,
    *,
    application_id: int,
    expected: int,
    now: datetime,
    retention: str = "ordinary",
) -> ArchiveRecord:
    """File a case that is over; the digests of its letters and files are kept.

    Raises BlockedError. Evidence that is lacking is told on the page, and does not stand in the
    way.
    """
    case = taken(actor, application_id, "archive", now=now, expected=expected)
    application = case.application
    if faults := list(_faults(application, retention)):
        raise BlockedError(faults)
    term = RETENTION[retention]
    application.archived_on = case.today
    row, _ = ArchiveRecord.objects.update_or_create(
        application=application,
        defaults={
            "retention": term.key,
            "keep_until": last_day(term, application.closed_on or case.today),
            "manifest": [member.digests() for member in kept_members(folder_of(application))],
            "filed_on": case.today,
            "filed_by": actor.name[:100],
            "transferred_on": None,
        },
    )
    step_on(case, Telling(term.words))
    record(
        actor,
        "file_case",
        SUBJECT.format(pk=application.pk),
        after={"retention": term.key, "keep_until": row.keep_until, "files": len(row.manifest)},
        cite=case.step.cite,
    )
    return row


def last_day(term: Retention, closed_on: date) -> date | None:
    """Until when a case is kept: so many years from the first of January after it ended."""
    if term.years is None:
        return None
    return date(closed_on.year + 1 + term.years, *FIRST_OF_JANUARY)


@transaction.atomic
def export_case(actor: Actor, *, application_id: int, now: datetime) -> Printed:
    """The whole case in one file, for a court or an archive; who had it is written down."""
    require(actor, *FILERS)
    rows = Application.objects.select_related("organ")
    application = one(actor, rows, application_id, to=Purpose.WORK)
    data = bundle(folder_of(application), now)
    purpose = PURPOSE.format(number=application.number)
    record_reading(actor, SUBJECT.format(pk=application.pk), purpose)
    name = plain_name(NAME.format(number=application.number))
    return Printed(name, data, "application/zip")


@transaction.atomic
def transfer_cases(actor: Actor, *, record_ids: Collection[int], day: date) -> int:
    """Note that filed cases were handed over to the archive (移交). Raises BlockedError."""
    require(actor, Role.DISCLOSURE_OFFICE)
    rows = within(actor, ArchiveRecord.objects.all(), to=Purpose.WORK, field="application__organ")
    known = list(rows.filter(pk__in=set(record_ids)).values_list("pk", flat=True))
    found = list(ArchiveRecord.objects.select_for_update(of=("self",)).filter(pk__in=known))
    if not found or len(found) != len(set(record_ids)):
        raise BlockedError([archive_obstacles.not_filed()])
    if any(row.transferred_on for row in found):
        raise BlockedError([archive_obstacles.transferred_before()])
    if any(row.filed_on > day for row in found):
        raise BlockedError([obstacles.day_too_early("移交日期", "day")])
    ArchiveRecord.objects.filter(pk__in=known).update(transferred_on=day)
    record(
        actor,
        "transfer_cases",
        f"organ:{actor.organ_id}",
        after={"day": day, "cases": sorted(row.application_id for row in found)},
    )
    return len(found)


def _faults(application: Application, retention: str) -> Iterator[Finding]:
    if retention not in RETENTION:
        yield archive_obstacles.unknown_term()
    if application.state == "replied" and not _is_delivered(application):
        yield archive_obstacles.not_delivered()


def _is_delivered(application: Application) -> bool:
    """Whether the reply went out, and nothing that came back waits."""
    letters = Letter.objects.filter(application=application, state="issued").exclude(reply=None)
    last = letters.order_by("-pk").first()
    if last is None:
        return True
    sent = Delivery.objects.filter(letter=last)
    waiting = sent.filter(state="failed", settled_at=None)
    return sent.exists() and not waiting.exists()
