"""Pages are asked of a system that reads at once, in this process."""

import pytest
from django.test import Client
from pytest_django import Settings

from gongkai.apps.organs.models import Member, Organ, User
from gongkai.core.identity import Role


@pytest.fixture
def at_once(settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.GONGKAI_ADAPTERS = {
        **settings.GONGKAI_ADAPTERS,
        "batch": "gongkai.adapters.batch.memory.InProcess",
    }


def member(name: str, organ: str) -> User:
    user = User.objects.create_user(name, password="invented-password", first_name=name)
    home, _ = Organ.objects.get_or_create(name=organ)
    Member.objects.create(user=user, organ=home, roles=[Role.HANDLER.value])
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
