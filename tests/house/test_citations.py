"""Every citation in the core resolves, and rows of law tables do not do without."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from gongkai.core.law import REGISTER, Citation
from tests.house.sources import modules

DEEPEST = 8
MUST_CITE = {"Formula", "Rule", "Indicator", "Exemption", "Deadline"}


def within(value: object, depth: int = 0) -> Iterator[object]:
    """A value and everything it is made of."""
    if depth > DEEPEST or isinstance(value, (str, bytes, int, type)):
        return
    yield value
    parts: list[object] = []
    if isinstance(value, Mapping):
        parts = list(value.values())
    elif isinstance(value, (tuple, list, frozenset, set)):
        parts = list(value)
    elif is_dataclass(value):
        parts = [getattr(value, field.name) for field in fields(value)]
    for part in parts:
        yield from within(part, depth + 1)


def values() -> list[object]:
    """Everything that modules of the core hold."""
    held = [row for module in modules("gongkai.core") for row in vars(module).items()]
    named = [value for name, value in held if not name.startswith("__")]
    return [part for value in named for part in within(value)]


@pytest.fixture(scope="module")
def citations() -> list[Citation]:
    found = [value for value in values() if isinstance(value, Citation)]
    assert len(found) > 10
    return found


def test_every_citation_is_of_a_registered_statute(citations: list[Citation]) -> None:
    assert {str(cite) for cite in citations if cite.statute not in REGISTER} == set()


def test_every_cited_article_exists(citations: list[Citation]) -> None:
    wrong = [
        str(cite)
        for cite in citations
        if cite.article is not None and not 0 < cite.article <= cite.statute.articles
    ]
    assert wrong == []


def test_what_must_have_a_basis_has_one() -> None:
    rows = [value for value in values() if type(value).__name__ in MUST_CITE]
    assert [row for row in rows if getattr(row, "cite", None) is None] == []
