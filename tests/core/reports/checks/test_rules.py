"""Every rule is proved by its own samples, and a clean report has no fault at all."""

import pytest

from gongkai.core.finding import Finding, Status
from gongkai.core.reports.checks import FAMILIES, RULES, Rule, check
from gongkai.core.reports.checks.registry import family
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample

NUMBERS = {"STR": 15, "T2": 9, "T3": 8, "T4": 4, "TN": 10, "DT": 8, "TX": 5}
WRONG = {Status.FAIL, Status.UNCERTAIN}


def outcome(rule: Rule, sample: Sample) -> tuple[Finding, ...]:
    return tuple(rule.findings(sample.report(), sample.facts))


def named(kind: str) -> list[object]:
    return [
        pytest.param(rule, sample, id=f"{rule.code}-{sample.says}")
        for rule in RULES
        for sample in (rule.bad if kind == "bad" else rule.good)
    ]


@pytest.mark.parametrize(("rule", "sample"), named("bad"))
def test_a_bad_sample_fails(rule: Rule, sample: Sample) -> None:
    assert [found for found in outcome(rule, sample) if found.status is Status.FAIL]


@pytest.mark.parametrize(("rule", "sample"), named("good"))
def test_a_good_sample_does_not_fail(rule: Rule, sample: Sample) -> None:
    assert [found.text for found in outcome(rule, sample) if found.status is Status.FAIL] == []


@pytest.mark.parametrize("sample", [CLEAN, CLEAN_2019], ids=lambda sample: sample.says)
def test_a_clean_report_has_no_finding_at_all(sample: Sample) -> None:
    assert [found.text for found in check(sample.report()) if found.status in WRONG] == []


@pytest.mark.parametrize("rule", list(RULES), ids=lambda rule: rule.code)
def test_a_rule_has_all_it_needs(rule: Rule) -> None:
    assert rule.good
    assert rule.bad
    assert rule.title
    assert rule.hint.endswith("。")
    assert str(rule.cite)
    assert rule.findings.__doc__


def test_the_list_is_complete_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    wanted = [f"{key}-{n:02}" for key, count in NUMBERS.items() for n in range(1, count + 1)]
    assert codes == wanted
    assert len(RULES) == sum(NUMBERS.values())
    assert {family(code) for code in codes} == set(FAMILIES)


def test_rules_are_found_by_code() -> None:
    assert RULES["T3-01"].code == "T3-01"
    assert "T3-01" in RULES
    assert "T9-99" not in RULES
    with pytest.raises(KeyError):
        RULES["T9-99"]


def test_every_rule_says_something_of_every_report() -> None:
    found = check(CLEAN.report())
    assert {one.code for one in found} == {rule.code for rule in RULES}


TABULAR = [rule for rule in RULES if "pre-2019" not in rule.forms]


@pytest.mark.parametrize("rule", TABULAR, ids=lambda rule: rule.code)
def test_a_report_without_tables_is_not_judged(rule: Rule) -> None:
    free = Sample("2016年的自由文本年报").report()
    before = type(free)(
        free.file, free.kind, free.organ, 2016, "pre-2019", {}, {}, (), free.narrative, ()
    )
    assert [found.status for found in rule.findings(before, Sample("").facts)] == [
        Status.NOT_ASSESSABLE
    ]


def test_a_finding_says_where_and_what_to_do() -> None:
    sample = Sample("新收总计多填一件", cells={"applications.new.6": 7})
    [found] = [
        one for one in check(sample.report()) if one.code == "T3-03" and one.status is Status.FAIL
    ]
    assert found.text == (
        "表三“本年新收”行：总计 7 ≠ 各分项之和 6（自然人 5 + 商业企业 1），相差 1。"
        "最可能填错的是表三“一、本年新收政府信息公开申请数量”的“总计”，应为 6。"
    )
    assert (found.left, found.right, found.delta) == (7, 6, 1)
    assert found.paths[0] == found.culprit == "applications.new.6"
    assert found.hint
    assert found.cite is not None
    assert found.evidence
