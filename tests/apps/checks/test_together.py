"""Several who act at once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.slow
def test_of_reviewers_who_let_pass_together_one_wins(tmp_path: Path) -> None:
    """Six at once, on a database of their own."""
    own = f"sqlite://{tmp_path / 'together.sqlite3'}"
    env = {**os.environ, "DATABASE_URL": os.environ.get("DATABASE_URL") or own}
    command = [sys.executable, "-m", "tests.apps.checks.together"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    said = json.loads(done.stdout)
    assert len(said["given"]) == 6
    assert len({*said["given"]}) == 1
    assert said["entries"] == 1
