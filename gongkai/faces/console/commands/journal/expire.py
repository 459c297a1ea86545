"""journal expire: entries go when their time is over, and only from a chain that is whole."""

import argparse

from django.utils import timezone

from gongkai.apps.journal.retention import expire
from gongkai.apps.journal.seals import own_seals
from gongkai.apps.journal.terms import kept_days
from gongkai.apps.journal.verify import entries_now, verify
from gongkai.faces.console import words
from gongkai.faces.console.commands.journal.opening import console_actor, with_database
from gongkai.faces.console.commands.journal.saying import say_verdict, watched
from gongkai.faces.console.output import CLEAN, ERRORS, complain
from gongkai.faces.console.screen import screen


@with_database
def run(_line: argparse.Namespace) -> int:
    """Verify, then remove what is older than the settings say."""
    days = kept_days()
    with watched(entries_now()) as hear:
        verdict = verify(own_seals(), hear)
    if not verdict.whole:
        say_verdict(verdict)
        complain(words.NOT_EXPIRED)
        return ERRORS
    removed = expire(console_actor(), now=timezone.now())
    said = words.EXPIRED if removed else words.NOTHING_EXPIRED
    screen().print(said.format(removed=removed, days=days))
    return CLEAN
