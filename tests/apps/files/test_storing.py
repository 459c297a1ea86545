"""Storing, downloading, discarding: who may, what is refused, what is written down."""

from datetime import datetime

import pytest
from django.core.files.storage import default_storage
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from gongkai.apps.files import keeping, queries
from gongkai.apps.files.models import StoredFile
from gongkai.apps.files.states import FileState
from gongkai.apps.files.storing import discard_file, download_file, store_file
from gongkai.apps.journal.models import Entry
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, VISITOR, Actor, NotAllowedError, Role
from gongkai.core.ports import FileKind
from tests.apps.files.conftest import keys
from tests.samples import office

TEXT = "公开的文字".encode()
at_once = pytest.mark.usefixtures("at_once")


def store(actor: Actor, now: datetime, name: str = "通知.txt", data: bytes = TEXT) -> StoredFile:
    return store_file(actor, name=name, data=data, now=now)


def codes(actor: Actor, now: datetime, name: str, data: bytes = TEXT) -> list[str]:
    with pytest.raises(BlockedError) as raised:
        store(actor, now, name, data)
    assert {finding.paths for finding in raised.value.findings} == {("file",)}
    return [finding.code for finding in raised.value.findings]


def test_a_file_waits_for_the_worker(drafter: Actor, now: datetime) -> None:
    file = store(drafter, now)
    assert (file.state, file.kind, file.size) == (FileState.READING, "txt", len(TEXT))
    assert keeping.bytes_of(file.key) == TEXT
    waiting = {row.task_path.rpartition(".")[2]: row for row in DBTaskResult.objects.all()}
    assert set(waiting) == {"read_file", "look_after"}
    assert waiting["look_after"].run_after is not None
    entry = Entry.objects.get(verb="store_file")
    assert (entry.actor, entry.subject) == (drafter.key, f"file:{file.pk}")


@at_once
def test_a_file_is_read_and_cleaned(drafter: Actor, now: datetime) -> None:
    data = office.written("公开的文字")
    file = store(drafter, now, "通知.docx", data)
    facts = queries.file(drafter, file.pk)
    assert (facts.state, facts.kind, facts.is_read) == (FileState.READY, FileKind.DOCX, True)
    assert any("公开的文字" in part.text for part in facts.parts)
    assert any("作者" in label for label in facts.removed)
    name, clean = queries.content(file.pk)
    assert name == "通知.docx"
    assert office.AUTHOR.encode() not in clean
    assert keys() == {file.key}
    assert [e.verb for e in Entry.objects.order_by("sequence")] == [
        "clean_file",
        "forget_original",
        "store_file",
    ]
    assert Entry.objects.get(verb="clean_file").actor == SYSTEM.key


@at_once
def test_what_needs_no_cleaning_is_not_written_twice(drafter: Actor, now: datetime) -> None:
    file = store(drafter, now)
    assert (file.state, file.original_key, file.removed) == (FileState.READY, "", [])
    assert keys() == {file.key}
    assert not Entry.objects.filter(verb="forget_original").exists()


def test_the_same_bytes_twice_are_two_files(drafter: Actor, now: datetime) -> None:
    first, second = store(drafter, now), store(drafter, now)
    assert first.digest == second.digest
    assert first.key != second.key


@pytest.mark.parametrize(
    "actor",
    [
        pytest.param(VISITOR, id="访客"),
        pytest.param(SYSTEM, id="没有机关"),
        pytest.param(Actor("user:9", "审计员", 1, frozenset({Role.AUDITOR})), id="审计员"),
        pytest.param(Actor("user:9", "评议员", 1, frozenset({Role.APPRAISER})), id="评议员"),
    ],
)
@pytest.mark.django_db
def test_who_may_not_store(actor: Actor, now: datetime) -> None:
    with pytest.raises(NotAllowedError):
        store(actor, now)


NAMES = [
    pytest.param("C:\\我的文档\\通知.txt", "通知.txt", id="带盘符的路径"),
    pytest.param("/home/x/通知.txt", "通知.txt", id="带文件夹"),
    pytest.param(" 通知 .txt ", "通知 .txt", id="两端空格"),
    pytest.param("a&b<c>.txt", "a&b<c>.txt", id="网页符号"),
]


@pytest.mark.parametrize(("name", "kept"), NAMES)
def test_names_are_kept_without_folders(
    name: str, kept: str, drafter: Actor, now: datetime
) -> None:
    assert store(drafter, now, name).name == kept


