"""The lattice finds the likeliest parting, from both ends."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.checks.wording.lattice import Lattice
from tests.core.checks.wording.texts import UNKNOWN, WORDS

RUNS = st.text(alphabet="部署布工作全面落实贯彻的镇分名", min_size=1, max_size=9)


def partings(run: str) -> Iterator[float]:
    """The weights of all partings."""
    if not run:
        yield 0.0
    for size in range(1, len(run) + 1):
        value = WORDS.get(run[:size], UNKNOWN if size == 1 else None)
        if value is not None:
            yield from (value + rest for rest in partings(run[size:]))


@given(RUNS)
def test_the_best_parting_is_the_best(run: str) -> None:
    lattice = Lattice(run, WORDS.get, UNKNOWN)
    assert lattice.best == pytest.approx(max(partings(run)))
    assert lattice.behind[0] == pytest.approx(lattice.best)


@given(RUNS)
def test_nothing_is_likelier_than_the_best(run: str) -> None:
    lattice = Lattice(run, WORDS.get, UNKNOWN)
    for start in range(len(run)):
        assert lattice.room(start, len(run)) >= lattice.behind[start] - 1e-9
