"""Writers at once, in threads and in processes: the chain stays one chain."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from gongkai.apps.journal.models import Entry
from gongkai.apps.journal.verify import verify
from tests.apps.journal.writing import write_at_once
from tests.house.sources import ROOT

SETUP = "import django; django.setup(); from tests.apps.journal import writing; writing.main()"
SHOW = (
    "import django; django.setup(); from gongkai.apps.journal.verify import verify;"
    "found = verify(); print(found.checked, found.last.sequence, found.whole)"
)


@pytest.mark.django_db(transaction=True)
def test_threads_on_a_server() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("a database in memory has one writer; the file has its own test")
    kept = write_at_once(6)
    numbers = list(Entry.objects.order_by("sequence").values_list("sequence", flat=True))
    assert numbers == list(range(1, kept + 1))
    assert verify().whole


def test_processes_on_a_file(tmp_path: Path) -> None:
    env = {
        **os.environ,
        "DATABASE_URL": f"sqlite://{tmp_path / 'journal.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "gongkai.config.settings.test",
        "PYTHONPATH": str(ROOT),
    }
    python = [sys.executable, "-W", "ignore"]
    migrate = ["-m", "gongkai.config.manage", "migrate", "journal", "--verbosity", "0"]
    subprocess.run([*python, *migrate], env=env, check=True)
    running = [
        subprocess.Popen([*python, "-c", SETUP], env=env, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    kept = sum(int(process.communicate(timeout=120)[0]) for process in running)
    shown = subprocess.run([*python, "-c", SHOW], env=env, check=True, capture_output=True)
    assert shown.stdout.decode().split() == [str(kept), str(kept), "True"]
