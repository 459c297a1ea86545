"""The demo's city with its history, written once for all tests of a module."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

from django.db import transaction
from django.utils.timezone import get_default_timezone
from pytest_django import DjangoDbBlocker

from gongkai.apps.organs.demo import prepare_demo
from gongkai.apps.organs.seed import seed_workdays
from gongkai.core.identity import SYSTEM

TODAY = date(2026, 11, 21)
NOW = datetime.combine(TODAY, time(10, 15), get_default_timezone())


def city() -> None:
    """Its organs and people."""
    seed_workdays()
    prepare_demo(SYSTEM, password="invented-password")


@contextmanager
def kept(blocker: DjangoDbBlocker) -> Iterator[None]:
    """What is written in the block is there for a whole module, and gone afterwards."""
    with blocker.unblock(), transaction.atomic():
        city()
        yield
        transaction.set_rollback(True)
