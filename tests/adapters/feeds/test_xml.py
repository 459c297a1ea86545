"""RSS and Atom as platforms write them, and as nobody should."""

import time
from datetime import datetime

import pytest

from gongkai.adapters.feeds.moments import CHINA
from gongkai.core.finding import Severity
from tests.adapters.feeds.files import atom, codes, read, rss, titles

ITEM = (
    "<title>关于征求意见的公告</title><link>https://www.example.gov.cn/1</link>"
    "<guid isPermaLink='false'>A1</guid><pubDate>Sun, 01 Mar 2026 09:30:00 +0800</pubDate>"
    "<category>公告</category><description>&lt;p&gt;正文&lt;/p&gt;</description>"
)
ENTRY = (
    "<id>A1</id><title>公告</title><link href='https://www.example.gov.cn/1'/>"
    "<updated>2026-03-01T09:30:00+08:00</updated><category term='公告'/><summary>摘要</summary>"
    "<content type='html'>&lt;p&gt;正文&lt;/p&gt;</content>"
)
NINE = datetime(2026, 3, 1, 9, 30, tzinfo=CHINA)


def test_rss() -> None:
    feed = read(rss(ITEM))
    (entry,) = feed.entries
    assert feed.faults == ()
    assert (entry.row, entry.identity, entry.title) == (1, "A1", "关于征求意见的公告")
    assert (entry.address, entry.published_at) == ("https://www.example.gov.cn/1", NINE)
    assert (entry.source, entry.category) == ("省人民政府", "公告")
    assert (entry.body_html, entry.summary) == ("<p>正文</p>", "")


def test_atom() -> None:
    feed = read(atom(ENTRY))
    (entry,) = feed.entries
    assert feed.faults == ()
    assert (entry.identity, entry.title, entry.published_at) == ("A1", "公告", NINE)
    assert (entry.body_html, entry.summary, entry.category) == ("<p>正文</p>", "摘要", "公告")
    assert entry.source == "省政府"


def test_rdf() -> None:
    text = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<item><title>甲</title><link>https://a.example/1</link><dc:date>2026-03-01</dc:date></item>"
        "</rdf:RDF>"
    )
    (entry,) = read(text).entries
    assert entry.published_at == datetime(2026, 3, 1, tzinfo=CHINA)


def test_an_entry_names_its_own_source() -> None:
    item = f"{ITEM}<source url='https://b.example/feed'>省司法厅</source>"
    assert read(rss(item)).entries[0].source == "省司法厅"


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    text = rss(ITEM).replace("?>", f' encoding="{encoding}"?>', 1)
    real = {"gb2312": "gb18030"}.get(encoding, encoding)
    feed = read(text.encode(real))
    assert (titles(feed), codes(feed)) == (["关于征求意见的公告"], [])


def test_an_encoding_that_is_not_told() -> None:
    feed = read(rss(ITEM).encode("gb18030"))
    assert (titles(feed), codes(feed)) == (["关于征求意见的公告"], ["FILE-ENCODING"])


def test_a_time_without_zone_is_chinese_time() -> None:
    item = "<title>甲</title><link>https://a.example</link><pubDate>2026-03-01 09:30:00</pubDate>"
    assert read(rss(item)).entries[0].published_at == NINE


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<p onclick='x()'>好</p><script>alert(1)</script>", "<p>好</p>"),
        ("<a href='javascript:x()'>链</a>", "<a>链</a>"),
        ("<img src='https://a.example/1.png' onerror='x()'>", '<img src="https://a.example/1.png">'),
        ("<svg><script>x()</script></svg>好", "好"),
        ("<iframe src='https://a.example'></iframe>好", "好"),
        ("<style>p{}</style><p>一</p>", "<p>一</p>"),
    ],
)  # fmt: skip
def test_bodies_carry_nothing_that_acts(markup: str, kept: str) -> None:
    escaped = markup.replace("&", "&amp;").replace("<", "&lt;")
    item = f"<title>甲</title><pubDate>2026-03-01</pubDate><description>{escaped}</description>"
    assert read(rss(item)).entries[0].body_html == kept


def test_titles_are_plain() -> None:
    item = "<title>&lt;b&gt;甲&lt;/b&gt; &amp;amp; 乙&#10;丙</title><pubDate>2026-03-01</pubDate>"
    assert titles(read(rss(item))) == ["甲 & 乙 丙"]


def test_bad_entries_are_said_by_their_number() -> None:
    feed = read(rss(ITEM, "<title></title><pubDate>昨天</pubDate>", ITEM))
    assert [fault.text for fault in feed.faults] == [
        "第 2 条“标题”：没有填写。",
        "第 2 条“发布时间”：“昨天”不是日期。",
        "第 3 条“唯一标识”：“A1”与第 1 条相同。",
    ]
    assert len(feed.entries) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("<!DOCTYPE html><html><body>网页</body></html>", "FEED-KIND", id="网页"),
        pytest.param("<?xml version='1.0'?><urlset/>", "FEED-KIND", id="别的 XML"),
        pytest.param("<", "FEED-KIND", id="一个尖括号"),
        pytest.param("<rss version='2.0'><channel><title>甲", "FEED-DAMAGED", id="没有写完"),
        pytest.param(
            "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + rss("<title>&a;</title>"),
            "FEED-ENTITIES",
            id="外部实体",
        ),
    ],
)
def test_what_is_no_feed(text: str, code: str) -> None:
    feed = read(text)
    assert (feed.entries, codes(feed)) == ((), [code])


def test_entities_in_any_encoding_are_refused() -> None:
    bomb = "<!DOCTYPE r [<!ENTITY a '哈哈'><!ENTITY b '&a;&a;'>]>" + rss("<title>&b;</title>")
    assert codes(read(bomb.encode("utf-16"))) == ["FEED-ENTITIES"]


def test_a_feed_broken_off_gives_what_it_has_and_says_so() -> None:
    feed = read(rss(ITEM, ITEM.replace("A1", "A2"))[:-60])
    assert "A1" in {entry.identity for entry in feed.entries}
    assert "FEED-DAMAGED-PART" in codes(feed)


def test_a_feed_with_nothing_new_is_no_error() -> None:
    (fault,) = read(rss()).faults
    assert (fault.code, fault.severity) == ("FEED-NO-ENTRIES", Severity.WARNING)


def test_names_of_files_and_addresses_are_never_opened() -> None:
    """The library would open what looks like a name; it only ever gets a stream."""
    for text in ("/etc/hostname", "http://127.0.0.1:9/feed.xml", __file__):
        assert read(text).entries == ()


def test_a_thousand_entries_do_not_take_long() -> None:
    items = [ITEM.replace("A1", f"B{number}") for number in range(1000)]
    began = time.monotonic()
    assert len(read(rss(*items)).entries) == 1000
    assert time.monotonic() - began < 10
