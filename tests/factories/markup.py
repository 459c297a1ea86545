"""HTML from paragraphs and cells, in several hands."""

from collections.abc import Callable, Iterable
from html import escape
from random import Random

from tests.factories.model import Draft
from tests.factories.tables import Rows, Td, grid_2, grid_3, grid_4

Cell = Callable[[Td], str]
Paragraph = Callable[[str], str]


def spans(td: Td) -> str:
    """The span attributes of a cell."""
    down = f' rowspan="{td.down}"' if td.down > 1 else ""
    return down + (f' colspan="{td.across}"' if td.across > 1 else "")


def plain_cell(td: Td) -> str:
    """A cell as a person would write it."""
    return f"<td{spans(td)}>{escape(td.text)}</td>"


def head_cell(td: Td) -> str:
    """Labels as header cells."""
    tag = "th" if td.head else "td"
    return f"<{tag}{spans(td)}>{escape(td.text)}</{tag}>"


def word_cell(td: Td) -> str:
    """A cell as a word processor exports it; blank ones hold a fixed space."""
    text = escape(td.text) or "&nbsp;"
    half = len(td.text) // 2
    if half > 1 and td.head:
        text = (
            f"{escape(td.text[:half])}</span><span style='font-size:10pt'>{escape(td.text[half:])}"
        )
    return (
        f"<td{spans(td)} width=57 style='border:solid windowtext 1.0pt;padding:0cm 5pt'>"
        f"<p class=MsoNormal align=center style='line-height:18pt'><span lang=EN-US>\n{text}"
        "</span><o:p></o:p></p></td>"
    )


def table(rows: Rows, cell: Cell = plain_cell, attributes: str = "") -> str:
    """Rows as a table."""
    lines = "\n".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in rows)
    return f"<table{attributes}>\n{lines}\n</table>"


def plain_paragraph(text: str) -> str:
    """A paragraph."""
    return f"<p>{escape(text)}</p>"


def indented(text: str) -> str:
    """A paragraph that begins with fixed spaces."""
    return f"<p style='text-indent:2em'>&emsp;&emsp;{escape(text)}</p>"


def broken(text: str) -> str:
    """Lines parted by breaks instead of paragraphs."""
    return f"&nbsp;&nbsp;&nbsp; {escape(text)}<br/>"


def strong_heading(text: str) -> str:
    """A heading in bold."""
    return f"<p><strong>{escape(text)}</strong></p>"


PARAGRAPHS: tuple[Paragraph, ...] = (plain_paragraph, indented, broken)


def tables_of(draft: Draft, cell: Cell = plain_cell, attributes: str = "") -> tuple[str, str, str]:
    """The three tables of a report."""
    rows = (grid_2(draft), grid_3(draft), grid_4(draft))
    two, three, four = (table(grid, cell, attributes) for grid in rows)
    return two, three, four


def article(draft: Draft, tables: tuple[str, str, str], rng: Random) -> str:
    """The report as the inside of a page."""
    paragraph = rng.choice(PARAGRAPHS)
    heading = rng.choice((paragraph, strong_heading))
    prose = draft.prose
    parts = [f"<h1>{escape(''.join(prose.title))}</h1>", *map(paragraph, prose.lead)]
    for number, title in enumerate(prose.headings):
        if not (number == 2 and "lost_page" in draft.sheet.planted):
            parts.append(heading(title))
        if 1 <= number <= 3:
            parts.append(tables[number - 1])
        parts += map(paragraph, prose.sections[number])
    parts += (f"<p align='right'>{escape(line)}</p>" for line in prose.signature)
    return "\n".join(parts)


def page(title: str, body: Iterable[str]) -> bytes:
    """A whole page."""
    head = f"<head><meta charset='utf-8'><title>{escape(title)}</title></head>"
    return "\n".join(("<!DOCTYPE html><html>", head, "<body>", *body, "</body></html>")).encode()
