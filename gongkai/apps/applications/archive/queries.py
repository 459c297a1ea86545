"""Looking up case files: what is in them, what is lacking, what is to be handed over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import QuerySet

from gongkai.apps.applications.models import Application, ArchiveRecord, CaseFile, Letter, Reply
from gongkai.apps.applications.register.masking_queries import hushed, names_in
from gongkai.apps.applications.replies.deciding_queries import decided
from gongkai.apps.files.states import FileState
from gongkai.apps.organs.scope import Purpose, one, within
from gongkai.core.applications.decisions import DECISION
from gongkai.core.applications.evidence import (
    EVIDENCE,
    EVIDENCE_OF,
    EvidenceKind,
    kind_of_file,
    kind_of_letter,
    kinds_of_facts,
    lacking,
)
from gongkai.core.applications.kinds import ApplicantKind
from gongkai.core.applications.letters.delivery import DeliveryWay
from gongkai.core.applications.letters.making import day_in_words
from gongkai.core.applications.retention import RETENTION
from gongkai.core.identity import Actor

FACTS_SHEET: Final = "处理决定和事实"
APPLICATION_SHEET: Final = "申请登记"
SENT: Final = "{letter}：{way}，{day}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One kind of evidence with the things in the file that are it."""

    kind: EvidenceKind
    things: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseFolder:
    """A case with everything that is filed: letters, files, evidence, and what is lacking."""

    application: Application
    letters: Sequence[Letter]
    files: Sequence[CaseFile]
    reply: Reply | None
    evidence: Sequence[Evidence]
    lacking: Sequence[EvidenceKind]


def case_folder(actor: Actor, application_id: int) -> CaseFolder:
    """What the file of a case holds, of an organ the actor works for. Raises DoesNotExist."""
    rows = Application.objects.select_related("organ")
    return folder_of(one(actor, rows, application_id, to=Purpose.WORK))


def folder_of(application: Application) -> CaseFolder:
    """What the file of a case holds."""
    letters = list(application.letters.select_related("pdf").prefetch_related("deliveries"))
    files = list(application.files.filter(file__state=FileState.READY).select_related("file"))
    last = application.replies.filter(state="issued").order_by("pk").last()
    found = list(_evidence(letters, files, last))
    decision = DECISION.get(application.decision)
    present = [row.kind.key for row in found]
    return CaseFolder(
        application,
        letters,
        files,
        last,
        found,
        list(lacking(decision, present)) if decision else [],
    )


def _evidence(
    letters: Sequence[Letter], files: Sequence[CaseFile], reply: Reply | None
) -> Sequence[Evidence]:
    things: dict[str, list[str]] = {"application": [APPLICATION_SHEET]}
    for letter in letters:
        kind = kind_of_letter(letter.code)
        if kind is not None and letter.state == "issued":
            things.setdefault(kind.key, []).append(f"{letter.title}（{letter.number}）")
        things.setdefault("delivery", []).extend(_proofs(letter))
    for file in files:
        kind = kind_of_file(file.purpose)
        if kind is not None:
            things.setdefault(kind.key, []).append(file.name)
    for item in decided(reply).items if reply else ():
        for row in kinds_of_facts(item.facts):
            things.setdefault(row.key, []).append(FACTS_SHEET)
    order = [row.key for row in EVIDENCE]
    return [
        Evidence(EVIDENCE_OF[key], tuple(dict.fromkeys(named)))
        for key, named in sorted(things.items(), key=lambda pair: order.index(pair[0]))
        if named
    ]


def _proofs(letter: Letter) -> list[str]:
    return [
        SENT.format(
            letter=letter.title, way=DeliveryWay(row.way).label, day=day_in_words(row.counts_on)
        )
        for row in letter.deliveries.all()
        if row.counts_on is not None
    ]


HEADS: Final = (
    "登记号",
    "年度",
    "申请人类别",
    "题名",
    "收到日期",
    "办结日期",
    "保管期限",
    "保管至",
    "件数",
    "移交日期",
)
"""The columns of the transfer list."""


def filed_cases(actor: Actor, year: int | None = None) -> QuerySet[ArchiveRecord]:
    """The filed cases of the actor's organ, those of a year of the register, oldest first."""
    rows = within(actor, ArchiveRecord.objects.all(), to=Purpose.WORK, field="application__organ")
    if year is not None:
        rows = rows.filter(application__year=year)
    known = rows.select_related("application").defer("application__query_code")
    return known.order_by("application__year", "application__serial")


def transfer_rows(
    actor: Actor, year: int | None = None
) -> list[tuple[str | int | date | None, ...]]:
    """The transfer list (移交清册) as rows under `HEADS`; titles name no applicant."""
    found = list(filed_cases(actor, year))
    names = names_in(row.application_id for row in found)
    return [
        (
            row.application.number,
            row.application.year,
            ApplicantKind(row.application.applicant_kind).label,
            hushed(row.application.subject, names[row.application_id]),
            row.application.received_on,
            row.application.closed_on,
            RETENTION[row.retention].words,
            row.keep_until,
            len(row.manifest),
            row.transferred_on,
        )
        for row in found
    ]
