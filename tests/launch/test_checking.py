"""./gk check runs every step and says at the end which failed; ./gk bench hands over."""

from pathlib import Path

import pytest

from launch import checking
from launch.checking import Check

GOOD = Check("好", ("python", "-c", "pass"))
BAD = Check("坏", ("python", "-c", "raise SystemExit(3)"))


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "ensure", lambda _extras: None)


def test_every_step_is_run_and_the_failed_are_named(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checking, "CHECKS", (BAD, GOOD))
    monkeypatch.setattr(checking, "TESTS", BAD)
    assert checking.check([]) == 1
    said = capfd.readouterr().err.splitlines()
    assert [line for line in said if line.startswith("——")] == ["—— 坏 ——", "—— 好 ——", "—— 坏 ——"]
    assert said[-1] == "未通过：坏、坏"


def test_when_nothing_fails_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checking, "CHECKS", (GOOD,))
    monkeypatch.setattr(checking, "TESTS", BAD)
    assert checking.check(["--no-tests"]) == 0
    assert capfd.readouterr().err.splitlines()[-1] == "全部通过"


def test_a_benchmark_gets_its_arguments_and_gives_its_exit_code(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "benchmarks").mkdir()
    (tmp_path / "benchmarks" / "speed.py").write_text(
        "import sys; print(sys.argv[1:]); sys.exit(4)"
    )
    monkeypatch.setattr(checking, "ROOT", tmp_path)
    assert checking.bench(["speed", "--count", "9"]) == 4
    assert capfd.readouterr().out == "['--count', '9']\n"
