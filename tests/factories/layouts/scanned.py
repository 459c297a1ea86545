"""Recognised text: the layouts above with slips in labels and digits."""

from dataclasses import replace
from random import Random

from tests.factories.layouts.registry import LAYOUTS, ROWS, SUMS, layout
from tests.factories.model import Draft, Made
from tests.factories.slips import slipped_label, slipped_number, traditional

PLANTS = (*SUMS, *ROWS)


def _slipped(draft: Draft, rng: Random, rate: float) -> Draft:
    labels = {key: slipped_label(rng, label, rate) for key, label in draft.labels.items()}
    raws = {path: slipped_number(rng, raw, rate * 2) for path, raw in draft.sheet.raws.items()}
    return replace(draft, labels=labels, sheet=draft.sheet.written(raws))


@layout("ocr_spaces", PLANTS, ())
def ocr_spaces(draft: Draft, rng: Random) -> Made:
    """A line per row with slips."""
    return LAYOUTS["spaces"].make(_slipped(draft, rng, 0.03), rng)


@layout("ocr_cells", PLANTS, ())
def ocr_cells(draft: Draft, rng: Random) -> Made:
    """A line per cell with slips."""
    return LAYOUTS["cells_lost"].make(_slipped(draft, rng, 0.03), rng)


@layout("ocr_pieces", PLANTS, ())
def ocr_pieces(draft: Draft, rng: Random) -> Made:
    """Broken labels with slips."""
    return LAYOUTS["pdf_pieces"].make(_slipped(draft, rng, 0.03), rng)


@layout("traditional_tabs", PLANTS)
def traditional_tabs(draft: Draft, rng: Random) -> Made:
    """Rows with tabs in traditional characters."""
    return _rewritten(LAYOUTS["tabs"].make(draft, rng))


@layout("traditional_run", PLANTS, ())
def traditional_run(draft: Draft, rng: Random) -> Made:
    """One line without separators in traditional characters."""
    return _rewritten(LAYOUTS["run"].make(draft, rng))


def _rewritten(made: Made) -> Made:
    return replace(made, data=traditional(made.data.decode()).encode())
