"""Looking up organs in order to change them: locked, living, and administered by the actor."""

from gongkai.apps.organs import obstacles
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.scope import Purpose, one, organs_within
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, Actor


def locked(actor: Actor, organ_id: int) -> Organ:
    """An organ the actor administers, closed ones too. Raises DoesNotExist for any other."""
    rows = Organ.objects.select_for_update(of=("self",)).select_related("superior")
    return one(actor, rows, organ_id, to=Purpose.GOVERN, field="pk")


def living(actor: Actor, organ_id: int) -> Organ:
    """An organ the actor administers; closed ones are refused."""
    organ = locked(actor, organ_id)
    if organ.until is not None:
        raise BlockedError([obstacles.already_closed(organ.name)])
    return organ


def superior_of(actor: Actor, superior_id: int | None) -> Organ | None:
    """The superior that was chosen; only the system itself enters an organ without one."""
    if superior_id is None and actor == SYSTEM:
        return None
    rows = organs_within(actor, to=Purpose.GOVERN).filter(until=None)
    superior = rows.filter(pk=superior_id or 0).first()
    if superior is None:
        raise BlockedError([obstacles.superior_missing()])
    return superior
