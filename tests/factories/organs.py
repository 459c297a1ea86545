"""Organs and people for tests: a small tree, built by the actions themselves."""

from datetime import date

from django.contrib.auth.hashers import make_password

from gongkai.apps.organs.duties import DutyFacts, give_duty
from gongkai.apps.organs.facts import Basis, OrganFacts
from gongkai.apps.organs.founding import found_organ
from gongkai.apps.organs.models import Duty, Organ, User
from gongkai.apps.organs.queries import actor_of
from gongkai.core.identity import SYSTEM, Actor, OrganKind, Role

FOUNDED = date(2019, 5, 15)
TODAY = date(2025, 6, 30)
PASSWORD = "invented-password"
DOCUMENT = "示范发〔2019〕1号"


def basis(day: date = FOUNDED, today: date = TODAY) -> Basis:
    """A day and a document."""
    return Basis(day, DOCUMENT, today)


def organ(
    name: str,
    superior: Organ | None = None,
    kind: OrganKind = OrganKind.DEPARTMENT,
    region_code: str = "",
    *,
    is_competent: bool = False,
) -> Organ:
    """An organ below another."""
    facts = OrganFacts(
        kind,
        None if superior is None else superior.pk,
        region_code,
        is_competent=is_competent,
    )
    return found_organ(SYSTEM, name=name, facts=facts, basis=basis())


def person(username: str, home: Organ | None = None) -> User:
    """Somebody with an account and no rights."""
    return User.objects.create(
        username=username, first_name=username, organ=home, password=make_password(PASSWORD)
    )


def duty(
    user: User,
    place: Organ,
    role: Role = Role.DRAFTER,
    since: date = FOUNDED,
    until: date | None = None,
) -> Duty:
    """A role for somebody."""
    facts = DutyFacts(user.pk, place.pk, role.value, since, until)
    return give_duty(SYSTEM, facts=facts)


def serving(username: str, place: Organ, *roles: Role) -> User:
    """Somebody who serves in an organ."""
    user = person(username, place)
    for role in roles or (Role.DRAFTER,):
        duty(user, place, role)
    return user


def acting(username: str, place: Organ, *roles: Role) -> Actor:
    """Who acts when somebody who serves there does."""
    return actor_of(serving(username, place, *roles), TODAY)


class Region:
    """A city with a competent office, two bureaus, a county with a bureau and a town."""

    def __init__(self) -> None:
        kind = OrganKind
        self.city = organ("示范市人民政府", None, kind.CITY, "990100")
        self.office = organ(
            "示范市人民政府办公室", self.city, region_code="990100", is_competent=True
        )
        self.finance = organ("示范市财政局", self.city, region_code="990100")
        self.health = organ("示范市卫生健康委员会", self.city, region_code="990100")
        self.tax = organ("示范市税务局", self.city, kind.VERTICAL, "990100")
        self.county = organ("示范县人民政府", self.city, kind.COUNTY, "990121")
        self.bureau = organ("示范县财政局", self.county, region_code="990121")
        self.town = organ("示范县一步镇人民政府", self.county, kind.TOWNSHIP, "990121100")
        self.other = organ("邻市人民政府", None, kind.CITY, "990200")
        self.stranger = organ("邻市财政局", self.other, region_code="990200")
