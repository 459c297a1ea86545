"""The bundle of a case (案卷包): letters, files, sheets, the journal's extract, the manifest."""

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.timezone import localdate, localtime

from gongkai.apps.applications.archive.queries import (
    APPLICATION_SHEET,
    CLOCK_SHEET,
    EVIDENCE_SHEET,
    FACTS_SHEET,
    FILES,
    HISTORY_SHEET,
    CaseFolder,
    file_member,
    letter_member,
    sheet_member,
)
from gongkai.apps.applications.cases.clocks import reckoning_of
from gongkai.apps.applications.letters.files import written
from gongkai.apps.applications.letters.values import values_of
from gongkai.apps.applications.replies.deciding_queries import decided
from gongkai.apps.files import keeping
from gongkai.apps.files.models import StoredFile
from gongkai.apps.journal.chain import FIELDS, available
from gongkai.apps.journal.models import Entry as JournalEntry
from gongkai.apps.organs.queries import calendar
from gongkai.apps.sealing.sealed import AlteredError
from gongkai.core.applications.letters import sheets
from gongkai.core.applications.letters.making import day_in_words
from gongkai.core.applications.lifecycle import CASE
from gongkai.core.ports import Letter, LetterFormat

SUBJECT: Final = "application:{pk}"
JOURNAL_FILE: Final = "办理记录.json"
MANIFEST: Final = "清单.json"
PDF: Final = ".pdf"
PDF_A: Final = b"pdfaid:part"
"""What a file says of itself that is PDF/A, in metadata that are never packed (ISO 19005)."""
NO_GLYPH: Final = "印发时本机的字体缺少文中的字，文件是普通 PDF，不是 PDF/A"
EPOCH: Final = (1980, 1, 1, 0, 0, 0)
LACKING: Final = "没有下列材料：{names}"


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the bundle; `stored` is the digest it had when it was stored, if it was."""

    name: str
    data: bytes
    stored: str = ""

    def digests(self) -> dict[str, str | int | bool]:
        """What the manifest says of it. SM3 where the machine can compute it.

        What is no longer as it was stored is said to be so: a new digest would vouch for it. So is
        a letter that is plain PDF, because a sign in it has no glyph in the fonts of this machine.
        """
        digest = hashlib.sha256(self.data).hexdigest()
        told: dict[str, str | int | bool] = {
            "name": self.name,
            "size": len(self.data),
            "sha256": digest,
        }
        if self.stored and self.stored != keeping.digest_of(self.data):
            told |= {"is_whole": False, "stored_digest": self.stored}
        if self.data and self.is_own and PDF_A not in self.data:
            told |= {"is_archival": False, "why_not_archival": NO_GLYPH}
        if available("sm3"):
            told["sm3"] = hashlib.new("sm3", self.data).hexdigest()
        return told

    @property
    def is_own(self) -> bool:
        """Whether it is a letter or a sheet, which this system writes as PDF/A."""
        return self.name.endswith(PDF) and not self.name.startswith(f"{FILES}/")


def kept_members(folder: CaseFolder) -> list[Member]:
    """The letters and files of a case, as they are stored."""
    found = []
    for number, letter in enumerate(folder.letters, 1):
        if letter.pdf is not None:
            found.append(_stored(letter_member(number, letter), letter.pdf))
    for number, row in enumerate(folder.files, 1):
        found.append(_stored(file_member(number, row), row.file))
    return found


def _stored(name: str, file: StoredFile) -> Member:
    """A stored file; one whose bytes are lost, or are not what was sealed, keeps its place, and the
    manifest says so."""
    try:
        return Member(name, keeping.bytes_of(file.key), file.digest)
    except (FileNotFoundError, AlteredError):
        return Member(name, b"", file.digest)


def bundle(folder: CaseFolder, now: datetime) -> bytes:
    """The whole bundle as a ZIP; the same case at the same moment gives the same bytes."""
    members = [*_sheet_members(folder, now), *kept_members(folder), _journal(folder)]
    manifest = [member.digests() for member in members]
    members.append(Member(MANIFEST, _json(manifest)))
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for member in members:
            info = ZipInfo(member.name, EPOCH)
            info.compress_type = ZIP_DEFLATED
            package.writestr(info, member.data)
    return stream.getvalue()


def _sheet_members(folder: CaseFolder, now: datetime) -> list[Member]:
    return [
        Member(sheet_member(sheet.title), written(sheet, LetterFormat.PDF, now).data)
        for sheet in sheets_of(folder, now)
    ]


def sheets_of(folder: CaseFolder, now: datetime) -> list[Letter]:
    """The sheets: evidence, registration, decision with its facts, clock, history."""
    today = localdate(now)
    values = values_of(folder.application)
    evidence = [(row.kind.label, row.kind.proves, "\n".join(row.listed)) for row in folder.evidence]
    lacking = "、".join(row.label for row in folder.lacking)
    listed = sheets.listing(
        EVIDENCE_SHEET, ("材料", "证明", "卷内文件"), (4, 5, 5), evidence, today
    )
    return [
        listed,
        sheets.account(
            APPLICATION_SHEET,
            [(label, values[key]) for label, key in REGISTERED],
            [LACKING.format(names=lacking)] if lacking else [],
            today,
        ),
        sheets.account(FACTS_SHEET, _facts(folder), [], today),
        sheets.account(CLOCK_SHEET, [], _steps(folder), today),
        sheets.listing(
            HISTORY_SHEET, ("日期", "状态", "说明", "经办人"), (3, 3, 6, 3), _history(folder), today
        ),
    ]


REGISTERED: Final = (
    ("登记号", "number"),
    ("申请人", "applicant"),
    ("提交方式", "way"),
    ("收到申请之日", "received_on"),
    ("申请内容", "request"),
    ("答复期限", "due"),
)


def _facts(folder: CaseFolder) -> list[tuple[str, str]]:
    """The decision with all facts, those too that no letter tells."""
    told = list[tuple[str, str]]()
    for item in decided(folder.reply).items if folder.reply else ():
        told += [("申请内容", item.text), ("处理决定", item.decision.label)]
        told += [
            (fact.label, item.facts.get(fact.key, ""))
            for fact in item.decision.facts
            if item.facts.get(fact.key)
        ]
    return told


def _steps(folder: CaseFolder) -> Sequence[str]:
    found = reckoning_of(folder.application, calendar())
    return found.steps if found else (NOT_STARTED,)


NOT_STARTED: Final = "收到申请之日尚未确定。"


def _history(folder: CaseFolder) -> list[tuple[str, str, str, str]]:
    labels = {state.key: state.label for state in CASE.states}
    return [
        (day_in_words(row.day), labels.get(row.after, row.after), row.note, row.actor_name)
        for row in folder.application.entries.all()
    ]


def _journal(folder: CaseFolder) -> Member:
    """The entries of the journal about the case, with what ties them to their chain."""
    subject = SUBJECT.format(pk=folder.application.pk)
    rows = JournalEntry.objects.filter(subject=subject).order_by("sequence")
    told = [{name: getattr(row, name) for name in FIELDS} for row in rows]
    for row in told:
        row["at"] = localtime(row["at"]).isoformat()
    return Member(JOURNAL_FILE, _json(told))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, cls=DjangoJSONEncoder).encode()
