"""What becomes of a redaction after the worker was at it; done by the system itself."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.models import Redaction, RedactionBox
from gongkai.apps.applications.receiving.registering import enclose
from gongkai.apps.applications.redaction.isolated import NAMES
from gongkai.apps.applications.redaction.states import RedactionState
from gongkai.apps.applications.redaction.suggesting import GROUND, Suggestion
from gongkai.apps.files import keeping
from gongkai.apps.files.models import StoredFile
from gongkai.apps.files.states import FileState
from gongkai.apps.journal.record import record
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor
from gongkai.core.law.statutes import OGI
from gongkai.core.ports import FileKind, GivenFile, Redacted

SUBJECT: Final = "redaction:{pk}"
GIVEN_OUT: Final = "redacted"
LONGEST_FAULT, LONGEST_NAME = 500, 200
RESULT_NAME: Final = "{stem}（区分处理）.{ending}"


@transaction.atomic
def settle_prepared(
    actor: Actor,
    *,
    redaction_id: int,
    fixed: GivenFile,
    suggested: Mapping[int, Sequence[Suggestion]],
    now: datetime,
) -> bool:
    """Open a redaction for work: on a file whose pages stay, with what was found in it.

    Answers False where another worker has been quicker.
    """
    redaction = _waiting(redaction_id, RedactionState.PREPARING)
    if redaction is None:
        return False
    if keeping.digest_of(fixed.data) != redaction.source.digest:
        redaction.source = _stored(redaction, fixed, now)
    RedactionBox.objects.bulk_create(
        RedactionBox(
            redaction=redaction,
            page=page,
            x=one.area.x,
            y=one.area.y,
            width=one.area.width,
            height=one.area.height,
            ground=GROUND,
            what=one.what,
            is_suggested=True,
            is_accepted=False,
        )
        for page, found in suggested.items()
        for one in found
    )
    redaction.state = RedactionState.DRAFT
    redaction.save()
    record(
        actor,
        "prepare_redaction",
        SUBJECT.format(pk=redaction.pk),
        after={"digest": redaction.source.digest, "suggested": redaction.boxes.count()},
    )
    return True


@transaction.atomic
def settle_made(
    actor: Actor, *, redaction_id: int, version: int, made: Redacted, now: datetime
) -> bool:
    """Put the covered file into the case. Answers False where it is not wanted any more."""
    redaction = _waiting(redaction_id, RedactionState.MAKING, version)
    if redaction is None:
        return False
    stem = redaction.name.rpartition(".")[0] or redaction.name
    name = RESULT_NAME.format(stem=stem, ending=NAMES[made.kind])
    file = _stored(redaction, GivenFile(name, made.kind, made.data), now)
    redaction.result, redaction.state, redaction.fault = file, RedactionState.RELEASED, ""
    redaction.save()
    enclose(redaction.application, file, actor=actor, now=now, purpose=GIVEN_OUT)
    subject = SUBJECT.format(pk=redaction.pk)
    record(
        actor,
        "make_redaction",
        subject,
        after={"file": file.pk, "digest": file.digest, "pages": made.pages_rasterised},
        cite=OGI.at(37),
    )
    return True


@transaction.atomic
def settle_failed(
    actor: Actor, *, redaction_id: int, state: RedactionState, version: int, finding: Finding
) -> bool:
    """Say why a redaction could not be prepared, tried or made; nothing is given out."""
    redaction = _waiting(redaction_id, state, version)
    if redaction is None:
        return False
    preparing = state is RedactionState.PREPARING
    redaction.state = RedactionState.UNFIT if preparing else RedactionState.DRAFT
    redaction.fault = f"{finding.text}{finding.hint}"[:LONGEST_FAULT]
    redaction.released_by, redaction.released_at = "", None
    redaction.save()
    record(actor, "refuse_redaction", SUBJECT.format(pk=redaction.pk), after={"code": finding.code})
    return True


def _waiting(
    redaction_id: int, state: RedactionState, version: int | None = None
) -> Redaction | None:
    """The redaction, if it still waits for that."""
    rows = Redaction.objects.select_for_update(of=("self",)).filter(pk=redaction_id, state=state)
    if version is not None:
        rows = rows.filter(version=version)
    return rows.select_related("application", "source").first()


def _stored(redaction: Redaction, file: GivenFile, now: datetime) -> StoredFile:
    """A file that the system has made itself: nothing is left to be read or cleaned."""
    return StoredFile.objects.create(
        organ_id=redaction.application.organ_id,
        name=file.name[:LONGEST_NAME],
        kind=FileKind(file.kind),
        size=len(file.data),
        digest=keeping.digest_of(file.data),
        key=keeping.put(file.data),
        state=FileState.READY,
        queued_at=now,
        stored_at=now,
        stored_by=redaction.made_by_key,
    )
