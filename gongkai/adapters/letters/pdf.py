"""Documents as PDF, set by Typst: the text goes in as data, never as markup."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal

import typst

from gongkai.adapters.letters import measures, words
from gongkai.adapters.letters.fonts import Chosen, Face, chosen, note_of, substitution
from gongkai.core.ports import (
    FormCell,
    FormTable,
    Heading,
    Letter,
    LetterBlock,
    Paragraph,
    Signature,
    Written,
)
from gongkai.core.ports.letters import CellKind

FOLDER = Path(__file__).with_name("templates")
ARCHIVAL: Literal["a-2a"] = "a-2a"
LONG_RUN = re.compile("[!-~]{24,}")
PIECE = re.compile("[!-~]{1,23}?(?:[/?&=._-]+|$)|[!-~]{1,23}")
QUOTED = re.compile('`"(.+?)"`')
BREAK = "\u200b"
Json = dict[str, object]


class PdfWriter:
    """Writes PDF/A. `fonts` names the font of a face, `folder` is where more fonts are."""

    def __init__(self, *, fonts: Mapping[str, str] | None = None, folder: str = "") -> None:
        self.fonts, self.folder = fonts or {}, folder

    def write(self, letter: Letter, *, made_at: datetime) -> Written:
        """Write one document; where a sign has no glyph the file is plain PDF and says so."""
        known = _known(self.folder)
        fonts = chosen(self.fonts, known.families())
        given = {"letter": json.dumps(_given(letter, fonts), ensure_ascii=False)}
        notes = substitution(fonts)
        try:
            return Written(_compiled(given, known, made_at, archival=True), notes)
        except typst.TypstError as error:
            missing = QUOTED.search(error.message)
            if missing is None:
                raise
            data = _compiled(given, known, made_at, archival=False)
            return Written(data, (*notes, note_of("LETTER-GLYPH", what=missing[1])))


@cache
def _known(folder: str) -> typst.Fonts:
    """The fonts of this machine; looking for them takes longer than setting a page."""
    return typst.Fonts(font_paths=[folder] if folder else [])


def _compiled(
    given: dict[str, str],
    known: typst.Fonts,
    made_at: datetime,
    *,
    archival: bool,
) -> bytes:
    data, _ = typst.compile_with_warnings(
        FOLDER / "letter.typ",
        root=FOLDER,
        font_paths=known,
        sys_inputs=given,
        pdf_standards=ARCHIVAL if archival else None,
        timestamp=int(made_at.timestamp()),
    )
    return data


def _given(letter: Letter, fonts: Mapping[Face, Chosen]) -> Json:
    """The document as the template wants it."""
    faces = {
        face.value: {"families": list(font.families), "weight": font.weight}
        for face, font in fonts.items()
    }
    return {
        "title": words.one_line(letter.title),
        "title_lines": words.title_lines(letter),
        "header": words.one_line(letter.header),
        "document_number": words.one_line(letter.document_number),
        "addressee": _breakable(words.addressee(letter)),
        "blocks": [_block(block) for block in letter.blocks],
        "enclosed": [_block(block) for block in letter.enclosed],
        "attachments": [_breakable(line) for line in words.attachments(letter)],
        "attached": words.ATTACHED,
        "issuer": words.one_line(letter.issuer),
        "date": words.day(letter.dated_on) if letter.dated_on else "",
        "remark": _breakable(words.remark(letter)),
        "fonts": faces,
        "measures": _measures(),
        "dash": words.PAGE_DASH,
    }


def _measures() -> Json:
    return {
        "page_width": measures.PAGE_WIDTH_MM,
        "page_height": measures.PAGE_HEIGHT_MM,
        "top": measures.TOP_MM,
        "bottom": measures.BOTTOM_MM,
        "inside": measures.INSIDE_MM,
        "outside": measures.OUTSIDE_MM,
        "page_number": measures.PAGE_NUMBER_MM,
        "header": measures.HEADER_MM,
        "title": measures.TITLE_PT,
        "body": measures.BODY_PT,
        "fourth": measures.FOURTH_PT,
        "line": measures.LINE_PT,
        "title_line": measures.TITLE_LINE_PT,
        "tracking": measures.TRACKING_PT,
        "indent": measures.INDENT_PT,
        "date_right": measures.DATE_RIGHT,
        "attached": len(words.ATTACHED),
        "rule": measures.RULE_PT,
        "padding": measures.CELL_PADDING_PT,
        "signature": measures.SIGNATURE_PT,
        "long": measures.LONG,
    }


def _block(block: LetterBlock) -> Json:
    if isinstance(block, Heading):
        text = _breakable(words.one_line(block.text))
        return {"kind": "heading", "level": block.level, "text": text}
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "texts": _texts(block.text), "indented": block.indented}
    size = measures.FIFTH_PT if block.small else measures.FOURTH_PT
    return {
        "kind": "form",
        "widths": list(block.widths),
        "heads": block.heads,
        "size": size,
        "line": measures.TABLE_LINES[size],
        "cells": list(_cells(block)),
    }


def _cells(table: FormTable) -> Iterator[Json]:
    """Every cell with its place; the cells of a short row stay on one page."""
    for y, (row, places) in enumerate(zip(table.rows, table.places(), strict=True)):
        whole = words.is_short(row)
        if isinstance(row, Signature):
            opinion = FormCell(row.opinion, columns=len(table.widths) - 1)
            yield _cell(FormCell(row.label, CellKind.LABEL), places[0], y, whole=whole)
            yield _cell(opinion, places[1], y, whole=whole) | {"signed": words.signed(row)}
            continue
        for cell, x in zip(row, places, strict=True):
            yield _cell(cell, x, y, whole=whole)


def _cell(cell: FormCell, x: int, y: int, *, whole: bool) -> Json:
    return {
        "x": x,
        "y": y,
        "columns": cell.columns,
        "rows": cell.rows,
        "kind": cell.kind.value,
        "texts": _texts(cell.text),
        "signed": "",
        "whole": whole,
    }


def _texts(text: str) -> list[str]:
    return [_breakable(line) for line in words.lines(text)]


def _breakable(text: str) -> str:
    """Long runs without a blank (addresses) may break after a sign that parts them, and anywhere
    where none comes for long: they would leave the page."""
    return LONG_RUN.sub(lambda run: BREAK.join(PIECE.findall(run[0])), text)
