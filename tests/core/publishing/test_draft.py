"""Drafts: packed and unpacked without loss; what is broken in storage does not break the page."""

import json
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.publishing.draft import AttachedFile, Draft, Json, unpack

TEXT = st.text(max_size=20)
DRAFTS = st.builds(
    Draft,
    title=TEXT,
    body=TEXT,
    keywords=st.lists(TEXT, max_size=3).map(tuple),
    formed_on=st.dates().map(date.isoformat) | TEXT,
    is_key=st.booleans(),
    fields=st.dictionaries(TEXT, TEXT, max_size=3),
    attachments=st.lists(st.builds(AttachedFile, st.integers(1, 99), TEXT), max_size=3).map(tuple),
    interprets=st.lists(st.integers(1, 99), max_size=3).map(tuple),
)


@given(DRAFTS)
def test_what_is_stored_comes_back(draft: Draft) -> None:
    stored = json.loads(json.dumps(draft.pack()))
    assert unpack(stored) == draft
    assert unpack(stored).digest == draft.digest
    assert unpack(draft.pack()) == draft  # also before it has been stored


@given(DRAFTS, DRAFTS)
def test_the_digest_tells_drafts_apart(one: Draft, other: Draft) -> None:
    assert (one.digest == other.digest) == (one == other)


def test_strange_values_are_left_empty() -> None:
    stored: dict[str, Json] = {
        "title": 5,
        "keywords": "x",
        "fields": [],
        "attachments": [1, {}],
        "unknown": "x",
    }
    assert unpack(stored) == Draft(attachments=(AttachedFile(0, ""),))


def test_the_day() -> None:
    assert replace(Draft(), formed_on="2025-06-30").day == date(2025, 6, 30)
    assert replace(Draft(), formed_on="昨天").day is None
