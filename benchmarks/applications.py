"""The register of applications with 100,000 cases: the queue page and the yearly tables.

Half the cases are of one organ, whose queue is opened through the whole server side of the desk:
signing in, rights, statements, template. Its floor is the desk's smallest page for the same person;
the floor of the table is one plain statement that counts the same rows by one column. Measured on a
new file of SQLite, and on a new server of PostgreSQL where its programs are installed (or on the
one that DATABASE_URL names); medians, of the processor where all is done here, else by the clock.

./gk bench applications [--cases 100000]
"""

import argparse
import json
import os
import subprocess
import sys
from dataclasses import asdict
from typing import Any

import django
from django.utils.module_loading import import_string

from benchmarks._cluster import cluster
from benchmarks._line import line

PAGE_AIM, TABLE_AIM = 100.0, 1000.0
"""Milliseconds."""


def main() -> None:
    """Measure on every database there is."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--cases", type=int, default=100_000)
    words.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = words.parse_args()
    if given.here:
        django.setup()
        print(json.dumps(asdict(import_string("benchmarks._register.measure")(given.cases))))
        return
    show(apart(given.cases, ""))
    with cluster() as address:
        url = os.environ.get("DATABASE_URL") or address
        if url is None:
            print("no PostgreSQL here")
        else:
            show(apart(given.cases, url))


def apart(cases: int, url: str) -> dict[str, Any]:
    """What a process of its own measures on that database."""
    command = [sys.executable, __file__, "--here", "--cases", str(cases)]
    env = {**os.environ, "DATABASE_URL": url}
    pipe = subprocess.PIPE
    done = subprocess.run(command, env=env, stdout=pipe, text=True, check=True)  # noqa: S603 - ourselves
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def show(found: dict[str, Any]) -> None:
    """Everything, then the two lines that count."""
    vendor = found["vendor"]
    print(f"{vendor}: {found['cases']} cases, {found['largest']} of them of one organ")
    for name, seconds in found["pages"].items():
        print(f"{vendor} {name:<26} {seconds * 1000:7.1f} ms")
    for name, seconds in found["statistics"].items():
        print(f"{vendor} statistics by {name:<14} {seconds * 1000:7.1f} ms")
    queue, floor = found["pages"]["queue"] * 1000, found["page_floor"] * 1000
    print(line(f"queue-{vendor}", queue, "ms", floor), f"(aim {PAGE_AIM:.0f} ms)")
    table, scan = found["table"] * 1000, found["table_floor"] * 1000
    print(line(f"table3-{vendor}", table, "ms", scan), f"(aim {TABLE_AIM:.0f} ms)")


if __name__ == "__main__":
    main()
