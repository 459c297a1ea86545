"""A worker that is killed at one point of its work: run as a program by test_killed.

python -m tests.apps.files.killing COMMAND [POINT]; the settings come from the environment.
"""

import os
import signal
import sys
from collections.abc import Callable

import django

django.setup()

from django.conf import settings  # noqa: E402 - only a set-up Django has models
from django.core.management import call_command  # noqa: E402
from django.utils.timezone import localtime  # noqa: E402

from gongkai.apps.files import keeping, settling, storing, tasks  # noqa: E402
from gongkai.apps.files.models import StoredFile  # noqa: E402
from gongkai.apps.organs.models import Organ  # noqa: E402
from gongkai.core.identity import Actor, Role  # noqa: E402
from tests.samples import office  # noqa: E402

Function = Callable[..., object]


def dying(function: Function, *, late: bool, call: int = 1) -> Function:
    """A function at whose n-th call the process is killed, before or after its work."""
    calls = 0

    def die(*given: object, **named: object) -> object:
        nonlocal calls
        calls += 1
        answer = function(*given, **named) if late or calls != call else None
        if calls == call:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    return die


POINTS: dict[str, Callable[[], None]] = {
    "reading": lambda: put(tasks, "inspect", late=False),
    "read": lambda: put(tasks, "inspect", late=True),
    "writing": lambda: put(keeping, "put", late=False),
    "written": lambda: put(keeping, "put", late=True),
    "swapping": lambda: put(settling, "record", late=False),
    "swapped-not-committed": lambda: put(settling, "record", late=True),
    "swapped": lambda: put(tasks, "settle_file", late=True),
    "deleting": lambda: put(keeping, "discard", late=False),
    "deleted": lambda: put(keeping, "discard", late=True),
    "deleted-not-committed": lambda: put(settling, "record", late=True, call=2),
    "done": lambda: put(tasks, "forget_original", late=True),
}


def put(module: object, name: str, *, late: bool, call: int = 1) -> None:
    """Have the process die at that function."""
    setattr(module, name, dying(getattr(module, name), late=late, call=call))


def main(command: str, point: str = "") -> None:
    """Prepare a database, or store a file and die, or go on."""
    settings.GONGKAI_ADAPTERS["batch"] = "gongkai.adapters.batch.memory.InProcess"
    if command == "prepare":
        call_command("migrate", verbosity=0)
        Organ.objects.create(name="示范市财政局")
    elif command == "store":
        put(storing, "record", late=True)
        store()
    elif command == "die":
        file = store()
        POINTS[point]()
        tasks.read_file.call(file.pk)
    else:
        for pk in StoredFile.objects.values_list("pk", flat=True):
            tasks.read_file.call(pk)


def store() -> StoredFile:
    """Store a file that has much to clean."""
    actor = Actor("user:1", "拟稿人", Organ.objects.get().pk, frozenset({Role.DRAFTER}))
    data = office.with_macro(office.with_comment(office.written("正文一", "正文二")))
    return storing.store_file(actor, name="通知.docx", data=data, now=localtime())


if __name__ == "__main__":
    main(*sys.argv[1:])
