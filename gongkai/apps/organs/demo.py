"""The demo: an invented city with its organs, and people for every role."""

from datetime import date

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from gongkai.apps.journal.record import record
from gongkai.apps.organs.demo_city import NAMES, ORGANS, DemoOrgan, DemoPerson, people
from gongkai.apps.organs.models import Duty, Organ, OrganName, Unit, User
from gongkai.apps.organs.reach import renew_reach
from gongkai.core.identity import Actor

SINCE = date(2019, 5, 15)


@transaction.atomic
def prepare_demo(actor: Actor, *, password: str) -> tuple[tuple[str, str], ...]:
    """Create what is missing of the demo; returns the accounts at home and their roles."""
    before = Organ.objects.count(), User.objects.count(), Duty.objects.count()
    organs = dict[str, Organ]()
    for row in ORGANS:
        organs[row.key] = _organ(row, organs.get(row.above))
    encoded = make_password(password)
    for one in people():
        _person(one, organs[one.organ], encoded)
    _keep_passwords(password, encoded)
    after = Organ.objects.count(), User.objects.count(), Duty.objects.count()
    if after != before:
        renew_reach()
        new = [now - then for now, then in zip(after, before, strict=True)]
        made = dict(zip(("organs", "users", "duties"), new, strict=True))
        record(actor, "prepare_demo", "organs", after=made)
    return tuple((role.value, role.label) for role in NAMES)


def _organ(row: DemoOrgan, superior: Organ | None) -> Organ:
    facts = {
        "kind": row.kind.value,
        "superior": superior,
        "region_code": row.region_code,
        "region": row.region,
        "is_competent": row.is_competent,
        "since": SINCE,
    }
    known = OrganName.objects.filter(name=row.name).select_related("organ").first()
    organ = known.organ if known else Organ.objects.filter(name=row.name).first()
    if organ is None:
        organ = Organ.objects.create(name=row.name, **facts)
    elif organ.since is None:
        Organ.objects.filter(pk=organ.pk).update(**facts)
    if known is None:
        OrganName.objects.create(organ=organ, name=row.name, since=SINCE)
    for name in row.units:
        Unit.objects.get_or_create(organ=organ, name=name, defaults={"since": SINCE})
    return organ


def _keep_passwords(password: str, encoded: str) -> None:
    """Where the demo's password is another one by now, it is everybody's."""
    everybody = User.objects.filter(username__in=[one.username for one in people()])
    first = everybody.order_by("pk")[0]
    if not check_password(password, first.password):
        everybody.update(password=encoded)


def _person(one: DemoPerson, organ: Organ, encoded: str) -> None:
    user, _ = User.objects.get_or_create(
        username=one.username,
        defaults={"first_name": one.name, "organ": organ, "password": encoded},
    )
    unit = organ.units.filter(name=one.unit).first() if one.unit else None
    Duty.objects.get_or_create(
        user=user,
        role=one.role.value,
        defaults={"organ": organ, "unit": unit, "title": one.title, "since": SINCE},
    )
