"""Whole reports as text, fast: for benchmarks of reading."""

from collections.abc import Callable
from functools import lru_cache
from random import Random

from gongkai.core.reports.forms import FORM_2019, FORM_2021
from tests.factories.labels import spellings
from tests.factories.layouts.registry import LAYOUTS
from tests.factories.layouts.runs import run_line, run_row_lines
from tests.factories.model import Draft
from tests.factories.prose import FILLERS, wording
from tests.factories.values import draw

VARIED = ("spaces", "tabs", "run", "cells", "pdf_pieces", "run_rows", "cells_tabbed", "pdf_beside")
GLUED: dict[str, Callable[[Draft, Random], str]] = {
    "run": run_line,
    "run_rows": lambda draft, _: "\n".join(run_row_lines(draft)),
}
KEPT = 64
FILLED = 3000


def annual_report_text(seed: int) -> str:
    """A report of about five thousand characters; layouts, figures and wording by the seed."""
    rng = Random(seed)
    form = FORM_2019 if seed % 4 == 0 else FORM_2021
    sheet = draw(rng, form)
    draft = Draft(sheet, wording(rng, sheet, form), spellings(rng, form))
    name = VARIED[seed % len(VARIED)]
    glued = GLUED.get(name)
    text = glued(draft, rng) if glued else LAYOUTS[name].make(draft, rng).data.decode()
    head, mark, tail = text.partition("（二）依申请公开")
    return head + _filler(rng.randrange(KEPT)) + mark + tail


@lru_cache(KEPT)
def _filler(number: int) -> str:
    rng = Random(number)
    parts: list[str] = []
    while sum(map(len, parts)) < FILLED:
        numbers = {key: rng.randint(2, 900) for key in "abcd"}
        parts.append(rng.choice(FILLERS).format(**numbers))
    return "".join(parts)
