"""Pages are asked of a system that reads at once, in this process."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import Settings

from gongkai.apps.organs.models import Duty, Organ, User
from gongkai.core.identity import Role

FOUNDED = date(2019, 5, 15)


@pytest.fixture
def at_once(settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.GONGKAI_ADAPTERS = {
        **settings.GONGKAI_ADAPTERS,
        "batch": "gongkai.adapters.batch.memory.InProcess",
    }


def member(name: str, organ: str, role: Role = Role.HANDLER) -> User:
    home, _ = Organ.objects.get_or_create(name=organ)
    user = User.objects.create_user(name, password="invented-password", first_name=name, organ=home)
    Duty.objects.create(user=user, organ=home, role=role.value, since=FOUNDED)
    return user


@pytest.fixture
def clerk(db: None) -> Client:
    client = Client()
    client.force_login(member("clerk", "示范市人民政府办公室"))
    return client


@pytest.fixture
def outsider(db: None) -> Client:
    client = Client()
    client.force_login(member("outsider", "邻市人民政府办公室"))
    return client
