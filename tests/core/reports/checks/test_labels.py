"""Labels torn apart are not misspelled; lost, added and mistaken letters are told apart."""

from dataclasses import replace

import pytest

from gongkai.core.finding import Finding, Severity, Status
from gongkai.core.ports import Place
from gongkai.core.reports.checks import RULES
from gongkai.core.reports.checks.samples import Sample
from gongkai.core.reports.checks.structure.spelling import edits, holds_all, made_of, spelled
from gongkai.core.reports.report import Line


def of(sample: Sample, *beside: str, code: str = "STR-04") -> list[Finding]:
    report = sample.report()
    more = tuple(Line(text, Place(), tabular=True) for text in beside)
    found = RULES[code].findings(replace(report, lines=(*report.lines, *more)), sample.facts)
    return [one for one in found if one.status is Status.FAIL]


def label(path: str, text: str) -> Sample:
    return Sample(text, row_labels={path: text})


@pytest.mark.parametrize(
    ("path", "text", "severity"),
    [
        ("applications.refused_2", "2.其他法律行政止公开", Severity.ERROR),
        ("applications.carried_in", "二、上年度结转政府信息公开申请数量", Severity.WARNING),
        ("applications.refused_7", "7.属干行政执法案卷", Severity.WARNING),
        ("table2.normative_docs", "规范性文件", Severity.WARNING),
    ],
    ids=["缺字", "多字", "错字", "旧格式的名称"],
)
def test_how_much_a_misspelling_weighs(path: str, text: str, severity: Severity) -> None:
    [one] = of(label(path, text))
    assert one.severity is severity
    assert one.paths == (path,)


def test_mistaken_letters_of_a_table_are_one_finding() -> None:
    sample = Sample("识别有误", row_labels={
        "applications.refused_1": "1.属干国家秘密",
        "applications.refused_8": "8.属于行政查徇事项",
    })  # fmt: skip
    [one] = of(sample)
    assert len(one.paths) == 2
    assert "识别" in one.hint


@pytest.mark.parametrize(
    "text",
    [
        "二、上年结转政府信息 公开申请数量",
        "二、上年结转政府信息公開申请数量",
        "上年结转政府信息公开申请数量",
        "上年结转政府信息",
        "<td>二、上年结转政府信息公开申请数量",
    ],
    ids=["有空格", "繁体字", "没有序号", "只剩前半截", "带网页标记"],
)
def test_what_is_no_misspelling(text: str) -> None:
    assert of(label("applications.carried_in", text)) == []


def test_a_label_mixed_with_its_neighbours_is_not_judged() -> None:
    mixed = "2.申请人逾期未按收费通知要求他处理府信息公开申请缴纳费用、行政机关不再处理其政"
    assert of(label("applications.other_2", mixed)) == []


def test_a_dash_for_one_is_read_as_one() -> None:
    assert spelled("3.危及“三安全—稳定”") == spelled("3.危及“三安全一稳定”")
    assert of(label("applications.refused_3", "3.危及“三安全—稳定”")) == []


def test_the_rest_of_a_torn_label_stands_in_a_cell_of_its_own() -> None:
    sample = label("applications.granted", "予以公")
    assert of(sample)
    assert of(sample, "（一）予以公", "开") == []


def test_a_header_that_is_nowhere_is_looked_for_among_the_words() -> None:
    headers = (
        "信息内容",
        "本年制发件数",
        "现行有效件数",
        "本年处理决定数量",
        "本年收费金额（单位：万元）",
    )
    sample = Sample("缺一个表头", headers={"table2": headers})
    assert of(sample) == []
    [one] = of(sample, "信息内容\t本年制发件数\t本年度止件数\t现行有效件数")
    assert one.text.endswith("的表头写作“本年度止件数”，应为“本年废止件数”。")


def test_a_header_with_added_letters_weighs_less() -> None:
    sample = Sample(
        "多字", headers={"review": ("结果维持情况", "结果纠正", "其他结果", "尚未审结")}
    )
    [one] = of(sample)
    assert one.severity is Severity.WARNING


def test_captions_of_lost_rows_are_not_missed() -> None:
    captions = Sample("").statutory.table("table2").captions
    sample = Sample("缺行", without=("table2.fees_wan",), captions={"table2": captions[:3]})
    assert of(sample) == []


def test_an_order_of_headers_that_cannot_be_seen_is_not_judged() -> None:
    assert of(Sample("表头散乱", headers={"applications": ("自然人", "总计")}), code="STR-08") == []


def test_repeats_of_a_merged_cell_are_no_extra_cells() -> None:
    sample = Sample("合并格", numbers={"table2.licensing": ("30", "30", "30")})
    assert of(sample, code="STR-07") == []
    assert of(Sample("错位", numbers={"table2.licensing": ("30", "4", "0")}), code="STR-07")
    assert of(Sample("多一格", numbers={"table2.regulations": ("0",) * 4}), code="STR-07")


def test_words_and_letters() -> None:
    assert holds_all("上年度结转", "上年结转")
    assert not holds_all("未审结", "尚未审结")
    assert edits("未审结", "尚未审结") == 1
    assert made_of("理服务事项", frozenset({"理服务", "事项"}))
    assert not made_of("理服务事项", frozenset({"理服务"}))
