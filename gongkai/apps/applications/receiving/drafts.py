"""What a visitor is writing (未提交的申请): begun, kept, thrown away; sealed all the time.

Whoever holds the address holds the draft: it is drawn at random, and only its digest is stored.
"""

import json
from datetime import datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.cases.applicants import own_case
from gongkai.apps.applications.models import DraftFile, PortalDraft
from gongkai.apps.applications.profile.queries import reception
from gongkai.apps.applications.receiving import obstacles
from gongkai.apps.applications.receiving.draft_queries import digest_of, unsubmitted
from gongkai.apps.applications.receiving.limits import limits
from gongkai.apps.files.storing import discard_file
from gongkai.apps.files.taking_in import take_in
from gongkai.apps.journal.record import record
from gongkai.core.applications.intake import Intake
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, Actor

SUBJECT: Final = "application_draft:{pk}"
ROOM: Final = 60_000
"""Characters of a whole form; what is longer is nobody's application."""


@transaction.atomic
def open_draft(actor: Actor, *, organ_id: int, token: str, now: datetime) -> PortalDraft:
    """Begin an application to an organ that has opened the portal. Raises BlockedError."""
    where = reception(organ_id)
    if where.organ.until is not None:
        raise BlockedError([obstacles.no_organ(where.organ.name, where.heirs)])
    if not where.is_online:
        raise BlockedError([obstacles.way_not_open(SubmissionWay.PORTAL)])
    draft = PortalDraft.objects.create(
        token=digest_of(token),
        organ=where.organ,
        content=json.dumps(Intake().pack()),
        saved_at=now,
        expires_at=now + limits().kept,
    )
    record(actor, "open_application_draft", SUBJECT.format(pk=draft.pk), after={"organ": organ_id})
    return draft


@transaction.atomic
def save_draft(actor: Actor, *, token: str, intake: Intake, now: datetime) -> PortalDraft:
    """Keep what has been written so far, right or wrong. Raises DoesNotExist, BlockedError."""
    draft = locked_draft(token, now)
    content = json.dumps(intake.pack(), ensure_ascii=False)
    if len(content) > ROOM:
        raise BlockedError([obstacles.too_long(ROOM)])
    draft.content, draft.saved_at, draft.expires_at = content, now, now + limits().kept
    draft.save()
    record(actor, "save_application_draft", SUBJECT.format(pk=draft.pk))
    return draft


@transaction.atomic
def attach(actor: Actor, *, token: str, name: str, data: bytes, now: datetime) -> DraftFile:
    """Add a file; the worker reads and cleans it like all others. Raises BlockedError."""
    draft, bounds = locked_draft(token, now), limits()
    if draft.files.count() >= bounds.files:
        raise BlockedError([obstacles.too_many_files(bounds)])
    if len(data) > bounds.file_bytes:
        raise BlockedError([obstacles.file_too_large(name, bounds)])
    file = take_in(
        actor,
        organ_id=draft.organ_id or 0,
        name=name,
        data=data,
        now=now,
        megabytes=bounds.file_megabytes,
    )
    row = DraftFile.objects.create(draft=draft, file=file, name=file.name)
    record(actor, "attach_to_draft", SUBJECT.format(pk=draft.pk), after={"file": file.pk})
    return row


@transaction.atomic
def detach(actor: Actor, *, token: str, draft_file_id: int, now: datetime) -> None:
    """Take a file out again, and delete it. Raises DoesNotExist."""
    draft = locked_draft(token, now)
    row = draft.files.get(pk=draft_file_id)
    _forget(row)
    record(actor, "detach_from_draft", SUBJECT.format(pk=draft.pk), before={"file": row.file_id})


@transaction.atomic
def discard_draft(actor: Actor, *, token: str, now: datetime) -> None:
    """Delete what was written, with its files. Raises DoesNotExist."""
    draft = locked_draft(token, now)
    record(actor, "discard_application_draft", SUBJECT.format(pk=draft.pk))
    _delete(draft)


@transaction.atomic
def forget_submitted(actor: Actor, *, application_id: int, now: datetime) -> None:
    """End the time in which a form that was submitted leads to its case: its applicant leaves, and
    whoever sits down at the same computer finds the form's address. Raises DoesNotExist."""
    application = own_case(actor, application_id)
    rows = PortalDraft.objects.select_for_update().filter(application=application)
    draft = rows.filter(expires_at__gt=now).exclude(organ=None).first()
    if draft is None:
        return
    draft.expires_at = now
    draft.save(update_fields=["expires_at"])
    record(actor, "leave_application_draft", SUBJECT.format(pk=draft.pk))


@transaction.atomic
def expire_draft(actor: Actor, *, draft_id: int, now: datetime) -> bool:
    """Delete one that nobody has gone on with. Answers False where somebody just has."""
    rows = PortalDraft.objects.select_for_update().filter(expires_at__lt=now)
    draft = rows.filter(pk=draft_id).first()
    if draft is None:
        return False
    record(actor, "expire_application_draft", SUBJECT.format(pk=draft.pk))
    _delete(draft)
    return True


def forget_drafts(now: datetime) -> int:
    """Delete every draft whose time is over; the worker does so every hour."""
    over = list(PortalDraft.objects.filter(expires_at__lt=now).values_list("pk", flat=True))
    return sum(expire_draft(SYSTEM, draft_id=pk, now=now) for pk in over)


def locked_draft(token: str, now: datetime) -> PortalDraft:
    """The draft of that address, locked, unless it has been submitted. Raises DoesNotExist."""
    return unsubmitted(now).select_for_update(of=("self",)).get(token=digest_of(token))


def _delete(draft: PortalDraft) -> None:
    """The row, and every file that no case has."""
    for row in draft.files.all():
        _forget(row)
    draft.delete()


def _forget(row: DraftFile) -> None:
    file_id = row.file_id
    row.delete()
    discard_file(SYSTEM, file_id=file_id, is_used=False)
