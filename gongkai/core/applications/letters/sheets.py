"""Sheets of a case file (卷内表): lists and accounts that the archive keeps beside the letters."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from gongkai.core.ports import FormCell, FormTable, Letter, LetterBlock, Paragraph
from gongkai.core.ports.letters import CellKind

NUMBER: Final = "序号"
NONE: Final = "没有"
Rows = Sequence[Sequence[str]]


def listing(
    title: str, heads: Sequence[str], widths: Sequence[int], rows: Rows, day: date
) -> Letter:
    """A list with a number before each row."""
    return Letter(title, (_table(heads, widths, rows),), dated_on=day)


def account(title: str, pairs: Rows, paragraphs: Sequence[str], day: date) -> Letter:
    """A table of labels and values, and paragraphs below it."""
    rows = tuple(
        (FormCell(label, CellKind.LABEL), FormCell(value or NONE)) for label, value in pairs
    )
    blocks: list[LetterBlock] = [FormTable((1, 3), rows)] if rows else []
    blocks += [Paragraph(text) for text in paragraphs]
    return Letter(title, tuple(blocks), dated_on=day)


def _table(heads: Sequence[str], widths: Sequence[int], rows: Rows) -> FormTable:
    top = tuple(FormCell(text, CellKind.HEAD) for text in (NUMBER, *heads))
    told = rows or [(NONE, *("" for _ in heads[1:]))]
    body = tuple(
        (FormCell(str(number)), *(FormCell(cell) for cell in cells))
        for number, cells in enumerate(told, 1)
    )
    return FormTable((1, *widths), (top, *body), heads=1, small=True)
