"""People who sign in, and the journal's words about them."""

from datetime import UTC, date, datetime, timedelta

from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.models import Duty, Organ, User
from gongkai.core.identity import Actor, Origin, Role

PASSWORD = "Invented-Password-1"
NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
VISITOR_HERE = Actor("visitor", "访客", origin=Origin("192.0.2.7", "a browser"))


def person(
    name: str,
    *roles: Role,
    organ: str = "示范市人民政府办公室",
    password: str = PASSWORD,
) -> User:
    """Somebody with these duties since long ago."""
    home, _ = Organ.objects.get_or_create(name=organ)
    user = User.objects.create_user(name, password=password, first_name=f"{name}先生", organ=home)
    for role in roles:
        Duty.objects.create(user=user, organ=home, role=role.value, since=date(2019, 5, 15))
    return user


def actor(user: User) -> Actor:
    """The actor somebody is, coming from a place."""
    return Actor(f"user:{user.pk}", user.first_name, origin=Origin("192.0.2.7", "a browser"))


def verbs() -> list[str]:
    """What the journal tells, first one first."""
    return list(Entry.objects.order_by("sequence").values_list("verb", flat=True))


def told() -> str:
    """Everything the journal says, as one text."""
    return "\n".join(str(row) for row in Entry.objects.order_by("sequence").values())
