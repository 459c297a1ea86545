"""Files with words, of every kind people have."""

from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter

from gongkai.apps.checks import word_tables
from gongkai.apps.checks.word_tables import separator_of, table_of
from gongkai.core.finding import BlockedError

ROWS = [["词语", "建议"], ["布署", "部署"]]


def workbook(rows: list[list[str]]) -> bytes:
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return target.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("词语\t建议\n布署\t部署\n".encode(), id="TSV"),
        pytest.param("词语,建议\r\n布署,部署\r\n".encode("gb18030"), id="CSV，GB18030"),
        pytest.param('词语,建议\n"布署",部署\n'.encode("utf-8-sig"), id="CSV，带签名"),
        pytest.param("词语\t建议\n布署\t部署\n".encode("utf-16"), id="UTF-16"),
        pytest.param("词语-建议\n布署-部署".encode(), id="短横"),
        pytest.param(workbook(ROWS), id="XLSX"),
    ],
)
def test_a_file_becomes_a_table(data: bytes) -> None:
    assert [row for row in table_of(data) if any(row)] == ROWS


def test_rows_of_a_workbook_keep_their_numbers() -> None:
    assert table_of(workbook([[""], [""], ["布署", "部署"]]))[2] == ["布署", "部署"]


def test_one_word_to_a_line_has_no_separator() -> None:
    assert table_of("布署镇\n甲村".encode()) == [["布署镇"], ["甲村"]]
    assert separator_of("# 甲\t乙\n布署镇\n甲村") == ""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "WORDS-FILE-EMPTY", id="空文件"),
        pytest.param(b" \n\n", "WORDS-FILE-EMPTY", id="只有空行"),
        pytest.param(b"\x00\x01\x02", "WORDS-FILE", id="二进制"),
        pytest.param(b"\xff\xff\xff", "WORDS-FILE", id="不是文本"),
        pytest.param(b"PK\x03\x04broken", "WORDS-FILE", id="坏的 XLSX"),
        pytest.param(b"\xd0\xcf\x11\xe0broken", "WORDS-FILE", id="坏的 XLS"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_with_the_reason(data: bytes, code: str) -> None:
    with pytest.raises(BlockedError) as refused:
        table_of(data)
    assert [finding.code for finding in refused.value.findings] == [code]


def test_files_over_limits_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_tables, "MOST_ROWS", 2)
    with pytest.raises(BlockedError, match="超过 2 行"):
        table_of("甲\n乙\n丙".encode())
    monkeypatch.setattr(word_tables, "MOST_BYTES", 3)
    with pytest.raises(BlockedError, match="MB"):
        table_of("甲\n乙".encode())


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_tables, "MOST_UNPACKED", 100)
    target = BytesIO()
    with ZipFile(target, "w") as packed:
        packed.writestr("xl/workbook.xml", "0" * 101)
    with pytest.raises(BlockedError) as refused:
        table_of(target.getvalue())
    assert refused.value.findings[0].code == "WORDS-FILE-SIZE"


def test_a_cell_of_endless_length_is_refused() -> None:
    data = f'词语,建议\n"{"布" * 200_000}",x\n'.encode()
    with pytest.raises(BlockedError):
        table_of(data)
