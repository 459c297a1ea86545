"""A rotation that is killed: run as a program by test_resealing.

python -m tests.apps.sealing.killing FILE fill|reseal [CALL]; at that call of opening it dies.
"""

import os
import signal
import sys
from collections.abc import Callable

import django
from django.conf import settings

django.setup()

from django.db import connection  # noqa: E402 - only a set-up Django has models

from gongkai.apps.sealing import resealing  # noqa: E402
from tests.apps.sealing.notes import NEW_KEY, OLD_KEY, PHONES, Note, make_table  # noqa: E402

ROWS, SIZE = 40, 10


def fill() -> None:
    """Forty rows under the old key."""
    settings.GONGKAI_FIELD_KEYS = (OLD_KEY,)
    make_table()
    Note.objects.bulk_create([Note(number=n, phone=f"{n}") for n in range(ROWS)])


def reseal(dying_at: int) -> None:
    """Seal anew; at that value the process is killed (0: never)."""
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY, OLD_KEY)
    put(resealing, "opened", dying_at)
    done = sum(batch.resealed for batch in resealing.reseal(PHONES, size=SIZE))
    sys.stdout.write(str(done))


def put(module: object, name: str, dying_at: int) -> None:
    """Have the process die at that call of that function."""
    setattr(module, name, _counted(getattr(module, name), dying_at))


def _counted(opened: Callable[[str, str], str], dying_at: int) -> Callable[[str, str], str]:
    calls = 0

    def count(sealed: str, place: str) -> str:
        nonlocal calls
        calls += 1
        if calls == dying_at:
            os.kill(os.getpid(), signal.SIGKILL)
        return opened(sealed, place)

    return count


if __name__ == "__main__":
    connection.settings_dict["NAME"] = sys.argv[1]
    fill() if sys.argv[2] == "fill" else reseal(int(sys.argv[3]))
