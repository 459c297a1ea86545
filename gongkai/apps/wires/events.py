"""Announcing events: whoever listens is called by the worker, after the announcer has committed."""

from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string
from django_tasks import task

from gongkai.core.events import Event, Plain, kind, pack, unpack


class OutsideTransactionError(RuntimeError):
    """An event was announced where nothing ties it to what it tells of."""


@task()
def react(reaction: str, name: str, values: dict[str, Plain]) -> None:
    """Hand one event to one reaction."""
    import_string(reaction)(unpack(name, values))


def announce(event: Event) -> None:
    """Let everybody who listens know, once the caller's transaction is committed.

    Each reaction waits as a row of its own in the same transaction, so that none is lost when the
    process dies and none is called for something that was rolled back.
    """
    if not connection.in_atomic_block:
        message = f"announce {kind(event)} inside the transaction that makes it true"
        raise OutsideTransactionError(message)
    for reaction in import_string(settings.GONGKAI_LISTENERS).get(type(event), ()):
        react.enqueue(reaction, kind(event), pack(event))
