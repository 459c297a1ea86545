"""Beginning to redact a file of a case (区分处理), handing the work over, giving it up."""

from datetime import datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.models import Application, CaseFile, Redaction
from gongkai.apps.applications.receiving.registering import enclose
from gongkai.apps.applications.redaction import obstacles
from gongkai.apps.applications.redaction import pages as redaction_pages
from gongkai.apps.applications.redaction.locking_queries import locked_redaction, open_case
from gongkai.apps.applications.redaction.states import MAKERS, RedactionState
from gongkai.apps.applications.redaction.tasks import prepare_redaction
from gongkai.apps.files import keeping
from gongkai.apps.files.models import StoredFile
from gongkai.apps.files.states import FileState
from gongkai.apps.files.storing import store_file
from gongkai.apps.journal.masking import Value
from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import require
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.core.law.statutes import OGI
from gongkai.core.ports import FileKind
from gongkai.core.ports.files import PICTURES

FIT: Final = frozenset({FileKind.PDF, FileKind.DOCX, *PICTURES})
ORIGINAL: Final = "original"
SUBJECT: Final = "redaction:{pk}"
OPENED: Final = "open_redaction"


@transaction.atomic
def add_original(
    actor: Actor, *, application_id: int, name: str, data: bytes, now: datetime
) -> Redaction:
    """Put a file that is to be redacted into the case, and open it. Raises BlockedError."""
    require(actor, *MAKERS)
    application = open_case(actor, application_id)
    file = store_file(actor, name=name, data=data, now=now)
    enclose(application, file, actor=actor, now=now, purpose=ORIGINAL)
    redaction = _opened(actor, application, file, now)
    record(actor, OPENED, SUBJECT.format(pk=redaction.pk), after=_told(redaction), cite=OGI.at(37))
    return redaction


@transaction.atomic
def open_redaction(actor: Actor, *, application_id: int, file_id: int, now: datetime) -> Redaction:
    """Begin to redact a file of the case; its pages are prepared by the worker.

    Raises BlockedError, DoesNotExist for a file that is not in the case.
    """
    require(actor, *MAKERS)
    application = open_case(actor, application_id)
    held = CaseFile.objects.select_related("file").get(application=application, file_id=file_id)
    redaction = _opened(actor, application, held.file, now)
    record(actor, OPENED, SUBJECT.format(pk=redaction.pk), after=_told(redaction), cite=OGI.at(37))
    return redaction


@transaction.atomic
def take_over(actor: Actor, *, redaction_id: int, now: datetime) -> Redaction:
    """Go on with what somebody else began; whoever takes over cannot release it any more."""
    require(actor, *MAKERS)
    redaction = locked_redaction(actor, redaction_id, RedactionState.DRAFT)
    former = redaction.made_by
    redaction.made_by_key, redaction.made_by = actor.key, actor.name[:100]
    redaction.made_at = now
    redaction.save()
    record(
        actor,
        "take_over_redaction",
        SUBJECT.format(pk=redaction.pk),
        before={"made_by": former},
        after={"made_by": redaction.made_by},
    )
    return redaction


@transaction.atomic
def discard_redaction(actor: Actor, *, redaction_id: int) -> None:
    """Delete a redaction that was not released, with its boxes; the file stays in the case."""
    require(actor, *MAKERS)
    redaction = locked_redaction(actor, redaction_id)
    if redaction.state in {RedactionState.MAKING, RedactionState.RELEASED}:
        raise BlockedError([obstacles.wrong_state(RedactionState(redaction.state).label)])
    boxes, source = redaction.boxes.count(), redaction.source
    redaction.delete()
    if not CaseFile.objects.filter(file=source).exists():
        source.delete()  # made from a file of the case for this work only
        transaction.on_commit(lambda: keeping.discard(source.key))
    transaction.on_commit(lambda: redaction_pages.forget(redaction_id))
    record(
        actor,
        "discard_redaction",
        SUBJECT.format(pk=redaction_id),
        before={"name": redaction.name, "boxes": boxes},
    )


def _opened(actor: Actor, application: Application, file: StoredFile, now: datetime) -> Redaction:
    """A new redaction, if the file is fit for one and nobody is at it. Raises BlockedError."""
    if file.kind not in FIT:
        raise BlockedError([obstacles.wrong_kind(file.name)])
    if file.state == FileState.REFUSED:
        raise BlockedError([obstacles.refused_file(file.name, file.fault)])
    rows = Redaction.objects.filter(application=application, name=file.name)
    if rows.exclude(state=RedactionState.RELEASED).exists():
        raise BlockedError([obstacles.open_already(file.name)])
    redaction = Redaction.objects.create(
        application=application,
        source=file,
        name=file.name,
        state=RedactionState.PREPARING,
        made_by_key=actor.key,
        made_by=actor.name[:100],
        made_at=now,
    )
    prepare_redaction.enqueue(redaction.pk)
    redaction.refresh_from_db()
    return redaction


def _told(redaction: Redaction) -> dict[str, Value]:
    """What the journal says of a new redaction."""
    number = redaction.application.number
    return {"application": number, "file": redaction.name, "digest": redaction.source.digest}
