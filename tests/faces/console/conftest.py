"""A folder of generated reports, and the console as a person runs it."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from gongkai.faces.console.__main__ import main
from tests.factories.cases import make


@dataclass(frozen=True)
class Said:
    """What the console answered."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, object]]:
        """The lines of JSON."""
        return [json.loads(line) for line in self.out.splitlines()]


Console = Callable[..., Said]


@pytest.fixture
def console(capsys: pytest.CaptureFixture[str]) -> Console:
    """Run one command line."""

    def run(*words: object) -> Said:
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Said(code, out, err)

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for files."""
    made = tmp_path / "年报"
    made.mkdir()
    return made


def put(folder: Path, layouts: Sequence[str], seed: int = 1) -> list[Path]:
    """Write one generated report of each layout."""
    paths = []
    for layout in layouts:
        case = make(layout, seed)
        paths.append(folder / case.name)
        paths[-1].write_bytes(case.data)
    return paths
