"""Taking over what others publish: looked at first, then all of it, the rest, or nothing."""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from gongkai.adapters.probes.walking import Answer
from gongkai.apps.publishing import feeds
from gongkai.core.identity import Role
from tests.adapters.feeds.files import rss, workbook
from tests.adapters.probes.local import OURS, Server
from tests.adapters.probes.local import serving as serving_pages
from tests.faces.desk.publishing.desks import Desks, signed_in
from tests.faces.sending import html
from tests.factories.organs import serving

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

pytestmark = pytest.mark.django_db
HARVEST = "/desk/items/harvest/"
HARVESTED = "/desk/items/?source=harvested"
HEAD = "标题,链接,发布时间,来源,正文"
GOOD = "省里的通知,https://example.gov.cn/1,2025-06-20,示范省人民政府,各地：请认真执行。"
MORE = "省里的公告,https://example.gov.cn/2,2025-06-21,示范省人民政府,现予公告。"
BAD = ",https://example.gov.cn/3,2025-06-22,示范省人民政府,没有标题。"


@pytest.fixture
def desks(db: None) -> Desks:
    return Desks()


def table(*rows: str) -> bytes:
    return "\n".join((HEAD, *rows)).encode()


def look(client: Client, data: bytes, name: str = "目录.csv") -> "Response":
    return client.post(HARVEST, {"file": SimpleUploadedFile(name, data)})


def kept(page: str) -> str:
    found = re.search(r'name="kept" value="(\d+)"', page)
    assert found
    return found[1]


def take(client: Client, page: str, **values: str) -> "Response":
    return client.post(HARVEST, {"kept": kept(page), "kind": "news", "take": "1", **values})


def titles(client: Client) -> list[str]:
    return re.findall(r"(省里的\w+)</a>", html(client.get(HARVESTED)))


def test_a_table_is_looked_at_then_taken_over(desks: Desks) -> None:
    client = desks.drafter
    page = html(look(client, table(GOOD, MORE)))
    assert "有 2 条可以提取" in page
    assert "还没有保存任何内容" in page
    assert "示范省人民政府" in page
    assert titles(client) == []
    answer = take(client, page)
    assert answer.headers["Location"] == HARVESTED
    assert "已经建立 2 条草稿" in html(client.get(HARVESTED))
    assert sorted(titles(client)) == ["省里的公告", "省里的通知"]


def test_taking_over_again_makes_nothing_twice(desks: Desks) -> None:
    client = desks.office
    page = html(look(client, table(GOOD)))
    take(client, page)
    take(client, page)
    again = html(look(client, table(GOOD, MORE)))
    done = take(client, again)
    said = html(client.get(done.headers["Location"]))
    assert "已经建立 1 条草稿" in said
    assert "1 条以前提取过，没有重复" in said
    assert len(titles(client)) == 2


def test_bad_rows_are_said_with_row_column_and_cause(desks: Desks) -> None:
    page = html(look(desks.drafter, table(GOOD, BAD)))
    assert "有 1 条可以提取，1 处有错误" in page
    assert "第 3 行“标题”" in page
    assert "全部不提取" in page


def test_with_bad_rows_nothing_is_taken_over(desks: Desks) -> None:
    client = desks.drafter
    answer = take(client, html(look(client, table(GOOD, BAD))), bad="stop")
    page = html(answer)
    assert answer.status_code == 422
    assert "第 3 行" in page
    assert kept(page)
    assert titles(client) == []


def test_or_the_rest_as_chosen(desks: Desks) -> None:
    client = desks.drafter
    answer = take(client, html(look(client, table(GOOD, BAD, MORE))), bad="skip")
    assert answer.status_code == 302
    assert len(titles(client)) == 2


