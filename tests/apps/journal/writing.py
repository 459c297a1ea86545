"""Writers at once: each adds one to three entries at a time and takes some of them back."""

import sys
import threading
from concurrent.futures import ThreadPoolExecutor

from django.db import connections, transaction

from gongkai.apps.journal.record import record
from gongkai.core.identity import Actor

TURNS = 12
BACK = 4


def write(writer: int, gate: threading.Barrier) -> int:
    """Write as one of several; says how many entries were kept."""
    gate.wait()
    try:
        return sum(add(Actor(f"user:{writer}", f"{writer}"), turn) for turn in range(TURNS))
    finally:
        connections.close_all()


def add(actor: Actor, turn: int) -> int:
    """Write one to three entries in a transaction, or take them back."""
    number = turn % 3 + 1
    with transaction.atomic():
        for count in range(number):
            record(actor, "reply", f"application:{turn}", after={"n": count})
        if turn % BACK == BACK - 1:
            transaction.set_rollback(True)
            return 0
    return number


def write_at_once(writers: int) -> int:
    """Let that many write at once; says how many entries were kept by all."""
    gate = threading.Barrier(writers)
    with ThreadPoolExecutor(writers) as pool:
        return sum(pool.map(write, range(writers), [gate] * writers))


def main() -> None:
    """Be one of several processes that write."""
    sys.stdout.write(f"{write_at_once(3)}\n")
