"""Files come into a session: read, counted, refused with a sentence, sent twice without harm."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from pytest_django import Settings

from gongkai.apps.journal.models import Entry
from gongkai.apps.reports import queries
from gongkai.apps.reports.blocked import BlockedError
from gongkai.apps.reports.demo import demo_files
from gongkai.apps.reports.models import ReadingSession, SessionFile
from gongkai.apps.reports.reading import NamedFile
from gongkai.apps.reports.sessions import discard_session, extend_session, remove_file
from gongkai.apps.reports.states import FileState
from gongkai.apps.reports.tasks import purge, read_session
from gongkai.apps.reports.uploading import Arrival, submit_files
from gongkai.core.identity import VISITOR, Actor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]
TOKEN = "a-sealed-address"
NO_REPORT = NamedFile("通知.txt", "关于召开会议的通知\n各科室：\n定于周五开会。\n".encode())


def submit(files: Sequence[NamedFile], now: datetime, **more: object) -> ReadingSession:
    arrival = Arrival(now, str(more.get("client", "")))
    return submit_files(VISITOR, token=TOKEN, files=files, arrival=arrival)


def session(now: datetime, actor: Actor = VISITOR) -> queries.Session:
    return queries.session(actor, TOKEN, now)


def codes(error: BlockedError) -> list[str]:
    return [finding.code for finding in error.findings]


def test_a_report_is_read_and_its_file_is_not_kept(now: datetime) -> None:
    submit(demo_files()[1:], now)
    read = session(now).reports[0]
    assert (read.report.organ, read.report.year) == ("示范县人民政府办公室", 2024)
    assert read.report.value("applications.new.6") == 58
    assert SessionFile.objects.get().data is None


def test_several_files_are_several_reports(now: datetime) -> None:
    submit(demo_files(), now)
    assert {read.report.year for read in session(now).reports} == {2023, 2024}


def test_what_is_submitted_is_recorded(now: datetime) -> None:
    row = submit(demo_files(), now)
    entry = Entry.objects.get(verb="submit_files")
    assert (entry.actor, entry.subject) == ("visitor", f"reading_session:{row.pk}")


def test_sending_the_form_twice_is_sending_it_once(now: datetime) -> None:
    submit(demo_files(), now)
    submit(demo_files(), now)
    assert len(session(now).files) == len(demo_files())


def test_a_file_that_is_no_report_gets_a_sentence(now: datetime) -> None:
    submit([NO_REPORT, *demo_files()], now)
    read = session(now)
    problems = {file.name: file.problem.text for file in read.files if file.problem}
    assert problems.keys() == {"通知.txt"}
    assert problems["通知.txt"].startswith("“通知.txt”")


@pytest.mark.parametrize(
    ("file", "code"),
    [
        pytest.param(NamedFile("空.pdf", b""), "UPLOAD-EMPTY", id="空文件"),
        pytest.param(NamedFile("大.pdf", b"%PDF" * 300_000), "UPLOAD-LARGE", id="过大的文件"),
    ],
)
def test_a_file_out_of_bounds_gets_a_sentence(
    file: NamedFile, code: str, now: datetime, settings: Settings
) -> None:
    settings.GONGKAI_READING = {"file_megabytes": 1}
    submit([file], now)
    (shown,) = session(now).files
    assert shown.state == FileState.FAILED
    assert shown.problem is not None
    assert shown.problem.code == code
    assert shown.name in shown.problem.text


def test_a_broken_file_does_not_stop_the_others(now: datetime) -> None:
    submit([NamedFile("坏.pdf", b"%PDF-1.4 nothing"), *demo_files()], now)
    read = session(now)
    assert [file.state for file in read.files].count(FileState.FAILED) == 1
    assert len(read.reports) == 2


def test_a_failed_file_can_be_sent_again(now: datetime) -> None:
    broken = NamedFile("坏.pdf", b"%PDF-1.4 nothing")
    submit([broken], now)
    first = SessionFile.objects.get()
    submit([broken], now)
    assert SessionFile.objects.get().pk != first.pk


def test_files_of_one_name_are_told_apart(now: datetime) -> None:
    one, two = demo_files()
    submit([NamedFile("年报.html", one.data), NamedFile("年报.html", two.data)], now)
    assert [file.name for file in session(now).files] == ["年报.html", "年报(2).html"]


def test_no_file_at_all_is_refused(now: datetime) -> None:
    with pytest.raises(BlockedError) as caught:
        submit([], now)
    assert codes(caught.value) == ["UPLOAD-NONE"]


@pytest.mark.parametrize(
    ("bounds", "code"),
    [
        pytest.param({"files": 1}, "UPLOAD-MANY", id="文件太多"),
        pytest.param({"files_per_hour": 1}, "UPLOAD-OFTEN", id="上传过于频繁"),
        pytest.param({"waiting": 1}, "UPLOAD-BUSY", id="排队太多"),
    ],
)
def test_an_upload_out_of_bounds_is_refused_as_a_whole(
    bounds: dict[str, int], code: str, now: datetime, settings: Settings
) -> None:
    settings.GONGKAI_READING = bounds
    with pytest.raises(BlockedError) as caught:
        submit(demo_files(), now, client="somewhere")
    assert codes(caught.value) == [code]
    assert not SessionFile.objects.exists()


def test_a_session_is_gone_when_its_time_is_over(now: datetime) -> None:
    submit(demo_files(), now)
    with pytest.raises(ReadingSession.DoesNotExist):
        session(now + timedelta(hours=25))


def test_what_has_expired_is_deleted(now: datetime) -> None:
    submit(demo_files(), now - timedelta(hours=25))
    purge.call()
    assert not SessionFile.objects.exists()


def test_a_session_gets_more_time(now: datetime) -> None:
    submit(demo_files(), now)
    extend_session(VISITOR, token=TOKEN, now=now + timedelta(hours=23))
    assert session(now + timedelta(hours=30)).reports


def test_a_session_is_deleted_at_once(now: datetime) -> None:
    submit(demo_files(), now)
    discard_session(VISITOR, token=TOKEN, now=now)
    assert not ReadingSession.objects.exists()
    assert not SessionFile.objects.exists()


def test_a_file_is_taken_out(now: datetime) -> None:
    submit(demo_files(), now)
    file = session(now).files[0]
    remove_file(VISITOR, token=TOKEN, file_id=file.pk, now=now)
    assert [read.report.year for read in session(now).reports] == [2024]


def test_a_file_nobody_reads_is_not_waited_for(now: datetime) -> None:
    submit(demo_files()[:1], now)
    SessionFile.objects.update(state=FileState.READING)
    (file,) = session(now + timedelta(minutes=11)).files
    assert file.state is FileState.FAILED
    assert file.problem is not None
    assert file.problem.code == "FILE-INTERRUPTED"


def test_an_organs_session_is_not_there_for_others(
    handler: Actor, stranger: Actor, now: datetime
) -> None:
    arrival = Arrival(now)
    submit_files(handler, token=TOKEN, files=demo_files(), arrival=arrival, keeps_files=True)
    assert session(now, handler).keeps_files
    for actor in (stranger, VISITOR):
        with pytest.raises(ReadingSession.DoesNotExist):
            session(now, actor)
        with pytest.raises(ReadingSession.DoesNotExist):
            submit_files(actor, token=TOKEN, files=demo_files(), arrival=arrival)


def test_reading_twice_changes_nothing(now: datetime) -> None:
    row = submit(demo_files(), now)
    before = session(now)
    read_session.call(row.pk)
    assert session(now) == before
