"""Counts: each figure is one query; what was harvested is never the organ's own."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.apps.organs.models import Organ
from gongkai.apps.publishing.closing import withdraw
from gongkai.apps.publishing.counting_queries import Dimension, Period, counts, totals
from gongkai.apps.publishing.harvesting import harvest
from gongkai.apps.publishing.models import Item
from gongkai.apps.publishing.placing import (
    follow_release,
    follow_withdrawal,
    followed,
    place,
    remove_placement,
)
from gongkai.core.events import ItemReleased, ItemWithdrawn
from gongkai.core.finding import BlockedError, Finding, Severity
from gongkai.core.identity import Role
from gongkai.core.ports import Feed, FeedEntry
from tests.factories.organs import Region, acting
from tests.factories.publishing import NOW, Staff, draft, drafted, released, withdrawn

pytestmark = pytest.mark.django_db
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
ENTRY = FeedEntry(1, "a-1", "省里的通知", "https://example.gov.cn/1", NOW, "示范省", "<p>正文</p>")
BAD = Finding("FEED-ROW", Severity.ERROR, "没有标题", "第 3 行没有标题。", "请补上。")


@pytest.fixture
def staff() -> Staff:
    return Staff(Region().bureau)


def by(staff: Staff, dimension: Dimension, period: Period = YEAR) -> dict[str, int]:
    return {row.label: row.items for row in counts(staff.office, period, dimension)}


def test_by_kind_source_code_channel_and_month(staff: Staff) -> None:
    released(staff, written=draft(1))
    item = released(staff, kind="news", written=draft(2, source="reprint", source_name="示范市"))
    place(
        staff.office,
        item_id=item.item_id,
        channel="weixin",
        address="示范发布",
        placed_on=NOW.date(),
    )
    drafted(staff, written=draft(3))
    assert by(staff, Dimension.KIND) == {"公告公示": 1, "动态": 1}
    assert by(staff, Dimension.SOURCE) == {"原创": 1, "转载": 1}
    assert by(staff, Dimension.CHANNEL) == {"政府网站": 2, "政务微信": 1}
    assert by(staff, Dimension.MONTH) == {"2025 年 6 月": 2}
    assert by(staff, Dimension.ORGAN) == {staff.organ.name: 2}
    assert by(staff, Dimension.UNIT) == {"未填": 2}
    assert list(by(staff, Dimension.CODE).values()) == [2]


def test_each_count_is_one_query(staff: Staff) -> None:
    released(staff)
    for dimension in Dimension:
        with CaptureQueriesContext(connection) as asked:
            counts(staff.office, YEAR, dimension)
        assert len(asked) == 1


def test_the_period_has_both_its_days(staff: Staff) -> None:
    released(staff)
    day = NOW.date()
    assert by(staff, Dimension.KIND, Period(day, day)) == {"公告公示": 1}
    before = Period(day - timedelta(days=9), day - timedelta(days=1))
    assert by(staff, Dimension.KIND, before) == {}


def test_totals(staff: Staff) -> None:
    released(staff, written=draft(1, formed_on="2025-06-20"))
    withdrawn(staff, written=draft(2))
    found = totals(staff.office, YEAR)
    assert (found.released, found.late, found.withdrawn) == (2, 1, 1)
    assert (found.harvested, found.elsewhere) == (0, 0)


def test_another_organ_counts_nothing_of_it(staff: Staff) -> None:
    released(staff)
    town = Organ.objects.get(name="示范县一步镇人民政府")
    stranger = acting("stranger", town, Role.DISCLOSURE_OFFICE)
    assert counts(stranger, YEAR, Dimension.KIND) == []


class TestHarvest:
    def taken(self, staff: Staff, feed: Feed, *, skips_bad: bool = False) -> tuple[int, int]:
        done = harvest(staff.office, feed=feed, kind="news", skips_bad=skips_bad, now=NOW)
        return done.made, done.known

    def test_entries_become_drafts_once(self, staff: Staff) -> None:
        assert self.taken(staff, Feed((ENTRY,))) == (1, 0)
        assert self.taken(staff, Feed((ENTRY,))) == (0, 1)
        item = Item.objects.get()
        assert (item.source, item.state, item.identity) == ("harvested", "unpublished", "a-1")

    def test_bad_rows_stop_everything(self, staff: Staff) -> None:
        with pytest.raises(BlockedError) as caught:
            self.taken(staff, Feed((ENTRY,), (BAD,)))
        assert caught.value.findings == (BAD,)
        assert not Item.objects.exists()

    def test_or_the_rest_is_taken(self, staff: Staff) -> None:
        assert self.taken(staff, Feed((ENTRY,), (BAD,)), skips_bad=True) == (1, 0)

    def test_nothing_to_take_is_said(self, staff: Staff) -> None:
        with pytest.raises(BlockedError):
            self.taken(staff, Feed(()))

    def test_it_is_never_counted_as_own(self, staff: Staff) -> None:
        self.taken(staff, Feed((ENTRY,)))
        Item.objects.update(first_released_at=NOW)
        assert by(staff, Dimension.KIND) == {}
        assert totals(staff.office, YEAR).harvested == 1


class TestPlaces:
    def test_copies_follow_a_withdrawal(self, staff: Staff) -> None:
        item_id = released(staff).item_id
        row = place(
            staff.office, item_id=item_id, channel="weibo", address="", placed_on=NOW.date()
        )
        withdraw(staff.office, item_id=item_id, reason="活动取消", now=NOW)
        follow_withdrawal(ItemWithdrawn(item_id))
        row.refresh_from_db()
        assert (row.state, row.asked_at is None) == ("to_follow", False)
        assert followed(staff.office, placement_id=row.pk, now=NOW).state == "current"

    def test_a_first_release_asks_nobody_to_follow(self, staff: Staff) -> None:
        edition = released(staff)
        row = place(
            staff.office,
            item_id=edition.item_id,
            channel="weibo",
            address="",
            placed_on=NOW.date(),
        )
        follow_release(ItemReleased(edition.item_id, edition.revision_id or 0))
        row.refresh_from_db()
        assert row.state == "current"

    @pytest.mark.parametrize("channel", ["portal", "pigeon"])
    def test_other_channels_only(self, staff: Staff, channel: str) -> None:
        item_id = released(staff).item_id
        with pytest.raises(BlockedError):
            place(staff.office, item_id=item_id, channel=channel, address="", placed_on=NOW.date())

    def test_a_wrong_note_is_taken_back(self, staff: Staff) -> None:
        item_id = released(staff).item_id
        row = place(staff.office, item_id=item_id, channel="app", address="", placed_on=NOW.date())
        remove_placement(staff.office, placement_id=row.pk)
        assert Item.objects.get(pk=item_id).placements.count() == 1
