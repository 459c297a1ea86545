"""Numbers of applications and letters."""

import pytest

from gongkai.core.applications.numbering import (
    APPLICATION_PATTERN,
    LETTER_PATTERN,
    Place,
    application_number,
    letter_number,
    pattern_faults,
)

PLACE = Place("示发改", 2026, 12)


def test_numbers() -> None:
    assert application_number(PLACE) == "示发改依申请〔2026〕12号"
    assert letter_number(PLACE, "补正") == "示发改依申请补正〔2026〕12号"
    assert letter_number(PLACE, "征求", 2) == "示发改依申请征求〔2026〕12-2号"
    assert application_number(PLACE, "公开申请〔{年}〕{序号}号") == "公开申请〔2026〕12号"


def test_the_usual_patterns_have_no_faults() -> None:
    assert list(pattern_faults(APPLICATION_PATTERN)) == []
    assert list(pattern_faults(LETTER_PATTERN, is_letter=True)) == []


@pytest.mark.parametrize(
    ("pattern", "is_letter", "code"),
    [
        pytest.param("{机关简码}〔{年}〕号", False, "NUMBER-NEEDED", id="没有序号"),
        pytest.param("〔{年}〕{序号}{序号}号", False, "NUMBER-NEEDED", id="序号两次"),
        pytest.param("〔{年}〕{序号}号", True, "NUMBER-NEEDED", id="文书没有类别字"),
        pytest.param("〔{年}〕{序号}{月}号", False, "NUMBER-UNKNOWN", id="不认识的位置"),
        pytest.param("〔{年}〕{序号}号}", False, "NUMBER-BRACES", id="花括号不成对"),
        pytest.param("({年}){序号}号", False, "NUMBER-BRACKETS", id="不是六角括号"),
        pytest.param("长" * 60 + "〔{年}〕{序号}号", False, "NUMBER-LONG", id="太长"),
    ],
)
def test_a_wrong_pattern_is_refused(pattern: str, is_letter: bool, code: str) -> None:
    found = list(pattern_faults(pattern, is_letter=is_letter))
    assert {finding.code for finding in found} == {code}
    assert all(finding.hint for finding in found)
