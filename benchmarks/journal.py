"""Entries of the journal per second, chained, against plain inserts of the same rows; verification.

Every entry is written in a transaction of its own, as an action does it. The floor writes the same
columns with the same library into the same table, without head and hash. Runs on a new file of
SQLite, or with DATABASE_URL on a new database of that server; both are gone afterwards.

./gk bench journal [NUMBER]
"""

import argparse
import resource

import django
from django.utils.module_loading import import_string

from benchmarks._line import line


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("number", nargs="?", type=int, default=2000)
    number = words.parse_args().number
    django.setup()
    found = import_string("benchmarks._chained.measure")(number)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{found.vendor}: {number} entries, {found.algorithm}")
    print(f"verified {found.verified:.0f} entries/s, peak of all this {memory} MB")
    print(line(f"journal-{found.vendor}", found.chained, "entries/s", found.plain))


if __name__ == "__main__":
    main()
