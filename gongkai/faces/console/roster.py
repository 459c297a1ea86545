"""The list of organs that must report: a text, a table of commas, or a workbook."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from gongkai.faces.console import words

WORKBOOKS = {".xlsx", ".xls", ".ods"}


class RosterError(Exception):
    """The list cannot be read; the text says why."""


def read_roster(path: Path) -> tuple[str, ...]:
    """The names on the list, each once: of every row the first cell that is no number."""
    try:
        rows = _workbook(path) if path.suffix.lower() in WORKBOOKS else _text(path)
    except OSError as error:
        raise _refused(path, error.strerror or str(error)) from error
    names = tuple(dict.fromkeys(name for row in rows if (name := _name(row))))
    if not names:
        raise _refused(path, words.EMPTY_ROSTER)
    return names


def _text(path: Path) -> Iterable[list[str]]:
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return list(csv.reader(io.StringIO(data.decode(encoding))))
        except UnicodeDecodeError:
            continue
        except csv.Error:
            break
    raise _refused(path, words.NOT_TEXT)


def _workbook(path: Path) -> Iterable[list[str]]:
    try:
        book = CalamineWorkbook.from_path(path)
        rows = book.get_sheet_by_index(0).to_python()
    except (CalamineError, ValueError) as error:
        raise _refused(path, words.NOT_WORKBOOK) from error
    return [[str(cell) for cell in row] for row in rows]


def _name(row: Iterable[str]) -> str:
    """The organ in a row; none in a row of heads."""
    cells = [cell.strip() for cell in row]
    if any(cell in words.ROSTER_HEADS for cell in cells):
        return ""
    return next((cell for cell in cells if cell and not _is_number(cell)), "")


def _is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).isdigit()


def _refused(path: Path, reason: str) -> RosterError:
    return RosterError(words.BAD_ROSTER.format(path=path, reason=reason))
