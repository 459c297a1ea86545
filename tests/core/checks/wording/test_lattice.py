"""The lattice finds the likeliest parting, from both ends."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.checks.wording.lattice import LONGEST, Lattice, words_in
from tests.core.checks.wording.texts import UNKNOWN, WORDS, named, words

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
    lattice = Lattice(len(run), words(run))
    assert lattice.best == pytest.approx(max(partings(run)))
    assert lattice.behind[0] == pytest.approx(lattice.best)


@given(RUNS)
def test_nothing_is_likelier_than_the_best(run: str) -> None:
    lattice = Lattice(len(run), words(run))
    for start in range(len(run)):
        assert lattice.room(start, len(run)) >= lattice.behind[start] - 1e-9


@given(RUNS)
def test_every_word_has_its_place(run: str) -> None:
    sizes = range(1, LONGEST + 1)
    spans = [(start, start + size) for start in range(len(run)) for size in sizes]
    expected = [
        (start, end, WORDS.get(run[start:end], UNKNOWN))
        for start, end in spans
        if end <= len(run) and (end == start + 1 or run[start:end] in WORDS)
    ]
    assert list(words(run)) == expected


def test_of_words_that_are_alike_each_has_its_own_place() -> None:
    weights = {"人": -5.0, "人人": -8.0}
    found = ["人", "人人", "人", "人人", "人"]
    assert [place[:2] for place in words_in("人人人", found, weights.get, UNKNOWN)] == [
        (0, 1),
        (0, 2),
        (1, 2),
        (1, 3),
        (2, 3),
    ]


def test_characters_that_are_no_words_stand_for_themselves() -> None:
    found = [*named("工作"), "甲乙"]
    places = list(words_in("丙工作丙甲乙丁", found, {**WORDS, "甲乙": -7.0}.get, UNKNOWN))
    unknown = [start for start, end, value in places if value == UNKNOWN and end == start + 1]
    assert unknown == [0, 3, 4, 5, 6]
    assert (4, 6, -7.0) in places


def test_words_that_are_too_long_are_left_out() -> None:
    weights = {"一二三四五六七": -5.0}
    places = list(words_in("一二三四五六七", ["一二三四五六七"], weights.get, UNKNOWN))
    assert places == [(place, place + 1, UNKNOWN) for place in range(7)]