def test_nothing_but_bad_rows_is_nothing(desks: Desks) -> None:
    client = desks.drafter
    page = html(look(client, table(BAD)))
    assert take(client, page, bad="skip").status_code == 422
    assert titles(client) == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        pytest.param("空.csv", b" ", "空", id="空文件"),
        pytest.param("图片.png", b"\x89PNG\r\n\x1a\n\x00\x00", "可以提取", id="图片"),
        pytest.param("坏.xml", b"<rss><channel><item>", "1 处有错误", id="残缺的RSS"),
        pytest.param("坏.json", b'{"items": [', "1 处有错误", id="残缺的JSON"),
        pytest.param(
            "实体.xml",
            b'<!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>',
            "1 处有错误",
            id="实体",
        ),
        pytest.param("没有表头.csv", "甲,乙\n1,2".encode(), "处有错误", id="没有表头"),
    ],
)
def test_what_is_no_feed_is_refused_in_words(
    desks: Desks, name: str, data: bytes, said: str
) -> None:
    client = desks.drafter
    page = html(look(client, data, name))
    assert said in page
    assert "有 0 条可以提取" in page
    assert take(client, page, bad="skip").status_code == 422
    assert titles(client) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param(
            "订阅.xml",
            rss(
                "<title>省里的通知</title><link>https://example.gov.cn/1</link>"
                "<pubDate>2025-06-20</pubDate><description>正文</description>"
            ).encode(),
            id="RSS",
        ),
        pytest.param(
            "列表.json",
            json.dumps({"items": [{"title": "省里的通知", "date": "2025-06-20"}]}).encode(),
            id="JSON",
        ),
        pytest.param(
            "目录.xlsx",
            workbook({"目录": [("标题", "发布时间"), ("省里的通知", "2025-06-20")]}),
            id="XLSX",
        ),
        pytest.param("目录.tsv", "标题\t发布时间\n省里的通知\t2025-06-20".encode(), id="TSV"),
        pytest.param("目录.csv", "标题,发布时间\n省里的通知,2025-06-20".encode("gbk"), id="GBK"),
    ],
)
def test_every_kind_of_feed_is_taken_over(desks: Desks, name: str, data: bytes) -> None:
    client = desks.drafter
    assert take(client, html(look(client, data, name))).status_code == 302
    assert titles(client) == ["省里的通知"]


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param({"title": "省里的\x00通知", "date": "2025-06-20"}, id="零字符"),
        pytest.param({"title": "省里的\ud800通知", "date": "2025-06-20"}, id="半个字符"),
        pytest.param(
            {"title": "省里的通知", "date": "2025-06-20", "url": "https://e.cn/\x00"},
            id="地址里的零字符",
        ),
        pytest.param({"title": "省里的通知", "date": "0001-01-01"}, id="公元一年"),
        pytest.param({"title": "省里的通知", "date": "9999-12-31 23:59"}, id="公元九九九九年"),
        pytest.param({"title": "省里的通知", "date": 9999999999999}, id="毫秒"),
        pytest.param({"title": "省" * 301, "date": "2025-06-20"}, id="标题太长"),
        pytest.param({"title": "省里的通知", "id": "号" * 900, "date": "2025-06-20"}, id="长标识"),
        pytest.param(
            {"title": "省里的通知", "date": "2025-06-20", "source": "示范省" * 400}, id="长来源"
        ),
    ],
)
def test_odd_values_are_said_or_taken_over(desks: Desks, entry: dict[str, object]) -> None:
    client = desks.drafter
    page = html(look(client, json.dumps([entry]).encode(), "列表.json"))
    taken = take(client, page).status_code
    assert taken == (422 if "处有错误" in page else 302)
    assert len(titles(client)) <= 1


def test_script_is_gone_from_what_is_taken_over(desks: Desks) -> None:
    client = desks.drafter
    body = "<p onclick=alert(1)>正文</p><script>alert(2)</script><a href=javascript:x>链接</a>"
    entry = {"title": "省里的<b>通知</b>", "date": "2025-06-20", "content_html": body}
    take(client, html(look(client, json.dumps([entry]).encode(), "列表.json")))
    found = re.search(r'href="(/desk/items/\d+/)">省里的通知</a>', html(client.get(HARVESTED)))
    assert found
    page = html(client.get(found[1], follow=True))
    assert "alert" not in page
    assert "javascript:" not in page


def test_an_unknown_kind_is_said_above_the_preview(desks: Desks) -> None:
    client = desks.drafter
    answer = take(client, html(look(client, table(GOOD))), kind="poem")
    assert answer.status_code == 422
    assert "省里的通知" in html(answer)
    assert titles(client) == []


