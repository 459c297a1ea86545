"""Subscriptions and maps for machines are well-formed and say what is public."""

import json

import pytest
from django.test import Client
from lxml import etree

from gongkai.apps.catalogue import public_queries
from tests.faces.portal.conftest import Town
from tests.factories.publishing import draft, released

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def tree(client: Client, address: str) -> etree._Element:
    answer = client.get(address)
    assert answer.status_code == 200
    return etree.fromstring(answer.content)


def feeds(town: Town, form: str) -> tuple[str, ...]:
    return (f"/feeds/{form}", f"/organs/{town.organ.pk}/{form}", f"/columns/notices/{form}")


def test_rss(client: Client, town: Town) -> None:
    for address in feeds(town, "rss.xml"):
        (item,) = tree(client, address).iter("item")
        assert item.findtext("title") == town.item.title
        assert item.findtext("link") == f"http://testserver/items/{town.item.pk}/"
        assert item.findtext("description") == draft(1).summary
        assert item.findtext("pubDate") == "Mon, 30 Jun 2025 09:30:00 +0800"


def test_atom(client: Client, town: Town) -> None:
    for address in feeds(town, "atom.xml"):
        (entry,) = tree(client, address).iter(f"{ATOM}entry")
        assert entry.findtext(f"{ATOM}title") == town.item.title
        assert entry.findtext(f"{ATOM}updated") == "2025-06-30T09:30:00+08:00"


def test_json_feed(client: Client, town: Town) -> None:
    for address in feeds(town, "feed.json"):
        told = json.loads(client.get(address).content)
        assert told["version"] == "https://jsonfeed.org/version/1.1"
        assert told["feed_url"] == f"http://testserver{address}"
        (item,) = told["items"]
        assert item["title"] == town.item.title
        assert item["date_published"] == "2025-06-30T09:30:00+08:00"


@pytest.mark.parametrize("part", [1, 2, 5000])
def test_the_map_leads_to_every_page(
    client: Client, town: Town, part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_queries, "SITEMAP_PART", part)
    released(town.staff, written=draft(2))
    parts = [row.text or "" for row in tree(client, "/sitemap.xml").iter(f"{MAP}loc")]
    found = [row.text for part in parts for row in tree(client, part).iter(f"{MAP}loc")]
    assert len(set(found)) == len(found)
    assert f"http://testserver/items/{town.item.pk}/" in found
    assert "http://testserver/columns/notices/" in found
    assert all(client.get(address or "").status_code == 200 for address in found)


def test_machines_are_told_where_the_map_is(client: Client, town: Town) -> None:
    assert b"Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content
