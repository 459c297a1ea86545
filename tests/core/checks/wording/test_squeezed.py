"""Spaces between Chinese characters go; every place is known in the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.checks.wording.texts import squeezed

PIECES = st.lists(
    st.sampled_from(["部", "署", " ", "  ", "\u200b", "a", "，", "\t", "\n", "\uff11"])
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("部 署", "部署", id="一个空格"),
        pytest.param("部\u3000\u3000署", "部署", id="全角空格"),
        pytest.param("部\u200b署", "部署", id="零宽字符"),
        pytest.param("部\t署", "部\t署", id="单元格之间不合并"),
        pytest.param("部\n署", "部\n署", id="两行之间不合并"),
        pytest.param("a b 部", "a b 部", id="西文空格保留"),
    ],
)
def test_spaces_between_chinese_characters_go(text: str, plain: str) -> None:
    assert squeezed(text).plain == plain


def test_a_place_is_quoted_as_it_was_written() -> None:
    text = squeezed("全面 布 署\u200b 工作")
    span = text.span(2, 4, "部署")
    assert (span.quote, span.part, span.suggestion) == ("布 署", "body", "部署")


@given(PIECES)
def test_every_character_is_found_again(pieces: list[str]) -> None:
    written = "".join(pieces)
    text = squeezed(written)
    for place, character in enumerate(text.plain):
        span = text.span(place, place + 1)
        assert span.quote == written[span.start : span.end]
        assert squeezed(span.quote).plain == character


@given(PIECES)
def test_places_keep_their_order(pieces: list[str]) -> None:
    text = squeezed("".join(pieces))
    places = [text.span(place, place + 1).start for place in range(len(text.plain))]
    assert places == sorted(set(places))


def test_stretches_of_chinese() -> None:
    text = squeezed("全面a部署，工作")
    assert text.runs == ((0, "全面"), (3, "部署"), (6, "工作"))
    assert text.run_around(4, 5) == (3, "部署")
    assert text.run_around(2, 3) == (0, "全面a部署")
