"""Links that lead away from government sites say so first; nobody else can write one."""

import re
from html import unescape

import pytest
from django.test import Client

from gongkai.faces.portal.leaving import is_away, led_away, notice
from tests.faces.portal.conftest import Town, rewrite
from tests.factories.publishing import draft, released


@pytest.mark.parametrize(
    ("address", "away"),
    [
        ("https://example.com/a", True),
        ("//example.com/a", True),
        ("https://www.gov.cn.example.com/", True),
        ("https://fakegov.cn/", True),
        ("https://user@example.com:8080/?x=.gov.cn", True),
        ("http://[broken", True),
        ("https://www.gov.cn/", False),
        ("https://sj.shifan.gov.cn:8443/a", False),
        ("https://SJ.SHIFAN.GOV.CN./", False),
        ("/items/1/", False),
        ("#notes", False),
        ("mailto:a@example.com", False),
        ("tel:000", False),
    ],
)
def test_which_links_lead_away(address: str, away: bool) -> None:
    assert is_away(address) is away


def test_only_links_that_lead_away_are_changed() -> None:
    inside = '<p><a href="/items/1/">甲</a>，https://example.com/</p>'
    assert led_away(inside) == inside


def test_a_link_in_a_text_leads_over_the_notice(client: Client, town: Town) -> None:
    target = "https://example.com/a?b=1&c=2"
    linked = draft(2).body + '<p>见<a href="https://example.com/a?b=1&amp;c=2">说明</a>。</p>'
    item = released(town.staff, written=draft(2)).item
    rewrite(item, linked)
    html = client.get(f"/items/{item.pk}/").content.decode()
    assert 'href="https://example.com' not in html.split("<footer")[0]
    (address,) = re.findall(r'href="(/leave/[^"]*)"', html)
    told = client.get(unescape(address))
    assert told.status_code == 200
    assert "https://example.com/a?b=1&amp;c=2" in told.content.decode()
    assert target == unescape(re.findall(r'first" href="([^"]*)"', told.content.decode())[0])


def test_a_link_that_was_changed_is_not_followed(client: Client, db: None) -> None:
    address = notice("https://example.com/")
    assert client.get(address).status_code == 200
    assert client.get(address.replace("example.com", "example.org")).status_code == 404
