"""Word lists that an actor keeps, locked for a change."""

from gongkai.apps.checks.models import WordList
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.scope import Purpose, one, organs_within
from gongkai.core.identity import SYSTEM, Actor, NotAllowedError


def organ_of(actor: Actor, organ_id: int | None) -> Organ | None:
    """The organ a list is opened for; a list for all belongs to the system."""
    if organ_id is not None:
        return organs_within(actor, to=Purpose.WORK).get(pk=organ_id)
    if actor != SYSTEM:
        message = "a list for all is opened by the system only"
        raise NotAllowedError(message)
    return None


def kept_list(actor: Actor, list_id: int) -> WordList:
    """That list, locked; DoesNotExist for one the actor does not keep."""
    rows = WordList.objects.select_for_update(of=("self",))
    return one(actor, rows, list_id, to=Purpose.WORK)


def common_list(name: str) -> WordList | None:
    """The list for all organs of that name."""
    return WordList.objects.filter(organ=None, name=name).first()
