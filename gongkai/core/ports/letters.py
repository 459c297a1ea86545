"""The port for writing documents (公文、表单): a plain value in, a file to print or send out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from gongkai.core.finding import Finding

LEVELS = 4


class LetterFormat(StrEnum):
    """The kinds of file a document can be written as."""

    PDF = "pdf"
    DOCX = "docx"

    @property
    def label(self) -> str:
        """The word on a button."""
        return {"pdf": "PDF", "docx": "Word（DOCX）"}[self.value]

    @property
    def media_type(self) -> str:
        """What a download says it is."""
        words = "vnd.openxmlformats-officedocument.wordprocessingml.document"
        return "application/pdf" if self is LetterFormat.PDF else f"application/{words}"


class CellKind(StrEnum):
    """What a cell of a form is: the name of a field, what is entered, the head of a column."""

    LABEL = "label"
    VALUE = "value"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4 (一、 / （一） / 1. / （1）); the number is part of the text."""

    text: str
    level: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.level <= LEVELS:
            message = f"no heading of level {self.level}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text of the body. A line end inside begins a new paragraph."""

    text: str
    indented: bool = True


@dataclass(frozen=True, slots=True)
class FormCell:
    """One cell of a form; it reaches over `columns` columns and `rows` rows."""

    text: str
    kind: CellKind = CellKind.VALUE
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Signature:
    """A row in which somebody gives an opinion and signs; what is unknown is left to the pen."""

    label: str
    opinion: str = ""
    name: str = ""
    signed_on: date | None = None


FormRow = tuple[FormCell, ...] | Signature


@dataclass(frozen=True, slots=True)
class FormTable:
    """A ruled form. `widths` are shares of the width, one for each column.

    The first `heads` rows stand again on every page. `small` sets it in 5号 instead of 4号.
    Raises ValueError where the cells leave holes or overlap.
    """

    widths: tuple[int, ...]
    rows: tuple[FormRow, ...]
    heads: int = 0
    small: bool = False

    def __post_init__(self) -> None:
        if not self.widths or min(self.widths) < 1 or not 0 <= self.heads <= len(self.rows):
            message = "a form needs columns, and no more heads than rows"
            raise ValueError(message)
        self.places()

    def places(self) -> tuple[tuple[int, ...], ...]:
        """The first column of every cell, row by row."""
        reach = [0] * len(self.widths)
        places = []
        for number, row in enumerate(self.rows):
            cells = _row_cells(row, len(self.widths))
            places.append(tuple(_laid(cells, reach, number)))
        if max(reach) > len(self.rows):
            message = "a cell reaches below the last row"
            raise ValueError(message)
        return tuple(places)


def _row_cells(row: FormRow, columns: int) -> Sequence[FormCell]:
    """The cells of a row; a signature has one for its label and one over all other columns."""
    if isinstance(row, Signature):
        return (FormCell(row.label, CellKind.LABEL), FormCell("", columns=columns - 1))
    return row


def _laid(cells: Sequence[FormCell], reach: list[int], number: int) -> list[int]:
    """Lay cells into the free columns of a row, noting in `reach` how far down each one goes."""
    starts = []
    for cell in cells:
        free = [column for column, below in enumerate(reach) if below <= number]
        taken = free[: cell.columns]
        whole = taken and taken[-1] - taken[0] == cell.columns - 1 == len(taken) - 1
        if not whole or cell.rows < 1:
            message = f"row {number + 1} has no room for a cell"
            raise ValueError(message)
        starts.append(taken[0])
        for column in taken:
            reach[column] = number + cell.rows
    if min(reach) <= number:
        message = f"row {number + 1} has a hole"
        raise ValueError(message)
    return starts


LetterBlock = Heading | Paragraph | FormTable


@dataclass(frozen=True, slots=True)
class Letter:
    """A document to be written.

    `header` is the mark at the top of every page, `addressee` whom it is for (主送机关), `issuer`
    and `dated_on` stand at its end, `attachments` are names without numbers (附件说明), `note` is
    the remark after the date without its brackets (附注). `enclosed` is what its reader fills in
    and sends back; it stands on pages of its own after the signing.
    """

    title: str
    blocks: tuple[LetterBlock, ...]
    document_number: str = ""
    header: str = ""
    addressee: str = ""
    attachments: tuple[str, ...] = ()
    issuer: str = ""
    dated_on: date | None = None
    note: str = ""
    enclosed: tuple[LetterBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a file, and what its reader should know (a font that stands in)."""

    data: bytes
    notes: tuple[Finding, ...] = ()


class LetterWriter(Protocol):
    """Writes documents in the measures of GB/T 9704."""

    def write(self, letter: Letter, *, made_at: datetime) -> Written:
        """Write one document. The same value at the same moment gives the same bytes."""
        ...
