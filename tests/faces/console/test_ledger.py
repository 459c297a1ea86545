"""The ledger: what it speaks of is on disk, what it does not speak of is cut off."""

from contextlib import closing
from pathlib import Path

import pytest

from gongkai.faces.console.batch.ledger import Ledger
from gongkai.faces.console.batch.walk import Task
from gongkai.faces.console.batch.work import Answer


def task(name: str, changed: int = 1) -> Task:
    return Task(name.encode(), name.encode(), name, 10, changed)


def answer(text: str) -> Answer:
    return Answer(f"{text}\n".encode(), 1)


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "账.sqlite3", tmp_path / "行.jsonl"


def contents(paths: tuple[Path, Path]) -> dict[str, list[bytes]]:
    with closing(Ledger(*paths)) as ledger:
        return {entry.name: list(ledger.objects(entry)) for entry in ledger.entries()}


def test_kept_lines_survive_and_others_are_cut_off(paths: tuple[Path, Path]) -> None:
    ledger = Ledger(*paths)
    ledger.add(task("甲"), answer("一"))
    ledger.keep()
    ledger.add(task("乙"), answer("二"))
    ledger.lines.flush()
    ledger.base.rollback()
    ledger.close()
    assert contents(paths) == {"甲": ["一".encode()]}
    assert paths[1].read_text(encoding="utf-8") == "一\n"


def test_a_file_is_known_until_it_changes(paths: tuple[Path, Path]) -> None:
    with closing(Ledger(*paths)) as ledger:
        ledger.add(task("甲"), answer("一"))
        ledger.keep()
    with closing(Ledger(*paths)) as ledger:
        assert ledger.knows(task("甲"))
        assert not ledger.knows(task("甲", changed=2))
        assert not ledger.knows(task("乙"))


def test_tidying_strikes_off_what_is_gone_and_lines_nobody_speaks_of(
    paths: tuple[Path, Path],
) -> None:
    with closing(Ledger(*paths)) as ledger:
        for name in "甲乙丙":
            ledger.add(task(name), answer(name))
        ledger.keep()
    with closing(Ledger(*paths)) as ledger:
        assert ledger.knows(task("甲"))
        ledger.add(task("丙", changed=2), answer("新的丙"))
        ledger.tidy()
    assert contents(paths) == {"丙": ["新的丙".encode()], "甲": ["甲".encode()]}
    assert sorted(paths[1].read_text(encoding="utf-8").split()) == ["新的丙", "甲"]


def test_a_tidying_that_was_killed_is_finished(paths: tuple[Path, Path]) -> None:
    with closing(Ledger(*paths)) as ledger:
        ledger.add(task("甲"), answer("旧"))
        ledger.keep()
        fresh = "新的一行\n".encode()
        ledger.fresh.write_bytes(fresh)
        ledger.base.execute("UPDATE files SET start = 0, length = ?", (len(fresh),))
        ledger.base.execute("REPLACE INTO facts VALUES ('end', ?)", (len(fresh),))
        ledger.note("swap", "begun")
    assert contents(paths) == {"甲": ["新的一行".encode()]}
    assert not ledger.fresh.exists()


def test_a_tidying_that_never_ended_changes_nothing(paths: tuple[Path, Path]) -> None:
    with closing(Ledger(*paths)) as ledger:
        ledger.add(task("甲"), answer("一"))
        ledger.keep()
        ledger.fresh.write_bytes(b"half a li")
    assert contents(paths) == {"甲": ["一".encode()]}


def test_lines_that_went_away_are_told(paths: tuple[Path, Path]) -> None:
    with closing(Ledger(*paths)) as ledger:
        ledger.add(task("甲"), answer("一"))
        ledger.keep()
    paths[1].unlink()
    with closing(Ledger(*paths)) as ledger:
        assert not ledger.knows(task("甲"))
