"""Units inside an organ."""

from datetime import timedelta

import pytest

from gongkai.apps.organs.directory_queries import unit, units
from gongkai.apps.organs.models import Organ, Unit
from gongkai.apps.organs.units import close_unit, open_unit, rename_unit
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from tests.factories.organs import FOUNDED, TODAY, Region, acting, duty, person

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def keeper(region: Region) -> Actor:
    return acting("keeper", region.city, Role.ADMINISTRATOR)


def test_opened_renamed_and_closed(region: Region, keeper: Actor) -> None:
    row = open_unit(keeper, organ_id=region.finance.pk, name=" 预算科 ", day=FOUNDED)
    assert str(row) == "预算科"
    assert rename_unit(keeper, unit_id=row.pk, name="预算处").name == "预算处"
    assert unit(keeper, row.pk) == row
    assert close_unit(keeper, unit_id=row.pk, day=TODAY).until == TODAY
    assert list(units(keeper, region.finance.pk)) == [row]
    again = open_unit(keeper, organ_id=region.finance.pk, name="预算处", day=TODAY)
    assert again != row


def test_what_stands_in_the_way(region: Region, keeper: Actor) -> None:
    row = open_unit(keeper, organ_id=region.finance.pk, name="预算科", day=FOUNDED)
    with pytest.raises(BlockedError, match="已经有“预算科”"):
        open_unit(keeper, organ_id=region.finance.pk, name="预算科", day=TODAY)
    with pytest.raises(BlockedError, match="名称是空的"):
        rename_unit(keeper, unit_id=row.pk, name=" ")
    with pytest.raises(BlockedError, match="早于"):
        close_unit(keeper, unit_id=row.pk, day=FOUNDED - DAY)
    held = duty(person("li", region.finance), region.finance)
    held.unit = row
    held.save()
    with pytest.raises(BlockedError, match="还有 1 项任职"):
        close_unit(keeper, unit_id=row.pk, day=TODAY)
    held.until = TODAY
    held.save()
    close_unit(keeper, unit_id=row.pk, day=TODAY)
    with pytest.raises(BlockedError, match="已经结束"):
        close_unit(keeper, unit_id=row.pk, day=TODAY)


def test_only_who_administers_the_organ(region: Region) -> None:
    row = Unit.objects.create(organ=region.finance, name="预算科")
    leader = acting("leader", region.finance, Role.LEADER)
    with pytest.raises(NotAllowedError):
        open_unit(leader, organ_id=region.finance.pk, name="国库科", day=TODAY)
    other = acting("other", region.county, Role.ADMINISTRATOR)
    with pytest.raises(Organ.DoesNotExist):
        open_unit(other, organ_id=region.finance.pk, name="国库科", day=TODAY)
    with pytest.raises(Unit.DoesNotExist):
        rename_unit(other, unit_id=row.pk, name="新")
    with pytest.raises(Unit.DoesNotExist):
        close_unit(other, unit_id=row.pk, day=TODAY)
