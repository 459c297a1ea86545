"""The pages of the portal: what they show, their labels, their answers to odd questions."""

import re
from html import unescape

import pytest
from django.test import Client

from gongkai.apps.catalogue.models import Column, Moved
from gongkai.apps.publishing.closing import withdraw
from tests.faces.portal.conftest import SITE_CODE, Town, rewrite
from tests.factories.publishing import NOW, REASON, draft, released

META = re.compile(r'<meta name="(\w+)" content="([^"]*)">')
FIRST_VIEW = 60 * 1024
SITE_LABELS = {
    "SiteName": "示范市人民政府",
    "SiteDomain": "www.shifan.example",
    "SiteIDCode": SITE_CODE,
}


def addresses(town: Town) -> dict[str, str]:
    """One page of every kind."""
    return {
        "首页": "/",
        "机关名录": "/organs/",
        "机关": f"/organs/{town.organ.pk}/",
        "栏目": "/columns/notices/",
        "本机关栏目": f"/columns/statutory/?organ={town.organ.pk}",
        "信息": f"/items/{town.item.pk}/",
        "指南名录": "/guides/",
        "指南": f"/organs/{town.organ.pk}/guide/",
        "目录": "/catalogue/?code=20-15",
        "站点地图": "/sitemap/",
        "检索": "/search/?q=数据",
        "年报体检": "/report-check/",
    }


KINDS = (
    *("首页", "机关名录", "机关", "栏目", "本机关栏目", "信息"),
    *("指南名录", "指南", "目录", "站点地图", "检索", "年报体检"),
)
SHOWING = ("首页", "机关", "栏目", "本机关栏目", "信息", "目录", "检索")


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def labels(html: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in META.findall(html) if name != "viewport"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_says_whose_site_it_is(client: Client, town: Town, kind: str) -> None:
    html = page(client, addresses(town)[kind])
    found = labels(html)
    assert SITE_LABELS.items() <= found.items()
    foot = html[html.index('<footer class="foot">') :]
    for said in (
        "主办单位：示范市人民政府办公室",
        "联系方式：0000-00000000",
        f"网站标识码：{SITE_CODE}",
        "示范ICP备00000001号",
        "示范公网安备 99010002000001号",
        "站点地图",
        "我为政府网站找错",
    ):
        assert said in foot
    assert html.count("<h1>") == 1
    assert len(html.encode()) < FIRST_VIEW


@pytest.mark.parametrize("kind", SHOWING)
def test_what_is_public_is_shown(client: Client, town: Town, kind: str) -> None:
    assert town.item.title in page(client, addresses(town)[kind])


def test_the_home_page_has_only_the_labels_of_the_site(client: Client, town: Town) -> None:
    assert labels(page(client, "/")) == SITE_LABELS


def test_the_labels_of_a_column(client: Client, town: Town) -> None:
    assert labels(page(client, "/columns/notices/")) == SITE_LABELS | {
        "ColumnName": "通知公告",
        "ColumnType": "通知公告",
        "ColumnDescription": "市政府各部门的通知和公告。",
        "ColumnKeywords": "通知;公告",
    }


def test_the_labels_of_an_item(client: Client, town: Town) -> None:
    found = labels(page(client, f"/items/{town.item.pk}/"))
    assert found == SITE_LABELS | {
        "ColumnName": "重点领域",
        "ColumnType": "重点领域",
        "ArticleTitle": town.item.title,
        "PubDate": "2025-06-30 09:30",
        "ContentSource": "示范市数据局",
        "Keywords": "公共数据;质量检查",
        "Author": "数据资源科",
        "Description": draft(1).summary,
        "Url": f"http://testserver/items/{town.item.pk}/",
    }


def test_a_picture_is_told_in_the_labels(client: Client, town: Town) -> None:
    body = f'{draft(2).body}<figure><img src="/files/7/" alt="检查流程"></figure>'
    rewrite(town.item, body)
    assert labels(page(client, f"/items/{town.item.pk}/"))["Image"] == "http://testserver/files/7/"


def test_an_item_shows_the_way_and_the_minute(client: Client, town: Town) -> None:
    html = page(client, f"/items/{town.item.pk}/")
    way = re.findall(r"<li[^>]*>(?:<a[^>]*>)?([^<]+)", html[html.index('class="crumbs"') :])[:5]
    assert way == ["首页", "政府信息公开", "示范市数据局", "重点领域", "正文"]
    assert ">2025-06-30 09:30</time>" in html


def test_an_organ_counts_what_it_shows(client: Client, town: Town) -> None:
    released(town.staff, written=draft(2))
    html = page(client, f"/organs/{town.organ.pk}/")
    assert re.findall(r'figure quiet">(\d+) 条', html) == ["0"] * 14 + ["2"]


def test_a_guide_that_is_not_complete_is_not_shown(client: Client, town: Town) -> None:
    assert "正在编制" in page(client, f"/organs/{town.organ.pk}/guide/")


def test_a_column_comes_page_by_page(client: Client, town: Town) -> None:
    for number in range(2, 23):
        released(town.staff, written=draft(number))
    first, second = page(client, "/columns/notices/"), page(client, "/columns/notices/?page=2")
    assert first.count("索引号") == 20
    assert second.count("索引号") == 2
    assert "第 2 页，共 2 页，22 条" in second


ODD = (
    "page=0",
    "page=-1",
    "page=99999999999999999999",
    "page=9999",
    "page=一",
    "page=%00",
    "organ=",
    "organ=x'--",
    "code=99-99",
    "code[]=1&&=&;",
    "%ff%fe=%ff",
    "utm=" + "x" * 3000,
)


@pytest.mark.parametrize("kind", ["首页", "机关", "栏目", "信息", "目录", "检索", "站点地图"])
def test_an_odd_question_is_not_heard(client: Client, town: Town, kind: str) -> None:
    address = addresses(town)[kind].partition("?")[0]
    answers = {query: client.get(f"{address}?{query}").status_code for query in ODD}
    assert set(answers.values()) == {200}, answers


def test_odd_words_are_looked_for_too(client: Client, town: Town) -> None:
    for words in ("%", "_", "'", '"', "\\", "\0", "*", "数" * 500, "a b c d e f g", "通知 %00"):
        assert client.get("/search/", {"q": words}).status_code == 200


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("数据 通知", 1, id="标题的两个词"),
        pytest.param("部署公共数据", 1, id="概述"),
        pytest.param("约谈", 1, id="正文"),
        pytest.param("数据 不存在的词", 0, id="只有一个词"),
        pytest.param("%", 0, id="通配符不是通配符"),
    ],
)
def test_the_search_finds(client: Client, town: Town, words: str, found: int) -> None:
    answer = client.get("/search/", {"q": words})
    assert f"找到 {found} 条。" in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/organs/999999/",
        "/organs/999999/guide/",
        "/columns/no-such/",
        "/items/999999/",
        "/catalogue/?organ=999999",
        "/feeds/other.xml",
        "/organs/999999/rss.xml",
        "/columns/no-such/rss.xml",
        "/sitemap-0.xml",
        "/sitemap-99.xml",
        "/sitemap-².xml",
        "/leave/",
        "/leave/?to=https://example.com/",
        "/leave/?to=https://example.com/:forged",
    ],
)
def test_an_unknown_address_gets_a_helpful_page(client: Client, town: Town, address: str) -> None:
    html = page(client, address, 404)
    assert 'role="search"' in html
    assert 'href="/sitemap/"' in html


