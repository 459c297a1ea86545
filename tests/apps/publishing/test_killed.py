"""Whoever works is killed at any point: nothing is public unrecorded, nothing announced is lost."""

import json
import os
import subprocess
import sys

import pytest

from launch.environment import ROOT

pytestmark = pytest.mark.slow


def test_nothing_is_lost_when_everybody_is_killed_again_and_again() -> None:
    command = [sys.executable, "-m", "tests.apps.publishing.killing.run"]
    seed = os.environ.get("GONGKAI_KILLING_SEED", "1")
    done = subprocess.run(
        [*command, "--seed", seed], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["faults"] == []
    assert found["died"] >= 30
    assert found["released"] >= 1
