"""Fetching what is to be changed: within scope, locked, and as the person saw it."""

from typing import Final

from django.db import connection
from django.utils.timezone import localtime

from gongkai.apps.organs.scope import Purpose, one, own_organ
from gongkai.apps.publishing import obstacles
from gongkai.apps.publishing.models import Edition, Item
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from gongkai.core.lifecycle import Lifecycle, Step
from gongkai.core.publishing.lifecycle import EDITION, ITEM

MOMENT = "%Y-%m-%d %H:%M"


def locked_edition(actor: Actor, edition_id: int) -> Edition:
    """That edition with its item, of an organ the actor works for. Raises DoesNotExist."""
    organ = own_organ(actor, to=Purpose.WORK)
    if organ is not None and (own := _own_edition(edition_id, organ)) is not None:
        return own
    rows = Edition.objects.select_for_update(of=("self", "item")).select_related("item")
    return one(actor, rows, edition_id, to=Purpose.WORK, field="item__organ")


# Every step passes here, so these are plain statements and no queries put together anew each time.
LOCK: Final = {"sqlite": "", "postgresql": " FOR UPDATE"}
OWN_EDITION: Final = (
    "SELECT edition.* FROM publishing_edition edition"
    " JOIN publishing_item item ON item.id = edition.item_id"
    " WHERE edition.id = %s AND item.organ_id = %s"
)
ITS_ITEM: Final = "SELECT * FROM publishing_item WHERE id = %s"


def _own_edition(edition_id: int, organ_id: int) -> Edition | None:
    """That edition with its item, both locked, if it is of that organ."""
    lock = LOCK[connection.vendor]
    for edition in Edition.objects.raw(OWN_EDITION + lock, [edition_id, organ_id]):
        edition.item = Item.objects.raw(ITS_ITEM, [edition.item_id])[0]
        return edition
    return None


def locked_item(actor: Actor, item_id: int) -> Item:
    """That item, of an organ the actor works for. Raises DoesNotExist."""
    return one(actor, Item.objects.select_for_update(), item_id, to=Purpose.WORK)


def seen(edition: Edition, expected: int) -> None:
    """Refuse when somebody has been quicker: one winner, and a clear word to the other."""
    if edition.version != expected:
        at = localtime(edition.saved_at).strftime(MOMENT)
        label = EDITION.label(edition.state)
        raise BlockedError([obstacles.changed_meanwhile(edition.saved_by, at, label)])


def step_of(edition: Edition, verb: str, by: Role) -> Step:
    """The edition's step of that name. Refuses where it is not open in this state."""
    return _step(EDITION, edition.state, verb, by)


def item_step(item: Item, verb: str, by: Role = Role.DISCLOSURE_OFFICE) -> Step:
    """The item's step of that name. Refuses where it is not open in this state."""
    return _step(ITEM, item.state, verb, by)


def _step(lifecycle: Lifecycle, state: str, verb: str, by: Role) -> Step:
    try:
        return lifecycle.step(state, verb, {by})
    except NotAllowedError as error:
        raise BlockedError([obstacles.not_open(lifecycle.label(state))]) from error
