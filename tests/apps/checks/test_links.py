"""Links: which are looked at, and what is kept of a look."""

from datetime import timedelta

import pytest
from django.conf import settings

from gongkai.apps.checks.links import addresses_to_probe, digest_of, keep_probe, probe, with_probes
from gongkai.apps.checks.models import LinkProbe
from gongkai.core.checks.content import Content, Link
from gongkai.core.ports import Look
from tests.apps.checks.made import NOW

pytestmark = pytest.mark.django_db
GOOD, DEAD, SHY = (f"https://{name}.example.gov.cn/" for name in ("good", "dead", "shy"))
LOOKED: list[str] = []


class Prober:
    """A network of three pages."""

    def look(self, address: str) -> Look:
        """Answer from a table."""
        LOOKED.append(address)
        if address == SHY:
            return Look(None, "对方拒绝自动访问，请人工打开确认", address)
        return Look(address != DEAD, "" if address != DEAD else "页面不存在", address)


@pytest.fixture(autouse=True)
def network(monkeypatch: pytest.MonkeyPatch) -> None:
    adapters = {**settings.GONGKAI_ADAPTERS, "probes": f"{__name__}.Prober"}
    monkeypatch.setattr(settings, "GONGKAI_ADAPTERS", adapters)
    monkeypatch.setattr(settings, "GONGKAI_PROBES", {})
    LOOKED.clear()


def content(*addresses: str) -> Content:
    return Content((), links=tuple(Link(address, "x") for address in addresses))


def test_only_pages_of_other_sites_are_looked_at() -> None:
    made = content(
        GOOD,
        GOOD,
        DEAD,
        "/zwgk/1.html",
        "mailto:a@example.gov.cn",
        "javascript:x",
        "http://10.0.0.1/",
        "http://localhost/",
        "https://a:b@www.example.gov.cn/",
        "ftp://ftp.example.gov.cn/",
        f"https://www.example.gov.cn/{'a' * 2000}",
    )
    assert addresses_to_probe(made, NOW) == (GOOD, DEAD)


def test_each_address_is_looked_at_once_a_day() -> None:
    assert probe((GOOD, DEAD, GOOD), NOW) == 2
    assert probe((GOOD, DEAD), NOW + timedelta(hours=23)) == 0
    assert addresses_to_probe(content(GOOD, SHY), NOW + timedelta(hours=1)) == (SHY,)
    assert probe((GOOD,), NOW + timedelta(days=1)) == 1
    assert LOOKED == [GOOD, DEAD, GOOD]
    assert LinkProbe.objects.get(digest=digest_of(GOOD)).at == NOW + timedelta(days=1)


def test_what_is_known_comes_to_the_links() -> None:
    probe((GOOD, DEAD, SHY), NOW)
    known = with_probes(content(GOOD, DEAD, SHY, "https://new.example.gov.cn/", "/a")).links
    assert [link.reachable for link in known] == [True, False, None, None, None]
    assert [bool(link.fault) for link in known] == [False, True, True, False, False]
    assert with_probes(content("/a")) == content("/a")
    assert str(LinkProbe.objects.first()) == GOOD


def test_a_page_that_moved_to_another_owner() -> None:
    moved = Look(True, "", "https://casino.example/", moved_to="casino.example")
    row = keep_probe(address=GOOD, look=moved, now=NOW)
    assert not row.reachable
    assert "casino.example" in row.fault
    back = keep_probe(address=GOOD, look=Look(True, "", GOOD), now=NOW)
    assert (back.pk, back.reachable, back.fault) == (row.pk, True, "")


def test_long_faults_are_cut() -> None:
    row = keep_probe(address=DEAD, look=Look(False, "长" * 300, DEAD), now=NOW)
    assert len(row.fault) == 200
