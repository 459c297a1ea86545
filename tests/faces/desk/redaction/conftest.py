"""A case of an organ with a redaction in it, and two people before their browsers."""

from dataclasses import dataclass
from functools import cached_property

import pytest
from django.test import Client
from pytest_django import Settings

from gongkai.apps.applications.models import Application, Redaction
from gongkai.apps.applications.redaction.redacting import add_original
from gongkai.apps.organs.models import User
from gongkai.core.identity import Actor, Role
from tests.factories.organs import Region, acting
from tests.factories.publishing import NOW
from tests.factories.register import stored
from tests.samples import portable
from tests.samples.drawing import lines

NAME, PHONE = "张三丰", "13812345678"
DATA = portable.pdf(lines(f"申请人{NAME}（{PHONE}）来访。"), lines("第二页"))


@pytest.fixture(autouse=True)
def worker(at_once: None, settings: Settings) -> None:
    """What is queued is done at once, with a storage of its own."""
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": memory}


@dataclass
class Bench:
    """The people, the case, and its redaction."""

    handler: Actor
    checker: Actor
    drafter: Actor
    case: Application

    @cached_property
    def work(self) -> Redaction:
        return add_original(
            self.handler, application_id=self.case.pk, name="来访记录.pdf", data=DATA, now=NOW
        )

    @property
    def listing(self) -> str:
        return f"/desk/applications/{self.case.pk}/redaction/"

    @property
    def address(self) -> str:
        return f"{self.listing}{self.work.pk}/"

    def of(self, actor: Actor) -> Client:
        client = Client()
        client.force_login(User.objects.get(pk=int(actor.key.removeprefix("user:"))))
        return client


@pytest.fixture
def bench(db: None) -> Bench:
    place = Region().finance
    return Bench(
        acting("handler", place, Role.HANDLER),
        acting("checker", place, Role.REVIEWER),
        acting("drafter", place, Role.DRAFTER),
        stored(place, 1),
    )
