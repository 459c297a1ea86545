"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from gongkai.faces.common.exports.writing import UnwritableError, whole, write_whole


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "结果.json", b"{}")
    assert [path.name for path in tmp_path.iterdir()] == ["结果.json"]
    assert (tmp_path / "结果.json").read_bytes() == b"{}"


def test_a_block_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "结果.json"
    target.write_bytes(b"old")
    message = "没有写完"

    def fail() -> None:
        with whole(target) as file:
            file.write(b"half")
            raise ValueError(message)

    with pytest.raises(ValueError, match=message):
        fail()
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match=r"无法写入“.*没有/结果.json”"):
        write_whole(tmp_path / "没有" / "结果.json", b"")


def test_a_folder_in_the_place_of_the_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "结果").mkdir()
    with pytest.raises(UnwritableError, match="请确认"):
        write_whole(tmp_path / "结果", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["结果"]
