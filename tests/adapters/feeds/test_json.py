"""JSON Feed and plain lists."""

from datetime import UTC, datetime

import pytest

from tests.adapters.feeds.files import codes, listed, read, titles

ITEM = {
    "id": "A1",
    "title": "公告",
    "url": "https://www.example.gov.cn/1",
    "date_published": "2026-03-01T01:30:00Z",
    "content_html": "<p>正文</p>",
    "content_text": "正文",
    "summary": "摘要",
    "tags": ["公告", "意见征集"],
}


def test_json_feed() -> None:
    version = "https://jsonfeed.org/version/1.1"
    feed = read(listed({"version": version, "title": "省政府", "items": [ITEM]}))
    (entry,) = feed.entries
    assert feed.faults == ()
    assert (entry.identity, entry.title, entry.source) == ("A1", "公告", "省政府")
    assert (entry.body_html, entry.summary, entry.category) == (
        "<p>正文</p>",
        "摘要",
        "公告、意见征集",
    )
    assert entry.published_at == datetime(2026, 3, 1, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param([ITEM], id="列表"),
        pytest.param({"data": [ITEM]}, id="放在 data 里"),
        pytest.param({"code": 0, "data": {"list": [ITEM]}}, id="放得更深"),
        pytest.param({"数据": [{"标题": "公告", "日期": "2026-3-1", "编号": 7}]}, id="中文名称"),
        pytest.param([{"TITLE": "公告", "PubDate": 1772328600}], id="大写和秒数"),
    ],
)
def test_plain_lists(said: object) -> None:
    feed = read(listed(said))
    assert (titles(feed), feed.faults) == (["公告"], ())


def test_html_counts_more_than_text_in_any_order() -> None:
    backwards = dict(reversed(ITEM.items()))
    assert read(listed([backwards])).entries[0].body_html == "<p>正文</p>"


def test_a_value_that_is_empty_does_not_hide_another() -> None:
    said = [{"title": "公告", "date": "2026-3-1", "content_html": "", "content": "正文"}]
    assert read(listed(said)).entries[0].body_html == "<p>正文</p>"


@pytest.mark.parametrize(
    ("item", "code", "words"),
    [
        pytest.param("公告", "FEED-ROW-KIND", "第 1 条：不是一组名称和值。", id="不是一组"),
        pytest.param({"title": {"zh": "公告"}}, "FEED-VALUE", "第 1 条“title”", id="值是一组"),
        pytest.param(
            {"title": "公告", "date": 1772328600, "url": "http://["},
            "FEED-ADDRESS",
            "第 1 条“url”：“http://[”",
            id="坏地址",
        ),
        pytest.param(
            {"title": "公告", "date": 1772328600, "body": "文" * 2_000_001},
            "FEED-VALUE-LONG",
            "第 1 条“body”",
            id="正文过长",
        ),
        pytest.param({"title": True}, "FEED-VALUE", "应是文字", id="值是真假"),
        pytest.param(
            {"title": "公告", "date": "昨天"}, "FEED-DATE", "第 1 条“date”：“昨天”", id="日期"
        ),
    ],
)
def test_bad_entries(item: object, code: str, words: str) -> None:
    feed = read(listed([item, ITEM]))
    assert (codes(feed), titles(feed)) == ([code], ["公告"])
    assert words in feed.faults[0].text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param('[{"title": "甲"},\n{"title": "乙",}]', "FEED-DAMAGED-AT", id="多一个逗号"),
        pytest.param("[" * 100_000, "FEED-DAMAGED", id="太深"),
        pytest.param('{"a": 1}', "FEED-KIND", id="没有列表"),
        pytest.param('{"data":' * 9 + "[]" + "}" * 9, "FEED-KIND", id="列表太深"),
        pytest.param("[]", "FEED-NO-ENTRIES", id="空列表"),
    ],
)
def test_what_is_no_list(text: str, code: str) -> None:
    feed = read(text)
    assert (feed.entries, codes(feed)) == ((), [code])


def test_the_line_of_a_mistake_is_said() -> None:
    assert "第 2 行" in read('[{"title": "甲"},\n{"title" "乙"}]').faults[0].text
