"""Which matches stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.checks.wording.entry import Entry
from gongkai.core.checks.wording.standing import Hit, crosses_words, standing
from tests.core.checks.wording.texts import segment, squeezed


def met(text: str, *entries: Entry, allowed: tuple[str, ...] = ()) -> list[str]:
    """The words that stand, of all that are in the text."""
    searched = squeezed(text)
    hits = [
        Hit(place, place + len(entry.wrong), entry)
        for entry in entries
        for place in places(entry.wrong, text)
    ]
    passed = [(place, place + len(word)) for word in allowed for place in places(word, text)]
    return [hit.entry.wrong for hit in standing(hits, passed, searched, segment)]


def places(word: str, text: str) -> list[int]:
    return [place for place in range(len(text)) if text.startswith(word, place)]


def test_a_wrong_word_stands() -> None:
    assert met("全面布署工作", Entry("布署", "部署")) == ["布署"]


def test_a_word_across_two_words_does_not_stand() -> None:
    assert met("分布署名", Entry("布署", "部署")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("原工商局的职责", [], id="语境里放行"),
        pytest.param("工商局的职责", ["工商局"], id="没有语境"),
        pytest.param("高原，工商局", ["工商局"], id="语境被断开"),
        pytest.param("商局原", [], id="没有词语"),
    ],
)
def test_contexts_let_pass(text: str, found: list[str]) -> None:
    assert met(text, Entry("工商局", contexts=("原工商局",))) == found


def test_a_context_that_holds_the_word_twice() -> None:
    entry = Entry("帐号", contexts=("帐号和帐号",))
    assert met("帐号和帐号", entry) == []
    assert met("帐号与帐号", entry) == ["帐号", "帐号"]


def test_a_context_at_the_very_beginning_is_not_made_up() -> None:
    assert met("工商局", Entry("工商局", contexts=("原工商局",))) == ["工商局"]


def test_what_is_allowed_passes_only_whole() -> None:
    entry = Entry("布署")
    assert met("全面布署镇", entry, allowed=("布署镇",)) == []
    assert met("全面布署", entry, allowed=("全面布",)) == ["布署"]


def test_the_longest_match_wins() -> None:
    short, long = Entry("帐号"), Entry("银行帐号", "银行账号")
    assert met("银行帐号", short, long) == ["银行帐号"]


def test_of_two_as_long_the_first_list_wins() -> None:
    own, common = Entry("帐号", "账号"), Entry("帐号", "帐目")
    hits = [Hit(0, 2, own), Hit(0, 2, common)]
    assert [hit.entry for hit in standing(hits, (), squeezed("帐号"), segment)] == [own]


def test_long_words_do_not_come_about_by_chance() -> None:
    assert not crosses_words(1, 5, squeezed("分布署名的"), segment)
    assert crosses_words(1, 3, squeezed("分布署名的"), segment)


@given(st.text(alphabet="部布署工作帐号，", max_size=30))
def test_what_stands_does_not_overlap_and_keeps_its_order(text: str) -> None:
    searched = squeezed(text)
    words = ("布署", "署工", "帐号", "布署工作", "作帐")
    hits = [Hit(at, at + len(word), Entry(word)) for word in words for at in places(word, text)]
    kept = standing(hits, (), searched, segment)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    assert set(kept) <= set(hits)
