"""Values of structured kinds: numbers are numbers, whatever else was typed is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.publishing.kinds import KIND, KINDS
from gongkai.core.publishing.structured import number_of, searchable


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1200", 1200.0),
        ("0.5", 0.5),
        ("12.", 12.0),
        ("", None),
        ("-3", None),
        ("1e9", None),
        ("约一亿", None),
        ("1,200", None),
        (".5", None),
        ("9" * 400, None),
    ],
)
def test_numbers(written: str, number: float | None) -> None:
    assert number_of(written) == number


@given(st.dictionaries(st.sampled_from(["name", "industry", "investment", "x"]), st.text()))
def test_only_own_fields_and_nothing_empty(written: dict[str, str]) -> None:
    found = searchable(KIND["investment"], written)
    assert found.keys() <= written.keys() - {"x"}
    assert all(value or value == 0 for value in found.values())
    assert isinstance(found.get("investment", 0.0), float)


def test_a_kind_without_fields_keeps_nothing() -> None:
    for kind in KINDS:
        if not kind.fields:
            assert searchable(kind, {"name": "x"}) == {}
