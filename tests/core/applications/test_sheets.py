"""Lists and accounts of a case file."""

from datetime import date

from gongkai.core.applications.letters.sheets import account, listing
from gongkai.core.ports import FormCell, FormTable, Paragraph
from gongkai.core.ports.letters import CellKind

DAY = date(2026, 3, 5)


def test_a_list_numbers_its_rows() -> None:
    letter = listing("证据目录", ("材料", "证明"), (4, 4), [("甲", "乙"), ("丙", "丁")], DAY)
    (table,) = letter.blocks
    assert isinstance(table, FormTable)
    assert table.rows[0] == tuple(
        FormCell(text, CellKind.HEAD) for text in ("序号", "材料", "证明")
    )
    assert table.rows[2] == tuple(FormCell(text) for text in ("2", "丙", "丁"))


def test_an_empty_list_says_so() -> None:
    (table,) = listing("证据目录", ("材料", "证明"), (4, 4), [], DAY).blocks
    assert isinstance(table, FormTable)
    assert table.rows[1] == (FormCell("1"), FormCell("没有"), FormCell(""))


def test_an_account_has_a_table_and_text() -> None:
    letter = account("期限计算", [("期限", "")], ["第一步"], DAY)
    table, text = letter.blocks
    assert isinstance(table, FormTable)
    assert table.rows[0] == (FormCell("期限", CellKind.LABEL), FormCell("没有"))
    assert text == Paragraph("第一步")
    assert account("期限计算", [], ["第一步"], DAY).blocks == (text,)
