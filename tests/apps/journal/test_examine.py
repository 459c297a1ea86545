"""Whatever is done to one entry of a chain is found, and it is the right entry that is named."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.apps.journal.chain import (
    COVERED,
    Link,
    Mark,
    available,
    best_algorithm,
    canonical,
    digest_of,
)
from gongkai.apps.journal.examine import Examiner, Unreadable
from gongkai.apps.journal.flaws import WHAT, FlawKind
from tests.apps.journal.chains import chain, changed, end_of, examined

WORDS = st.text(max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=5,
)
MUTATIONS: dict[str, st.SearchStrategy[object]] = {
    "sequence": st.integers(min_value=-5, max_value=40),
    "at": st.datetimes(timezones=st.just(UTC)) | st.none(),
    "actor": WORDS,
    "actor_name": WORDS,
    "organ_id": st.none() | st.integers(),
    "address": WORDS,
    "agent": WORDS,
    "verb": WORDS,
    "subject": WORDS,
    "before": VALUES,
    "after": VALUES,
    "cite": WORDS,
    "previous": st.text("0123456789abcdef", min_size=64, max_size=64) | WORDS,
    "algorithm": st.sampled_from(("sm3", "sha256", "md5", "")) | WORDS,
    "digest": st.text("0123456789abcdef", min_size=64, max_size=64) | WORDS,
}


def test_every_field_is_tried() -> None:
    assert set(MUTATIONS) == {*COVERED, "digest"}


@given(st.integers(min_value=0, max_value=8), st.sampled_from(["sm3", "sha256"]))
def test_a_whole_chain_has_no_flaw(size: int, algorithm: str) -> None:
    links = chain(size, algorithm)
    assert examined(links, end_of(links)) == []


@given(st.data())
def test_any_change_of_any_field_of_any_entry_is_found_and_named(data: st.DataObject) -> None:
    size = data.draw(st.integers(min_value=1, max_value=7))
    links = chain(size)
    number = data.draw(st.integers(min_value=0, max_value=size - 1))
    name = data.draw(st.sampled_from(sorted(MUTATIONS)))
    value = data.draw(MUTATIONS[name])
    taken = [link.sequence for link in links] if name == "sequence" else []
    if value == getattr(links[number], name) or value in taken:
        return
    now = [*links]
    now[number] = changed(links[number], **{name: value})
    flaws = examined(now, end_of(links))
    named = {(flaw.first, flaw.last) for flaw in flaws}
    if name == "sequence":
        assert (value, value) in named
        assert any(first <= number + 1 <= last for first, last in named)
    else:
        assert named == {(number + 1, number + 1)}


@given(st.data())
def test_an_entry_rewritten_with_its_hash_is_found_and_named(data: st.DataObject) -> None:
    size = data.draw(st.integers(min_value=1, max_value=7))
    number = data.draw(st.integers(min_value=0, max_value=size - 1))
    name = data.draw(st.sampled_from(sorted(set(COVERED) - {"sequence", "algorithm", "at"})))
    links = chain(size)
    value = data.draw(MUTATIONS[name])
    if value == getattr(links[number], name):
        return
    other = changed(links[number], **{name: value})
    now = [*links]
    now[number] = replace(other, digest=digest_of(other))
    flaws = examined(now, end_of(links))
    assert {(flaw.first, flaw.last) for flaw in flaws} == {(number + 1, number + 1)}


@given(st.integers(1, 8), st.data())
def test_missing_entries_are_counted_out(size: int, data: st.DataObject) -> None:
    links = chain(size)
    first = data.draw(st.integers(1, size))
    last = data.draw(st.integers(first, size))
    left = [link for link in links if not first <= link.sequence <= last]
    (flaw,) = examined(left, end_of(links))
    assert (flaw.first, flaw.last) == (first, last)
    assert flaw.kind is (FlawKind.TAIL if last == size else FlawKind.MISSING)


@given(st.integers(2, 8), st.data())
def test_exchanged_entries_are_both_named(size: int, data: st.DataObject) -> None:
    links = chain(size)
    one = data.draw(st.integers(0, size - 2))
    other = data.draw(st.integers(one + 1, size - 1))
    links[one], links[other] = (
        replace(links[other], sequence=one + 1),
        replace(links[one], sequence=other + 1),
    )
    flaws = examined(links, Mark(size, chain(size)[-1].digest))
    assert {flaw.first for flaw in flaws} == {one + 1, other + 1}


def altered(**values: object) -> Callable[[Link], Link]:
    return lambda link: changed(link, **values)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        pytest.param(altered(subject="x"), FlawKind.CONTENT, id="改内容"),
        pytest.param(altered(digest="0" * 64), FlawKind.DIGEST, id="改校验值"),
        pytest.param(altered(previous="0" * 64), FlawKind.PREVIOUS, id="改所接校验值"),
        pytest.param(altered(algorithm="sm3"), FlawKind.ALGORITHM, id="改算法"),
        pytest.param(altered(algorithm="md5", verb="x"), FlawKind.UNKNOWN_ALGORITHM, id="未知算法"),
        pytest.param(altered(verb="x", digest="0" * 64), FlawKind.BOTH, id="两处都改"),
    ],
)
def test_it_is_said_what_differs(change: Callable[[Link], Link], kind: FlawKind) -> None:
    links = chain(5)
    head = end_of(links)
    links[2] = change(links[2])
    (flaw,) = examined(links, head)
    assert (flaw.kind, flaw.first, flaw.at) == (kind, 3, links[2].at)
    assert flaw.what == WHAT[kind]
    assert flaw.place == "第 3 号"


def test_an_entry_moved_to_the_end_is_known_again() -> None:
    links = chain(5)
    head = end_of(links)
    links[2] = replace(links[2], sequence=9)
    flaws = examined(links, head)
    assert [(flaw.kind, flaw.first, flaw.last) for flaw in flaws] == [
        (FlawKind.MISSING, 3, 3),
        (FlawKind.MISSING, 6, 8),
        (FlawKind.SEQUENCE, 9, 9),
        (FlawKind.BEYOND_HEAD, 6, 9),
    ]


def test_a_lost_head_is_told() -> None:
    links = chain(3)
    (flaw,) = examined(links, None)
    assert flaw.kind is FlawKind.HEAD_LOST


def test_a_head_that_says_less_is_told() -> None:
    links = chain(4)
    (flaw,) = examined(links, Mark(2, links[1].digest))
    assert (flaw.kind, flaw.first, flaw.last) == (FlawKind.BEYOND_HEAD, 3, 4)


def test_an_entry_nobody_can_read_is_named() -> None:
    links, examiner = chain(3), Examiner()
    rows: list[Link | Unreadable] = [links[0], Unreadable(2), links[2]]
    flaws = [flaw for row in rows for flaw in examiner.take(row)]
    flaws += examiner.finish(end_of(links), end_of(links))
    assert [(flaw.kind, flaw.first) for flaw in flaws] == [(FlawKind.UNREADABLE, 2)]


@given(st.integers(2, 8), st.data())
def test_a_chain_computed_anew_is_found_by_a_seal(size: int, data: st.DataObject) -> None:
    sealed = chain(size)
    at = data.draw(st.integers(1, size))
    turned = data.draw(st.integers(1, at))
    anew = list[Link]()
    for link in sealed:
        verb = "nothing" if link.sequence == turned else link.verb
        previous = anew[-1].digest if anew else ""
        rewritten = replace(link, verb=verb, previous=previous)
        anew.append(replace(rewritten, digest=digest_of(rewritten)))
    assert examined(anew, end_of(anew)) == []
    seals = {number: sealed[number - 1].digest for number in {1, at}}
    (flaw,) = examined(anew, end_of(anew), seals=seals)
    assert flaw.kind is FlawKind.SEAL
    assert flaw.first <= turned <= flaw.last


def test_a_tail_cut_off_together_with_its_head_is_found_by_a_seal() -> None:
    links = chain(6)
    left = links[:4]
    (flaw,) = examined(left, end_of(left), seals={6: links[5].digest})
    assert (flaw.kind, flaw.first, flaw.last) == (FlawKind.TAIL, 5, 6)


def test_a_chain_goes_on_from_where_older_entries_were_removed() -> None:
    anchor = Mark(100, "ab" * 32)
    links = chain(4, anchor=anchor)
    assert examined(links, end_of(links), anchor=anchor) == []
    (flaw,) = examined(links[1:], end_of(links), anchor=anchor)
    assert (flaw.kind, flaw.first) == (FlawKind.MISSING, 101)
    (flaw,) = examined(links, end_of(links), anchor=Mark(100, "cd" * 32))
    assert flaw.kind is FlawKind.REMOVAL


def test_without_sm3_there_is_sha256(monkeypatch: pytest.MonkeyPatch) -> None:
    assert best_algorithm() == ("sm3" if available("sm3") else "sha256")
    monkeypatch.setattr("gongkai.apps.journal.chain.PREFERRED", ("sm9", "sha256"))
    assert best_algorithm.__wrapped__() == "sha256"


def test_what_is_hashed_is_what_is_documented() -> None:
    link = changed(chain(1)[0], before={"b": "甲", "a": None}, organ_id=7)
    assert canonical(link).decode() == (
        '{"actor":"user:1","actor_name":"王敏","address":"10.0.0.1",'
        '"after":{"state":"b","tags":["x",null,true]},"agent":"Firefox","algorithm":"sha256",'
        '"at":"2026-01-05T09:01:00.000000+00:00","before":{"a":null,"b":"甲"},"cite":"",'
        '"format":1,"organ_id":7,"previous":"","sequence":1,"subject":"application:1",'
        '"verb":"reply"}'
    )
    assert digest_of(link) == hashlib.sha256(canonical(link)).hexdigest()


def test_the_moment_counts_and_not_how_it_is_written() -> None:
    link = chain(1)[0]
    assert isinstance(link.at, datetime)
    shanghai = link.at.astimezone()
    assert digest_of(replace(link, at=shanghai)) == link.digest
