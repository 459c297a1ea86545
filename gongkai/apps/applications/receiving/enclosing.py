"""Putting files into a case (卷内材料): proofs, what is to be given out, what was found."""

from datetime import datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.cases.casework_queries import locked_case
from gongkai.apps.applications.models import CaseFile
from gongkai.apps.applications.receiving.registering import enclose
from gongkai.apps.files.storing import store_file
from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import require
from gongkai.core.applications.doors import HANDLERS
from gongkai.core.applications.evidence import EVIDENCE
from gongkai.core.finding import BlockedError, Finding, Severity
from gongkai.core.identity import Actor

SUBJECT: Final = "application:{pk}"
MADE: Final = "redacted"
"""What only a released redaction puts into a case."""
PURPOSES: Final = {
    **{purpose: kind.label for kind in EVIDENCE for purpose in kind.purposes if purpose != MADE},
    "original": "区分处理的原件",
}
"""What a file is in the case for."""
ODD_PURPOSE: Final = Finding(
    "CASE-FILE-PURPOSE",
    Severity.ERROR,
    "没有用途",
    "没有说明文件的用途。",
    "请选择一种用途。",
    paths=("purpose",),
)


@transaction.atomic
def add_case_file(
    actor: Actor, *, application_id: int, purpose: str, name: str, data: bytes, now: datetime
) -> CaseFile:
    """Store a file and put it into a case of the own organ. Raises BlockedError for a bad file."""
    require(actor, *HANDLERS)
    application = locked_case(actor, application_id)
    if purpose not in PURPOSES:
        raise BlockedError([ODD_PURPOSE])
    file = store_file(actor, name=name, data=data, now=now)
    row = enclose(application, file, actor=actor, now=now, purpose=purpose)
    record(
        actor,
        "add_case_file",
        SUBJECT.format(pk=application.pk),
        after={"name": row.name, "purpose": purpose},
    )
    return row
