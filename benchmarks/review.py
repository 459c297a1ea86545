"""Items through submit, three content levels, secrecy review and release, against the plain floor.

The body has about 1,500 characters and a table, and each says something else. Each step passes the
content checks: the text was checked while it was written, as the editor does, which is printed
beside it; every step makes sure that what was found still holds. The drafts have the vocabulary of
one organ, so what rules and words take for real documents of many organs is printed too. The floor
is the same rows, written by plain statements of the same library in as many transactions, without
reading or deciding anything. Both are measured in turn, in small batches of which the median
counts: on a new file of SQLite in seconds of the processor, so that a busy machine does not blur
the figures, and by the clock on a new server of PostgreSQL where its programs are installed (or on
the one that DATABASE_URL names).

./gk bench review [--items 1000]
"""

import argparse
import json
import os
import subprocess
import sys
from typing import Any

import django
from django.utils.module_loading import import_string

from benchmarks._cluster import cluster
from benchmarks._line import line

AIM = 3.0


def main() -> None:
    """Measure on every database there is."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--items", type=int, default=1000)
    words.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = words.parse_args()
    if given.here:
        django.setup()
        print(json.dumps(vars(import_string("benchmarks._reviewed.measure")(given.items))))
        return
    show(apart(given.items, ""))
    with cluster() as address:
        url = os.environ.get("DATABASE_URL") or address
        if url is None:
            print("no PostgreSQL here")
        else:
            show(apart(given.items, url))


def apart(items: int, url: str) -> dict[str, Any]:
    """What a process of its own measures on that database."""
    command = [sys.executable, __file__, "--here", "--items", str(items)]
    env = {**os.environ, "DATABASE_URL": url}
    pipe = subprocess.PIPE
    done = subprocess.run(command, env=env, stdout=pipe, text=True, check=True)  # noqa: S603 - ourselves
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def show(found: dict[str, Any]) -> None:
    """The steps, then the line."""
    items, vendor = found["items"], found["vendor"]
    for step, (full, floor) in found["steps"].items():
        print(f"{vendor} {step:<8} {full * 1000:6.2f} ms, floor {floor * 1000:5.2f} ms")
    whole = (found["full"] + found["checked"]) / found["floor"]
    print(
        f"{vendor} one new text checked in {found['checked'] * 1000:.1f} ms, while it is written "
        f"(with that {whole:.2f} times the floor)"
    )
    if found["real"] is not None:
        print(f"rules and words take {found['real'] * 1000:.1f} ms for a real text of that size")
    print("{} statements for one item, floor {}".format(*found["statements"]))
    full, floor = found["full"] * items, found["floor"] * items
    print(line(f"review-{vendor}", full, f"s/{items} items", floor), f"(aim {AIM:.0f})")


if __name__ == "__main__":
    main()
