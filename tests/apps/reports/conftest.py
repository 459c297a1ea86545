"""Readings without a pool of processes and without a worker: at once, in this process."""

from datetime import datetime

import pytest
from django.utils.timezone import localtime
from pytest_django import Settings

from gongkai.apps.organs.models import Organ
from gongkai.core.identity import Actor, Role


@pytest.fixture
def at_once(settings: Settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.GONGKAI_ADAPTERS = {
        **settings.GONGKAI_ADAPTERS,
        "batch": "gongkai.adapters.batch.memory.InProcess",
    }


@pytest.fixture
def now() -> datetime:
    return localtime()


@pytest.fixture
def handler(db: None) -> Actor:
    organ = Organ.objects.create(name="示范市人民政府办公室")
    return Actor("user:1", "经办人", organ.pk, frozenset({Role.HANDLER}))


@pytest.fixture
def stranger(db: None) -> Actor:
    organ = Organ.objects.create(name="邻市人民政府办公室")
    return Actor("user:2", "外单位", organ.pk, frozenset({Role.HANDLER}))
