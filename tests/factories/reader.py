"""Runs the reader of reports on a case."""

from collections.abc import Mapping

from gongkai.adapters.documents.reader import FileReader
from gongkai.core.ports.documents import Document, ReadingLimits
from gongkai.core.reports.export import as_object
from gongkai.core.reports.reading import read as read_reports
from tests.factories.model import Case


def read(case: Case) -> Mapping[str, object]:
    """What the reader makes of the file, as the object that is exported; empty if nothing."""
    reports = [as_object(report) for report in read_reports([document_of(case)])]
    fitting = [report for report in reports if report.get("year") == case.truth["year"]]
    return next(iter(fitting or reports), {})


def document_of(case: Case) -> Document:
    """The file as the reader of files sees it."""
    return FileReader().read(case.name, case.data, ReadingLimits())