def test_a_file_too_large_is_refused_before_it_is_read(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "LARGEST", 1024 * 1024)
    answer = look(desks.drafter, b"x" * (1024 * 1024 + 1))
    assert answer.status_code == 422
    assert "超过 1 MB" in html(answer)


def test_nothing_sent_is_said(desks: Desks) -> None:
    answer = desks.drafter.post(HARVEST, {"address": " "})
    assert answer.status_code == 422
    assert "没有办成" in html(answer)


@pytest.fixture
def server(settings: Settings) -> Iterator[Server]:
    """A platform on this machine, which the settings count among our own networks."""
    settings.GONGKAI_PROBES = {"allowed": OURS}
    feed = rss(
        "<title>省里的通知</title><link>https://example.gov.cn/1</link>"
        "<pubDate>2025-06-20</pubDate>"
    )
    pages = {"/feed": Answer(200, head=feed.encode()), "/gone": Answer(404)}
    with serving_pages(pages) as running:
        yield running


def test_a_feed_is_fetched_from_its_address(desks: Desks, server: Server) -> None:
    client = desks.office
    page = html(client.post(HARVEST, {"address": f" {server.base}/feed "}))
    assert "有 1 条可以提取" in page
    assert server.asked == ["GET /feed"]
    take(client, page)
    assert titles(client) == ["省里的通知"]
    assert server.asked == ["GET /feed"]


def test_an_address_without_a_feed_is_said(desks: Desks, server: Server) -> None:
    answer = desks.office.post(HARVEST, {"address": f"{server.base}/gone"})
    page = html(answer)
    assert answer.status_code == 422
    assert "404" in page
    assert f'value="{server.base}/gone"' in page


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/feed",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://localhost/",
        "file:///etc/passwd",
        "ftp://example.gov.cn/",
        "example",
        "http://user:word@example.gov.cn/",
        "http://\x00/",
        "http://e.cn:99999999/",
        "x" * 5000,
    ],
)
def test_addresses_that_are_not_for_us_are_refused(desks: Desks, address: str) -> None:
    answer = desks.drafter.post(HARVEST, {"address": address})
    assert answer.status_code == 422
    assert "没有办成" in html(answer)


def test_what_another_organ_holds_is_not_there(desks: Desks) -> None:
    page = html(look(desks.drafter, table(GOOD)))
    stranger = signed_in(serving("li", desks.region.stranger, Role.DISCLOSURE_OFFICE))
    above = signed_in(serving("wang", desks.region.city, Role.DISCLOSURE_OFFICE))
    for client in (stranger, above):
        assert take(client, page).status_code == 404
        assert client.post(HARVEST, {"kept": kept(page)}).status_code == 404
    assert titles(desks.drafter) == []


@pytest.mark.parametrize("number", ["0", "99999999", "9" * 30])
def test_what_nobody_holds_is_not_there(desks: Desks, number: str) -> None:
    answer = desks.drafter.post(HARVEST, {"kept": number, "take": "1"})
    assert answer.status_code in {404, 422}


@pytest.mark.parametrize("role", [Role.UNIT_HEAD, Role.LEADER, Role.AUDITOR, Role.HANDLER])
def test_whoever_does_not_take_over_finds_nothing(desks: Desks, role: Role) -> None:
    client = signed_in(serving("li", desks.region.finance, role))
    assert client.get(HARVEST).status_code == 404
    assert look(client, table(GOOD)).status_code == 404
    assert HARVEST not in html(client.get("/desk/"))


def test_the_page_is_found_from_the_list(desks: Desks) -> None:
    assert f'href="{HARVEST}"' in html(desks.drafter.get("/desk/items/"))
    assert f'href="{HARVEST}"' not in html(desks.leader.get("/desk/items/"))
    assert desks.drafter.head(HARVEST).status_code == 200
    assert desks.drafter.put(HARVEST).status_code == 405


def test_strangers_are_asked_to_sign_in(client: Client) -> None:
    assert client.get(HARVEST).headers["Location"].startswith("/desk/login/")
