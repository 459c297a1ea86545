"""Confirming a doubted place re-runs the checks, and can be undone."""

from datetime import datetime

import pytest

from gongkai.apps.journal.models import Entry
from gongkai.apps.reports import queries
from gongkai.apps.reports.blocked import BlockedError
from gongkai.apps.reports.confirmations import confirm_reading, undo_confirmation
from gongkai.apps.reports.demo import demo_files
from gongkai.apps.reports.models import Confirmation
from gongkai.apps.reports.uploading import Arrival, submit_files
from gongkai.core.finding import Severity, Status
from gongkai.core.identity import VISITOR
from gongkai.core.reports.report import Reading

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]
TOKEN = "a-sealed-address"
WRONG = "applications.granted.6"


@pytest.fixture
def read(now: datetime) -> queries.ReportRead:
    submit_files(VISITOR, token=TOKEN, files=demo_files()[1:], arrival=Arrival(now))
    return queries.session(VISITOR, TOKEN, now).reports[0]


def confirm(read: queries.ReportRead, path: str, reading: Reading, now: datetime) -> None:
    confirm_reading(VISITOR, token=TOKEN, report_key=read.key, path=path, reading=reading, now=now)


def current(now: datetime) -> queries.ReportRead:
    return queries.session(VISITOR, TOKEN, now).reports[0]


def errors(read: queries.ReportRead) -> set[tuple[str, tuple[str, ...]]]:
    return {
        (finding.code, finding.paths)
        for finding in read.findings
        if finding.status is Status.FAIL and finding.severity is Severity.ERROR
    }


def test_the_checks_see_what_was_confirmed(read: queries.ReportRead, now: datetime) -> None:
    assert any(WRONG in paths for _, paths in errors(read))
    confirm(read, WRONG, 22, now)
    assert errors(current(now)) < errors(read)
    assert current(now).report.value(WRONG) == 22
    assert current(now).original.value(WRONG) == 21


def test_undoing_brings_the_reading_of_the_file_back(
    read: queries.ReportRead, now: datetime
) -> None:
    confirm(read, WRONG, 22, now)
    undo_confirmation(VISITOR, token=TOKEN, report_key=read.key, path=WRONG, now=now)
    assert current(now) == read
    assert Confirmation.objects.get().undone_at == now


def test_undoing_what_was_not_confirmed_changes_nothing(
    read: queries.ReportRead, now: datetime
) -> None:
    undo_confirmation(VISITOR, token=TOKEN, report_key=read.key, path=WRONG, now=now)
    assert current(now) == read


def test_the_later_confirmation_holds(read: queries.ReportRead, now: datetime) -> None:
    confirm(read, WRONG, 23, now)
    confirm(read, WRONG, 22, now)
    assert current(now).report.value(WRONG) == 22
    assert Confirmation.objects.filter(undone_at=None).count() == 1


def test_who_confirmed_is_told_and_recorded(read: queries.ReportRead, now: datetime) -> None:
    confirm(read, WRONG, 22, now)
    (answer,) = current(now).confirmed
    assert (answer.by, answer.path, answer.reading) == ("访客", WRONG, 22)
    assert Entry.objects.filter(verb="confirm_reading").exists()


@pytest.mark.parametrize(
    ("path", "reading"),
    [
        pytest.param("applications.newest.0", 1, id="没有的格"),
        pytest.param("applications.new", 1, id="一行只给一个数"),
        pytest.param("applications.new.0", (1, 2), id="一格给两个数"),
    ],
)
def test_a_reading_that_fits_nowhere_is_refused(
    path: str, reading: Reading, read: queries.ReportRead, now: datetime
) -> None:
    with pytest.raises(BlockedError, match="没有要确认的单元格"):
        confirm(read, path, reading, now)
