"""Web pages: clean tables, exported tables, tables inside tables, pages with much around."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from tests.factories.layouts.registry import SUMS, layout
from tests.factories.markup import (
    Cell,
    article,
    head_cell,
    page,
    plain_cell,
    table,
    tables_of,
    word_cell,
)
from tests.factories.model import Draft, Made
from tests.factories.prose import wording
from tests.factories.surroundings import footer, navigation, sidebar
from tests.factories.tables import Rows, Td, body_3, grid_2, grid_3, grid_4, head_3
from tests.factories.values import draw


def _made(draft: Draft, tables: tuple[str, str, str], rng: Random) -> Made:
    title = "".join(draft.prose.title)
    return Made(page(title, [f"<div class='content'>{article(draft, tables, rng)}</div>"]), ".html")


@layout("html")
def html(draft: Draft, rng: Random) -> Made:
    """Clean tables with spans."""
    return _made(draft, tables_of(draft), rng)


@layout("html_heads")
def html_heads(draft: Draft, rng: Random) -> Made:
    """Labels as header cells."""
    return _made(draft, tables_of(draft, head_cell, ' class="tb" border="1"'), rng)


@layout("html_word")
def html_word(draft: Draft, rng: Random) -> Made:
    """As exported by a word processor."""
    marks = " class=MsoNormalTable border=1 cellspacing=0 cellpadding=0"
    return _made(draft, tables_of(draft, word_cell, marks), rng)


@layout("html_nested")
def html_nested(draft: Draft, rng: Random) -> Made:
    """The whole page is laid out by tables."""
    inside = article(draft, tables_of(draft), rng)
    outer = f"<table width='100%'><tr><td>{navigation(rng)}</td></tr><tr><td><table><tr><td>"
    body = [outer, inside, f"</td></tr></table></td></tr><tr><td>{footer(rng)}</td></tr></table>"]
    return Made(page("".join(draft.prose.title), body), ".html")


@layout("html_page")
def html_page(draft: Draft, rng: Random) -> Made:
    """A page with navigation, a sidebar full of numbers, and a footer."""
    inside = f"<div id='zoom'>{article(draft, tables_of(draft), rng)}</div>"
    bars = [sidebar(rng), inside] if rng.random() < 0.5 else [inside, sidebar(rng)]
    body = [navigation(rng), "<div class='main'>", *bars, "</div>", footer(rng)]
    return Made(page(f"{''.join(draft.prose.title)}_{draft.prose.organ}", body), ".html")


def _each(rows: Rows, cell: Cell = plain_cell) -> str:
    return "\n".join(table([row], cell) for row in rows)


@layout("html_rows", (*SUMS, "missing_row", "strokes"))
def html_rows(draft: Draft, rng: Random) -> Made:
    """Every row is a table of its own, without spans."""
    rows = (grid_2(draft), grid_3(draft), grid_4(draft))
    bare = ([[Td(td.text, head=td.head) for td in row] for row in grid if row] for grid in rows)
    two, three, four = (_each(grid) for grid in bare)
    return _made(draft, (two, three, four), rng)


@layout("html_reordered")
def html_reordered(draft: Draft, rng: Random) -> Made:
    """总计 stands before 其他, or right after 自然人."""
    order = rng.choice(((0, 1, 2, 3, 4, 6, 5), (6, 0, 1, 2, 3, 4, 5), (0, 6, 1, 2, 3, 4, 5)))
    plain = draft.sheet.extra or "lost_page" in draft.sheet.planted
    three = table(grid_3(draft, range(7) if plain else order))
    return _made(draft, (table(grid_2(draft)), three, table(grid_4(draft))), rng)


@layout("html_empty_column", (*SUMS, "missing_row", "strokes", "blank_cells"))
def html_empty_column(draft: Draft, rng: Random) -> Made:
    """An empty column more, before the numbers, within or after them."""
    at = rng.choice((0, 3, 6, 7))
    body = [_widened(row, at) for row in body_3(draft)]
    head = head_3()
    head[0].append(Td("", 3))
    three = table((head if at == 7 else []) + body) if at == 7 else table(_head(at) + body)
    return _made(draft, (table(grid_2(draft)), three, table(grid_4(draft))), rng)


def _head(at: int) -> Rows:
    words = [*_words()[:at], "", *_words()[at:]]
    return [[Td(word, head=True) for word in ("", "", "", *words)]]


def _words() -> Sequence[str]:
    _, second, third = head_3()
    return [second[0].text, *(td.text for td in third), second[2].text]


def _widened(row: list[Td], at: int) -> list[Td]:
    cut = len(row) - 7 + at
    return [*row[:cut], Td(""), *row[cut:]]


@layout("html_split", (*SUMS, "strokes", "blank_cells", "blank_zeros"))
def html_split(draft: Draft, rng: Random) -> Made:
    """Table 3 is cut into two tables, the second with or without its header again."""
    rows = body_3(draft)
    cut = rng.choice((2, 4, 12, 15))
    first, second = rows[:cut], _again(rows, cut)
    head = head_3() if rng.random() < 0.5 else []
    three = table(head_3() + first) + "<p>&nbsp;</p>" + table(head + second)
    return _made(draft, (table(grid_2(draft)), three, table(grid_4(draft))), rng)


def _again(rows: Rows, cut: int) -> Rows:
    """The rest of the rows; merged cells that began before the cut begin again, shorter."""
    begun = [
        Td(td.text, at + td.down - cut, head=True)
        for at, row in enumerate(rows[:cut])
        for td in row
        if td.head and at + td.down > cut
    ]
    return [[*begun, *rows[cut]], *rows[cut + 1 :]]


@layout("html_two_reports", (*SUMS, "strokes"))
def html_two_reports(draft: Draft, rng: Random) -> Made:
    """Two years' reports on one page; the truth is that of the later one."""
    form, year = draft.sheet.form, draft.prose.year - 1
    other = draw(rng, form)
    prose = replace(wording(rng, other, form), year=year, organ=draft.prose.organ)
    title = (f"{prose.organ}{year}年政府信息公开工作年度报告",)
    earlier = replace(draft, sheet=other, prose=replace(prose, title=title))
    bodies = [article(one, tables_of(one), rng) for one in (draft, earlier)]
    if rng.random() < 0.5:
        bodies.reverse()
    return Made(page("政府信息公开年报", bodies), ".html")
