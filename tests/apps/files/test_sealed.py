"""Files lie sealed in the storage; with them everything goes on as without."""

from datetime import datetime
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from pytest_django import Settings

from gongkai.apps.files import keeping
from gongkai.apps.files.models import StoredFile
from gongkai.apps.files.queries import content
from gongkai.apps.files.resealing import StoredBytes
from gongkai.apps.files.storing import download_file, store_file
from gongkai.apps.sealing.sealed import SealError
from gongkai.core.identity import Actor
from tests.apps.files.conftest import keys
from tests.apps.sealing.notes import NEW_KEY, OLD_KEY

TEXT = "王芳，住建设路3号".encode()


def lying(key: str) -> bytes:
    with default_storage.open(key, "rb") as file:
        return bytes(file.read())


@pytest.fixture
def file(drafter: Actor, now: datetime, settings: Settings, at_once: None) -> StoredFile:
    settings.GONGKAI_FIELD_KEYS = (OLD_KEY,)
    return store_file(drafter, name="申请书.txt", data=TEXT, now=now)


def laid_open(file: StoredFile) -> None:
    """As it was before files were sealed."""
    default_storage.delete(file.key)
    default_storage.save(file.key, ContentFile(TEXT))


def test_the_storage_does_not_show_what_is_in_a_file(file: StoredFile) -> None:
    assert TEXT not in lying(file.key)
    assert "王芳".encode() not in b"".join(lying(key) for key in keys())
    assert file.digest == keeping.digest_of(TEXT)
    assert file.size == len(TEXT)


def test_whoever_may_have_it_gets_it_open(drafter: Actor, file: StoredFile) -> None:
    assert download_file(drafter, file_id=file.pk)[1] == TEXT
    assert content(file.pk)[1] == TEXT
    assert keeping.is_whole(file.key, file.digest)


def test_a_file_from_before_is_read_as_it_is(drafter: Actor, file: StoredFile) -> None:
    laid_open(file)
    assert download_file(drafter, file_id=file.pk)[1] == TEXT
    assert keeping.is_whole(file.key, file.digest)


def test_bytes_put_in_the_place_of_others_are_not_whole(file: StoredFile) -> None:
    other = lying(keeping.put("别人的申请".encode()))
    default_storage.delete(file.key)
    default_storage.save(file.key, ContentFile(other))
    assert not keeping.is_whole(file.key, file.digest)


def test_a_missing_key_is_no_reason_to_take_a_file_for_lost(
    file: StoredFile, settings: Settings
) -> None:
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY,)
    with pytest.raises(SealError, match="old"):
        keeping.is_whole(file.key, file.digest)


@pytest.mark.parametrize("is_open", [False, True], ids=["旧密钥", "没有加密"])
def test_a_new_key_seals_files_anew(file: StoredFile, settings: Settings, is_open: bool) -> None:
    if is_open:
        laid_open(file)
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY, OLD_KEY)
    told = StringIO()
    call_command("reseal", stdout=told)
    assert "文件内容）：重新加密 1 项" in told.getvalue()
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY,)
    now = StoredFile.objects.get()
    assert content(file.pk)[1] == TEXT
    assert set(StoredBytes().keys()) == {"new"}
    assert keys() == {now.key}, "what was replaced is gone"
    assert [batch.resealed for batch in StoredBytes().reseal(10)] == [0]


def test_files_are_sealed_anew_batch_by_batch(
    drafter: Actor, file: StoredFile, now: datetime, settings: Settings
) -> None:
    for number in range(4):
        store_file(drafter, name=f"{number}.txt", data=f"第{number}份".encode(), now=now)
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY, OLD_KEY)
    assert [batch.resealed for batch in StoredBytes().reseal(2)] == [2, 2, 1]


def test_what_does_not_open_stays_and_is_named(file: StoredFile, settings: Settings) -> None:
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY,)
    with pytest.raises(CommandError, match="old"):
        call_command("reseal", stdout=StringIO())
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY, OLD_KEY)
    assert content(file.pk)[1] == TEXT