def test_a_closed_column_is_gone(client: Client, town: Town) -> None:
    Column.objects.filter(key="notices").update(closed_at=NOW)
    assert "已经停用" in page(client, "/columns/notices/", 410)


def test_a_withdrawn_item_is_gone(client: Client, town: Town) -> None:
    withdraw(town.staff.office, item_id=town.item.pk, reason=REASON, now=NOW)
    html = page(client, f"/items/{town.item.pk}/", 410)
    assert REASON in html
    assert town.item.title not in html


def test_a_moved_address_leads_on(client: Client, town: Town) -> None:
    Moved.objects.create(path="/old/place/", target="/columns/notices/", moved_at=NOW)
    answer = client.get("/old/place/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/columns/notices/")


@pytest.mark.parametrize("target", ["https://example.com/", "//example.com/", "/\\example.com"])
def test_no_moved_address_leads_away(client: Client, town: Town, target: str) -> None:
    Moved.objects.create(path="/old/place/", target=target, moved_at=NOW)
    assert client.get("/old/place/").status_code == 404


def test_the_switcher_leads_to_the_organ(client: Client, town: Town) -> None:
    address = f"/organs/{town.organ.pk}/"
    assert client.get(f"/organs/choose/?organ={town.organ.pk}").headers["Location"] == address
    assert client.get("/organs/choose/?organ=x").headers["Location"] == "/organs/"


def test_the_sheet_has_the_colour_of_the_site(client: Client, town: Town) -> None:
    answer = client.get("/site.css")
    assert answer.headers["Content-Type"].startswith("text/css")
    assert "--main: #7a1f1f;" in answer.content.decode()


def test_a_colour_that_is_none_writes_nothing(client: Client, town: Town) -> None:
    town.site.colour = "red;}"
    town.site.save()
    assert client.get("/site.css").content == b""


@pytest.mark.django_db
def test_a_system_without_a_site_has_pages_too(client: Client) -> None:
    for address in ("/", "/organs/", "/guides/", "/catalogue/", "/sitemap/", "/feeds/rss.xml"):
        assert client.get(address).status_code == 200
    assert labels(page(client, "/")) == {"SiteName": "政府信息公开", "SiteDomain": "testserver"}
