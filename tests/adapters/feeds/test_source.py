"""Fetching feeds from a server on this machine."""

from collections.abc import Iterator

import pytest

from gongkai.adapters.feeds.source import HttpFeedSource
from gongkai.adapters.probes.walking import Answer
from gongkai.core.ports import UnfetchableError
from tests.adapters.feeds.files import read, rss, titles
from tests.adapters.probes import local
from tests.adapters.probes.local import OURS, Server, serving

MEGABYTE = 1024 * 1024
FEED = rss("<title>公告</title><pubDate>2026-03-01</pubDate>").encode()
PAGES: local.Pages = {
    "/feed": Answer(200, head=FEED),
    "/moved": Answer(301, "/feed"),
    "/full": Answer(200, head=b"x" * MEGABYTE),
    "/more": Answer(200, head=b"x" * (MEGABYTE + 1)),
    "/inside": Answer(302, "http://169.254.169.254/latest/meta-data"),
    "/loop": Answer(302, "/loop"),
    "/slow": local.slow,
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(PAGES) as running:
        yield running


@pytest.fixture
def source() -> HttpFeedSource:
    return HttpFeedSource(megabytes=1, allowed=OURS, seconds=1.0)


@pytest.mark.parametrize("path", ["/feed", "/moved"])
def test_a_feed_is_fetched_and_read(source: HttpFeedSource, server: Server, path: str) -> None:
    assert titles(read(source.fetch(server.base + path))) == ["公告"]


def test_only_the_page_is_asked_for(source: HttpFeedSource, server: Server) -> None:
    before = len(server.asked)
    source.fetch(f"{server.base}/moved")
    assert server.asked[before:] == ["GET /moved", "GET /feed"]


def test_as_much_as_is_allowed(source: HttpFeedSource, server: Server) -> None:
    assert len(source.fetch(f"{server.base}/full")) == MEGABYTE


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/more", "内容超过 1 MB 的上限"),
        ("/missing", "页面不存在（404）"),
        ("/inside", "指向内部网络地址"),
        ("/loop", "跳转次数过多"),
        ("/slow", "对方没有在规定时间内答复"),
    ],
)
def test_what_cannot_be_fetched(
    source: HttpFeedSource, server: Server, path: str, words: str
) -> None:
    with pytest.raises(UnfetchableError) as refused:
        source.fetch(server.base + path)
    assert words in refused.value.finding.text
    assert server.base + path in refused.value.finding.text


def test_this_machine_is_not_contacted_unless_allowed(server: Server) -> None:
    before = len(server.asked)
    with pytest.raises(UnfetchableError, match="内部网络"):
        HttpFeedSource().fetch(f"{server.base}/feed")
    assert len(server.asked) == before


@pytest.mark.parametrize("address", ["file:///etc/passwd", "", "feed.xml"])
def test_what_is_no_address(source: HttpFeedSource, address: str) -> None:
    with pytest.raises(UnfetchableError):
        source.fetch(address)
