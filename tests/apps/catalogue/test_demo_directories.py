"""The demo's county and district have standard directories; what is wrong in them is meant."""

import pytest
from django.utils.timezone import localdate

from gongkai.apps.catalogue.demo import prepare_site
from gongkai.apps.catalogue.demo_directories import prepare_directories
from gongkai.apps.catalogue.demo_directory_rows import ROWS
from gongkai.apps.catalogue.directory_overview_queries import directories_seen
from gongkai.apps.catalogue.models import DirectoryDraft, DirectoryEntry
from gongkai.apps.organs.demo import prepare_demo
from gongkai.apps.publishing.demo import prepare_history
from gongkai.core.catalogue.fields import FIELD
from gongkai.core.identity import SYSTEM
from tests.factories.publishing import NOW

pytestmark = pytest.mark.django_db


def test_without_the_demos_site_there_are_none() -> None:
    assert prepare_directories(NOW) == 0


def test_every_fault_that_a_directory_can_have_is_there() -> None:
    prepare_demo(SYSTEM, password="invented-password")
    prepare_history(SYSTEM, today=localdate(NOW))
    prepare_site(NOW)
    made = prepare_directories(NOW)
    assert made == DirectoryEntry.objects.count() > 100
    assert prepare_directories(NOW) == 0
    assert not DirectoryDraft.objects.exists()
    found = [row for row in directories_seen(SYSTEM) if row.rows]
    assert len(found) > 15
    for name in ("bound", "blank", "stray", "late", "unjudged"):
        assert sum(getattr(row, name) for row in found) > 10, name
    assert all(row.blank < row.rows for row in found)


def test_the_rows_are_of_fields_that_there_are() -> None:
    assert set(ROWS) <= set(FIELD)
