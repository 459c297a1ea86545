"""Six reviewers let the same finding pass at the same time; prints what each was given.

It runs as a process of its own, on a database that several threads can open.
"""

import json
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.config.settings.test")
django.setup()

from django.conf import settings  # noqa: E402 - what follows needs Django to be set up
from django.db import connection  # noqa: E402

from gongkai.apps.checks.waiving import waive  # noqa: E402
from gongkai.apps.journal.models import Entry  # noqa: E402
from gongkai.core.identity import Role  # noqa: E402
from tests.apps.checks.made import ABOUT, LEAK, NOW, SUBJECT, Text  # noqa: E402
from tests.factories.organs import Region, acting  # noqa: E402

REVIEWERS = 6


@contextmanager
def database() -> Iterator[None]:
    """A database for this run only."""
    name = str(settings.DATABASES["default"]["NAME"])
    own = name if connection.vendor == "sqlite" else f"together_{os.getpid()}"
    connection.settings_dict["TEST"]["NAME"] = own
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def main() -> None:
    """Start them all together."""
    given, start = list[int](), threading.Barrier(REVIEWERS)
    with database():
        place = Region().finance
        actors = [acting(f"leader-{n}", place, Role.LEADER) for n in range(REVIEWERS)]
        mark = Text(LEAK).examined(place.pk).judged[0].fingerprint

        def go(number: int) -> None:
            start.wait()
            row = waive(
                actors[number],
                organ_id=place.pk,
                subject=SUBJECT,
                about=ABOUT,
                authors=frozenset(),
                fingerprint=mark,
                reason=f"理由{number}",
                now=NOW,
            )
            given.append(row.pk)
            connection.close()

        threads = [threading.Thread(target=go, args=(n,)) for n in range(REVIEWERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        entries = Entry.objects.filter(verb="waive_finding").count()
    json.dump({"given": given, "entries": entries}, sys.stdout)


if __name__ == "__main__":
    main()
