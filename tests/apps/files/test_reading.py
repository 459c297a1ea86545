"""The worker: what it does twice, at once, too late, or with a file that fights back."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

import pytest
from django.core.files.storage import default_storage
from django_tasks_db.models import DBTaskResult
from hypothesis import given as given_that
from hypothesis import strategies as st
from pytest_django import Settings

from gongkai.apps.files import isolated, keeping, tasks
from gongkai.apps.files.isolated import cut
from gongkai.apps.files.models import StoredFile
from gongkai.apps.files.states import FileState
from gongkai.apps.files.storing import store_file
from gongkai.apps.files.tasks import look_after, read_file, requeue_stuck, sweep_orphans
from gongkai.apps.journal.models import Entry
from gongkai.core.identity import Actor
from gongkai.core.ports import BatchLimits, Done, Failure, FilePart, FileText
from gongkai.core.ports.batch import ResultT, TaskT
from tests.apps.files.conftest import keys
from tests.samples import office

pytestmark = pytest.mark.django_db
LONG_AFTER = timedelta(minutes=11)
FATE = [Failure.CRASHED]


class Unlucky:
    """An engine whose process dies or stalls at every file."""

    def run(
        self, work: Callable[[TaskT], ResultT], tasks: Iterable[TaskT], limits: BatchLimits
    ) -> Iterator[Done[TaskT, ResultT]]:
        del work, limits
        for task in tasks:
            yield Done(task, None, FATE[0])


@pytest.fixture
def file(drafter: Actor, now: datetime) -> StoredFile:
    return store_file(drafter, name="通知.docx", data=office.written("正文"), now=now)


def with_engine(settings: Settings, path: str) -> None:
    settings.GONGKAI_ADAPTERS = {**settings.GONGKAI_ADAPTERS, "batch": path}


@pytest.mark.parametrize(
    ("fate", "word"), [(Failure.CRASHED, "检查中断"), (Failure.OVERDUE, "检查超时")], ids=str
)
def test_a_file_that_fights_back_costs_only_itself(
    fate: Failure, word: str, file: StoredFile, settings: Settings
) -> None:
    del word
    FATE[0] = fate
    with_engine(settings, "tests.apps.files.test_reading.Unlucky")
    read_file.call(file.pk)
    file.refresh_from_db()
    assert file.state == FileState.REFUSED
    assert file.fault
    assert Entry.objects.get(verb="refuse_file").subject == f"file:{file.pk}"


@pytest.mark.enable_socket
def test_the_pool_of_processes_does_the_same(file: StoredFile, settings: Settings) -> None:
    with_engine(settings, "gongkai.adapters.batch.pool.ProcessPool")
    read_file.call(file.pk)
    file.refresh_from_db()
    assert (file.state, file.original_key) == (FileState.READY, "")
    assert keys() == {file.key}


def test_a_file_that_turns_out_to_be_bad_is_refused(drafter: Actor, now: datetime) -> None:
    data = office.changed(office.written("正文"), "word/document.xml", lambda xml: xml[:-20])
    bad = store_file(drafter, name="通知.docx", data=data, now=now)
    read_file.call(bad.pk)
    bad.refresh_from_db()
    assert bad.state == FileState.REFUSED
    assert "不是完整的" in bad.fault


def test_doing_it_twice_changes_nothing(file: StoredFile) -> None:
    read_file.call(file.pk)
    once = StoredFile.objects.values().get()
    entries = Entry.objects.count()
    read_file.call(file.pk)
    assert StoredFile.objects.values().get() == once
    assert Entry.objects.count() == entries


def test_of_two_workers_one_wins(file: StoredFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second worker ends while the first is still reading."""
    slow = isolated.inspect

    def overtaken(task: isolated.Inspection) -> object:
        answer = slow(task)
        monkeypatch.setattr(tasks, "inspect", slow)
        read_file.call(file.pk)
        return answer

    monkeypatch.setattr(tasks, "inspect", overtaken)
    read_file.call(file.pk)
    file.refresh_from_db()
    assert (file.state, file.tries) == (FileState.READY, 2)
    assert keys() == {file.key}
    assert Entry.objects.filter(verb="clean_file").count() == 1


def test_a_worker_without_a_file_has_nothing_to_do(db: None) -> None:
    read_file.call(1)
    look_after.call(1)
    assert not Entry.objects.exists()


def test_bytes_that_changed_in_the_storage_are_noticed(file: StoredFile) -> None:
    default_storage.delete(file.key)
    read_file.call(file.pk)
    file.refresh_from_db()
    assert file.state == FileState.REFUSED


def test_the_original_stays_while_the_clean_bytes_are_not_there(
    file: StoredFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the swap and the deletion the new bytes are looked at once more."""
    whole = keeping.is_whole
    with monkeypatch.context() as patch:
        patch.setattr(tasks, "forget_original", lambda *_, **__: False)
        read_file.call(file.pk)
    file.refresh_from_db()
    original = file.original_key
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "is_whole", lambda key, digest: key == original)
        read_file.call(file.pk)
    assert default_storage.exists(original)
    assert keeping.is_whole is whole
    read_file.call(file.pk)
    assert not default_storage.exists(original)


def test_what_got_stuck_is_queued_again(file: StoredFile, now: datetime) -> None:
    DBTaskResult.objects.all().delete()
    assert requeue_stuck(now + timedelta(minutes=9)) == 0
    assert requeue_stuck(now + LONG_AFTER) == 1
    assert requeue_stuck(now + LONG_AFTER) == 0
    assert DBTaskResult.objects.get().task_path.endswith("read_file")


def test_what_no_worker_survives_is_given_up(file: StoredFile, now: datetime) -> None:
    StoredFile.objects.update(tries=3)
    assert requeue_stuck(now + LONG_AFTER) == 0
    file.refresh_from_db()
    assert file.state == FileState.REFUSED
    assert "3 次" in file.fault


def test_an_original_that_was_left_is_let_go_later(
    file: StoredFile, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(tasks, "forget_original", lambda *_, **__: False)
        read_file.call(file.pk)
    assert len(keys()) == 2
    assert requeue_stuck(now + LONG_AFTER) == 1
    read_file.call(file.pk)
    file.refresh_from_db()
    assert keys() == {file.key}


def test_somebody_comes_back_as_long_as_a_file_waits(file: StoredFile, now: datetime) -> None:
    StoredFile.objects.update(queued_at=now - LONG_AFTER)
    DBTaskResult.objects.all().delete()
    look_after.call(file.pk)
    waiting = [row.task_path.rpartition(".")[2] for row in DBTaskResult.objects.all()]
    assert sorted(waiting) == ["look_after", "read_file"]
    read_file.call(file.pk)
    DBTaskResult.objects.all().delete()
    look_after.call(file.pk)
    assert not DBTaskResult.objects.exists()


def test_bytes_that_nothing_leads_to_are_swept(file: StoredFile, now: datetime) -> None:
    orphan = keeping.put(b"left behind")
    assert sweep_orphans(now) == 0
    assert sweep_orphans(now + timedelta(days=2)) == 1
    assert not default_storage.exists(orphan)
    assert default_storage.exists(file.key)


@given_that(st.lists(st.builds(FilePart, st.text(), st.text(), st.booleans())), st.integers(0, 30))
def test_texts_are_cut_to_what_can_be_kept(parts: list[FilePart], most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(isolated, "MOST_CHARACTERS", most)
        found = cut(FileText(tuple(parts)))
    whole = "".join(part.text for part in parts)
    assert "".join(part.text for part in found.parts) == whole[: max(most, 0)]
    assert bool(found.unread) >= (len(whole) > most)
