"""Twelve browsers try the same name at the same time; prints what each was told.

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

from gongkai.apps.access.guarding import ACCOUNT  # noqa: E402
from gongkai.apps.access.models import Guard  # noqa: E402
from gongkai.apps.access.passwords import try_password  # noqa: E402
from tests.apps.access.made import NOW, VISITOR_HERE, person  # noqa: E402

BROWSERS = 12


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
    settings.GONGKAI_SIGN_IN = {"failures": 3, "address_failures": 99, "change_first": False}
    codes, start = list[str](), threading.Barrier(BROWSERS)

    def go() -> None:
        start.wait()
        tried = try_password("wang", "wrong", who=VISITOR_HERE, now=NOW)
        codes.append(tried.problem.code if tried.problem else "")
        connection.close()

    with database():
        person("wang")
        threads = [threading.Thread(target=go) for _ in range(BROWSERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        locked = Guard.objects.get(key__startswith=ACCOUNT).locked_until is not None
    json.dump({"codes": codes, "locked": locked}, sys.stdout)


if __name__ == "__main__":
    main()
