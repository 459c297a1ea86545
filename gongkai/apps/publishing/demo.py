"""The demo's items: three years of what an invented city has published, and work in progress."""

from datetime import date

from django.db import transaction

from gongkai.apps.journal.record import record
from gongkai.apps.organs.demo_city import HOME, ORGANS, SERVED, SUFFIX, people
from gongkai.apps.organs.models import Organ, User
from gongkai.apps.organs.queries import calendar
from gongkai.apps.publishing.demo_history import History
from gongkai.apps.publishing.demo_plan import Plan
from gongkai.apps.publishing.demo_rows import Staff
from gongkai.apps.publishing.models import Item
from gongkai.core.identity import Actor, Role
from gongkai.core.review.chain import DEFAULT

NEEDED = {Role.DRAFTER, Role.DISCLOSURE_OFFICE, *(level.role for level in DEFAULT)}


@transaction.atomic
def prepare_history(actor: Actor, *, today: date, scale: int = 1) -> int:
    """Write what every organ of the demo has done in three years, once; says how many items.

    The rows come in bulk; the journal has one entry for all of them.
    """
    if Item.objects.exists():
        return 0
    days = calendar()
    history = History(days)
    named = {row.key: row.name for row in ORGANS}
    organs = {row.name: row for row in Organ.objects.filter(name__in=named.values())}
    accounts = {row.username: row for row in User.objects.all()}
    for number, key in enumerate(key for key in named if key in {*SERVED, HOME}):
        organ = organs[named[key]]
        short = organ.name.removesuffix(SUFFIX)
        units = organ.units.filter(until=None).order_by("pk")
        planned = Plan(short, number, today, days).items(scale)
        history.add(organ, list(units), staff_of(key, accounts), planned)
    history.finish()
    record(actor, "prepare_demo", "items", after={"items": history.items, "scale": scale})
    return history.items


def staff_of(organ: str, accounts: dict[str, User]) -> Staff:
    """Who serves in an organ of the demo in each role that an item needs."""
    found = dict[Role, tuple[str, str]]()
    for one in people():
        if one.organ == organ and one.role in NEEDED and one.username in accounts:
            found[one.role] = (f"user:{accounts[one.username].pk}", one.name)
    return Staff(found)


def actor_for(role: Role, accounts: dict[str, User], organ_id: int) -> Actor:
    """Somebody of the demo's home organ in one role."""
    user = accounts[role.value]
    return Actor(f"user:{user.pk}", str(user), organ_id, frozenset({role}))
