"""The demo's city has its site and columns, once; all show something, not all are fresh."""

from datetime import date

import pytest
from django.utils.timezone import localdate

from gongkai.apps.catalogue.column_queries import column_of, items_of, site
from gongkai.apps.catalogue.column_report_queries import column_report
from gongkai.apps.catalogue.demo import KEEPERS, prepare_site
from gongkai.apps.catalogue.keeping_queries import kept_site
from gongkai.apps.catalogue.models import Column
from gongkai.apps.organs.demo import prepare_demo
from gongkai.apps.organs.models import User
from gongkai.apps.organs.queries import actor_of
from gongkai.apps.publishing.demo import prepare_history
from gongkai.core.catalogue.columns import Freshness
from gongkai.core.catalogue.statutory_columns import USUAL
from gongkai.core.identity import SYSTEM
from tests.factories.publishing import NOW

pytestmark = pytest.mark.django_db
TODAY: date = localdate(NOW)


def test_without_the_demos_people_there_is_no_site() -> None:
    assert prepare_site(NOW) == 0
    assert site() is None


def test_every_column_of_the_site_is_filled_and_some_are_late() -> None:
    prepare_demo(SYSTEM, password="invented-password")
    prepare_history(SYSTEM, today=TODAY)
    assert prepare_site(NOW) == len(USUAL)
    assert prepare_site(NOW) == 0
    here = site()
    assert here is not None
    assert here.organ.name.startswith("示范市人民政府")
    kept = {kept_site(actor_of(User.objects.get(username=name), TODAY)) for name in KEEPERS}
    assert kept == {here}
    assert [row.key for row in Column.objects.all() if not items_of(row).exists()] == []
    assert items_of(column_of("annual-reports")).exists()
    found = {row.freshness for row in column_report(here, today=TODAY)}
    assert found == set(Freshness)
