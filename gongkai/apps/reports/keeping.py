"""Keeping a report in the library (年报库), taking it out, putting it back."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from gongkai.apps.journal.record import record, record_reading
from gongkai.apps.reports.blocked import BlockedError
from gongkai.apps.reports.models import AnnualReport, ReadingSession, ReportFile
from gongkai.apps.reports.obstacles import no_reason, not_kept
from gongkai.apps.reports.queries import (
    ReportRead,
    kept_row,
    library,
    original,
    reports_of,
    waiting_sessions,
)
from gongkai.apps.reports.reading import NamedFile
from gongkai.apps.reports.stored import pack
from gongkai.core.identity import Actor, NotAllowedError


@transaction.atomic
def keep_report(actor: Actor, *, token: str, report_key: str, now: datetime) -> AnnualReport:
    """Keep one report of the organ's own session: its files, and the reading as confirmed.

    Keeping the same report twice gives the one that is kept already.
    """
    session = waiting_sessions(actor, now).select_for_update().get(token=token)
    read = next((report for report in reports_of(session) if report.key == report_key), None)
    files = _files(session, read) if read else []
    if read is None or not files:
        raise BlockedError([not_kept()])
    return keep(actor, read=read, files=files, now=now)


def _files(session: ReadingSession, read: ReportRead) -> list[NamedFile]:
    names = {read.report.file, *read.report.parts}
    rows = session.files.filter(name__in=names).exclude(data=None)
    return [NamedFile(row.name, bytes(row.data or b"")) for row in rows]


@transaction.atomic
def keep(
    actor: Actor, *, read: ReportRead, files: Sequence[NamedFile], now: datetime
) -> AnnualReport:
    """Write a report and its files down; what is kept already stays as it is."""
    digest = _digest(read, files)
    if (kept := library(actor).filter(digest=digest).first()) is not None:
        return kept
    row = _create(actor, read, digest, now)
    ReportFile.objects.bulk_create(
        ReportFile(report=row, name=file.name, size=len(file.data), data=file.data)
        for file in files
    )
    record(actor, "keep_report", f"annual_report:{row.pk}", after={"name": str(row)})
    return row


def _digest(read: ReportRead, files: Sequence[NamedFile]) -> str:
    parts = sorted(hashlib.sha256(file.data).hexdigest() for file in files)
    return hashlib.sha256("|".join((*parts, read.key)).encode()).hexdigest()


def _create(actor: Actor, read: ReportRead, digest: str, now: datetime) -> AnnualReport:
    report = read.report
    if actor.organ_id is None:
        message = f"{actor.key} belongs to no organ that could keep a report"
        raise NotAllowedError(message)
    return AnnualReport.objects.create(
        organ_id=actor.organ_id,
        organ_name=(report.organ or "")[:200],
        year=report.year,
        format=report.format,
        reading=pack(report),
        errors=read.errors,
        warnings=read.warnings,
        digest=digest,
        kept_at=now,
        kept_by=actor.name,
    )


@transaction.atomic
def download_original(actor: Actor, *, report_id: int, file_id: int) -> tuple[str, bytes]:
    """Give out a kept report's file as it came: its name and its bytes."""
    name, data = original(actor, report_id, file_id)
    record_reading(actor, f"annual_report:{report_id}", f"下载原件“{name}”")
    return name, data


@transaction.atomic
def withdraw_report(actor: Actor, *, report_id: int, reason: str, now: datetime) -> AnnualReport:
    """Take a report out of the library, saying why; it can be put back."""
    if not reason.strip():
        raise BlockedError([no_reason()])
    row = kept_row(actor, report_id)
    row.withdrawn_at, row.withdrawn_reason = now, reason.strip()[:500]
    row.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    record(
        actor, "withdraw_report", f"annual_report:{row.pk}", after={"reason": row.withdrawn_reason}
    )
    return row


@transaction.atomic
def restore_report(actor: Actor, *, report_id: int) -> AnnualReport:
    """Put a withdrawn report back, unless the same has been kept again meanwhile."""
    row = kept_row(actor, report_id)
    again = library(actor).filter(digest=row.digest).exclude(pk=row.pk)
    if (kept := again.first()) is not None:
        return kept
    row.withdrawn_at, row.withdrawn_reason = None, ""
    row.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    record(actor, "restore_report", f"annual_report:{row.pk}")
    return row
