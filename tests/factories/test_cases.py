"""Every layout says every number of its truth, the same every time."""

import re
from decimal import Decimal

import pytest

from tests.factories.cases import make, names
from tests.factories.quick import annual_report_text
from tests.factories.scoring import cells, score

TEXT = [name for name in names() if not name.startswith(("ocr", "run", "one_line"))]
HALF_WIDTH = {ord(char) + 0xFEE0: char for char in "0123456789.-"}
SEEDS = range(6)


def _said(text: str) -> str:
    return re.sub(r"[\s,]", "", text).translate(HALF_WIDTH)


@pytest.mark.parametrize("layout", TEXT)
def test_every_number_of_the_truth_stands_in_the_file(layout: str) -> None:
    for seed in SEEDS:
        case = make(layout, seed)
        text = _said(case.text)
        for path, value in cells(case.truth).items():
            assert value is None or str(abs(Decimal(str(value)))) in text, (layout, seed, path)


@pytest.mark.parametrize("layout", names())
def test_one_seed_makes_one_file(layout: str) -> None:
    assert make(layout, 11) == make(layout, 11)
    assert make(layout, 11).data != make(layout, 12).data


def test_the_truth_is_right_against_itself() -> None:
    for layout in names():
        case = make(layout, 3)
        counts = score(case.truth, case.truth).counts
        assert set(counts) <= {"right"}


def test_seeds_change_layout_and_figures() -> None:
    texts = [annual_report_text(seed) for seed in range(16)]
    assert len(set(texts)) == len(texts)
    assert all(3500 < len(text) < 8000 for text in texts)
