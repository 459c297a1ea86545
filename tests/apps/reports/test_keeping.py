"""The library keeps files and reading; what is taken out can be put back."""

from datetime import datetime

import pytest

from gongkai.apps.journal.queries import history
from gongkai.apps.reports import queries
from gongkai.apps.reports.blocked import BlockedError
from gongkai.apps.reports.confirmations import confirm_reading
from gongkai.apps.reports.demo import demo_files, prepare_demo
from gongkai.apps.reports.keeping import keep_report, restore_report, withdraw_report
from gongkai.apps.reports.models import AnnualReport, ReadingSession
from gongkai.apps.reports.uploading import Arrival, submit_files
from gongkai.core.identity import VISITOR, Actor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]
TOKEN = "a-sealed-address"


@pytest.fixture
def key(handler: Actor, now: datetime) -> str:
    submit_files(
        handler, token=TOKEN, files=demo_files()[1:], arrival=Arrival(now), keeps_files=True
    )
    return queries.session(handler, TOKEN, now).reports[0].key


def test_file_and_reading_are_kept(handler: Actor, key: str, now: datetime) -> None:
    row = keep_report(handler, token=TOKEN, report_key=key, now=now)
    (file,) = row.files.all()
    assert queries.original(handler, row.pk, file.pk) == (file.name, demo_files()[1].data)
    read = queries.kept_report(queries.kept_row(handler, row.pk))
    assert read.report == queries.session(handler, TOKEN, now).reports[0].report
    assert row.errors == sum(f.status == "fail" and f.severity == "error" for f in read.findings)


def test_what_a_person_confirmed_is_kept(handler: Actor, key: str, now: datetime) -> None:
    path = "applications.granted.6"
    confirm_reading(handler, token=TOKEN, report_key=key, path=path, reading=22, now=now)
    row = keep_report(handler, token=TOKEN, report_key=key, now=now)
    assert queries.kept_report(row).report.value(path) == 22


def test_keeping_twice_is_keeping_once(handler: Actor, key: str, now: datetime) -> None:
    first = keep_report(handler, token=TOKEN, report_key=key, now=now)
    assert keep_report(handler, token=TOKEN, report_key=key, now=now) == first
    assert AnnualReport.objects.count() == 1


def test_a_visitors_session_cannot_be_kept(handler: Actor, now: datetime) -> None:
    submit_files(VISITOR, token=TOKEN, files=demo_files()[1:], arrival=Arrival(now))
    key = queries.session(VISITOR, TOKEN, now).reports[0].key
    with pytest.raises(ReadingSession.DoesNotExist):
        keep_report(handler, token=TOKEN, report_key=key, now=now)


def test_a_report_that_is_not_there_cannot_be_kept(handler: Actor, key: str, now: datetime) -> None:
    with pytest.raises(BlockedError, match="没有暂存原件"):
        keep_report(handler, token=TOKEN, report_key=key[::-1], now=now)


def test_withdrawn_with_a_reason_and_put_back(handler: Actor, key: str, now: datetime) -> None:
    row = keep_report(handler, token=TOKEN, report_key=key, now=now)
    withdraw_report(handler, report_id=row.pk, reason="重复保存", now=now)
    assert list(queries.library(handler)) == []
    assert [kept.withdrawn_reason for kept in queries.library(handler, withdrawn=True)] == [
        "重复保存"
    ]
    restore_report(handler, report_id=row.pk)
    assert list(queries.library(handler)) == [row]
    verbs = [entry.verb for entry in history(handler, f"annual_report:{row.pk}")]
    assert verbs == ["restore_report", "withdraw_report", "keep_report"]


def test_withdrawing_needs_a_reason(handler: Actor, key: str, now: datetime) -> None:
    row = keep_report(handler, token=TOKEN, report_key=key, now=now)
    with pytest.raises(BlockedError, match="写明原因"):
        withdraw_report(handler, report_id=row.pk, reason=" ", now=now)


def test_put_back_what_was_kept_again_meanwhile(handler: Actor, key: str, now: datetime) -> None:
    old = keep_report(handler, token=TOKEN, report_key=key, now=now)
    withdraw_report(handler, report_id=old.pk, reason="换一份", now=now)
    new = keep_report(handler, token=TOKEN, report_key=key, now=now)
    assert restore_report(handler, report_id=old.pk) == new
    assert list(queries.library(handler)) == [new]


def test_another_organs_report_is_not_there(
    handler: Actor, stranger: Actor, key: str, now: datetime
) -> None:
    row = keep_report(handler, token=TOKEN, report_key=key, now=now)
    assert not queries.library(stranger).exists()
    with pytest.raises(AnnualReport.DoesNotExist):
        queries.kept_row(stranger, row.pk)
    with pytest.raises(AnnualReport.DoesNotExist):
        withdraw_report(stranger, report_id=row.pk, reason="不归我管", now=now)
    with pytest.raises(AnnualReport.DoesNotExist):
        restore_report(stranger, report_id=row.pk)


def test_the_library_is_filtered(handler: Actor, now: datetime) -> None:
    prepare_demo(handler, now=now)
    assert queries.library_years(handler) == (2024, 2023)
    assert [row.year for row in queries.library(handler, year=2023)] == [2023]
    assert queries.library(handler, text="示范县").count() == 2
    assert queries.library(handler, text="邻县").count() == 0


def test_the_demo_is_prepared_once(handler: Actor, now: datetime) -> None:
    assert prepare_demo(handler, now=now) == prepare_demo(handler, now=now) == 2
    assert queries.library(handler).count() == 2
