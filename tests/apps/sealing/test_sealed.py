"""Sealed values: they open as they were, in their place only, and nothing else opens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from gongkai.apps.sealing.ciphers import CIPHERS
from gongkai.apps.sealing.sealed import SealError, key_of, opened, seal
from tests.apps.sealing.notes import NEW_KEY, OLD_KEY

PLACE = "applications_applicant.phone"
WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200)


@pytest.mark.parametrize("cipher", CIPHERS)
def test_a_value_opens_as_it_was(cipher: str, settings: Settings) -> None:
    settings.GONGKAI_FIELD_CIPHER = cipher
    for text in ("", "13800005678", "江源市青石区解放路18号", "😀\0"):
        sealed = seal(text, PLACE)
        assert sealed.isascii()
        assert sealed.startswith(f"s1:{cipher}:tests:")
        assert opened(sealed, PLACE) == text


@given(WORDS)
def test_any_text_opens_as_it_was_and_never_lies_open(text: str) -> None:
    sealed = seal(text, PLACE)
    assert opened(sealed, PLACE) == text
    assert sealed != seal(text, PLACE)


@given(WORDS, st.data())
def test_a_changed_character_opens_nothing(text: str, data: st.DataObject) -> None:
    sealed = seal(text, PLACE)
    place = data.draw(st.integers(0, len(sealed) - 2))
    other = "A" if sealed[place] != "A" else "B"
    with pytest.raises(SealError):
        opened(sealed[:place] + other + sealed[place + 1 :], PLACE)


def test_another_column_opens_nothing() -> None:
    with pytest.raises(SealError, match=r"applications_applicant\.email .*打不开"):
        opened(seal("13800005678", PLACE), "applications_applicant.email")


def test_a_value_of_one_cipher_opens_when_the_other_is_used(settings: Settings) -> None:
    sealed = seal("13800005678", PLACE)
    settings.GONGKAI_FIELD_CIPHER = "sm4"
    assert opened(sealed, PLACE) == "13800005678"


def test_a_missing_key_is_named(settings: Settings) -> None:
    settings.GONGKAI_FIELD_KEYS = (OLD_KEY,)
    sealed = seal("13800005678", PLACE)
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY,)
    with pytest.raises(SealError, match="密钥 old 加密，现在没有这个密钥"):
        opened(sealed, PLACE)


def test_a_wrong_key_of_the_same_name_shows_nothing(settings: Settings) -> None:
    settings.GONGKAI_FIELD_KEYS = (OLD_KEY,)
    sealed = seal("13800005678", PLACE)
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY.replace("new:", "old:"),)
    with pytest.raises(SealError, match="密钥不对"):
        opened(sealed, PLACE)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("13800005678", id="明文"),
        pytest.param("", id="空"),
        pytest.param("s1:aes:tests:short:short", id="残缺"),
    ],
)
def test_what_is_not_sealed_is_not_shown(text: str) -> None:
    with pytest.raises(SealError, match="不是加密存储的格式"):
        opened(text, PLACE)
    assert key_of(text) == ""


def test_a_cipher_that_is_not_known_is_named() -> None:
    with pytest.raises(SealError, match="rot13"):
        opened(seal("x", PLACE).replace("aes", "rot13"), PLACE)
