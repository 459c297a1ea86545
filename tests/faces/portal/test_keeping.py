"""Kept pages: given away as long as nothing public has changed, and never a moment longer."""

from collections.abc import Iterator

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from gongkai.apps.publishing.closing import withdraw
from gongkai.faces.portal import keeping
from gongkai.faces.portal.keeping import LEAST, Page, Shelf
from tests.faces.portal.conftest import Town
from tests.factories.publishing import NOW, REASON, correcting, draft, drafted, released

ROOM = 1_000_000


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    made = Shelf(ROOM)
    monkeypatch.setattr(keeping, "SHELF", made)
    yield made
    made.clear()


def places(town: Town) -> tuple[str, ...]:
    """Where a released item is to be seen."""
    return (
        "/",
        f"/organs/{town.organ.pk}/",
        "/columns/notices/",
        "/columns/others/",
        "/catalogue/",
        "/feeds/rss.xml",
        "/feeds/atom.xml",
        "/feeds/feed.json",
        "/columns/notices/rss.xml",
    )


def showing(client: Client, town: Town, title: str) -> set[str]:
    return {place for place in places(town) if title in client.get(place).content.decode()}


def test_a_page_is_kept_and_given_away_again(client: Client, town: Town, shelf: Shelf) -> None:
    first = client.get("/columns/notices/")
    second = client.get("/columns/notices/")
    assert len(shelf.pages) == 1
    assert (second.content, dict(second.headers)) == (first.content, dict(first.headers))
    assert second.headers["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in second.headers["Content-Security-Policy"]


def test_a_kept_page_costs_the_stamp_and_nothing_more(
    client: Client, town: Town, shelf: Shelf, django_assert_max_num_queries: object
) -> None:
    client.get(f"/items/{town.item.pk}/")
    with django_assert_max_num_queries(2):  # type: ignore[operator]
        client.get(f"/items/{town.item.pk}/")


def test_what_is_released_is_there_at_once_and_gone_at_once(
    client: Client, town: Town, shelf: Shelf
) -> None:
    title = draft(2).title
    assert showing(client, town, title) == set()
    item = released(town.staff, written=draft(2)).item
    assert showing(client, town, title) == set(places(town))
    withdraw(town.staff.office, item_id=item.pk, reason=REASON, now=NOW)
    assert showing(client, town, title) == set()
    assert client.get(f"/items/{item.pk}/").status_code == 410


def test_work_that_is_not_public_leaves_kept_pages_alone(
    client: Client, town: Town, shelf: Shelf
) -> None:
    client.get("/")
    drafted(town.staff, written=draft(3))
    correcting(town.staff, town.item.pk)
    before = shelf.stamp
    client.get("/")
    assert (shelf.stamp, len(shelf.pages)) == (before, 1)


def test_a_browser_that_has_the_page_is_told_so(client: Client, town: Town, shelf: Shelf) -> None:
    mark = client.get("/").headers["ETag"]
    again = client.get("/", headers={"if-none-match": mark})
    assert (again.status_code, again.content) == (304, b"")
    released(town.staff, written=draft(2))
    assert client.get("/", headers={"if-none-match": mark}).status_code == 200


def test_whoever_reads_big_letters_gets_other_pages(
    client: Client, town: Town, shelf: Shelf
) -> None:
    plain = client.get("/").content
    client.post("/display/", {"mode": "elder", "back": "/"})
    elder = client.get("/")
    assert b'class="elder"' in elder.content
    assert elder.content != plain
    assert elder.headers["Vary"] == "Cookie"
    assert len(shelf.pages) == 2


def test_odd_questions_make_no_pages(client: Client, town: Town, shelf: Shelf) -> None:
    for number in range(30):
        client.get(f"/columns/notices/?x={number}&page=1&y[]={number}")
        client.get(f"/columns/notices/?page=0{number}x&organ=-{number}")
    assert len(shelf.pages) == 1


def test_nothing_of_a_person_is_kept(client: Client, town: Town, shelf: Shelf) -> None:
    client.get("/search/?q=数据")
    client.get("/report-check/")
    client.get("/columns/no-such/")
    client.get("/leave/")
    assert not shelf.pages


def test_no_kept_page_carries_a_token_or_a_cookie(client: Client, town: Town, shelf: Shelf) -> None:
    for place in places(town):
        answer = client.get(place)
        assert b"csrfmiddlewaretoken" not in answer.content
        assert not answer.cookies
    assert len(shelf.pages) == len(places(town))


def page(size: int) -> Page:
    return Page(b"x" * size, (), "")


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 4000)), max_size=60))
def test_a_shelf_never_takes_more_than_its_room(puts: list[tuple[str, int]]) -> None:
    shelf = Shelf(5 * LEAST)
    shelf.get("1", ("", "", "", ""))
    for name, size in puts:
        shelf.put("1", ("", name, "", ""), page(size))
        assert shelf.used == sum(one.size for one in shelf.pages.values()) <= shelf.room


def test_what_was_asked_for_last_is_kept_longest() -> None:
    shelf = Shelf(2 * LEAST)
    one, two, three = (("", name, "", "") for name in "123")
    shelf.get("1", one)
    shelf.put("1", one, page(0))
    shelf.put("1", two, page(0))
    shelf.get("1", one)
    shelf.put("1", three, page(0))
    assert set(shelf.pages) == {one, three}


def test_a_page_of_an_older_stamp_is_not_kept() -> None:
    shelf, key = Shelf(ROOM), ("", "", "", "")
    assert shelf.get("1", key) is None
    assert shelf.get("2", key) is None
    shelf.put("1", key, page(1))
    assert shelf.get("2", key) is None
