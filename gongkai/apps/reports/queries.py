"""Looking up what was read: a session with its reports, and the library of kept ones (年报库)."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from django.db.models import Q, QuerySet

from gongkai.apps.organs.scope import Purpose, within
from gongkai.apps.reports import obstacles
from gongkai.apps.reports.confirming import confirmed
from gongkai.apps.reports.isolated import combined
from gongkai.apps.reports.limits import limits
from gongkai.apps.reports.models import AnnualReport, Confirmation, ReadingSession, SessionFile
from gongkai.apps.reports.reading import checked
from gongkai.apps.reports.states import FileState
from gongkai.apps.reports.stored import unpack
from gongkai.core.finding import Finding, Severity, Status
from gongkai.core.identity import Actor
from gongkai.core.reports.report import Reading, Report


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file of a session and what became of it."""

    pk: int
    name: str
    size: int
    state: FileState
    problem: Finding | None

    @property
    def pending(self) -> bool:
        """Whether it is still to be read."""
        return self.state in {FileState.WAITING, FileState.READING}


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a person confirmed at one place."""

    path: str
    reading: Reading
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReportRead:
    """A report as it stands: what was read, what a person confirmed, what the checks say."""

    key: str
    report: Report
    original: Report
    findings: tuple[Finding, ...]
    confirmed: tuple[Confirmed, ...] = ()

    @property
    def errors(self) -> int:
        """How many things are certainly wrong."""
        return self._failed(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many things are to be looked at."""
        return self._failed(Severity.WARNING)

    def _failed(self, severity: Severity) -> int:
        return sum(
            finding.status is Status.FAIL and finding.severity is severity
            for finding in (*self.report.notes, *self.findings)
        )


@dataclass(frozen=True, slots=True)
class Session:
    """A session as a page shows it."""

    pk: int
    token: str
    expires_at: datetime
    keeps_files: bool
    files: tuple[FileRead, ...]
    reports: tuple[ReportRead, ...]
    problem: Finding | None

    @property
    def pending(self) -> bool:
        """Whether anything is still to be read."""
        return any(file.pending for file in self.files)

    def report(self, key: str) -> ReportRead | None:
        """The report of that key."""
        return next((report for report in self.reports if report.key == key), None)


def open_sessions(actor: Actor, now: datetime) -> QuerySet[ReadingSession]:
    """The sessions whose time is not over: those opened by their address, and the own organ's."""
    mine = Q(organ=None)
    if actor.organ_id is not None:
        mine |= Q(organ_id=actor.organ_id)
    return ReadingSession.objects.filter(mine, expires_at__gt=now)


def session(actor: Actor, token: str, now: datetime) -> Session:
    """The session of that address. Raises DoesNotExist when there is none or its time is over."""
    row = open_sessions(actor, now).get(token=token)
    packed = row.problem
    return Session(
        row.pk,
        row.token,
        row.expires_at,
        row.keeps_files,
        tuple(_file(file, now) for file in row.files.defer("data", "document")),
        tuple(reports_of(row)),
        cast("Finding", unpack(packed)) if packed else None,
    )


def _file(row: SessionFile, now: datetime) -> FileRead:
    state = FileState(row.state)
    problem = cast("Finding", unpack(row.problem)) if row.problem else None
    file = FileRead(row.pk, row.name, row.size, state, problem)
    if file.pending and now - row.added_at > timedelta(minutes=limits().stuck_minutes):
        return FileRead(
            row.pk, row.name, row.size, FileState.FAILED, obstacles.interrupted(row.name)
        )
    return file


def reports_of(row: ReadingSession) -> Iterator[ReportRead]:
    """The reports of a session with what was confirmed in them; only those are checked anew."""
    if not row.result:
        return
    reports, _ = combined(row.result)
    mine = list(row.confirmations.filter(undone_at=None))
    keys: Counter[str] = Counter()
    for original, findings in reports:
        key = _key(original, keys)
        answers = tuple(_confirmed(answer) for answer in mine if answer.report_key == key)
        if not answers:
            yield ReportRead(key, original, original, findings)
            continue
        report = confirmed(original, {answer.path: answer.reading for answer in answers})
        yield ReportRead(key, report, original, checked(report).findings, answers)


def _confirmed(row: Confirmation) -> Confirmed:
    reading = cast("Reading", unpack(row.reading))
    return Confirmed(row.path, reading, row.confirmed_by, row.confirmed_at)


def _key(report: Report, seen: Counter[str]) -> str:
    """A short name for a report that stays when other files come and go."""
    plain = f"{report.file}|{report.organ}|{report.year}"
    seen[plain] += 1
    return hashlib.sha256(f"{plain}|{seen[plain]}".encode()).hexdigest()[:10]


def waiting_sessions(actor: Actor, now: datetime) -> QuerySet[ReadingSession]:
    """The organ's own sessions that are neither kept nor discarded yet, latest first."""
    return open_sessions(actor, now).filter(organ__isnull=False)


def own_reports(actor: Actor) -> QuerySet[AnnualReport]:
    """The reports of the actor's organ, and of those it took over; what the gate lets through."""
    return within(actor, AnnualReport.objects.all(), to=Purpose.WORK)


def library(
    actor: Actor, *, text: str = "", year: int | None = None, withdrawn: bool = False
) -> QuerySet[AnnualReport]:
    """The reports the actor's organ keeps."""
    rows = own_reports(actor).filter(withdrawn_at__isnull=not withdrawn).defer("reading")
    if text:
        rows = rows.filter(organ_name__icontains=text)
    return rows.filter(year=year) if year else rows


def library_years(actor: Actor) -> tuple[int, ...]:
    """The years of which reports are kept, latest first."""
    rows = own_reports(actor).exclude(year=None).order_by("-year")
    years = rows.values_list("year", flat=True).distinct()
    return tuple(year for year in years if year is not None)


def kept_row(actor: Actor, report_id: int) -> AnnualReport:
    """A kept report's row. Raises DoesNotExist for another organ's."""
    return own_reports(actor).get(pk=report_id)


def kept_report(row: AnnualReport) -> ReportRead:
    """What was read in a kept report, checked by today's rules."""
    report = cast("Report", unpack(row.reading))
    return ReportRead(str(row.pk), report, report, checked(report).findings)


def original(actor: Actor, report_id: int, file_id: int) -> tuple[str, bytes]:
    """The name and the bytes of a kept report's file."""
    file = kept_row(actor, report_id).files.get(pk=file_id)
    return file.name, bytes(file.data)
