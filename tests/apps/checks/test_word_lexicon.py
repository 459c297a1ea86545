"""Words, how common they are, and those that differ from a stretch in one character."""

import pytest
from pypinyin.constants import PHRASES_DICT

from gongkai.apps.checks.word_kin import kin
from gongkai.apps.checks.word_lexicon import CEILINGS, KNOWLEDGE, neighbours, terms, weight, words
from gongkai.core.checks.wording.lattice import LONGEST
from gongkai.core.checks.wording.likely import Kinship

RUNS = ("中华人民共和国人民政府", "人人人人", "认真贯彻落实丄不分轩轾", "龘", "全面布署工作的")


@pytest.mark.parametrize("run", RUNS)
def test_the_words_of_a_stretch_are_all_that_the_dictionary_has(run: str) -> None:
    spans = [(start, start + size) for start in range(len(run)) for size in range(1, LONGEST + 1)]
    found = [(*span, weight(run[slice(*span)])) for span in spans if span[1] <= len(run)]
    expected = [
        (start, end, KNOWLEDGE.unknown if value is None else value)
        for start, end, value in found
        if value is not None or end == start + 1
    ]
    assert list(words(run)) == expected


def test_no_word_is_more_common_than_those_of_its_length_may_be() -> None:
    known = [word for word in terms() | PHRASES_DICT.keys() if 1 < len(word) <= LONGEST]
    common = ["一个", "中国", "我们", "天安门", "委员会", "社会主义", "天安门广场", "人民代表大会"]
    weighed = [(word, weight(word)) for word in [*known, *common]]
    above = [word for word, value in weighed if value and value > CEILINGS[len(word)]]
    assert above == []


@pytest.mark.parametrize(("stretch", "place"), [("布署", 0), ("委原会", 1), ("社会主意", 3)])
def test_the_neighbours_are_the_words_made_by_one_kindred_character(
    stretch: str, place: int
) -> None:
    tried = {
        f"{stretch[:place]}{one}{stretch[place + 1 :]}": how
        for one, how in kin(stretch[place]).items()
        if len(stretch) == 2 or how is not Kinship.NEAR
    }
    expected = [(word, weight(word), how) for word, how in tried.items() if weight(word)]
    assert expected
    assert list(neighbours(stretch, place)) == expected


def test_what_has_no_kin_has_no_neighbours() -> None:
    assert list(neighbours("\u4e05工作", 0)) == []
    assert list(neighbours("a工作", 0)) == []
