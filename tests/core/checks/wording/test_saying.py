"""What a person is told about a word."""

import pytest

from gongkai.core.checks.wording.entry import LABELS, LISTED, Category, Entry, plain_word
from gongkai.core.checks.wording.likely import Slip
from gongkai.core.checks.wording.saying import found, suspected
from gongkai.core.checks.wording.standing import Hit
from gongkai.core.finding import Severity
from tests.core.checks.wording.texts import squeezed


def test_a_finding_names_place_word_and_advice() -> None:
    entry = Entry("布署", "部署", Category.TYPO, Severity.ERROR, note="没有这个词。")
    finding = found(Hit(2, 4, entry), squeezed("全面布 署"))
    assert (finding.code, finding.severity, finding.paths) == (
        "WORDING-TYPO",
        Severity.ERROR,
        ("body",),
    )
    assert finding.text == "正文：“布署”建议改为“部署”。没有这个词。"
    assert finding.span
    assert (finding.span.quote, finding.span.suggestion) == ("布 署", "部署")


def test_without_advice_a_person_is_asked_to_look() -> None:
    finding = found(Hit(0, 2, Entry("布署")), squeezed("布署"))
    assert finding.text == "正文：“布署”请核对。"


@pytest.mark.parametrize(("is_sure", "severity"), [(True, "warning"), (False, "information")])
def test_a_likely_slip_weighs_by_how_sure_it_is(is_sure: bool, severity: str) -> None:
    finding = suspected(Slip(0, 2, 0, "部署", 2.0, is_sure), squeezed("布署"))
    assert (finding.code, finding.severity) == ("WORDING-LIKELY", severity)
    assert finding.span
    assert finding.span.suggestion == "部署"


def test_every_category_has_a_label_and_a_code_of_its_own() -> None:
    assert LABELS.keys() == set(Category)
    assert len({category.code for category in Category}) == len(Category)
    assert Category.LIKELY not in LISTED


def test_a_word_is_made_plain() -> None:
    assert plain_word(" \uff21\uff22\u200b号 ") == "AB号"
