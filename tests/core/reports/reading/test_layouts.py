"""Reports of our own making, in every layout of the field: nothing is read wrong in silence."""

import pytest

from tests.factories.cases import make, names
from tests.factories.reader import read
from tests.factories.scoring import WRONG, score

SEEDS = range(3)


@pytest.mark.parametrize("layout", names())
def test_no_cell_is_wrong_without_a_doubt(layout: str) -> None:
    faults = []
    for seed in SEEDS:
        case = make(layout, seed)
        result = score(case.truth, read(case), case.unclear, case.untold)
        faults += [(seed, f.path, f.want, f.got) for f in result.faults if f.kind == WRONG]
    assert faults == []
