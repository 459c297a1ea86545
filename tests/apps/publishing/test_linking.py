"""Links of what was submitted: looked at by the worker, said at the next check."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from django.utils.timezone import localtime

from gongkai.adapters.probes.faults import Fault
from gongkai.adapters.probes.memory import MemoryProber
from gongkai.adapters.probes.walking import Answer
from gongkai.apps.checks import links
from gongkai.apps.checks.models import LinkProbe
from gongkai.apps.publishing.checking import examine_revision
from gongkai.apps.publishing.contents import content_of
from gongkai.apps.publishing.linking import look_at_links
from gongkai.apps.publishing.models import Edition
from gongkai.config.listeners import LISTENERS
from gongkai.core.events import RevisionSubmitted
from tests.factories.organs import Region
from tests.factories.publishing import PARTS, Staff, draft, submitted

pytestmark = pytest.mark.django_db
ALIVE, DEAD = "https://www.example.gov.cn/guide", "https://www.example.gov.cn/gone"
BODY = "".join(PARTS) + (
    f'<p>办事指南见<a href="{ALIVE}">公共数据平台</a>，格式见<a href="{DEAD}">自查表下载页</a>，'
    f'再见<a href="{DEAD}">自查表下载页</a>。</p>'
)


@pytest.fixture
def edition() -> Edition:
    return submitted(Staff(Region().bureau), written=draft(body=BODY))


def world(monkeypatch: pytest.MonkeyPatch, pages: Mapping[str, Answer | Fault]) -> MemoryProber:
    prober = MemoryProber(pages)
    monkeypatch.setattr(links, "link_prober", lambda: prober)
    return prober


def looked_at(edition: Edition) -> None:
    look_at_links(RevisionSubmitted(edition.revision_id or 0))


def found(edition: Edition) -> list[str]:
    assert edition.revision is not None
    examination = examine_revision(edition.item, edition.revision, localtime())
    rows = [row.finding for row in examination.judged]
    return [row.text for row in rows if row.code.startswith("LNK-")]


def test_a_dead_link_is_said_at_the_next_check(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(edition) == []
    world(monkeypatch, {ALIVE: Answer(200), DEAD: Answer(404)})
    looked_at(edition)
    said = found(edition)
    assert said
    assert all("自查表下载页" in text or DEAD in text for text in said)
    assert not any(ALIVE in text for text in said)


def test_each_address_is_looked_at_once(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    prober = world(monkeypatch, {ALIVE: Answer(200), DEAD: Answer(200)})
    looked_at(edition)
    assert sorted(prober.asked) == [f"HEAD {DEAD}", f"HEAD {ALIVE}"]
    looked_at(edition)
    assert len(prober.asked) == 2
    assert LinkProbe.objects.count() == 2
    assert found(edition) == []


def test_a_link_that_is_mended_is_not_said_again(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    world(monkeypatch, {ALIVE: Answer(200), DEAD: Answer(404)})
    looked_at(edition)
    assert found(edition)
    LinkProbe.objects.update(at=localtime() - timedelta(days=2))
    world(monkeypatch, {ALIVE: Answer(200), DEAD: Answer(200)})
    looked_at(edition)
    assert found(edition) == []


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("http://10.1.2.3/x", id="内网"),
        pytest.param("http://user:word@example.gov.cn/", id="带口令"),
        pytest.param("/files/1/x.pdf", id="本站"),
        pytest.param("mailto:a@example.gov.cn", id="邮箱"),
    ],
)
def test_what_is_not_outside_is_never_asked(address: str) -> None:
    content = content_of(draft(body=f'<p><a href="{address}">链接</a></p>'), "notice")
    assert links.addresses_to_probe(content, localtime()) == ()


def test_what_is_gone_meanwhile_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    prober = world(monkeypatch, {})
    look_at_links(RevisionSubmitted(99999999))
    assert prober.asked == []


def test_the_worker_is_told_of_each_submission() -> None:
    named = f"{look_at_links.__module__}.{look_at_links.__name__}"
    assert named in LISTENERS[RevisionSubmitted]
