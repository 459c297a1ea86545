"""Twelve applications registered at the same time, and one draft submitted by eight presses of the
button; prints the numbers.

It runs as a process of its own, on a database that several threads can open.
"""

import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.config.settings.test")
django.setup()

from django.conf import settings  # noqa: E402 - what follows needs Django to be set up
from django.db import connection  # noqa: E402

from gongkai.apps.applications.models import Application, NumberSeries  # noqa: E402
from gongkai.apps.applications.receiving.submitting import submit  # noqa: E402
from gongkai.core.identity import VISITOR  # noqa: E402
from tests.factories.intakes import TOKEN, Desk, drafted, intake, registered  # noqa: E402
from tests.factories.organs import organ  # noqa: E402
from tests.factories.publishing import NOW  # noqa: E402

CLERKS, PRESSES, EACH = 6, 4, 2


@contextmanager
def database() -> Iterator[None]:
    """A database for this run only."""
    name = str(settings.DATABASES["default"]["NAME"])
    own = name if connection.vendor == "sqlite" else f"numbers_{os.getpid()}"
    connection.settings_dict["TEST"]["NAME"] = own
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def main() -> None:
    """Start them all together."""
    start = threading.Barrier(CLERKS + PRESSES)
    said = list[str]()

    def run(act: Callable[[], list[str]]) -> None:
        try:
            start.wait()
            said.extend(act())
        finally:
            connection.close()

    with database():
        desk = Desk(organ("示范市财政局"))
        drafted(desk.organ)

        def clerk(number: int) -> Callable[[], list[str]]:
            rows = range(number * EACH, number * EACH + EACH)
            return lambda: [registered(desk.handler, intake(row + 1)).number for row in rows]

        def press() -> list[str]:
            return [submit(VISITOR, token=TOKEN, now=NOW).number]

        acts = [clerk(number) for number in range(CLERKS)] + [press] * PRESSES
        threads = [threading.Thread(target=run, args=(act,)) for act in acts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        serials = sorted(Application.objects.values_list("serial", flat=True))
        last = NumberSeries.objects.get().last
    json.dump({"numbers": said, "serials": serials, "last": last}, sys.stdout)


if __name__ == "__main__":
    main()
