"""Other ways to lay out table 4; tables 2 and 3 with a row per line."""

from collections.abc import Sequence
from random import Random

from tests.factories.entries import BLOCKS, OUTCOMES, table_2, table_3, table_4
from tests.factories.layouts.assembling import assembled, half_blank, text
from tests.factories.layouts.registry import MARKS, layout
from tests.factories.layouts.rows import header_3, header_4, row_lines
from tests.factories.model import Draft, Made

PLANTS = ("wrong_review", "blank_cells", *MARKS)


def _with(draft: Draft, four: Sequence[str]) -> Made:
    two = [" ".join(entry.all_cells) for entry in table_2(draft)]
    three = header_3(draft, " ".join) + row_lines(list(table_3(draft)), " ".join, own=True)
    return text(assembled(draft, (two, three, list(four))), unclear=half_blank(draft))


@layout("review_vertical", PLANTS)
def review_vertical(draft: Draft, rng: Random) -> Made:
    """Header words, then a number per line."""
    words = [*BLOCKS[:2], *OUTCOMES, *BLOCKS[2:], *OUTCOMES, *OUTCOMES]
    return _with(draft, [*words, *table_4(draft)])


@layout("review_blocks", PLANTS)
def review_blocks(draft: Draft, rng: Random) -> Made:
    """Three blocks, each with its five labels and numbers, row by row."""
    cells = table_4(draft)
    lines = []
    for number, block in enumerate((BLOCKS[0], BLOCKS[2], BLOCKS[3])):
        if number == 1:
            lines.append(BLOCKS[1])
        lines.append(block)
        pairs = zip(OUTCOMES, cells[number * 5 :], strict=False)
        lines += [f"{label} {cell}" for label, cell in pairs]
    return _with(draft, lines)


@layout("review_three_rows", PLANTS)
def review_three_rows(draft: Draft, rng: Random) -> Made:
    """A row of five for each block."""
    cells = table_4(draft)
    lines = ["类别 " + " ".join(OUTCOMES)]
    for number, block in enumerate((BLOCKS[0], BLOCKS[2], BLOCKS[3])):
        lead = BLOCKS[1] + " " if number == 1 else ""
        lines.append(f"{lead}{block} " + " ".join(cells[number * 5 : number * 5 + 5]))
    return _with(draft, lines)


@layout("review_split", PLANTS)
def review_split(draft: Draft, rng: Random) -> Made:
    """The fifteen numbers in three lines below the whole header."""
    cells = table_4(draft)
    lines = [" ".join(cells[n : n + 5]) for n in (0, 5, 10)]
    return _with(draft, [*header_4(" ".join), *lines])


@layout("review_sentence", ())
def review_sentence(draft: Draft, rng: Random) -> Made:
    """No table but a sentence with the year in it."""
    year = draft.prose.year
    sentence = rng.choice(
        (
            f"{year}年，本机关未发生因政府信息公开引起的行政复议、行政诉讼。",
            f"{year}年没有政府信息公开行政复议和行政诉讼案件，上年结转0件。",
            "无。",
        )
    )
    made = _with(draft, [sentence])
    lost = frozenset(path for path in draft.sheet.values if path.startswith("review."))
    return Made(made.data, made.suffix, made.unclear, lost)


@layout("tables_as_sentences", ())
def tables_as_sentences(draft: Draft, rng: Random) -> Made:
    """No tables at all: every part says in a sentence what there was."""
    year = draft.prose.year
    lines = (
        [f"{year}年制发规范性文件3件，办理行政许可120件。"],
        [f"{year}年收到政府信息公开申请5件，其中自然人4件、商业企业1件，全部予以公开。"],
        [f"{year}年未发生行政复议、行政诉讼。"],
    )
    return text(assembled(draft, lines), lost=frozenset(draft.sheet.values))
