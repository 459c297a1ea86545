"""./gk says in one plain sentence what is in the way, and does not exit with 0."""

import ast
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from launch import environment
from launch.environment import ROOT, RefusedError, make_venv, requirements
from launch.serving import parse

GK = ROOT / "gk"


def gk(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ./gk to its end."""
    command = [sys.executable, str(GK), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def refusal(*arguments: str) -> str:
    """The one sentence with which ./gk refuses."""
    done = gk(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    sentence = done.stderr.strip()
    assert len(sentence.splitlines()) == 1
    return sentence


def test_port_in_use(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        sentence = refusal("run", "--port", str(port), "--data", str(tmp_path))
    assert f"端口 {port} 已被占用" in sentence


@pytest.mark.parametrize("port", ["0", "70000", "-1"])
def test_port_that_does_not_exist(port: str, tmp_path: Path) -> None:
    assert f"端口 {port} 无效" in refusal("run", f"--port={port}", "--data", str(tmp_path))


def test_unwritable_data_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    sentence = refusal("run", "--port", "8799", "--data", str(tmp_path / "file" / "var"))
    assert "不可写" in sentence
    assert "--data" in sentence


@pytest.mark.parametrize("scale", ["0", "-3", "1001", "99999999999999999999"])
def test_demo_of_a_size_that_makes_no_sense(scale: str, tmp_path: Path) -> None:
    assert "倍数应当在 1 到 1000 之间" in refusal(
        "demo", f"--scale={scale}", "--data", str(tmp_path)
    )
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("arguments", [("--scale", "many"), ("--scale",), ("--fast",)])
def test_demo_with_options_that_do_not_exist(arguments: tuple[str, ...]) -> None:
    done = gk("demo", *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "./gk demo" in done.stderr


def test_demo_in_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "不可写" in refusal("demo", "--data", str(tmp_path / "file" / "var"))


def test_missing_venv_module(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    monkeypatch.setattr(environment, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    with pytest.raises(RefusedError, match="apt install python3-venv"):
        make_venv()


def test_unwritable_program_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(environment, "ROOT", tmp_path / "file")
    monkeypatch.setattr(environment, "VENV", tmp_path / "file" / ".venv")
    monkeypatch.setattr(environment, "PYTHON", tmp_path / "file" / ".venv" / "bin" / "python")
    with pytest.raises(RefusedError, match="不可写"):
        make_venv()


def test_too_old_python() -> None:
    script = (
        "import runpy, sys; sys.version_info = (3, 9, 2);"
        f" runpy.run_path({str(GK)!r}, run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("需要 Python 3.11 或更新的版本，现在是 3.9")


def test_an_old_python_can_read_the_script() -> None:
    assert ast.parse(GK.read_text(encoding="utf-8"), feature_version=(3, 6)).body


def test_extra_that_does_not_exist() -> None:
    with pytest.raises(RefusedError, match="没有名为 ocd 的可选组件，可选的有：dev、ocr、postgres"):
        requirements(["ocd"])


def test_command_that_does_not_exist() -> None:
    done = gk("fly")
    assert done.returncode == 2
    assert done.stderr.startswith("没有 fly 这个命令")


def test_without_a_command_the_commands_are_listed() -> None:
    done = gk()
    assert done.returncode == 2
    assert "./gk 命令" in done.stdout
    assert gk("--help").returncode == 0


def test_benchmark_that_does_not_exist() -> None:
    assert "请写明要运行的测量" in refusal("bench", "no-such-thing")


def test_check_takes_one_option_only() -> None:
    assert "--no-tests" in refusal("check", "--everything")


def test_the_folder_named_by_the_variable_is_the_usual_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert parse([]).data == ROOT / "var"
    monkeypatch.setenv("GONGKAI_DATA", str(tmp_path))
    assert parse([]).data == tmp_path
    assert parse(["--data", "elsewhere"]).data == Path("elsewhere")
