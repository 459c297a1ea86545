"""What a person confirms: a reading put in the place of a doubt (人工确认)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from gongkai.core.finding import Evidence
from gongkai.core.reports.forms import Form
from gongkai.core.reports.report import Cell, Doubt, Number, Reading, Report

BY_HAND = "人工确认"
CELL_DIGITS = 12
"""No report counts as many as that; a longer number is a slip of the keyboard."""


class NotAReadingError(ValueError):
    """What was typed is not a reading of that place; the message says in Chinese what to type."""


def places(form: Form, path: str) -> tuple[str, ...]:
    """The cells a path names: one for a cell, several for a row or table, none for nothing."""
    return tuple(cell for cell in form.paths() if cell == path or cell.startswith(f"{path}."))


def confirmed(report: Report, readings: Mapping[str, Reading]) -> Report:
    """The report with a person's readings in it, and without the doubts they settle."""
    form = report.form
    if form is None or not readings:
        return report
    settled: dict[str, Number | None] = {}
    for path, reading in readings.items():
        paths = places(form, path)
        values = reading if isinstance(reading, tuple) else (reading,)
        if len(paths) == len(values):
            settled |= dict(zip(paths, values, strict=True))
    cells = dict(report.cells) | {
        path: by_hand(report, path, value) for path, value in settled.items()
    }
    return replace(report, cells=cells, doubts=tuple(_left(report, form, settled)))


def by_hand(report: Report, path: str, value: Number | None) -> Cell:
    """The cell as a person reads it; what stood there and where is kept."""
    before = report.cells.get(path)
    source = before.source if before else _no_source(report)
    return Cell(value, before.raw if before else "", source, BY_HAND)


def _no_source(report: Report) -> Evidence:
    return Evidence(report.file, None, None, "")


def _left(report: Report, form: Form, settled: Mapping[str, Number | None]) -> Iterator[Doubt]:
    """The doubts that stay, with the candidates that still fit what has been settled."""
    for doubt in report.doubts:
        paths = places(form, doubt.path)
        if paths and settled.keys() >= set(paths):
            continue
        if settled.keys() & set(paths):
            fitting = (c for c in doubt.candidates if _fits(c, paths, settled))
            yield replace(doubt, candidates=tuple(fitting))
        else:
            yield doubt


def _fits(candidate: Reading, paths: tuple[str, ...], settled: Mapping[str, Number | None]) -> bool:
    values = candidate if isinstance(candidate, tuple) else (candidate,)
    return all(
        settled.get(path, value) == value for path, value in zip(paths, values, strict=False)
    )


def typed(texts: tuple[str, ...]) -> Reading:
    """The reading a person typed, one text for each cell; an empty text is a blank cell."""
    numbers = tuple(_number(text.strip()) for text in texts)
    return numbers[0] if len(numbers) == 1 else numbers


def _number(text: str) -> Number | None:
    if not text:
        return None
    plain = text.removeprefix("-")
    whole, _, part = plain.partition(".")
    if not (whole + part).isdecimal() or not whole or len(whole + part) > CELL_DIGITS:
        message = f"“{text}”不是一个数：请填写阿拉伯数字，例如 12；空白的单元格请留空。"
        raise NotAReadingError(message)
    return Decimal(text) if part else int(text)
