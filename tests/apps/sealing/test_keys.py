"""Keys: read from the settings, else made once and kept; mistakes are named, secrets never."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from gongkai.apps.sealing.keys import check_settings, keys_file, lines_of, ring, write_keys
from gongkai.apps.sealing.sealed import opened, seal
from tests.apps.sealing.notes import NEW_KEY, OLD_KEY


@pytest.fixture
def kept(settings: Settings, tmp_path: Path) -> Path:
    """A data folder of its own, and no key in the settings."""
    settings.GONGKAI_DATA = tmp_path
    settings.GONGKAI_FIELD_KEYS = ()
    settings.GONGKAI_INDEX_KEY = ""
    return tmp_path


def test_the_first_key_is_the_current_one(settings: Settings) -> None:
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY, OLD_KEY)
    assert ring().current == "new"
    assert list(ring().secrets) == ["new", "old"]


def test_without_a_setting_a_key_is_made_once_that_its_owner_alone_reads(kept: Path) -> None:
    sealed = seal("13800005678", "a.b")
    assert opened(sealed, "a.b") == "13800005678"
    assert keys_file() == kept / "field-keys"
    assert keys_file().stat().st_mode & 0o777 == 0o600
    assert len(ring().secrets) == 1


def test_a_key_that_is_added_holds_at_once_and_older_ones_open(kept: Path) -> None:
    sealed = seal("13800005678", "a.b")
    write_keys([NEW_KEY, *lines_of(keys_file())])
    assert ring().current == "new"
    assert opened(sealed, "a.b") == "13800005678"
    assert keys_file().stat().st_mode & 0o777 == 0o600
    assert [path.name for path in kept.iterdir()] == ["field-keys"]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        pytest.param(("k:short",), "密钥 k 不可用", id="太短"),
        pytest.param(("k",), "密钥 k 不可用", id="没有密钥"),
        pytest.param(("K:" + "b2xk" * 11,), "密钥编号 K 不可用", id="编号不对"),
        pytest.param((OLD_KEY, OLD_KEY), "编号都是 old", id="重复"),
        pytest.param(("k:中文",), "密钥 k 不可用", id="不是编码"),
    ],
)
def test_a_system_with_a_wrong_key_does_not_start(
    settings: Settings, keys: tuple[str, ...], said: str
) -> None:
    settings.GONGKAI_FIELD_KEYS = keys
    with pytest.raises(ImproperlyConfigured, match=said) as told:
        check_settings()
    assert "b2xk" not in str(told.value)


def test_an_unknown_cipher_is_named_with_those_there_are(settings: Settings) -> None:
    settings.GONGKAI_FIELD_CIPHER = "des"
    with pytest.raises(ImproperlyConfigured, match="des 无法识别，可用的有：aes、sm4"):
        check_settings()


def test_a_wrong_index_key_is_named(settings: Settings) -> None:
    settings.GONGKAI_INDEX_KEY = "x"
    with pytest.raises(ImproperlyConfigured, match="GONGKAI_INDEX_KEY"):
        check_settings()


def test_an_empty_file_is_no_ring(kept: Path) -> None:
    keys_file().write_text("", encoding="ascii")
    with pytest.raises(ImproperlyConfigured, match="没有密钥"):
        ring()
