"""What an applicant sees of his case (办理进度): after number and query code, and nothing else.

None of these asks who acts: whoever calls has seen to it that the case is open to the visitor.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hmac import compare_digest
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from gongkai.apps.applications.cases.applicants import KEY
from gongkai.apps.applications.cases.clocks import reckoning_of
from gongkai.apps.applications.models import (
    Application,
    CaseFile,
    Correction,
    Deferral,
    Delivery,
    Entry,
    FeeNotice,
    Letter,
)
from gongkai.apps.applications.profile.queries import Reception, reception
from gongkai.apps.applications.receiving import obstacles
from gongkai.apps.applications.receiving.numbering import new_code
from gongkai.apps.files.queries import content
from gongkai.apps.files.states import FileState
from gongkai.apps.organs.queries import calendar
from gongkai.apps.sealing.blind import blind_index
from gongkai.apps.sealing.sealed import opened, seal
from gongkai.core.applications.deadlines import Reckoning
from gongkai.core.applications.intake import visible
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.applications.letters.kinds import LETTERS, Party
from gongkai.core.applications.lifecycle import CASE, Stage, is_open, stage_of
from gongkai.core.finding import BlockedError
from gongkai.core.identity import VISITOR

CODE: Final = "query-code"
NOT_CODE: Final = re.compile(r"[^0-9A-Za-z]+")
OPENING: Final = re.compile(r"[\[(【（\[〔]")
CLOSING: Final = re.compile(r"[\])】）\]〕]")
LONGEST: Final = 100
RECEIPT: Final = "DOC-01"
FOR_APPLICANTS: Final = tuple(row.code for row in LETTERS if row.party is Party.APPLICANT)
RETRACT: Final = "retract"
VOID: Final = "void"
DIGITS: Final = 18
"""Figures of the greatest number that a row may have."""
PLACE: Final = "applications_application.query_code"


@dataclass(frozen=True, slots=True)
class Reached:
    """One of the five stages (Art. 45), and the day on which the case came to it."""

    stage: Stage
    day: date | None
    is_now: bool


@dataclass(frozen=True, slots=True)
class Tracked:
    """A case as its applicant sees it. Of what is asked of him only what is still open is there."""

    application: Application
    where: Reception
    stages: Sequence[Reached]
    reckoning: Reckoning | None
    entries: Sequence[Entry]
    letters: Sequence[Letter]
    correction: Correction | None
    deferral: Deferral | None
    fee: FeeNotice | None
    can_retract: bool
    parts: Sequence[Application]
    whole: Application | None
    refused: Sequence[CaseFile]

    @property
    def state(self) -> str:
        """How the case stands, in words."""
        return CASE.label(self.application.state)

    @property
    def way(self) -> str:
        """By which way it came, in words."""
        return SubmissionWay(self.application.way).label


def case_of(number: str, code: str) -> int:
    """The case that has this number and this code.

    Raises BlockedError: the same for a number that is not there and for a code that is wrong, after
    the same work.
    """
    rows = Application.objects.filter(number=loosened(number)).only("pk", "query_code")
    row = rows.first()
    known = opened(_decoy(), PLACE) if row is None else row.query_code
    fits = compare_digest(_index(code), _index(known))
    if row is None or not fits:
        raise BlockedError([obstacles.wrong_code()])
    return row.pk


def _decoy() -> str:
    """A sealed code that is nobody's, to be opened in the place of one that is not there."""
    return seal(new_code(), PLACE)


def _index(code: str) -> str:
    return blind_index(NOT_CODE.sub("", unicodedata.normalize("NFKC", code[:LONGEST])), CODE)


def loosened(number: str) -> str:
    """A number as the register writes it: people type other brackets, and spaces; what they copy
    carries signs that are not seen."""
    plain = "".join(unicodedata.normalize("NFKC", visible(number[:LONGEST])).split())
    return CLOSING.sub("〕", OPENING.sub("〔", plain))


def tracked(application_id: int) -> Tracked:
    """The case as its applicant sees it. Raises DoesNotExist."""
    rows = Application.objects.select_related("organ", "split_from")
    row = rows.defer("split_from__query_code").get(pk=application_id)
    entries = list(Entry.objects.filter(application=row))
    awaited = Q(application=row, answered_on=None)
    return Tracked(
        application=row,
        where=reception(row.organ_id),
        stages=stages_of(row, entries),
        reckoning=reckoning_of(row, calendar()),
        entries=[entry for entry in entries if entry.is_public],
        letters=list(letters_for(row.pk)),
        correction=Correction.objects.filter(awaited, application__state="correcting").first(),
        deferral=Deferral.objects.filter(awaited, application__state="reasons_asked").first(),
        fee=FeeNotice.objects.filter(
            application=row, application__state="fee_pending", state="noticed"
        ).first(),
        can_retract=any(step.verb == RETRACT for step in CASE.steps if step.source == row.state),
        parts=list(row.parts.exclude(state=VOID).defer("query_code").order_by("pk")),
        whole=row.split_from,
        refused=list(refused_files(row)) if is_open(row.state) else [],
    )


def refused_files(row: Application) -> QuerySet[CaseFile]:
    """What the applicant sent and turned out unfit for use only after it had been taken."""
    own = Q(file__stored_by=VISITOR.key) | Q(file__stored_by__startswith=KEY.format(pk=""))
    rows = CaseFile.objects.filter(own, application=row, file__state=FileState.REFUSED)
    return rows.select_related("file").defer("file__parts")


def is_late(correction: Correction | None, today: date) -> bool:
    """Whether the term of a correction that is still awaited is over (Art. 30)."""
    return correction is not None and today > correction.answer_by


def of_one_whole(told_id: int, wanted: str) -> int:
    """The case of that name, where it is the one whose code was told or was split off from it, at
    once or by way of another part (一事一申请). Raises DoesNotExist for every other one."""
    if not wanted.isdecimal() or len(wanted) > DIGITS:
        raise Application.DoesNotExist
    rows = Application.objects.exclude(state=VOID).values_list("split_from_id", flat=True)
    here = int(wanted)
    while here != told_id:
        above = rows.get(pk=here)
        if above is None:
            raise Application.DoesNotExist
        here = above
    return int(wanted)


def stages_of(row: Application, entries: Sequence[Entry]) -> tuple[Reached, ...]:
    """The five stages; those passed over on the way have the day of the next one."""
    order = list(Stage)
    now = order.index(stage_of(row.state))
    days = {Stage.REGISTERED: localdate(row.created_at)}
    for entry in entries:
        if entry.after:
            days.setdefault(stage_of(entry.after), entry.day)
    found = []
    for place, stage in enumerate(order):
        later = [days[next_one] for next_one in order[place : now + 1] if next_one in days]
        day = later[0] if place <= now and later else None
        found.append(Reached(stage, day, is_now=place == now))
    return tuple(found)


def letters_for(application_id: int) -> QuerySet[Letter]:
    """The letters that are for the applicant and have gone out to him, without what they say."""
    sent = Delivery.objects.filter(letter=OuterRef("pk")).exclude(state="failed")
    rows = Letter.objects.filter(
        application_id=application_id, state="issued", code__in=FOR_APPLICANTS
    )
    gone = Q(code=RECEIPT) | Exists(sent)
    return rows.filter(gone, pdf__state="ready").defer("addressee", "content").order_by("pk")


def letter_for(application_id: int, letter_id: int) -> tuple[str, bytes]:
    """The title and the PDF of one of them. Raises DoesNotExist."""
    row = letters_for(application_id).get(pk=letter_id)
    _, data = content(row.pdf_id or 0)
    return row.title, data
