"""Looking up what a visitor is writing, by the address he holds."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db.models import QuerySet

from gongkai.apps.applications.models import DraftFile, PortalDraft
from gongkai.apps.applications.receiving.limits import limits
from gongkai.apps.applications.receiving.obstacles import file_refused
from gongkai.apps.files.states import FileState
from gongkai.core.applications.intake import Intake, cleaned, length_faults, unpack
from gongkai.core.applications.requirements import missing
from gongkai.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of the draft, and how far it has come."""

    pk: int
    name: str
    size: int
    state: FileState
    fault: str


@dataclass(frozen=True, slots=True)
class Written:
    """A draft as it stands: where it goes, what it says, what is still wrong with it."""

    draft: PortalDraft
    intake: Intake
    files: Sequence[Attached]
    findings: tuple[Finding, ...]

    @property
    def is_reading(self) -> bool:
        """Whether a file is still being looked at."""
        return any(row.state is FileState.READING for row in self.files)


def digest_of(token: str) -> str:
    """By what the draft of an address is found."""
    return sha256(token.encode()).hexdigest()


def unsubmitted(now: datetime) -> QuerySet[PortalDraft]:
    """The drafts that are still being written."""
    return PortalDraft.objects.filter(application=None, expires_at__gt=now).select_related("organ")


def written(token: str, now: datetime) -> Written:
    """The draft of that address. Raises DoesNotExist."""
    draft = unsubmitted(now).get(token=digest_of(token))
    intake = content_of(draft)
    files = attached(draft)
    return Written(draft, intake, files, faults(intake, files))


def was_submitted(token: str, now: datetime) -> bool:
    """Whether the address led to a draft that has been submitted a short time ago."""
    rows = PortalDraft.objects.filter(token=digest_of(token), expires_at__gt=now)
    return rows.exclude(application=None).exists()


def content_of(draft: PortalDraft) -> Intake:
    """What a draft says."""
    return unpack(json.loads(draft.content or "{}"))


def attached(draft: PortalDraft) -> tuple[Attached, ...]:
    """Its files."""
    rows: QuerySet[DraftFile] = draft.files.select_related("file").defer("file__parts")
    return tuple(
        Attached(row.pk, row.name, row.file.size, FileState(row.file.state), row.file.fault)
        for row in rows
    )


def faults(intake: Intake, files: Sequence[Attached]) -> tuple[Finding, ...]:
    """Everything that keeps a form from being submitted."""
    said = cleaned(intake)
    refused = [file_refused(row.name, row.fault) for row in files if row.state is FileState.REFUSED]
    return (*missing(said.request), *length_faults(said, limits().items), *refused)
