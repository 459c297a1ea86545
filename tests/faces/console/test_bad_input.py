"""Bad input: one plain sentence, a code that is not zero, nothing half-written."""

import os
from pathlib import Path

import pytest

from tests.faces.console.conftest import Console, put

USAGES = {
    "没有命令": ((), "缺少 命令"),
    "没有子命令": (("report",), "缺少 命令"),
    "不认识的命令": (("report", "chek"), "没有“chek”"),
    "没有文件": (("report", "read"), "缺少 文件"),
    "不认识的选项": (("report", "read", "a", "--jsn"), "不认识“--jsn”"),
    "选项后面缺少内容": (("report", "read", "a", "--html"), "--html 后面缺少内容"),
    "没有结果文件夹": (("report", "batch", "a"), "缺少 --out"),
    "进程数不是正数": (("report", "batch", "a", "--out", "b", "--workers", "0"), "“0”"),
    "进程数不是数": (("report", "batch", "a", "--out", "b", "--workers", "两个"), "“两个”"),
}


@pytest.mark.parametrize(("words", "sentence"), USAGES.values(), ids=USAGES)
def test_bad_usage_is_one_chinese_sentence(
    console: Console, words: tuple[str, ...], sentence: str
) -> None:
    said = console(*words)
    assert said.code == 2
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


@pytest.mark.parametrize("command", ["", "read", "check", "compare", "rollup", "batch"])
def test_help_is_chinese(console: Console, command: str) -> None:
    said = console("report", *command.split(), "-h")
    assert said.code == 0
    assert said.out.startswith("用法：gk report")
    assert "显示这段说明" in said.out


@pytest.mark.parametrize("command", ["read", "check"])
def test_a_missing_file_is_named(console: Console, folder: Path, command: str) -> None:
    said = console("report", command, folder / "没有.pdf")
    assert said.code == 2
    assert "找不到文件" in said.err
    assert "没有.pdf" in said.err


def test_a_folder_is_no_file(console: Console, folder: Path) -> None:
    said = console("report", "read", folder)
    assert said.code == 2
    assert "report batch" in said.err


@pytest.mark.parametrize(
    ("name", "data"),
    [("空.txt", b""), ("坏.pdf", b"%PDF-1.4 broken"), ("菜谱.txt", "番茄炒蛋\n两个鸡蛋".encode())],
    ids=["空文件", "坏的 PDF", "不是年报"],
)
def test_files_without_a_report_are_said_so(
    console: Console, folder: Path, name: str, data: bytes
) -> None:
    path = folder / name
    path.write_bytes(data)
    said = console("report", "check", path)
    assert said.code == 2
    assert name in said.err


def test_a_bad_file_among_good_ones_does_not_hide_them(console: Console, folder: Path) -> None:
    (good,) = put(folder, ["html"])
    bad = folder / "空.txt"
    bad.write_bytes(b"")
    said = console("report", "read", bad, good, "--json")
    assert said.code == 2
    assert len(said.objects) == 1
    assert "空.txt" in said.err


def test_nothing_is_written_without_a_report(console: Console, folder: Path) -> None:
    said = console("report", "read", folder / "没有.txt", "--xlsx", folder / "结果.xlsx")
    assert said.code == 2
    assert list(folder.iterdir()) == []


def test_an_output_that_cannot_be_written_is_one_sentence(console: Console, folder: Path) -> None:
    (path,) = put(folder, ["html"])
    said = console("report", "check", path, "--html", folder / "没有这个文件夹" / "结果.html")
    assert said.code == 2
    assert "无法写入" in said.err
    assert [file.name for file in folder.iterdir()] == [path.name]


def test_the_source_is_not_overwritten(console: Console, folder: Path) -> None:
    (path,) = put(folder, ["html"])
    before = path.read_bytes()
    said = console("report", "check", path, "--html", path)
    assert said.code == 2
    assert "既是输入又是输出" in said.err
    assert path.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every file")
def test_a_file_that_may_not_be_read(console: Console, folder: Path) -> None:
    (path,) = put(folder, ["html"])
    path.chmod(0)
    said = console("report", "read", path)
    assert said.code == 2
    assert "打不开文件" in said.err


ROSTERS = {
    "空名单": ("名单.txt", b"\n\n"),
    "不是文字": ("名单.txt", b"\xff\xfe\xff\xff\x00\x80"),
    "不是工作簿": ("名单.xlsx", b"PK no workbook"),
}


@pytest.mark.parametrize(("name", "data"), ROSTERS.values(), ids=ROSTERS)
def test_a_bad_roster_is_one_sentence(
    console: Console, folder: Path, name: str, data: bytes
) -> None:
    (path,) = put(folder, ["html"])
    (folder / name).write_bytes(data)
    said = console("report", "rollup", path, path, "--roster", folder / name)
    assert said.code == 2
    assert "读不出机关名单" in said.err
