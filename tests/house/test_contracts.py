"""The import contracts of pyproject.toml hold: plain pytest fails too when one is broken."""

import subprocess
import sys
from pathlib import Path

from tests.house.sources import ROOT


def test_import_contracts() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    command = [str(program), "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "8 kept, 0 broken" in done.stdout
