"""A verdict survives a re-run and expires when the cell under it changes."""

from dataclasses import replace

from gongkai.core.finding import Finding, Status
from gongkai.core.reports.checks import check, fingerprint
from gongkai.core.reports.checks.samples import Sample

WRONG = Sample("新收多填一件", cells={"applications.new.6": 7})


def finding(sample: Sample, code: str = "T3-03") -> Finding:
    return next(
        one for one in check(sample.report()) if one.code == code and one.status is Status.FAIL
    )


def test_the_same_over_re_runs() -> None:
    first = fingerprint(finding(WRONG), WRONG.report())
    assert first == fingerprint(finding(WRONG), WRONG.report())


def test_other_wording_leaves_it() -> None:
    found = finding(WRONG)
    again = replace(found, text="换了说法", title="换了标题", hint="")
    assert fingerprint(found, WRONG.report()) == fingerprint(again, WRONG.report())


def test_another_number_in_the_cell_changes_it() -> None:
    other = Sample("又多一件", cells={"applications.new.6": 8})
    assert fingerprint(finding(WRONG), WRONG.report()) != fingerprint(
        finding(other), other.report()
    )


def test_a_change_elsewhere_leaves_it() -> None:
    other = Sample("别处改了", cells={"applications.new.6": 7, "table2.licensing": 31})
    assert fingerprint(finding(WRONG), WRONG.report()) == fingerprint(
        finding(other), other.report()
    )


def test_findings_without_cells_rest_on_the_words_quoted() -> None:
    one, other = Sample("无", bodies={5: "无。"}), Sample("暂无", bodies={5: "没有问题。"})
    assert fingerprint(finding(one, "STR-13"), one.report()) != fingerprint(
        finding(other, "STR-13"), other.report()
    )
