"""Copies elsewhere are asked to follow once for each change, however often that is told."""

from datetime import datetime, timedelta

import pytest

from gongkai.apps.publishing.closing import withdraw
from gongkai.apps.publishing.models import Item, Placement
from gongkai.apps.publishing.placing import follow_release, follow_withdrawal, followed, place
from gongkai.apps.publishing.releasing import release
from gongkai.apps.publishing.submitting import submit
from gongkai.core.events import ItemReleased, ItemWithdrawn
from gongkai.core.identity import OrganKind
from tests.factories.organs import organ
from tests.factories.publishing import (
    NOW,
    REASON,
    Staff,
    correcting,
    released,
    through_review,
)

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def staff() -> Staff:
    return Staff(organ("示范市数据局", None, OrganKind.DEPARTMENT, "990100"))


@pytest.fixture
def item(staff: Staff) -> Item:
    return released(staff).item


@pytest.fixture
def copy(staff: Staff, item: Item) -> Placement:
    """The item, told on another channel too."""
    return place(staff.office, item_id=item.pk, channel="weixin", address="", placed_on=NOW.date())


def correct(staff: Staff, item: Item, now: datetime) -> ItemReleased:
    """Release a correction; says what is announced."""
    edition = correcting(staff, item.pk, now)
    edition = submit(staff.drafter, edition_id=edition.pk, expected=edition.version, now=now)
    edition = through_review(staff, edition, now)
    release(staff.office, edition_id=edition.pk, expected=edition.version, now=now)
    return ItemReleased(item.pk, edition.revision_id or 0)


def standing(copy: Placement) -> tuple[str, datetime | None]:
    copy.refresh_from_db()
    return copy.state, copy.asked_at


def test_the_first_release_asks_nothing(item: Item, copy: Placement) -> None:
    follow_release(ItemReleased(item.pk, item.released_id or 0))
    assert standing(copy) == ("current", None)


def test_a_correction_asks_once(staff: Staff, item: Item, copy: Placement) -> None:
    event = correct(staff, item, LATER)
    follow_release(event)
    assert standing(copy) == ("to_follow", LATER)
    followed(staff.office, placement_id=copy.pk, now=LATER)
    follow_release(event)
    assert standing(copy) == ("current", LATER)


def test_a_second_correction_asks_anew_and_the_first_told_late_asks_nothing(
    staff: Staff, item: Item, copy: Placement
) -> None:
    first, second = correct(staff, item, LATER), correct(staff, item, LATER + timedelta(hours=1))
    follow_release(second)
    followed(staff.office, placement_id=copy.pk, now=LATER)
    follow_release(first)
    assert standing(copy) == ("current", LATER + timedelta(hours=1))


def test_a_withdrawal_asks_once(staff: Staff, item: Item, copy: Placement) -> None:
    withdraw(staff.office, item_id=item.pk, reason=REASON, now=LATER)
    follow_withdrawal(ItemWithdrawn(item.pk))
    assert standing(copy) == ("to_follow", LATER)
    followed(staff.office, placement_id=copy.pk, now=LATER)
    follow_withdrawal(ItemWithdrawn(item.pk))
    assert standing(copy) == ("current", LATER)


def test_the_page_of_our_own_is_never_asked(staff: Staff, item: Item) -> None:
    withdraw(staff.office, item_id=item.pk, reason=REASON, now=LATER)
    follow_withdrawal(ItemWithdrawn(item.pk))
    assert Placement.objects.get(item=item, channel="portal").state == "current"
