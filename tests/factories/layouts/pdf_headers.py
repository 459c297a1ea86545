"""The header rows of tables 3 and 4 as PDF text: words broken, or pieces set on the page."""

from collections.abc import Iterator
from random import Random

from tests.factories.entries import APPLICANTS, BLOCKS, NOTE, ORGANISATIONS, OUTCOMES, Entry
from tests.factories.model import Draft
from tests.factories.page import Item
from tests.factories.wrapping import pieces


def header_words_3(draft: Draft, rng: Random, *, apart: bool) -> Iterator[str]:
    """The header of table 3 in narrow cells."""
    if "lost_page" in draft.sheet.planted:
        return
    yield from pieces(NOTE, rng.choice((14, 19)))
    yield from ("申请人情况", APPLICANTS[0], APPLICANTS[1])
    if rng.random() < 0.5:
        yield APPLICANTS[2]
    for word in ORGANISATIONS:
        yield from pieces(word, 2) if apart else (word,)
    yield APPLICANTS[2]


def header_words_4(*, vertical: bool) -> Iterator[str]:
    size = 1 if vertical else 2
    for words in (BLOCKS[:2], OUTCOMES, BLOCKS[2:], OUTCOMES, OUTCOMES):
        for word in words:
            yield from pieces(word, size if len(word) < 5 else 9)


def items_2(line: int, entry: Entry) -> Iterator[Item]:
    yield Item(line, 0, entry.label)
    yield Item(line, 30, "", entry.cells)


def head_items_3(draft: Draft) -> list[Item]:
    if "lost_page" in draft.sheet.planted:
        return []
    note = [Item(2 + n, 0, piece) for n, piece in enumerate(pieces(NOTE, 20))]
    heads = [Item(0, 76, "申请人情况"), Item(2, 72, APPLICANTS[1])]
    heads += [Item(3, 56, APPLICANTS[0]), Item(3, 104, APPLICANTS[2])]
    for number, word in enumerate(ORGANISATIONS):
        heads += [Item(4 + n, 64 + 8 * number, p) for n, p in enumerate(pieces(word, 3))]
    return note + heads


def head_items_4() -> list[Item]:
    heads = [Item(0, 10, BLOCKS[0]), Item(0, 60, BLOCKS[1])]
    heads += [Item(2, 40, BLOCKS[2]), Item(2, 80, BLOCKS[3])]
    for number, word in enumerate(OUTCOMES * 3):
        heads += [Item(4 + n, 7 * number, piece) for n, piece in enumerate(pieces(word, 2))]
    return heads
