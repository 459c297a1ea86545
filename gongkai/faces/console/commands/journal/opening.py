"""What the commands about the journal share: a database that is there, and who acts."""

import argparse
import getpass
from collections.abc import Callable
from functools import wraps

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

from gongkai.apps.journal.seals import SealError
from gongkai.core.identity import Actor
from gongkai.faces.console import words
from gongkai.faces.console.database import is_there
from gongkai.faces.console.output import complain

Run = Callable[[argparse.Namespace], int]


def with_database(run: Run) -> Run:
    """Say in a sentence that the database, or a file of seals, is not as it must be."""

    @wraps(run)
    def answer(line: argparse.Namespace) -> int:
        if not is_there():
            name = str(connection.settings_dict["NAME"])
            return complain(words.NO_DATABASE.format(reason=name))
        try:
            return run(line)
        except DatabaseError as error:
            return complain(words.NO_DATABASE.format(reason=str(error).partition("\n")[0]))
        except (SealError, ImproperlyConfigured) as error:
            return complain(str(error))

    return answer


def console_actor() -> Actor:
    """Whoever sits at the terminal, as the system knows them."""
    name = getpass.getuser()
    return Actor(f"console:{name}"[:100], words.CONSOLE_ACTOR.format(name=name))
