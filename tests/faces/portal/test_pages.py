"""The pages of the portal: what they show, their labels, their answers to odd questions."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import resolve
from django.utils.timezone import localdate

from gongkai.apps.catalogue.models import Column, DirectoryEntry, Moved
from gongkai.apps.organs.facts import Basis
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.succession import merge_organs
from gongkai.apps.publishing.closing import replace, withdraw
from gongkai.core.identity import SYSTEM, OrganKind
from gongkai.faces.portal.urls import urlpatterns
from tests.faces.portal.conftest import SITE_CODE, Town, rewrite
from tests.factories.organs import organ
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
        "标准目录名录": "/directories/",
        "标准目录": f"/organs/{town.organ.pk}/directory/",
        "标准目录领域": f"/organs/{town.organ.pk}/directory/{town.entry.field}/",
        "标准目录事项": f"/organs/{town.organ.pk}/directory/{town.entry.field}/{town.entry.pk}/",
        "站点地图": "/sitemap/",
        "检索": "/search/?q=数据",
        "年报体检": "/report-check/",
    }


KINDS = (
    *("首页", "机关名录", "机关", "栏目", "本机关栏目", "信息"),
    *("指南名录", "指南", "目录", "站点地图", "检索", "年报体检"),
    *("标准目录名录", "标准目录", "标准目录领域", "标准目录事项"),
)
SHOWING = ("首页", "机关", "栏目", "本机关栏目", "信息", "目录", "检索", "标准目录事项")
LIKE_COLUMNS = {
    "机关": "政府信息公开",
    "机关名录": "政府信息公开",
    "指南名录": "政府信息公开指南",
    "指南": "政府信息公开指南",
    "目录": "政府信息公开目录",
    **dict.fromkeys(
        ("标准目录名录", "标准目录", "标准目录领域", "标准目录事项"), "基层政务公开标准目录"
    ),
}
"""Pages that stand for a column, by what they are called."""
OF_A_COLUMN = {"ColumnName", "ColumnType", "ColumnDescription", "ColumnKeywords"}


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


@pytest.mark.parametrize("kind", LIKE_COLUMNS)
def test_a_page_that_stands_for_a_column_has_the_labels_of_one(
    client: Client, town: Town, kind: str
) -> None:
    found = labels(page(client, addresses(town)[kind]))
    assert set(found) == set(SITE_LABELS) | OF_A_COLUMN
    assert found["ColumnName"] == LIKE_COLUMNS[kind]
    assert all(found.values())


@pytest.mark.parametrize("kind", ["站点地图", "检索", "年报体检"])
def test_a_page_that_is_neither_column_nor_item_has_the_labels_of_the_site(
    client: Client, town: Town, kind: str
) -> None:
    assert labels(page(client, addresses(town)[kind])) == SITE_LABELS


def test_every_kind_of_page_is_looked_at(town: Town) -> None:
    seen = {resolve(address.partition("?")[0]).url_name for address in addresses(town).values()}
    assert {*seen, *NOT_PAGES} == {
        pattern.name for pattern in urlpatterns if not is_of_another_test(str(pattern.pattern))
    }


NOT_PAGES = {
    *("display", "colours", "robots", "sitemap-index", "sitemap-part", "choose-organ", "leave"),
    *("feed", "organ-feed", "column-feed", "file", "named-file"),
}
"""What is a form, a sheet of colours, a map for machines, a feed, a file or a way elsewhere."""


def is_of_another_test(pattern: str) -> bool:
    """Checking reports and applying have pages, and tests, of their own."""
    return pattern.startswith(("report-check/<", "applications/"))


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


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"年报体检"}))
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
        "/organs/999999/directory/",
        "/organs/999999/directory/budgets/",
        "/organs/999999/directory/budgets/1/",
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


def merged(town: Town) -> tuple[Organ, Organ]:
    """An organ that was closed and left nothing in public, and the one that took over."""
    gone = organ("示范市大数据中心", town.organ, OrganKind.PUBLIC_INSTITUTION, "990100")
    day = localdate(NOW)
    basis = Basis(day, "示机编〔2025〕1号", day)
    merge_organs(SYSTEM, predecessor_ids=[gone.pk], successor_id=town.organ.pk, basis=basis)
    gone.refresh_from_db()
    return gone, town.organ


def test_a_closed_organ_that_left_nothing_leads_to_the_one_that_took_over(
    client: Client, town: Town
) -> None:
    gone, heir = merged(town)
    for rest in ("", "guide/"):
        answer = client.get(f"/organs/{gone.pk}/{rest}")
        assert (answer.status_code, answer.headers["Location"]) == (
            301,
            f"/organs/{heir.pk}/{rest}",
        )


def test_a_closed_organ_that_left_something_says_who_took_over(client: Client, town: Town) -> None:
    gone, heir = merged(town)
    town.item.organ = gone
    town.item.save()
    html = page(client, f"/organs/{gone.pk}/")
    assert town.item.title in html
    assert f'<a href="/organs/{heir.pk}/">{heir.name}</a>' in html[html.index("撤销") :]


def test_an_item_that_another_replaced_leads_to_it(client: Client, town: Town) -> None:
    by = released(town.staff, written=draft(2)).item
    replace(town.staff.office, item_id=town.item.pk, by_id=by.pk, reason=REASON, now=NOW)
    answer = client.get(f"/items/{town.item.pk}/")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/items/{by.pk}/")


def test_the_standard_directory_leads_from_the_organ_to_its_items(
    client: Client, town: Town
) -> None:
    entry, organ_page = town.entry, f"/organs/{town.organ.pk}/"
    way = [f"{organ_page}directory/", f"{organ_page}directory/budgets/"]
    way.append(f"{way[1]}{entry.pk}/")
    html = page(client, organ_page)
    for address in way:
        assert f'href="{address}"' in html
        html = page(client, address)
    assert f'href="/items/{town.item.pk}/"' in html
    for said in (entry.elements, entry.basis, entry.limit, "政府网站", "全社会", "主动", "县级"):
        assert said in html
    assert f'href="{way[0]}"' in page(client, f"/catalogue/?organ={town.organ.pk}")
    assert f'href="{way[0]}"' in page(client, "/directories/")


def test_an_entry_without_items_says_so_and_one_on_application_says_how(
    client: Client, town: Town
) -> None:
    entry = town.entry
    address = f"/organs/{town.organ.pk}/directory/budgets/"
    DirectoryEntry.objects.filter(pk=entry.pk).update(column=None)
    assert "还没有信息" in page(client, address)
    assert "还没有公开的信息" in page(client, f"{address}{entry.pk}/")
    DirectoryEntry.objects.filter(pk=entry.pk).update(way="on_application")
    assert "依申请公开" in page(client, address)
    assert f'href="/organs/{town.organ.pk}/guide/"' in page(client, f"{address}{entry.pk}/")


@pytest.mark.parametrize("rest", ["education/", "x/", "budgets/999999/"])
def test_a_field_or_an_entry_that_is_not_there_is_not_found(
    client: Client, town: Town, rest: str
) -> None:
    assert town.entry.field == "budgets"
    page(client, f"/organs/{town.organ.pk}/directory/{rest}", 404)


def test_an_organ_without_a_directory_says_so(client: Client, town: Town) -> None:
    assert "还没有标准目录" in page(client, f"/organs/{town.organ.pk}/directory/")
    assert "正在编制" in page(client, "/directories/")
    assert "基层政务公开标准目录" not in page(client, f"/organs/{town.organ.pk}/")


def test_the_map_for_machines_has_guides_and_directories(client: Client, town: Town) -> None:
    entry = town.entry
    text = page(client, "/sitemap-pages.xml")
    for path in ("/directories/", f"/organs/{town.organ.pk}/directory/{entry.field}/"):
        assert f"http://testserver{path}</loc>" in text


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
