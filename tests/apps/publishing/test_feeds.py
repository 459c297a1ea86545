"""Feeds that are held: by whom, for how long, and taken over once even when two do so."""

from datetime import timedelta

import pytest

from gongkai.apps.journal.models import Entry
from gongkai.apps.publishing import feeds
from gongkai.apps.publishing.drafting import discard_edition
from gongkai.apps.publishing.feed_queries import held_feed
from gongkai.apps.publishing.feeds import fetch_feed, hold_feed
from gongkai.apps.publishing.harvesting import harvest
from gongkai.apps.publishing.models import Edition, HeldFeed, Item
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError, Role
from gongkai.core.ports import Feed, FeedEntry
from gongkai.core.publishing.draft import unpack
from tests.factories.organs import Region, acting
from tests.factories.publishing import NOW, Staff

pytestmark = pytest.mark.django_db
TABLE = "标题,发布时间\n省里的通知,2025-06-20".encode()


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def staff(region: Region) -> Staff:
    return Staff(region.bureau)


def test_it_is_held_for_its_organ(staff: Staff, region: Region) -> None:
    row = hold_feed(staff.drafter, name="目录.csv", data=TABLE, now=NOW)
    named = held_feed(staff.office, row.pk)
    assert (named.name, [entry.title for entry in named.feed.entries]) == (
        "目录.csv",
        ["省里的通知"],
    )
    for place in (region.county, region.finance, region.stranger):
        other = acting(f"other-{place.pk}", place, Role.DISCLOSURE_OFFICE)
        with pytest.raises(HeldFeed.DoesNotExist):
            held_feed(other, row.pk)


def test_holding_is_in_the_journal(staff: Staff) -> None:
    row = hold_feed(staff.drafter, name="目录.csv", data=TABLE, now=NOW)
    entry = Entry.objects.get(verb="hold_feed")
    assert entry.subject == f"feed:{row.pk}"
    assert entry.after == {"name": "目录.csv", "size": len(TABLE)}


def test_after_a_day_it_is_forgotten(staff: Staff) -> None:
    old = hold_feed(staff.drafter, name="旧.csv", data=TABLE, now=NOW)
    kept = hold_feed(staff.drafter, name="新.csv", data=TABLE, now=NOW + timedelta(hours=20))
    hold_feed(staff.drafter, name="再.csv", data=TABLE, now=NOW + timedelta(hours=25))
    assert not HeldFeed.objects.filter(pk=old.pk).exists()
    assert HeldFeed.objects.filter(pk=kept.pk).exists()


def test_what_is_too_large_is_not_held(staff: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "LARGEST", 10)
    with pytest.raises(BlockedError):
        hold_feed(staff.drafter, name="大.csv", data=b"x" * 11, now=NOW)
    assert hold_feed(staff.drafter, name="小.csv", data=b"x" * 10, now=NOW).pk


def test_whoever_does_not_take_over_holds_nothing(staff: Staff) -> None:
    with pytest.raises(NotAllowedError):
        hold_feed(staff.leader, name="目录.csv", data=TABLE, now=NOW)
    with pytest.raises(NotAllowedError):
        harvest(staff.leader, feed=Feed(()), kind="news", skips_bad=False, now=NOW)
    assert not HeldFeed.objects.exists()


@pytest.mark.parametrize("address", ["", "http://127.0.0.1/", "ftp://example.gov.cn/"])
def test_addresses_that_are_refused(address: str) -> None:
    with pytest.raises(BlockedError) as caught:
        fetch_feed(address)
    assert caught.value.findings[0].hint


def entry(number: int, **changes: str) -> FeedEntry:
    return FeedEntry(number, changes.pop("identity", f"a-{number}"), f"省里的第{number}号通知")


def test_an_entry_is_a_draft_that_says_where_it_comes_from(staff: Staff) -> None:
    full = FeedEntry(
        1, "a-1", "省里的通知", "https://example.gov.cn/1", NOW - timedelta(days=3), "示范省",
        "<p onclick=x>正文</p><script>x</script>", "摘要",
    )  # fmt: skip
    harvest(staff.drafter, feed=Feed((full,)), kind="policy", skips_bad=False, now=NOW)
    edition = Edition.objects.get()
    draft = unpack(edition.content)
    assert edition.state == "draft"
    assert (draft.source, draft.source_name) == ("harvested", "示范省")
    assert draft.source_address == "https://example.gov.cn/1"
    assert draft.formed_on == "2025-06-27"
    assert draft.catalogue_code == "20-01"
    assert draft.disclosure_class == ""
    assert draft.body == "<p>正文</p>"


def test_the_same_entry_of_two_organs_is_two_items(staff: Staff, region: Region) -> None:
    other = Staff(region.finance, "cz")
    for one in (staff, other, staff):
        harvest(one.drafter, feed=Feed((entry(1),)), kind="news", skips_bad=False, now=NOW)
    assert Item.objects.filter(identity="a-1").count() == 2


def test_what_was_discarded_does_not_come_back(staff: Staff) -> None:
    feed = Feed((entry(1), entry(2)))
    harvest(staff.drafter, feed=feed, kind="news", skips_bad=False, now=NOW)
    edition = Edition.objects.first()
    assert edition
    discard_edition(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)
    done = harvest(staff.drafter, feed=feed, kind="news", skips_bad=False, now=NOW)
    assert (done.made, done.known) == (0, 2)


def test_many_entries_at_once(staff: Staff) -> None:
    feed = Feed(tuple(entry(number) for number in range(1, 40)))
    done = harvest(staff.drafter, feed=feed, kind="news", skips_bad=False, now=NOW)
    assert (done.made, done.known) == (39, 0)
    assert Entry.objects.get(verb="harvest").after == {"made": 39, "known": 0, "kind": "news"}


def test_long_identities_are_told_apart_as_far_as_they_are_kept(staff: Staff) -> None:
    feed = Feed((entry(1, identity="号" * 600), entry(2, identity="号" * 600)))
    done = harvest(staff.drafter, feed=feed, kind="news", skips_bad=False, now=NOW)
    assert done.made == 1
    assert done.known + done.made == Item.objects.count()
