"""journal seal: the end of the chain written down where the database does not reach."""

import argparse
from pathlib import Path

from django.utils import timezone

from gongkai.apps.journal.seals import head_seal, own_file, write_seal
from gongkai.faces.console import words
from gongkai.faces.console.commands.journal.opening import with_database
from gongkai.faces.console.output import CLEAN, complain
from gongkai.faces.console.screen import screen


@with_database
def run(line: argparse.Namespace) -> int:
    """Add a seal to the file."""
    seal = head_seal(timezone.localtime())
    if seal is None:
        return complain(words.NOTHING_TO_SEAL)
    path = own_file() if line.out is None else Path(line.out)
    write_seal(path, seal)
    said = words.SEALED.format(sequence=seal.sequence, algorithm=seal.algorithm, path=path)
    screen().print(said)
    return CLEAN
