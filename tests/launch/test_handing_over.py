"""`./gk report` and `./gk manage` are the console and Django: arguments in, exit code out."""

import os
import subprocess
import sys
from pathlib import Path

from launch.environment import ROOT


def gk(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run ./gk from some other folder."""
    unwanted = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
    env = {name: value for name, value in os.environ.items() if name not in unwanted}
    env["GONGKAI_DATA"] = str(cwd / "data")
    command = [sys.executable, str(ROOT / "gk"), *arguments]
    return subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=60
    )


def test_a_file_is_looked_for_where_the_person_stands(tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_text("")
    done = gk("report", "check", "空.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert "空.txt" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_the_console_writes_nothing_beside_the_file(tmp_path: Path) -> None:
    gk("report", "check", "没有.txt", cwd=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_journal_needs_a_database_and_says_so(tmp_path: Path) -> None:
    done = gk("journal", "verify", cwd=tmp_path)
    assert done.returncode == 2
    assert "./gk manage prepare" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_django_commands_pass_through(tmp_path: Path) -> None:
    assert gk("manage", "check", cwd=tmp_path).returncode == 0
    assert gk("manage", "no_such_command", cwd=tmp_path).returncode == 1
    assert (tmp_path / "data" / "secret-key").exists()
