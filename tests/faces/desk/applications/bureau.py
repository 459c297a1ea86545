"""A bureau with its people before their browsers, and applications brought to any stage."""

from functools import cached_property
from typing import TYPE_CHECKING

from django.test import Client
from django.utils.timezone import localtime

from gongkai.apps.applications.handling.examining import accept, examine
from gongkai.apps.applications.models import Application
from gongkai.apps.applications.profile.profiles import ProfileFacts, save_profile
from gongkai.apps.applications.receiving.opening import Arrival
from gongkai.apps.applications.receiving.registering import register
from gongkai.apps.organs.models import User
from gongkai.apps.organs.queries import actor_of
from gongkai.core.applications.intake import Intake
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.identity import Actor, Role
from tests.faces.desk.publishing.desks import signed_in
from tests.factories.organs import Region, serving

if TYPE_CHECKING:
    from datetime import date, datetime

NAME = "张一明"
PHONE = "13800000000"
ROLES = (
    Role.HANDLER,
    Role.DISCLOSURE_OFFICE,
    Role.HEAD,
    Role.LEGAL_REVIEWER,
    Role.LEADER,
)


def intake(*items: str, **more: object) -> Intake:
    """What an invented person asks for."""
    told: dict[str, object] = {
        "applicant_kind": "natural",
        "name": NAME,
        "paper": "other",
        "paper_number": "示范0001",
        "phone": PHONE,
        "email": "zhang@example.cn",
        "address": "示范市一步路1号",
        "postcode": "100000",
        "subject": "2024年度公共数据开放计划",
        "items": items or ("2024年度公共数据开放计划全文（示数〔2024〕6号）",),
        "medium": "electronic",
        "provision": "email",
    }
    return Intake(**{**told, **more})  # type: ignore[arg-type] # the fields of an intake


class Bureau:
    """The finance bureau of a city."""

    def __init__(self) -> None:
        self.region = Region()
        self.organ = self.region.finance
        self.now: datetime = localtime()
        self.today: date = self.now.date()
        self.people = {role: serving(role.value, self.organ, role) for role in ROLES}
        facts = ProfileFacts("示财", address="示范市一步路1号", phone="010-00000000")
        save_profile(self.actor(Role.DISCLOSURE_OFFICE), organ_id=self.organ.pk, facts=facts,
            now=self.now)  # fmt: skip

    def actor(self, role: Role) -> Actor:
        """Whoever holds that role."""
        return actor_of(self.people[role], self.today)

    def client(self, role: Role) -> Client:
        """His browser."""
        return signed_in(self.people[role])

    @cached_property
    def handler(self) -> Client:
        return self.client(Role.HANDLER)

    @cached_property
    def office(self) -> Client:
        return self.client(Role.DISCLOSURE_OFFICE)

    @cached_property
    def above(self) -> Client:
        """Somebody of the government above, who only oversees."""
        return signed_in(serving("above", self.region.city, Role.DISCLOSURE_OFFICE))

    def outsider(self, role: Role = Role.DISCLOSURE_OFFICE) -> Client:
        """Somebody of another city."""
        user = User.objects.filter(username=f"outside-{role}").first()
        return signed_in(user or serving(f"outside-{role}", self.region.stranger, role))

    def registered(self, *items: str, **more: object) -> Application:
        """An application that came over the counter today."""
        arrival = Arrival(SubmissionWay.COUNTER, self.today)
        return register(
            self.actor(Role.HANDLER), intake=intake(*items, **more), arrival=arrival, now=self.now
        )

    def handled(self, *items: str, **more: object) -> Application:
        """One that is being worked on."""
        row, who = self.registered(*items, **more), self.actor(Role.HANDLER)
        row = examine(who, application_id=row.pk, expected=row.version, now=self.now)
        return accept(who, application_id=row.pk, expected=row.version, now=self.now)


def case_of(row: Application) -> str:
    """Its page."""
    return f"/desk/applications/{row.pk}/"


def step_of(row: Application, verb: str) -> str:
    """The form of one of its steps."""
    return f"{case_of(row)}steps/{verb}/"


def fresh(row: Application) -> Application:
    """It as it stands now."""
    return Application.objects.get(pk=row.pk)
