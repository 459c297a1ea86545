"""Every rule is proved by its own samples, and a clean content has no fault at all."""

import pytest

from gongkai.core.checks.registry import BY_CODE, FAMILIES, RULES, family, is_sealed, waivable_by
from gongkai.core.checks.rule import Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from tests.core.checks.made import found

NUMBERS = {"SEC": 7, "PER": 21, "LNK": 11, "LAY": 20, "FIL": 4, "TXT": 9}
NOT_FOR_DRAFTERS = [rule for rule in RULES if family(rule.code) in {"SEC", "PER"}]


def named(kind: str) -> list[object]:
    return [
        pytest.param(rule, sample, id=f"{rule.code}-{sample.says}")
        for rule in RULES
        for sample in (rule.bad if kind == "bad" else rule.good)
    ]


@pytest.mark.parametrize(("rule", "sample"), named("bad"))
def test_a_bad_sample_is_found(rule: Rule, sample: Sample) -> None:
    faults = found(sample, rule.code)
    assert faults
    assert {(one.severity, one.title, one.hint) for one in faults} == {
        (rule.severity, rule.title, rule.hint)
    }
    content = sample.content()
    for one in faults:
        assert one.paths
        if one.span:
            part = content.part(one.span.part)
            assert part is not None
            assert part.text[one.span.start : one.span.end] == one.span.quote
            assert one.span.quote
            assert one.text.startswith(part.label)


@pytest.mark.parametrize(("rule", "sample"), named("good"))
def test_a_good_sample_is_not_found(rule: Rule, sample: Sample) -> None:
    assert [one.text for one in found(sample, rule.code)] == []


def test_a_clean_content_has_no_finding_at_all() -> None:
    assert [one.text for one in found(CLEAN)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_all_it_needs(rule: Rule) -> None:
    assert rule.good
    assert rule.bad
    assert rule.title
    assert rule.hint.endswith("。")
    assert str(rule.cite)
    assert (rule.reads is None) != (rule.weighs is None)
    assert len({sample.says for sample in rule.bad}) == len(rule.bad)


def test_the_list_is_complete_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == [
        f"{key}-{number:02}" for key, count in NUMBERS.items() for number in range(1, count + 1)
    ]
    assert list(NUMBERS) == list(FAMILIES)
    assert len(BY_CODE) == len(RULES)


def test_who_may_let_pass() -> None:
    assert waivable_by("SEC-01") is Waivable.NEVER
    assert waivable_by("PER-02") is Waivable.REVIEWER
    assert waivable_by("TXT-01") is Waivable.DRAFTER
    assert waivable_by("WORDING-typo") is Waivable.DRAFTER
    assert waivable_by("OLD-01") is Waivable.NEVER
    assert all(level.label for level in Waivable)


@pytest.mark.parametrize("rule", NOT_FOR_DRAFTERS, ids=lambda rule: rule.code)
def test_errors_about_secrets_and_people_are_not_for_the_drafter(rule: Rule) -> None:
    if rule.severity is Severity.ERROR:
        assert rule.waiver is not Waivable.DRAFTER


def test_what_must_not_be_kept_twice() -> None:
    assert is_sealed("PER-02")
    assert is_sealed("SEC-07")
    assert not is_sealed("SEC-01")
    assert not is_sealed("TXT-01")
