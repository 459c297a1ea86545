"""Plain text: encodings told apart, lines kept as they stand."""

import pytest

from tests.adapters.documents.reading import codes, grids, read, refused, rows, texts

REPORT = (
    "示例县示例局2024年政府信息公开工作年度报告\n一、总体情况\n本年收到申请12件，已全部办结。\n"
)
LINES = REPORT.splitlines()


@pytest.mark.parametrize(
    ("data", "noted"),
    [
        pytest.param(REPORT.encode(), set(), id="UTF-8"),
        pytest.param(b"\xef\xbb\xbf" + REPORT.encode(), set(), id="带标记的UTF-8"),
        pytest.param(REPORT.encode("gb18030"), {"FILE-ENCODING"}, id="GB18030"),
        pytest.param(b"\xff\xfe" + REPORT.encode("utf-16-le"), set(), id="带标记的UTF-16小端"),
        pytest.param(b"\xfe\xff" + REPORT.encode("utf-16-be"), set(), id="带标记的UTF-16大端"),
        pytest.param(REPORT.encode("utf-16-le"), {"FILE-ENCODING"}, id="无标记的UTF-16小端"),
        pytest.param(REPORT.encode("utf-16-be"), {"FILE-ENCODING"}, id="无标记的UTF-16大端"),
        pytest.param(
            REPORT.encode().decode("gb18030", "ignore").encode(), None, id="转坏的文字也不出错"
        ),
    ],
)
def test_encodings(data: bytes, noted: set[str] | None) -> None:
    document = read(data)
    if noted is not None:
        assert [text for text in texts(document) if text] == LINES
        assert codes(document) == noted


def test_a_short_text_that_only_looks_like_an_accident_stays() -> None:
    assert texts(read("目录<甲>".encode())) == ["目录<甲>"]


def test_text_saved_in_the_wrong_encoding_is_restored() -> None:
    text = "年度报告公开情况信息政府工作申请数量"
    document = read(text.encode().decode("gb18030").encode())
    assert texts(document) == [text]
    assert codes(document) == {"FILE-MOJIBAKE"}


def test_lines_of_different_encodings_are_told_apart() -> None:
    data = "一、总体情况\n".encode() * 5 + "本年度公开信息数量和申请情况".encode("gb18030") + b"\n"
    document = read(data)
    assert texts(document)[5] == "本年度公开信息数量和申请情况"
    assert codes(document) == {"FILE-ENCODING-MIXED"}


def test_bytes_without_meaning_are_marked_and_said() -> None:
    data = "一、总体情况\n收到申请\xff\xfe12件\n二、主动公开政府信息情况\n".encode(
        "latin-1", "replace"
    )
    data = "一、总体情况\n收到申请".encode() + b"\xff\xfe\xff" + "12件\n二、主动公开\n".encode()
    document = read(data)
    assert texts(document)[0] == "一、总体情况"
    assert "�" in texts(document)[1]
    assert "第2行" in next(n.text for n in document.notes if n.code == "FILE-ENCODING-DAMAGED")


def test_lines_keep_tabs_blanks_and_numbers() -> None:
    document = read("指标\t数量\r\n\t\t3\r　　新收　12\r\n\r\n末行")
    lines = [(b.place.line, b.text) for b in document.blocks if hasattr(b, "text")]
    assert lines == [(1, "指标\t数量"), (2, "\t\t3"), (3, "　　新收　12"), (4, ""), (5, "末行")]
    assert grids(document) == []


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(256)) * 20, id="二进制"),
        pytest.param(b"\x00\x01\x02\x03" * 500, id="零字节"),
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    assert refused(data).code == "FILE-KIND"


@pytest.mark.parametrize("data", [b"\n \n\t\n", "　\n　".encode()], ids=["空行", "全角空格"])
def test_blank_text_is_refused(data: bytes) -> None:
    assert refused(data).code in {"FILE-EMPTY", "FILE-NO-TEXT"}


def test_pipe_tables_become_grids_in_order() -> None:
    document = read(
        "# 年度报告 #\n## 二、主动公开\n"
        "| 信息内容 | 制发 |\n|---|:--:|\n| 规章 | 1 |\n\n"
        "| 行政许可 |\n|---|\n| 22<br>件 |\n正文",
        "报告.md",
    )
    assert texts(document) == ["年度报告", "二、主动公开", "", "正文"]
    assert [rows(grid) for grid in grids(document)] == [
        [["信息内容", "制发"], ["规章", "1"]],
        [["行政许可"], ["22\n件"]],
    ]
    assert grids(document)[0].cells[2].place.line == 5


def test_tables_that_touch_are_parted_at_their_headings() -> None:
    table = "|规章|22|\n|---|---|\n|许可|0|\n|人|1|2|\n|---|---|---|\n|3|4|5|"
    document = read(table, "报告.md")
    assert [rows(grid) for grid in grids(document)] == [
        [["规章", "22"], ["许可", "0"]],
        [["人", "1", "2"], ["3", "4", "5"]],
    ]


def test_blank_and_escaped_cells_stay() -> None:
    (grid,) = grids(read("| 甲 |  | 乙\\|丙 |\n|--|--|--|\n| | 0 | |", "报告.md"))
    assert rows(grid) == [["甲", "", "乙|丙"], ["", "0", ""]]
