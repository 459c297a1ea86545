"""A file is there whole or not at all, and none takes another's place."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from gongkai.adapters.storage import durable
from gongkai.adapters.storage.durable import DurableStorage


@pytest.fixture
def storage(tmp_path: Path) -> DurableStorage:
    return DurableStorage(location=tmp_path)


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_what_is_saved_can_be_read(storage: DurableStorage, tmp_path: Path) -> None:
    name = storage.save("stored/ab/x", ContentFile(b"bytes"))
    assert name == "stored/ab/x"
    with storage.open(name) as file:
        assert file.read() == b"bytes"
    assert names(tmp_path) == ["stored/ab/x"]


def test_a_name_that_is_taken_stays(storage: DurableStorage) -> None:
    first = storage.save("x", ContentFile(b"first"))
    second = storage.save("x", ContentFile(b"second"))
    assert first != second
    with storage.open(first) as file:
        assert file.read() == b"first"


def test_a_name_taken_in_the_meantime_is_not_overwritten(
    storage: DurableStorage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def quicker(path: Path) -> None:
        (tmp_path / "x").write_bytes(b"quicker")
        del path

    monkeypatch.setattr(durable, "_sync", quicker)
    with pytest.raises(FileExistsError):
        storage.save("x", ContentFile(b"slower"))
    assert (tmp_path / "x").read_bytes() == b"quicker"
    assert names(tmp_path) == ["x"]


def test_an_interrupted_save_takes_no_name(
    storage: DurableStorage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> None:
        raise OSError(path)

    monkeypatch.setattr(durable, "_sync", fail)
    with pytest.raises(OSError, match="part"):
        storage.save("x", ContentFile(b"bytes"))
    assert names(tmp_path) == ["x.part"]
