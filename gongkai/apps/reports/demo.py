"""The demo's reports: two years of an invented organ, the later one with mistakes in it."""

from datetime import datetime
from importlib.resources import files

from django.db import transaction

from gongkai.apps.journal.record import record
from gongkai.apps.reports.keeping import keep
from gongkai.apps.reports.queries import ReportRead
from gongkai.apps.reports.reading import NamedFile, checked, read_files
from gongkai.apps.wires.adapters import document_reader
from gongkai.core.identity import Actor
from gongkai.core.ports import ReadingLimits

FOLDER = files("gongkai.apps.reports") / "demo_files"


def demo_files() -> tuple[NamedFile, ...]:
    """The invented reports as files."""
    found = sorted(FOLDER.iterdir(), key=lambda file: file.name)
    return tuple(NamedFile(file.name, file.read_bytes()) for file in found)


@transaction.atomic
def prepare_demo(actor: Actor, *, now: datetime) -> int:
    """Keep the invented reports for the actor's organ, once; says how many there are."""
    given = demo_files()
    for file in given:
        for report in read_files([file], ReadingLimits(), document_reader()).reports:
            findings = checked(report).findings
            read = ReportRead(file.name, report, report, findings)
            keep(actor, read=read, files=[file], now=now)
    record(actor, "prepare_demo", "annual_reports", after={"reports": len(given)})
    return len(given)