ODD_NAMES = [
    pytest.param("../../etc/x.txt", "FILE-NAME-ODD", id="指向上级"),
    pytest.param("..\\x.txt", "FILE-NAME-ODD", id="反斜杠指向上级"),
    pytest.param("通知\u202etxt.exe.txt", "FILE-NAME-ODD", id="反转方向的字符"),
    pytest.param("通知\x00.txt", "FILE-NAME-ODD", id="零字符"),
    pytest.param("通知\n.txt", "FILE-NAME-ODD", id="换行"),
    pytest.param(".txt", "FILE-NAME", id="只有扩展名"),
    pytest.param("", "FILE-NAME", id="没有名称"),
    pytest.param("长" * 150 + ".txt", "FILE-NAME-LONG", id="太长"),
]


@pytest.mark.parametrize(("name", "code"), ODD_NAMES)
def test_odd_names_are_refused(name: str, code: str, drafter: Actor, now: datetime) -> None:
    assert code in codes(drafter, now, name)


def test_all_that_is_wrong_is_said_at_once(drafter: Actor, now: datetime) -> None:
    found = codes(drafter, now, "../" + "长" * 150 + ".exe")
    assert found == ["FILE-NAME-LONG", "FILE-NAME-ODD", "FILE-ACTIVE"]


def test_what_is_refused_leaves_nothing(drafter: Actor, now: datetime) -> None:
    assert codes(drafter, now, "旧.doc") == ["FILE-LEGACY"]
    assert not StoredFile.objects.exists()
    assert not default_storage.exists("stored")
    assert not Entry.objects.exists()


def test_limits_come_from_the_settings(drafter: Actor, now: datetime, settings: Settings) -> None:
    settings.GONGKAI_FILES = {"file_megabytes": 0}
    assert codes(drafter, now, "通知.txt") == ["FILE-SIZE"]


@at_once
def test_a_download_is_written_down(drafter: Actor, now: datetime) -> None:
    file = store(drafter, now)
    assert download_file(drafter, file_id=file.pk) == ("通知.txt", TEXT)
    entry = Entry.objects.get(verb="read")
    assert (entry.actor, entry.subject) == (drafter.key, f"file:{file.pk}")
    assert "通知.txt" in str(entry.after)


def test_what_is_not_ready_is_not_handed_out(drafter: Actor, now: datetime) -> None:
    file = store(drafter, now)
    with pytest.raises(StoredFile.DoesNotExist):
        download_file(drafter, file_id=file.pk)
    with pytest.raises(StoredFile.DoesNotExist):
        queries.content(file.pk)


@at_once
def test_strangers_find_nothing(drafter: Actor, stranger: Actor, now: datetime) -> None:
    file = store(drafter, now)
    for look in (
        lambda: download_file(stranger, file_id=file.pk),
        lambda: discard_file(stranger, file_id=file.pk, is_used=False),
        lambda: queries.file(stranger, file.pk),
        lambda: queries.file(VISITOR, file.pk),
    ):
        with pytest.raises(StoredFile.DoesNotExist):
            look()


def test_a_file_that_nothing_uses_can_be_discarded(
    drafter: Actor,
    now: datetime,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    file = store(drafter, now)
    with pytest.raises(BlockedError):
        discard_file(drafter, file_id=file.pk, is_used=True)
    with django_capture_on_commit_callbacks(execute=True):
        discard_file(drafter, file_id=file.pk, is_used=False)
    assert not StoredFile.objects.exists()
    assert keys() == set()
    assert Entry.objects.filter(verb="discard_file").exists()


@pytest.mark.django_db(transaction=True)
def test_a_discarding_that_is_rolled_back_loses_nothing(drafter: Actor, now: datetime) -> None:
    class TurnedBackError(Exception):
        pass

    file = store(drafter, now)

    def turn_back() -> None:
        with transaction.atomic():
            discard_file(drafter, file_id=file.pk, is_used=False)
            raise TurnedBackError

    with pytest.raises(TurnedBackError):
        turn_back()
    assert keeping.bytes_of(StoredFile.objects.get().key) == TEXT


@at_once
def test_facts_of_several(drafter: Actor, now: datetime) -> None:
    first, second = store(drafter, now), store(drafter, now, "表.csv", "甲,乙".encode())
    found = queries.facts([first.pk, second.pk, 999])
    assert {key: one.name for key, one in found.items()} == {
        first.pk: "通知.txt",
        second.pk: "表.csv",
    }
    assert found[second.pk].parts[0].text == "甲\t乙"
