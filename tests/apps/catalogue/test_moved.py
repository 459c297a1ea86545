"""Addresses that have moved: written down with the change, or by hand; never a circle."""

from collections.abc import Callable
from functools import partial

import pytest
from django.utils.timezone import localdate

from gongkai.apps.catalogue.columns import close_column, reopen_column
from gongkai.apps.catalogue.models import Column, Moved, Site
from gongkai.apps.catalogue.moved import add_moved, change_key, remove_moved
from gongkai.apps.catalogue.moved_paths import pathed
from gongkai.apps.catalogue.moved_queries import keeps_the_public_site, moved_addresses
from gongkai.apps.catalogue.public_queries import moved_to
from gongkai.apps.catalogue.stamps import current
from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.facts import Basis
from gongkai.apps.organs.heir_queries import heirs_of
from gongkai.apps.organs.succession import close_organ, merge_organs, reopen_organ
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, NotAllowedError, Role
from tests.apps.catalogue.sites import City, public
from tests.factories.organs import acting
from tests.factories.publishing import NOW

pytestmark = pytest.mark.django_db
AGREED = Basis(localdate(NOW), "示机编〔2025〕1号", localdate(NOW))


@pytest.fixture
def city() -> City:
    return City()


def codes(act: Callable[[], object]) -> set[str]:
    """What is in the way."""
    with pytest.raises(BlockedError) as error:
        act()
    return {finding.code for finding in error.value.findings}


def key(city: City, column: Column, to: str) -> Column:
    """Another address for a column."""
    return change_key(city.keeper, column_id=column.pk, key=to, now=NOW)


def led(city: City, path: str, target: str = "/columns/notices/") -> Moved:
    """An address written down by hand."""
    return add_moved(city.keeper, path=path, target=target, now=NOW)


def test_a_columns_old_address_leads_to_its_new_one(city: City) -> None:
    column, before = city.column("notices"), current()
    key(city, column, "announcements")
    assert moved_to("/columns/notices/") == "/columns/announcements/"
    assert moved_to("/columns/notices/feed.json") == "/columns/announcements/feed.json"
    assert current() > before
    told = Entry.objects.latest("sequence")
    assert (told.verb, told.before, told.after) == (
        "change_key", {"key": "notices"}, {"key": "announcements"},
    )  # fmt: skip


def test_after_two_changes_every_old_address_leads_on_in_one_step(city: City) -> None:
    column = city.column("notices")
    led(city, "/old.html")
    key(city, column, "announcements")
    key(city, column, "public-notices")
    for old in ("/old.html", "/columns/notices/", "/columns/announcements/"):
        assert moved_to(old) == "/columns/public-notices/"


def test_a_column_takes_its_former_address_back(city: City) -> None:
    column = city.column("notices")
    key(city, column, "announcements")
    key(city, column, "notices")
    assert moved_to("/columns/notices/") is None
    assert moved_to("/columns/announcements/") == "/columns/notices/"


def test_no_other_column_gets_an_address_that_was_used(city: City) -> None:
    key(city, city.column("notices"), "announcements")
    other = city.column("news", name="动态")
    assert codes(lambda: city.column("notices", name="通知")) == {"COLUMN-KEY-TAKEN"}
    assert codes(lambda: key(city, other, "notices")) == {"COLUMN-KEY-TAKEN"}
    assert codes(lambda: key(city, other, "announcements")) == {"COLUMN-KEY-TAKEN"}


@pytest.mark.parametrize(
    ("to", "code"),
    [
        pytest.param("notices", "MOVED-SAME", id="没有变"),
        pytest.param("A b", "COLUMN-KEY", id="不是地址"),
        pytest.param("", "COLUMN-KEY", id="空白"),
    ],
)
def test_an_address_that_a_column_cannot_have(city: City, to: str, code: str) -> None:
    column = city.column("notices")
    assert codes(lambda: key(city, column, to)) == {code}


def test_a_closed_column_keeps_its_address_and_may_lead_to_another(city: City) -> None:
    closed, _ = city.column("news", name="动态"), city.column("notices")
    close_column(city.keeper, column_id=closed.pk, now=NOW)
    assert codes(lambda: key(city, closed, "x")) == {"COLUMN-CLOSED"}
    led(city, "/columns/news/")
    assert moved_to("/columns/news/") == "/columns/notices/"
    reopen_column(city.keeper, column_id=closed.pk, now=NOW)
    assert moved_to("/columns/news/") is None


def test_an_address_is_written_down_and_taken_out_again(city: City) -> None:
    city.column("notices")
    row = led(city, " http://www.example.gov.cn/art/%E6%97%A7.html ", "/columns/notices/?page=2")
    assert (row.path, row.target) == ("/art/旧.html", "/columns/notices/?page=2")
    assert list(moved_addresses(city.keeper)) == [row]
    remove_moved(city.keeper, moved_id=row.pk)
    assert moved_to("/art/旧.html") is None
    verbs = Entry.objects.order_by("-sequence").values_list("verb", flat=True)[:2]
    assert list(verbs) == ["remove_moved", "add_moved"]


