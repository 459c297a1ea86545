"""Files of two organs; reading without a pool of processes."""

from datetime import datetime

import pytest
from django.core.files.storage import default_storage
from django.utils.timezone import localtime
from pytest_django import Settings

from gongkai.apps.organs.models import Organ
from gongkai.core.identity import Actor, Role


@pytest.fixture
def now() -> datetime:
    return localtime()


@pytest.fixture(autouse=True)
def in_this_process(settings: Settings) -> None:
    """One storage for each test, and no process beside this one."""
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": memory}
    settings.GONGKAI_ADAPTERS = {
        **settings.GONGKAI_ADAPTERS,
        "batch": "gongkai.adapters.batch.memory.InProcess",
    }


@pytest.fixture
def at_once(settings: Settings) -> None:
    """What is queued is done at once."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def drafter(db: None) -> Actor:
    organ = Organ.objects.create(name="示范市财政局")
    return Actor("user:1", "拟稿人", organ.pk, frozenset({Role.DRAFTER}))


@pytest.fixture
def stranger(db: None) -> Actor:
    organ = Organ.objects.create(name="邻市财政局")
    return Actor("user:2", "外单位", organ.pk, frozenset({Role.DRAFTER}))


def keys() -> set[str]:
    """All keys in the storage."""
    folders, _ = default_storage.listdir("stored")
    return {
        f"stored/{f}/{name}" for f in folders for name in default_storage.listdir(f"stored/{f}")[1]
    }
