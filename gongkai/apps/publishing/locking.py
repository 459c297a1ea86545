"""Fetching what is to be changed: within scope, locked, and as the person saw it."""

from django.utils.timezone import localtime

from gongkai.apps.organs.scope import Purpose, one
from gongkai.apps.publishing import obstacles
from gongkai.apps.publishing.models import Edition, Item
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from gongkai.core.lifecycle import Lifecycle, Step
from gongkai.core.publishing.lifecycle import EDITION, ITEM

MOMENT = "%Y-%m-%d %H:%M"


def locked_edition(actor: Actor, edition_id: int) -> Edition:
    """That edition with its item, of an organ the actor works for. Raises DoesNotExist."""
    rows = Edition.objects.select_for_update(of=("self", "item")).select_related("item")
    return one(actor, rows, edition_id, to=Purpose.WORK, field="item__organ")


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
