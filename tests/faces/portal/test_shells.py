"""Kept pages: put together from a common frame and their own part, they are the pages they were."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from gongkai.apps.catalogue.models import Moved, Site
from gongkai.apps.catalogue.stamps import rise
from gongkai.apps.publishing.closing import replace, withdraw
from gongkai.apps.publishing.releasing import release
from gongkai.apps.publishing.submitting import submit
from gongkai.faces.portal import keeping
from gongkai.faces.portal.keeping import Shelf
from tests.faces.portal.conftest import Town
from tests.factories.publishing import NOW, REASON, correcting, draft, released, through_review

ROOM = 1_000_000
FLASH = re.compile(r'<div role="status" aria-live="polite" class="flash">\s*</div>\n')
MODES = pytest.mark.parametrize("mode", ["", "elder"])


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    made = Shelf(ROOM)
    monkeypatch.setattr(keeping, "SHELF", made)
    yield made
    made.clear()


def places(town: Town) -> list[str]:
    """Pages that are kept, of every kind."""
    organ = town.organ.pk
    return [
        f"/items/{town.item.pk}/",
        "/columns/notices/",
        f"/columns/statutory/?organ={organ}",
        "/catalogue/",
        f"/catalogue/?organ={organ}&code=20-15",
        f"/organs/{organ}/",
        "/organs/",
        "/guides/",
        "/sitemap/",
        "/",
    ]


def many(town: Town) -> None:
    """Enough for a second page of a list, one of it interpreting another, one corrected."""
    staff = town.staff
    released(staff, written=draft(2, interprets=(town.item.pk,)))
    made = [released(staff, written=draft(number)).item_id for number in range(3, 24)]
    again = correcting(staff, made[-1])
    sent = submit(staff.drafter, edition_id=again.pk, expected=again.version, now=NOW)
    ready = through_review(staff, sent)
    release(staff.office, edition_id=ready.pk, expected=ready.version, now=NOW)


def text(client: Client, place: str) -> str:
    answer = client.get(place)
    assert answer.status_code == 200
    return FLASH.sub("", answer.content.decode())


@MODES
def test_a_kept_page_is_the_page_it_was(
    client: Client, town: Town, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    many(town)
    client.cookies["display"] = mode
    items = [f"/items/{pk}/" for pk in (town.item.pk + 1, town.item.pk + 22)]
    asked = [*places(town), *items, "/columns/notices/?page=2", "/catalogue/?page=2"]
    plain = {place: text(client, place) for place in asked}
    made = Shelf(ROOM)
    monkeypatch.setattr(keeping, "SHELF", made)
    assert {place: text(client, place) for place in asked} == plain
    assert {place: text(client, place) for place in asked} == plain
    assert len(made.pages) == len(asked)
    assert all(('class="elder"' in said) is (mode == "elder") for said in plain.values())


def test_what_surrounds_a_page_changes_at_once(client: Client, town: Town, shelf: Shelf) -> None:
    for place in places(town):
        client.get(place)
    Site.objects.update(name="新的名称")
    rise()
    for place in places(town):
        assert "新的名称" in text(client, place)


def test_one_frame_serves_many_pages(client: Client, town: Town, shelf: Shelf) -> None:
    many(town)
    for number in range(town.item.pk, town.item.pk + 5):
        assert client.get(f"/items/{number}/").status_code == 200
    frames = [name for name in shelf.notes if isinstance(name, tuple) and name[0] == "shell"]
    assert len(frames) == 1


def test_what_never_was_is_not_found(client: Client, town: Town, shelf: Shelf) -> None:
    for place in ("/items/999999/", f"/items/{10**40}/", "/columns/no-such/", "/organs/999999/"):
        answer = client.get(place)
        assert answer.status_code == 404
        assert 'role="search"' in answer.content.decode()
    assert not shelf.pages


def test_what_is_gone_says_so_at_once(client: Client, town: Town, shelf: Shelf) -> None:
    address = f"/items/{town.item.pk}/"
    assert client.get(address).status_code == 200
    withdraw(town.staff.office, item_id=town.item.pk, reason=REASON, now=NOW)
    answer = client.get(address)
    assert answer.status_code == 410
    assert town.item.title not in answer.content.decode()
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not shelf.pages


def test_what_is_replaced_leads_on_at_once(client: Client, town: Town, shelf: Shelf) -> None:
    address = f"/items/{town.item.pk}/"
    client.get(address)
    by = released(town.staff, written=draft(2)).item_id
    replace(town.staff.office, item_id=town.item.pk, by_id=by, reason=REASON, now=NOW)
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/items/{by}/")


def test_a_moved_address_still_leads_on(client: Client, town: Town, shelf: Shelf) -> None:
    Moved.objects.create(path="/items/999999/", target="/columns/notices/", moved_at=NOW)
    answer = client.get("/items/999999/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/columns/notices/")


def test_a_kept_page_knows_nobody(client: Client, town: Town, shelf: Shelf) -> None:
    answer = client.get(f"/items/{town.item.pk}/")
    assert not answer.cookies
    assert not hasattr(answer.wsgi_request, "session")
    assert client.head(f"/items/{town.item.pk}/").status_code == 200
    assert client.post(f"/items/{town.item.pk}/").status_code == 405
