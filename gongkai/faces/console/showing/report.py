"""One report on the screen: its head, its tables as on paper, doubts and notes."""

from collections.abc import Iterable
from functools import partial
from itertools import groupby

from rich.console import Console
from rich.text import Text

from gongkai.core.finding import Finding
from gongkai.core.reports.report import Figure, Report
from gongkai.faces.common.exports.marks import Mark, State, marks
from gongkai.faces.common.exports.saying import candidates_of, format_of, name_of, place_of
from gongkai.faces.common.exports.sheets import Box, Sheet, sheets_of
from gongkai.faces.console import words
from gongkai.faces.console.canvas import Ink, drawing
from gongkai.faces.console.screen import INK, STYLES

WIDTHS = {
    "table2": (24, 14, 14, 14),
    "applications": (4, 8, 30, *(6,) * 7),
    "review": (4,) * 15,
}
SHOWN = 60
"""How many characters of a sentence of the source are shown."""


def show_report(console: Console, report: Report, findings: Iterable[Finding] = ()) -> None:
    """Print everything a person wants to see of a report."""
    show_head(console, report)
    if report.form is None:
        console.print(words.NO_TABLES)
    else:
        show_tables(console, report, marks(report, findings))
    show_appendix(console, report)
    show_doubts(console, report)
    show_figures(console, report)
    for note in report.notes:
        console.print(Text.assemble((f"{words.NOTES}：", "bold"), note.text, note.hint))
    console.print()


def show_head(console: Console, report: Report) -> None:
    """Print which report it is."""
    console.print(Text(name_of(report), style="bold"))
    console.print(f"{words.FILE}：{report.file}　{words.FORM}：{format_of(report)}")
    if report.parts:
        console.print(f"{words.PARTS}：{'、'.join(report.parts)}")


def show_tables(console: Console, report: Report, states: dict[str, Mark]) -> None:
    """Print the statutory tables, and what the signs in them mean."""
    boxes: list[Box] = []
    for sheet in sheets_of(report):
        console.print()
        console.print(Text(sheet.title, style="bold"))
        layout = report.tables.get(sheet.key)
        if layout is not None and not layout.present:
            instead = words.INSTEAD.format(text=layout.instead) if layout.instead else ""
            console.print(instead or words.NO_TABLE)
            continue
        boxes += sheet.boxes
        numbered = {box.row for box in sheet.boxes if box.path}
        ink = partial(_ink, states=states, numbered=numbered)
        drawn = drawing(sheet, widths(sheet, states), ink)
        console.print(drawn, soft_wrap=True, end="")
    used = {states[box.path].state for box in boxes if box.path} - {State.READ}
    if used:
        legend = [f"{LEGENDS[state]} {state.label}" for state in State if state in used]
        console.print(f"{words.LEGEND}：{'　'.join(legend)}")


LEGENDS = {
    State.READ: "",
    State.BLANK: "－",
    State.ABSENT: words.EMPTY_BOX,
    State.DOUBTED: State.DOUBTED.sign,
    State.WARNED: State.WARNED.sign,
    State.WRONG: State.WRONG.sign,
}


def widths(sheet: Sheet, states: dict[str, Mark]) -> list[int]:
    """How wide the columns are: as wide as the longest number in them asks for."""
    wide = list(WIDTHS[sheet.key])
    for box in sheet.boxes:
        if box.path in states and box.column_span == 1:
            wide[box.column] = max(wide[box.column], len(states[box.path].text) + 1)
    return wide


def _ink(box: Box, states: dict[str, Mark], numbered: set[int]) -> Ink:
    """A number at the right, a label beside numbers at the left, a head in the middle."""
    if box.path:
        mark = states[box.path]
        return Ink(f"{mark.text} ", INK.get(mark.state.value, ""), "right")
    beside = box.row in numbered and box.row_span == 1
    return Ink(box.text, "", "left" if beside else "center")


def show_doubts(console: Console, report: Report) -> None:
    """Print every doubt with its candidates."""
    if not report.doubts:
        return
    title = words.DOUBTS.format(count=len(report.doubts))
    console.print(Text(title, style=f"bold {STYLES['uncertain']}"))
    for doubt in report.doubts:
        console.print(f"  ? {place_of(report, doubt.path)}：{doubt.reason}")
        console.print(f"    {words.CANDIDATES}：{candidates_of(doubt)}")


def show_figures(console: Console, report: Report) -> None:
    """Print the figures of the prose, those of one sentence together."""
    figures = report.narrative.figures
    if not figures:
        return
    console.print(Text(words.FIGURES.format(count=len(figures)), style="bold"))
    for text, members in groupby(figures, key=lambda figure: figure.text.strip()):
        cut = text if len(text) <= SHOWN else f"{text[:SHOWN]}……"
        console.print(f"  {'、'.join(map(_said, members))}　{cut}")


def _said(figure: Figure) -> str:
    return f"{words.ABOUT if figure.approximate else ''}{figure.value}{figure.unit}"


def show_appendix(console: Console, report: Report) -> None:
    """Print the rows of a statistical appendix."""
    if not report.appendix:
        return
    console.print(Text(words.APPENDIX, style="bold"))
    for label, unit, value in report.appendix:
        console.print(f"  {label}　{'－' if value is None else value}{unit}")
