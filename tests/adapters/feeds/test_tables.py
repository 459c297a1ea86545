"""CSV, TSV and XLSX: the same rows however they come, and every bad row with its place."""

import io
import zipfile
from datetime import UTC, date, datetime
from datetime import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.adapters.feeds.moments import CHINA
from gongkai.adapters.feeds.reader import FeedFileReader
from gongkai.core.finding import Severity
from tests.adapters.feeds.files import Rows, codes, read, titles, workbook

NINE = datetime(2026, 3, 1, 9, 30, tzinfo=CHINA)
HEAD = ["标题", "链接", "发布时间", "来源", "正文", "摘要", "栏目", "唯一标识"]
ROW = [
    "关于征求意见的公告", "https://www.example.gov.cn/1", "2026-03-01 09:30", "省政府",
    "第一段\n第二段",
    "征求意见", "公告", "A1",
]  # fmt: skip


def lines(*rows: list[str], sign: str = ",") -> str:
    return "".join(
        sign.join(f'"{cell}"' if "\n" in cell else cell for cell in row) + "\r\n" for row in rows
    )


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(lines(HEAD, ROW).encode(), id="CSV"),
        pytest.param(lines(HEAD, ROW).encode("utf-8-sig"), id="有 BOM"),
        pytest.param(lines(HEAD, ROW).encode("gb18030"), id="GB18030"),
        pytest.param(lines(HEAD, ROW).encode("utf-16"), id="UTF-16"),
        pytest.param(lines(HEAD, ROW, sign="\t").encode(), id="TSV"),
        pytest.param(lines(HEAD, ROW, sign=";").encode(), id="分号"),
        pytest.param(workbook({"一": [HEAD, ROW]}), id="XLSX"),
    ],
)
def test_the_same_row_however_it_comes(data: bytes) -> None:
    feed = read(data)
    (entry,) = feed.entries
    assert [fault for fault in feed.faults if fault.severity is Severity.ERROR] == []
    assert entry.row == 2
    assert entry.published_at == NINE
    assert entry.body_html == "<p>第一段</p><p>第二段</p>"
    assert [
        entry.title, entry.address, entry.source, entry.summary, entry.category, entry.identity,
    ] == [ROW[0], ROW[1], ROW[3], ROW[5], ROW[6], ROW[7]]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "row"),
    [
        pytest.param("title,url,pubDate,content", "甲,https://a.example/1,2026-3-1,文", id="英文"),
        pytest.param(
            "信息标题*, 网址 ,发布日期：,内容", "甲,https://a.example/1,2026-3-1,文", id="别名"
        ),
        pytest.param(
            "TITLE,Link,Publish_Date,BODY", "甲,https://a.example/1,20260301,文", id="大写"
        ),
    ],
)
def test_columns_go_by_many_names(head: str, row: str) -> None:
    feed = read(f"{head}\n{row}\n")
    (entry,) = feed.entries
    assert (entry.title, entry.address) == ("甲", "https://a.example/1")
    assert entry.published_at == datetime(2026, 3, 1, tzinfo=CHINA)
    assert (entry.body_html, feed.faults) == ("<p>文</p>", ())


@pytest.mark.parametrize(
    ("row", "code", "words", "path"),
    [
        pytest.param(
            ",https://a.example/9,2026-1-1", "FEED-TITLE", "第 3 行“标题”", "3.title", id="没有标题"
        ),
        pytest.param(
            "长" * 301 + ",,2026-1-1", "FEED-TITLE-LONG", "有 301 个字", "3.title", id="标题过长"
        ),
        pytest.param(
            "乙,javascript:alert(1),2026-1-1",
            "FEED-ADDRESS",
            "第 3 行“链接”：“javascript:alert(1)”",
            "3.address",
            id="脚本",
        ),
        pytest.param(
            "乙,www.example.cn,2026-1-1",
            "FEED-ADDRESS",
            "不是完整的网页地址",
            "3.address",
            id="缺协议",
        ),
        pytest.param(
            "乙,,上周五", "FEED-DATE", "第 3 行“日期”：“上周五”", "3.published_at", id="日期"
        ),
        pytest.param("乙,,2026-2-30", "FEED-DATE", "“2026-2-30”", "3.published_at", id="没有这天"),
        pytest.param(
            "乙,https://a.example/1,2026-1-1",
            "FEED-IDENTITY-TWICE",
            "与第 2 行相同",
            "3.address",
            id="重复链接",
        ),
        pytest.param(
            "甲,,2026-1-1,又一格", "FEED-ROW-LONG", "第 3 行：有 1 个单元格超出表头", "3", id="多格"
        ),
    ],
)
def test_a_bad_row_is_said_and_the_others_are_read(
    row: str, code: str, words: str, path: str
) -> None:
    feed = read(f"标题,链接,日期\n甲,https://a.example/1,2026-1-1\n{row}\n丁,,2026-1-2\n")
    (fault,) = feed.faults
    assert (fault.code, fault.severity, fault.paths) == (code, Severity.ERROR, (path,))
    assert words in fault.text
    assert fault.hint
    assert titles(feed) == ["甲", "丁"]


def test_everything_wrong_with_a_row_is_said_at_once() -> None:
    feed = read("标题,链接,日期\n,ftp://a,昨天\n")
    assert codes(feed) == ["FEED-TITLE", "FEED-ADDRESS", "FEED-DATE"]
    assert feed.entries == ()


def test_an_identity_of_a_bad_row_is_not_taken() -> None:
    feed = read("标题,唯一标识,日期\n,A,2026-1-1\n乙,A,2026-1-1\n")
    assert titles(feed) == ["乙"]


