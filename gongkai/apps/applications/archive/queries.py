"""Looking up case files: what is in them, what is lacking, what is to be handed over."""

from collections.abc import Iterator, Sequence
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

EVIDENCE_SHEET: Final = "证据目录"
APPLICATION_SHEET: Final = "申请登记"
FACTS_SHEET: Final = "处理决定和事实"
CLOCK_SHEET: Final = "期限计算"
HISTORY_SHEET: Final = "办理过程"
LETTERS: Final = "文书"
FILES: Final = "材料"
MEMBER: Final = "{folder}/{number:02}-{name}"
SHEET: Final = "{number:02}-{title}.pdf"
SHEETS: Final = (EVIDENCE_SHEET, APPLICATION_SHEET, FACTS_SHEET, CLOCK_SHEET, HISTORY_SHEET)
"""The sheets of a bundle, in their order."""
VOID: Final = "（作废）"
IN_BUNDLE: Final = "{thing}（见 {member}）"
SENT: Final = "{letter}：{way}，{day}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One kind of evidence with the things in the file that are it.

    `members` are the names of these things in the bundle, one for each; empty for what is no file.
    """

    kind: EvidenceKind
    things: tuple[str, ...]
    members: tuple[str, ...] = ()

    @property
    def listed(self) -> tuple[str, ...]:
        """Each thing with its name in the bundle."""
        return tuple(
            IN_BUNDLE.format(thing=thing, member=member) if member else thing
            for thing, member in zip(self.things, self.members, strict=True)
        )


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
    found = dict[str, dict[str, str]]()
    for key, thing, member in _things(letters, files, reply):
        found.setdefault(key, {})[thing] = member
    return [
        Evidence(row, tuple(found[row.key]), tuple(found[row.key].values()))
        for row in EVIDENCE
        if row.key in found
    ]


def _things(
    letters: Sequence[Letter], files: Sequence[CaseFile], reply: Reply | None
) -> Iterator[tuple[str, str, str]]:
    """What each thing is evidence of, what it is called, and its name in the bundle."""
    yield "application", APPLICATION_SHEET, sheet_member(APPLICATION_SHEET)
    for number, letter in enumerate(letters, 1):
        member = letter_member(number, letter)
        kind = kind_of_letter(letter.code)
        if kind is not None and letter.state == "issued":
            yield kind.key, f"{letter.title}（{letter.number}）", member
        yield from (("delivery", proof, "") for proof in _proofs(letter))
    for number, file in enumerate(files, 1):
        kind = kind_of_file(file.purpose)
        if kind is not None:
            yield kind.key, file.name, file_member(number, file)
    for item in decided(reply).items if reply else ():
        for row in kinds_of_facts(item.facts):
            yield row.key, FACTS_SHEET, sheet_member(FACTS_SHEET)


def _proofs(letter: Letter) -> Iterator[str]:
    for row in letter.deliveries.all():
        if row.counts_on is not None:
            way, day = DeliveryWay(row.way).label, day_in_words(row.counts_on)
            yield SENT.format(letter=letter.title, way=way, day=day)


def sheet_member(title: str) -> str:
    """The name of a sheet in the bundle."""
    return SHEET.format(number=SHEETS.index(title) + 1, title=title)


def letter_member(number: int, letter: Letter) -> str:
    """The name in the bundle of the letter with that place; none where it was not written."""
    if letter.pdf is None:
        return ""
    mark = VOID if letter.state == "voided" else ""
    return MEMBER.format(folder=LETTERS, number=number, name=f"{mark}{letter.pdf.name}")


def file_member(number: int, file: CaseFile) -> str:
    """The name in the bundle of the file with that place."""
    return MEMBER.format(folder=FILES, number=number, name=file.file.name)


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
