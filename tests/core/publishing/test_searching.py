"""Words in texts: a word is found where it stands, whatever surrounds it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.publishing.draft import Draft
from gongkai.core.publishing.searching import folded, laid_out, plain, sought

SIGNS = "公开信息指南数据，。 2A〔"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("\uff21\uff22\uff11", "ab1", id="全角"),
        pytest.param("示政发〔2025〕3号", "示政发 2025 3号", id="文号"),
        pytest.param("  公开　指南\n", "公开 指南", id="空白"),
        pytest.param("_%'\"", "", id="只有标点"),
    ],
)
def test_letters_and_figures_have_one_shape(written: str, read: str) -> None:
    assert folded(written) == read


@pytest.mark.parametrize(
    ("html", "said"),
    [
        pytest.param("<p>公<strong>开</strong>指南</p>", "公开指南", id="加粗的字不断开词"),
        pytest.param('<p>公<a href="/x/">开指</a>南</p>', "公开指南", id="链接"),
        pytest.param("<p>公开</p><p>指南</p>", "公开 指南", id="两段"),
        pytest.param("<table><tr><td>公开</td><td>指南</td></tr></table>", "公开 指南", id="两格"),
        pytest.param("<p>甲&amp;乙&lt;丙</p>", "甲 乙 丙", id="转义"),
    ],
)
def test_markup_is_not_read(html: str, said: str) -> None:
    assert folded(plain(html)) == said


@given(st.text(SIGNS, max_size=40), st.text(SIGNS, min_size=2, max_size=8), st.text(SIGNS))
def test_every_word_is_found_where_it_stands(before: str, word: str, after: str) -> None:
    laid = laid_out(Draft(title="标题", summary=f"{before}{word}{after}"))
    asked = sought(word)
    assert asked.text in laid.text
    if any(len(run) > 1 for run in asked.text.split()):
        assert asked.grams <= laid.grams


def test_a_single_sign_is_looked_for_in_titles() -> None:
    laid = laid_out(Draft(title="公开指南", body="<p>数据目录</p>"))
    assert sought("指").grams <= laid.grams
    assert not sought("目").grams <= laid.grams


def test_other_numbers_of_an_item_are_found() -> None:
    laid = laid_out(
        Draft(title="公开指南", document_number="示政发〔2025〕3号"), "990100/2025-00007"
    )
    for word in ("示政发〔2025〕3号", "990100/2025-00007", "2025-00007"):
        assert sought(word).grams <= laid.grams
        assert sought(word).text in laid.text


@pytest.mark.parametrize("word", ["", "%", "，。", "_", " "])
def test_what_has_no_letter_is_nothing_to_look_for(word: str) -> None:
    assert not sought(word).grams


@pytest.mark.parametrize(("word", "is_whole"), [("指", True), ("指南", True), ("公开指南", False)])
def test_a_pair_needs_no_second_look(word: str, is_whole: bool) -> None:
    assert sought(word).is_whole is is_whole
