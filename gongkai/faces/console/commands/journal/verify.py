"""journal verify: whether the journal is whole, and if not, where."""

import argparse

from django.utils import timezone

from gongkai.apps.journal.seals import own_seals, read_seals
from gongkai.apps.journal.verify import entries_now
from gongkai.apps.journal.verifying import begin_verification, complete, unguarded
from gongkai.faces.console.commands.journal.opening import console_actor, with_database
from gongkai.faces.console.commands.journal.saying import say_verdict, watched
from gongkai.faces.console.output import CLEAN, ERRORS, complain


@with_database
def run(line: argparse.Namespace) -> int:
    """Verify the chain against the seals that lie here and those given."""
    seals = [*own_seals(), *(seal for path in line.seal for seal in read_seals(path))]
    number = begin_verification(console_actor(), now=timezone.now())
    with watched(entries_now()) as hear:
        verdict = complete(number, seals, hear=hear)
    say_verdict(verdict)
    if gone := unguarded():
        complain(gone)
    return CLEAN if verdict.whole else ERRORS
