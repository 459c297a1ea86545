"""An organ that can be asked through the portal, and what is typed into its form."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from tests.factories.intakes import Desk, intake
from tests.factories.organs import organ


@pytest.fixture(autouse=True)
def in_this_process(settings: Settings) -> None:
    """One storage for each test, and no process beside this one."""
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": memory}
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.GONGKAI_ADAPTERS = {
        **settings.GONGKAI_ADAPTERS,
        "batch": "gongkai.adapters.batch.memory.InProcess",
    }


@pytest.fixture
def desk(db: None) -> Desk:
    return Desk(organ("示范市财政局"))


def typed(then: str = "check", number: int = 1, **changes: Any) -> dict[str, object]:
    """What a browser sends of a filled form."""
    packed = intake(number, **changes).pack()
    ticks = {"asks_reduction": ["on"] if packed["asks_reduction"] else []}
    return {**packed, **ticks, "then": then}


def begun(client: Client, desk: Desk) -> str:
    """The address of a fresh draft."""
    answer = client.post(f"/applications/organs/{desk.organ.pk}/begin/")
    assert answer.status_code == 302
    return answer.headers["Location"]


def submitted(client: Client, desk: Desk, **changes: Any) -> None:
    """Press the button."""
    address = begun(client, desk)
    client.post(address, typed(**changes))
    client.post(f"{address}submit/")
