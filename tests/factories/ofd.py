"""The parts of an OFD package: a root, a document, and pages of text objects."""

from collections.abc import Iterator, Sequence
from random import Random
from xml.sax.saxutils import escape

from tests.factories.entries import table_2, table_3, table_4
from tests.factories.geometry import Shape, placed
from tests.factories.layouts.pdf_headers import head_items_3, head_items_4, items_2
from tests.factories.model import Draft
from tests.factories.page import Item, width, wrapped

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
LINES = 46
HALF, LINE, LEFT, TOP = 1.5, 5.6, 15.0, 15.0


def pages_of(draft: Draft, rng: Random) -> Iterator[tuple[str, str]]:
    """Every part of the package: name and content."""
    items = list(_items(draft, rng))
    count = max(item.line for item in items) // LINES + 1
    yield (
        "OFD.xml",
        f'{HEAD}<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
        "<ofd:DocID>0</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        "</ofd:DocBody></ofd:OFD>",
    )
    pages = "".join(
        f'<ofd:Page ID="{n + 1}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(count)
    )
    yield (
        "Doc_0/Document.xml",
        f"{HEAD}<ofd:Document {SPACE}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID>"
        "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        f"</ofd:CommonData><ofd:Pages>{pages}</ofd:Pages></ofd:Document>",
    )
    for number in range(count):
        on_page = [item for item in items if item.line // LINES == number]
        yield f"Doc_0/Pages/Page_{number}/Content.xml", _content(on_page)


def _content(items: Sequence[Item]) -> str:
    objects = []
    for number, (column, line, text) in enumerate(_words(items)):
        x, y = LEFT + column * HALF, TOP + line % LINES * LINE
        objects.append(
            f'<ofd:TextObject ID="{number + 100}" Boundary="{x:.2f} {y:.2f} 80 5" Font="1" '
            'Size="3">'
            f'<ofd:TextCode X="0" Y="3" DeltaX="{_steps(text)}">{escape(text)}'
            "</ofd:TextCode></ofd:TextObject>"
        )
    return (
        f'{HEAD}<ofd:Page {SPACE}><ofd:Content><ofd:Layer ID="50">{"".join(objects)}'
        "</ofd:Layer></ofd:Content></ofd:Page>"
    )


def _steps(text: str) -> str:
    """How far each character is from the one before it."""
    return " ".join(f"{width(char) * HALF}" for char in text[:-1])


def _words(items: Sequence[Item]) -> Iterator[tuple[float, int, str]]:
    for item in items:
        if item.text:
            yield item.column, item.line, item.text
        for number, word in enumerate(item.numbers):
            if word:
                yield item.column + 8 * number, item.line, word


def _items(draft: Draft, rng: Random) -> Iterator[Item]:
    """The whole report set on one long page."""
    prose, line = draft.prose, 0
    tables = (_second(draft), _third(draft, rng), [*head_items_4(), _row_4(draft)])
    blocks: list[list[Item]] = [_lines((*prose.title, "", *prose.lead))]
    for number, heading in enumerate(prose.headings):
        if not (number == 2 and "lost_page" in draft.sheet.planted):
            blocks.append(_lines((heading,)))
        if 1 <= number <= 3:
            blocks.append(tables[number - 1])
        blocks.append(_lines(prose.sections[number]))
    for block in (*blocks, _lines(prose.signature)):
        for item in block:
            yield Item(item.line + line, item.column, item.text, item.numbers)
        line += max((item.line for item in block), default=-1) + 1


def _lines(paragraphs: Sequence[str]) -> list[Item]:
    return [Item(number, 0, text) for number, text in enumerate(wrapped(paragraphs, 38))]


def _second(draft: Draft) -> list[Item]:
    return [item for n, entry in enumerate(table_2(draft)) for item in items_2(n, entry)]


def _third(draft: Draft, rng: Random) -> list[Item]:
    head = head_items_3(draft)
    first = max((item.line for item in head), default=-1) + 2
    return [*head, *placed(list(table_3(draft)), Shape.draw(rng), first=first)]


def _row_4(draft: Draft) -> Item:
    return Item(8, 0, "", table_4(draft))
