"""Sealed bytes: opened by whoever has the key, in their own place only."""

import pytest
from pytest_django import Settings

from gongkai.apps.sealing.sealed import AlteredError, SealError
from gongkai.apps.sealing.sealed_bytes import (
    HEAD_BYTES,
    is_current,
    key_in,
    opened_bytes,
    seal_bytes,
)
from tests.apps.sealing.notes import NEW_KEY, OLD_KEY

DATA = "王芳的申请材料".encode() * 100
PLACE = "stored/ab/abc"


@pytest.fixture(params=["aes", "sm4"])
def sealed(request: pytest.FixtureRequest, settings: Settings) -> bytes:
    settings.GONGKAI_FIELD_KEYS = (OLD_KEY,)
    settings.GONGKAI_FIELD_CIPHER = request.param
    return seal_bytes(DATA, PLACE)


def test_what_was_sealed_opens_and_is_not_to_be_read(sealed: bytes) -> None:
    assert opened_bytes(sealed, PLACE) == DATA
    assert DATA[:30] not in sealed
    assert seal_bytes(DATA, PLACE) != sealed


def test_an_empty_file_is_sealed_too() -> None:
    assert opened_bytes(seal_bytes(b"", PLACE), PLACE) == b""


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"\0gongkai-s1:", b"\0gongkai-s2:aes:k\n"],
    ids=["empty", "a PDF", "half a head", "another version"],
)
def test_what_was_never_sealed_is_what_it_is(data: bytes) -> None:
    assert opened_bytes(data, PLACE) == data
    assert key_in(data) == ""


def test_in_another_place_it_does_not_open(sealed: bytes) -> None:
    with pytest.raises(AlteredError, match="移来"):
        opened_bytes(sealed, "stored/ab/other")


@pytest.mark.parametrize("cut", [1, 40], ids=["one byte", "nearly all"])
def test_what_was_cut_off_or_changed_does_not_open(sealed: bytes, cut: int) -> None:
    with pytest.raises(AlteredError):
        opened_bytes(sealed[:-cut], PLACE)
    with pytest.raises(AlteredError):
        opened_bytes(sealed[:-cut] + bytes(cut), PLACE)
    with pytest.raises(AlteredError):
        opened_bytes(sealed[:HEAD_BYTES][: sealed.index(b"\n") + 3], PLACE)


def test_a_key_that_is_gone_is_named(sealed: bytes, settings: Settings) -> None:
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY,)
    with pytest.raises(SealError, match="密钥 old ") as error:
        opened_bytes(sealed, PLACE)
    assert not isinstance(error.value, AlteredError)


def test_the_head_tells_the_key_and_whether_it_is_current(
    sealed: bytes, settings: Settings
) -> None:
    head = sealed[:HEAD_BYTES]
    assert key_in(head) == "old"
    assert is_current(head)
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY, OLD_KEY)
    assert not is_current(head)
    assert opened_bytes(sealed, PLACE) == DATA
