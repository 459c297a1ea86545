"""Known cells decide; blank cells and doubts leave a formula open."""

import pytest

from gongkai.core.finding import Finding, Status
from gongkai.core.law import FORM_2021
from gongkai.core.reports.checks import RULES, check
from gongkai.core.reports.checks.formula import Term, at_least, balance
from gongkai.core.reports.checks.samples import Sample
from gongkai.core.reports.checks.weighing import contradicts, paths_of, weigh
from gongkai.core.reports.forms import FORM_2021 as FORM
from gongkai.core.reports.report import Doubt

CITE = FORM_2021.part("表三")
A, B, C = Term("a", "甲"), Term("b", "乙"), Term("c", "丙")
SUM = balance("某列", (A,), (B, C), CITE)


def of(code: str, sample: Sample) -> list[Finding]:
    return list(RULES[code].findings(sample.report(), sample.facts))


@pytest.mark.parametrize(
    ("numbers", "blank", "wanted"),
    [
        pytest.param({"a": 3, "b": 5}, ("c",), True, id="已知部分超过总数"),
        pytest.param({"a": 5, "b": 3}, ("c",), False, id="空白格可以补足"),
        pytest.param({"b": 5, "c": 1}, ("a",), False, id="总数空白"),
        pytest.param({"b": -5, "c": 1}, ("a",), True, id="总数不能为负"),
        pytest.param({"b": 5}, ("a", "c"), False, id="两边都空白"),
    ],
)
def test_blank_cells(numbers: dict[str, int], blank: tuple[str, ...], wanted: bool) -> None:
    assert contradicts(SUM, numbers, blank) is wanted


def test_a_blank_that_may_be_large_satisfies_at_least() -> None:
    formula = at_least("某列", (A,), (B, C), CITE)
    assert not contradicts(formula, {"b": 5, "c": 1}, ("a",))
    assert contradicts(formula, {"a": 1, "b": 5}, ("c",))


def test_a_blank_cell_is_never_silently_zero() -> None:
    [found] = of("T3-03", Sample("一格空白", cells={"applications.new.0": None}))
    assert found.status is Status.NOT_ASSESSABLE
    assert "applications.new.0" in found.paths


def test_known_cells_that_contradict_fail_in_spite_of_a_blank() -> None:
    sample = Sample("空白而矛盾", cells={"applications.new.0": None, "applications.new.1": 9})
    failed = [found for found in of("T3-03", sample) if found.status is Status.FAIL]
    assert failed
    assert "空白格即使补上数字也不能相等" in failed[0].text


def test_a_doubted_cell_makes_the_formula_uncertain_and_names_what_fits() -> None:
    sample = Sample(
        "新收存疑",
        cells={"applications.new.0": 15},
        doubts=(Doubt("applications.new.0", "数字粘连", (15, 5)),),
    )
    [found] = [one for one in of("T3-03", sample) if one.status is Status.UNCERTAIN]
    assert "能使它成立的读法" in found.text
    assert "“自然人” 5" in found.text


@pytest.mark.parametrize(
    ("candidates", "words"),
    [((15, 25), "没有一种"), ((), "核对原文后再算")],
    ids=["都不成立", "没有候选"],
)
def test_what_is_said_of_candidates(candidates: tuple[int, ...], words: str) -> None:
    sample = Sample("新收存疑", doubts=(Doubt("applications.new.0", "数字粘连", candidates),))
    texts = [one.text for one in of("T3-03", sample) if one.status is Status.UNCERTAIN]
    assert len(texts) == 1
    assert words in texts[0]


def test_a_doubt_that_does_not_matter_to_a_formula_leaves_it_settled() -> None:
    zeros = Doubt("review.review_upheld", "数字粘连", (0,))
    assert [one.status for one in of("T4-01", Sample("怎么读都平", doubts=(zeros,)))] == [
        Status.PASS
    ]


def test_a_doubted_row_gives_one_open_finding_a_rule() -> None:
    row = (5, 1, 0, 0, 0, 0, 6)
    sample = Sample(
        "整行存疑", doubts=(Doubt("applications.new", "数字粘连", (row, (51, 0, 0, 0, 0, 0, 6))),)
    )
    open_ones = [one for one in check(sample.report()) if one.status is Status.UNCERTAIN]
    assert {one.code for one in open_ones} >= {"T3-01", "T3-03"}
    assert len([one for one in open_ones if one.code == "T3-01"]) == 1


def test_a_doubt_over_the_whole_review_row() -> None:
    row = (0,) * 15
    sample = Sample("表四存疑", doubts=(Doubt("review", "数字粘连", (row, (1, *row[1:]))),))
    found = of("T4-01", sample)
    assert {one.status for one in found} == {Status.UNCERTAIN}
    assert weigh(SUM, sample.report()).status is Status.NOT_ASSESSABLE


def test_paths_that_a_doubt_names() -> None:
    assert len(paths_of(FORM, "applications.new")) == 7
    assert len(paths_of(FORM, "review")) == 15
    assert paths_of(FORM, "table2.licensing") == ("table2.licensing",)
    assert paths_of(FORM, "applications.new.3") == ("applications.new.3",)


def test_the_likeliest_culprit_is_named() -> None:
    sample = Sample("予以公开自然人少填一件", cells={"applications.granted.0": 2})
    texts = [one.text for one in check(sample.report()) if one.status is Status.FAIL]
    assert len(texts) == 2
    for text in texts:
        assert "最可能填错的是表三“三、本年度办理结果（一）予以公开”的“自然人”，应为 3" in text


def test_no_culprit_is_named_where_there_are_several() -> None:
    sample = Sample("两处错误", cells={"applications.granted.0": 2, "applications.new.1": 2})
    texts = [one.text for one in check(sample.report()) if one.code == "T3-01"]
    assert texts
    assert all("应为 3" not in text for text in texts)
