"""Everything that the page of one application shows, gathered for one person.

The own organ sees all but what is sealed of the applicant, which `revealing` shows. Whoever only
oversees the organ sees that there is a case, how it goes and how it ended: what was asked for is
masked, and there are no notes, files or letters (R1-42).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Prefetch, QuerySet

from gongkai.apps.applications.cases.clocks import reckoning_of, segments_of
from gongkai.apps.applications.models import (
    Application,
    ArchiveRecord,
    Assignment,
    CaseFile,
    ClockEntry,
    Consultation,
    Correction,
    Deferral,
    Delivery,
    DueMove,
    Entry,
    Extension,
    FeeNotice,
    Letter,
    Redaction,
    Reply,
    RequestItem,
    Transfer,
)
from gongkai.apps.applications.register.masking_queries import hushed, names_in
from gongkai.apps.applications.register.queue_queries import applications_seen, own_applications
from gongkai.apps.applications.register.similar_queries import Likes, likes
from gongkai.core.applications.deadlines import Reckoning, Segment, Watch, watch
from gongkai.core.applications.lifecycle import is_open
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.identity import Actor

UNSEALED: Final = ("organ", "unit", "split_from", "joined_into", "transferred_from")
SEALED: Final = ("query_code",)


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of a case's history. Whoever only oversees sees no note."""

    entry: Entry
    note: str


@dataclass(frozen=True, slots=True)
class CaseWork:
    """What only the own organ sees: everything that hangs on the case, oldest first."""

    correction: Correction | None
    deferral: Deferral | None
    archive: ArchiveRecord | None
    items: Sequence[RequestItem]
    clock_entries: Sequence[ClockEntry]
    moves: Sequence[DueMove]
    consultations: Sequence[Consultation]
    extensions: Sequence[Extension]
    fees: Sequence[FeeNotice]
    assignments: Sequence[Assignment]
    transfers: Sequence[Transfer]
    files: Sequence[CaseFile]
    letters: Sequence[Letter]
    replies: Sequence[Reply]
    redactions: Sequence[Redaction]
    joined: Sequence[Application]
    parts: Sequence[Application]
    likes: Likes

    @property
    def reply(self) -> Reply | None:
        """The reply worked on, or given last."""
        return self.replies[-1] if self.replies else None

    @property
    def failed(self) -> Sequence[Delivery]:
        """Deliveries that came back and nobody has seen to."""
        sent = (row for letter in self.letters for row in letter.deliveries.all())
        return [row for row in sent if row.state == "failed" and row.settled_at is None]


@dataclass(frozen=True, slots=True)
class CasePage:
    """One application. `work` is there only for the own organ; words are masked for others.

    `reckoning` says how the due day came about, `watch` what it means today while the case is open,
    `segments` when the clock ran and stood still.
    """

    application: Application
    subject: str
    description: str
    happenings: Sequence[Happening]
    reckoning: Reckoning | None
    watch: Watch | None
    work: CaseWork | None
    segments: Sequence[Segment] = ()


def case(actor: Actor, application_id: int, today: date, days: WorkdayCalendar) -> CasePage:
    """The page of that application. Raises DoesNotExist."""
    row = seen_case(actor, application_id)
    work = case_work(actor, row) if is_own(actor, row) else None
    names = [] if work is not None else names_in([row.pk])[row.pk]
    entries = Entry.objects.filter(application=row)
    reckoning = reckoning_of(row, days)
    return CasePage(
        application=row,
        subject=hushed(row.subject, names) if work is None else row.subject,
        description=hushed(row.description, names) if work is None else row.description,
        happenings=[Happening(entry, entry.note if work else "") for entry in entries],
        reckoning=reckoning,
        watch=watch(reckoning, today, days) if reckoning and is_open(row.state) else None,
        work=work,
        segments=segments_of(row, days, today),
    )


def seen_case(actor: Actor, application_id: int) -> Application:
    """That application, of any organ the actor reaches. Raises DoesNotExist."""
    rows = applications_seen(actor).select_related(*UNSEALED).defer(*SEALED)
    return rows.get(pk=application_id)


def own_case(actor: Actor, application_id: int) -> Application:
    """That application, of the organ the actor works for. Raises DoesNotExist."""
    rows = own_applications(actor).select_related(*UNSEALED).defer(*SEALED)
    return rows.get(pk=application_id)


def is_own(actor: Actor, application: Application) -> bool:
    """Whether the actor works for the organ that handles it."""
    return own_applications(actor).filter(pk=application.pk).exists()


def case_work(actor: Actor, row: Application) -> CaseWork:
    """What hangs on a case of the own organ."""
    return CaseWork(
        correction=Correction.objects.filter(application=row).first(),
        deferral=Deferral.objects.filter(application=row).first(),
        archive=ArchiveRecord.objects.filter(application=row).first(),
        items=list(RequestItem.objects.filter(application=row)),
        clock_entries=list(ClockEntry.objects.filter(application=row)),
        moves=list(DueMove.objects.filter(application=row).order_by("pk")),
        consultations=list(Consultation.objects.filter(application=row).defer("contact")),
        extensions=list(Extension.objects.filter(application=row)),
        fees=list(FeeNotice.objects.filter(application=row)),
        assignments=list(Assignment.objects.filter(application=row).select_related("unit")),
        transfers=list(Transfer.objects.filter(application=row).select_related("target")),
        files=list(CaseFile.objects.filter(application=row).select_related("file")),
        letters=list(letters_of(row)),
        replies=list(Reply.objects.filter(application=row).prefetch_related("reviews")),
        redactions=list(Redaction.objects.filter(application=row)),
        joined=list(Application.objects.filter(joined_into=row).defer(*SEALED)),
        parts=list(Application.objects.filter(split_from=row).defer(*SEALED)),
        likes=likes(actor, row.pk),
    )


def letters_of(row: Application) -> QuerySet[Letter]:
    """The letters of a case with their deliveries, without what they say."""
    sent = Delivery.objects.defer("address", "signed_by")
    letters = Letter.objects.filter(application=row).defer("addressee", "content")
    return letters.prefetch_related(Prefetch("deliveries", queryset=sent))


def letter(actor: Actor, letter_id: int) -> Letter:
    """That letter with its files, of the organ the actor works for. Raises DoesNotExist."""
    own = own_applications(actor).order_by().values("pk")
    rows = Letter.objects.filter(application__in=own).select_related("application__organ")
    return rows.get(pk=letter_id)


def case_file(actor: Actor, application_id: int, case_file_id: int) -> CaseFile:
    """That file of that case, of the organ the actor works for. Raises DoesNotExist."""
    rows = CaseFile.objects.filter(application=own_case(actor, application_id))
    return rows.select_related("file").get(pk=case_file_id)
