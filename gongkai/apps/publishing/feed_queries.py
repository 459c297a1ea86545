"""Looking at a feed that was sent, before anything is taken over."""

from dataclasses import dataclass

from gongkai.apps.organs.scope import Purpose, one
from gongkai.apps.publishing.models import HeldFeed
from gongkai.apps.wires.adapters import feed_reader
from gongkai.core.identity import Actor
from gongkai.core.ports import Feed


@dataclass(frozen=True, slots=True)
class NamedFeed:
    """A feed with its name and the number under which it is held."""

    pk: int
    name: str
    feed: Feed


def held_feed(actor: Actor, feed_id: int) -> NamedFeed:
    """What a held feed of the actor's organ says. Raises DoesNotExist."""
    row = one(actor, HeldFeed.objects.all(), feed_id, to=Purpose.WORK)
    return NamedFeed(row.pk, row.name, feed_reader().read(row.name, bytes(row.data)))