@pytest.mark.parametrize(
    ("path", "target", "found"),
    [
        pytest.param("old.html", "/", {"MOVED-OUTSIDE"}, id="没有斜线"),
        pytest.param("/old.html", "https://example.com/", {"MOVED-OUTSIDE"}, id="别的网站"),
        pytest.param("/old.html", "//example.com/", {"MOVED-OUTSIDE"}, id="省略协议的别的网站"),
        pytest.param("/old.html", "/\\example.com/", {"MOVED-OUTSIDE"}, id="反斜线"),
        pytest.param("/old.html", "javascript:alert(1)", {"MOVED-OUTSIDE"}, id="脚本"),
        pytest.param("/old.html", "http://[", {"MOVED-OUTSIDE"}, id="读不出来"),
        pytest.param("/old.html?id=5", "/", {"MOVED-QUERY"}, id="带参数"),
        pytest.param("/desk/x/", "/desk/", {"MOVED-DESK"}, id="工作台"),
        pytest.param("/" + "x" * 300, "/", {"MOVED-LONG"}, id="太长"),
        pytest.param("/catalogue/", "/", {"MOVED-ANSWERS"}, id="固定的页面"),
        pytest.param("/columns/notices/", "/", {"MOVED-ANSWERS"}, id="正在使用的栏目"),
        pytest.param("/old.html", "/columns/none/", {"MOVED-TARGET"}, id="没有的栏目"),
        pytest.param("/old.html", "/items/999999/", {"MOVED-TARGET"}, id="没有的信息"),
        pytest.param("/old.html", "/nowhere.html", {"MOVED-TARGET"}, id="没有的页面"),
        pytest.param("/old.html", "/old.html", {"MOVED-CIRCLE"}, id="转到自己"),
        pytest.param("/taken.html", "/", {"MOVED-TAKEN"}, id="已经登记"),
        pytest.param("x", "y", {"MOVED-OUTSIDE"}, id="都不对"),
    ],
)
def test_what_cannot_be_written_down_says_why(
    city: City, path: str, target: str, found: set[str]
) -> None:
    city.column("notices")
    led(city, "/taken.html")
    assert codes(lambda: led(city, path, target)) == found


def test_a_circle_over_several_addresses_is_refused(city: City) -> None:
    city.column("notices")
    Moved.objects.create(path="/b/", target="/c/", moved_at=NOW)
    assert codes(lambda: led(city, "/c/", "/b/")) == {"MOVED-CIRCLE"}
    assert led(city, "/a/", "/b/").target == "/b/"


def test_what_belongs_to_an_item_or_an_organ_is_not_led_elsewhere(city: City) -> None:
    shown = public(city.region.bureau, state="withdrawn")
    for path in (f"/items/{shown.pk}/", f"/organs/{city.region.bureau.pk}/"):
        assert codes(partial(led, city, path, "/")) == {"MOVED-ANSWERS"}


def test_only_whoever_keeps_the_public_site_writes_addresses_down(city: City) -> None:
    row = led(city, "/old.html", "/")
    bureau = acting("bureau", city.region.bureau, Role.DISCLOSURE_OFFICE)
    drafter = acting("drafter", city.region.office, Role.DRAFTER)
    assert keeps_the_public_site(city.keeper)
    assert not keeps_the_public_site(bureau)
    assert not keeps_the_public_site(drafter)
    with pytest.raises((Site.DoesNotExist, type(city.region.city).DoesNotExist)):
        remove_moved(bureau, moved_id=row.pk)
    with pytest.raises(NotAllowedError):
        remove_moved(drafter, moved_id=row.pk)


def test_the_keeper_of_another_site_changes_nothing_of_the_public_one(city: City) -> None:
    county = acting("county", city.region.county, Role.DISCLOSURE_OFFICE)
    Site.objects.create(organ=city.region.county, name="示范县人民政府", changed_at=NOW)
    with pytest.raises(Site.DoesNotExist):
        add_moved(county, path="/old.html", target="/", now=NOW)


def test_who_took_over_is_found_over_several_successions(city: City) -> None:
    first, second, last = city.region.bureau, city.region.finance, city.region.county
    assert heirs_of(first) == []
    merge_organs(SYSTEM, predecessor_ids=[first.pk], successor_id=second.pk, basis=AGREED)
    first.refresh_from_db()
    assert heirs_of(first) == [second]
    close_organ(SYSTEM, organ_id=second.pk, successor_id=last.pk, basis=AGREED)
    assert heirs_of(first) == [last]
    reopen_organ(SYSTEM, organ_id=second.pk, reason="撤销有误")
    assert heirs_of(first) == [second]


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("/a/b.html", "/a/b.html"),
        ("https://WWW.example.gov.cn/a/?p=2", "/a/?p=2"),
        ("/%2e%2e", "/.."),
        ("/a%00b", None),
        ("mailto:a@example.gov.cn", None),
        ("", None),
    ],
)
def test_what_somebody_means_by_an_address(said: str, path: str | None) -> None:
    assert pathed(said, "www.example.gov.cn") == path