def test_a_row_without_a_day_is_read_and_remarked_on() -> None:
    feed = read("标题,发布时间\n甲,\n")
    assert [(fault.code, fault.severity) for fault in feed.faults] == [
        ("FEED-NO-DATE", Severity.WARNING)
    ]
    assert feed.entries[0].published_at is None


def test_without_identity_or_address_the_title_and_the_time_identify() -> None:
    table = "标题,日期\n甲,2026-1-1\n甲,2026-1-2\n甲,2026-1-1\n"
    feed = read(table)
    assert codes(feed) == ["FEED-IDENTITY-TWICE"]
    assert [entry.identity for entry in feed.entries] == [
        entry.identity for entry in read(table).entries
    ]
    assert len({entry.identity for entry in feed.entries}) == 2


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        pytest.param("", "FEED-EMPTY", "导出", id="空"),
        pytest.param(" \n\n", "FEED-EMPTY", "导出", id="空行"),
        pytest.param("甲,乙\n一,二\n", "FEED-NO-TITLES", "前 10 行", id="没有标题列"),
        pytest.param("标题,名称\n甲,乙\n", "FEED-COLUMN-TWICE", "标题、名称", id="列名重复"),
        pytest.param('标题,来源\n甲,"乙\n丙,丁\n', "FEED-QUOTES", "第 3 行", id="引号"),
        pytest.param(bytes(range(256)) * 4, "FEED-KIND", "RSS", id="二进制"),
        pytest.param(b"PK\x03\x04not a zip", "FILE-DAMAGED", "XLSX", id="坏的压缩包"),
    ],
)
def test_a_table_that_cannot_be_read(data: bytes | str, code: str, words: str) -> None:
    feed = read(data)
    assert feed.entries == ()
    assert codes(feed)[-1] == code
    assert feed.faults[-1].severity is Severity.ERROR
    assert words in feed.faults[-1].text


def test_columns_that_are_not_read_are_named() -> None:
    feed = read("标题,日期,点击量,备注\n甲,2026-1-1,3,好\n")
    assert codes(feed) == ["FEED-COLUMN-UNKNOWN"]
    assert "点击量、备注" in feed.faults[0].text
    assert titles(feed) == ["甲"]


def test_a_title_over_the_table_and_blank_rows_do_not_matter() -> None:
    feed = read("信息清单,,\n\n标题,日期\n\n甲,2026-1-1\n,\n乙,2026-1-2\n")
    assert [(entry.row, entry.title) for entry in feed.entries] == [(5, "甲"), (7, "乙")]


def test_a_long_body_is_one_cell() -> None:
    body = "正文，" * 60_000
    assert read(f'标题,日期,正文\n甲,2026-1-1,"{body}"\n').entries[0].body_html == f"<p>{body}</p>"


def test_cells_of_a_workbook() -> None:
    head = ["标题", "发布时间", "唯一标识"]
    rows: Rows = [head, ["甲", NINE.replace(tzinfo=None), 1001], ["乙", date(2026, 3, 2), 1.5]]
    first, second = read(workbook({"一": rows})).entries
    assert first.published_at == NINE
    assert (first.identity, second.identity) == ("1001", "1.5")
    assert second.published_at == datetime(2026, 3, 2, tzinfo=CHINA)


def test_a_cell_that_holds_only_a_time_is_no_day() -> None:
    feed = read(workbook({"一": [["标题", "日期"], ["甲", clock(9, 30)]]}))
    assert [fault.paths for fault in feed.faults] == [("2.published_at",)]


def test_hidden_sheets_are_not_read_and_others_are_named() -> None:
    rows = [["标题", "日期"], ["甲", "2026-1-1"]]
    secret = [["标题", "日期"], ["秘", "2026-1-1"]]
    feed = read(workbook({"藏": secret, "说明": [["无"]], "数据": rows}, hidden="藏"))
    assert (titles(feed), codes(feed)) == (["甲"], ["FEED-SHEETS"])
    assert "“数据”，没有读：说明" in feed.faults[0].text


def test_rows_of_a_workbook_are_numbered_as_its_program_shows_them() -> None:
    feed = read(workbook({"一": [[""], ["清单"], ["标题", "日期"], [""], ["甲", "坏"]]}))
    assert feed.faults[0].paths == ("5.published_at",)


def test_a_workbook_that_swells_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", b" " * 60_000_000)
    feed = read(stream.getvalue())
    assert (feed.entries, codes(feed)) == ((), ["FILE-ZIP-BOMB"])


def test_a_zip_that_is_no_workbook() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as parts:
        parts.writestr("a.txt", b"a")
    assert codes(read(stream.getvalue())) == ["FEED-DAMAGED"]


def test_limits() -> None:
    small = FeedFileReader(entries=2, megabytes=1)
    rows = "标题,日期\n" + "".join(f"第{n}条,2026-1-1\n" for n in range(3))
    assert codes(small.read("多", rows.encode())) == ["FEED-ENTRIES"]
    assert len(small.read("正好", rows.rpartition("第2条")[0].encode()).entries) == 2
    assert codes(small.read("大", b"a" * (1024 * 1024 + 1))) == ["FEED-SIZE"]


@given(st.lists(st.text(max_size=30), min_size=1, max_size=8))
def test_no_text_brings_the_reader_down(cells: list[str]) -> None:
    feed = read("标题,链接,日期\n" + ",".join(cells))
    assert all(entry.title for entry in feed.entries)


@given(st.binary(max_size=400))
def test_no_bytes_bring_the_reader_down(data: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"<rss>", b"[", "标题\n".encode()):
        read(start + data)


def test_moments_are_comparable() -> None:
    feed = read("标题,日期\n甲,2026-03-01T01:30:00Z\n")
    assert feed.entries[0].published_at == NINE
    assert feed.entries[0].published_at == datetime(2026, 3, 1, 1, 30, tzinfo=UTC)
