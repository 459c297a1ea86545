"""The environment is made once, renewed when the pins change, and put right after an accident."""

import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from launch import environment
from launch.environment import RefusedError, ensure, read_stamp

pytestmark = pytest.mark.slow


def wheel(folder: Path, name: str, version: str) -> None:
    """Write the smallest package there can be."""
    info = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    tags = "Wheel-Version: 1.0\nGenerator: by hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    parts = {f"{name}.py": f"VERSION = {version!r}\n"}
    parts |= {f"{info}/METADATA": metadata, f"{info}/WHEEL": tags}
    record = "".join(f"{part},,\n" for part in [*parts, f"{info}/RECORD"])
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as file:
        for part, text in [*parts.items(), (f"{info}/RECORD", record)]:
            file.writestr(part, text)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one dependency and one extra, which pip finds in a folder."""
    for name, version in (("tiny", "1.0"), ("tiny", "2.0"), ("more", "1.0")):
        wheel(tmp_path, name, version)
    (tmp_path / "pyproject.toml").write_text(
        '[project]\ndependencies = ["tiny"]\n[project.optional-dependencies]\nmore = ["more"]\n'
    )
    (tmp_path / "constraints.txt").write_text("tiny==1.0\nmore==1.0\n")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(environment, "STAMP", tmp_path / ".venv" / "gk.json")
    monkeypatch.setattr(environment, "PROJECT", tmp_path / "pyproject.toml")
    monkeypatch.setattr(environment, "CONSTRAINTS", tmp_path / "constraints.txt")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    monkeypatch.delenv("PYTHONPATH", raising=False)
    return tmp_path


def held(project: Path, name: str) -> str:
    """The version of a package that .venv holds, or nothing."""
    command = [str(project / ".venv/bin/python"), "-c", f"import {name}; print({name}.VERSION)"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    return done.stdout.strip()


def test_made_once_renewed_and_put_right(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ensure()
    assert (held(project, "tiny"), held(project, "more")) == ("1.0", "")
    assert "正在安装依赖（1 项" in capsys.readouterr().err

    began = time.monotonic()
    ensure()
    assert capsys.readouterr().err == ""
    assert time.monotonic() - began < 1

    ensure(["more"])
    assert held(project, "more") == "1.0"
    (project / "constraints.txt").write_text("tiny==2.0\nmore==1.0\n")
    ensure()
    assert (held(project, "tiny"), read_stamp().extras) == ("2.0", ("more",))

    (project / ".venv/gk.json").write_text("{")
    (project / ".venv/bin/python").unlink()
    ensure()
    assert held(project, "tiny") == "2.0"


def test_when_pip_fails_its_last_words_are_shown_and_the_next_start_tries_again(
    project: Path,
) -> None:
    (project / "constraints.txt").write_text("tiny==3.0\n")
    with pytest.raises(RefusedError, match=r"安装依赖失败(.|\n)*tiny"):
        ensure()
    assert read_stamp().fingerprint == ""
    (project / "constraints.txt").write_text("tiny==1.0\n")
    ensure()
    assert held(project, "tiny") == "1.0"
