"""A region's report against those of its organs."""

from dataclasses import replace
from datetime import date

from gongkai.core.finding import Finding, Status
from gongkai.core.reports.checks.samples import Sample
from gongkai.core.reports.comparing import compare_organs, contributions
from gongkai.core.reports.report import Doubt, Report

NAMES = ("示例市数据局", "示例市商务局")
OWN = {
    1: "公开栏目二十个，图解十五篇，接待查询三百人次，开放日四场，参加市民两千人，"
    "答复平均用时九天，新增机读公开数据六类，网站改版后检索更快。",
    5: "略。",
}


def organ(name: str, **changes: object) -> Report:
    return replace(Sample(name, organ=name), **changes).report()  # type: ignore[arg-type]


def region(**cells: int) -> Report:
    paths = {key.replace("__", "."): value for key, value in cells.items()}
    doubled = {
        path: cell.value * 2
        for path, cell in Sample("汇总").report().cells.items()
        if cell.value is not None
    }
    return Sample("汇总", organ="示例市人民政府", cells={**doubled, **paths}).report()


ORGANS = (organ(NAMES[0]), organ(NAMES[1], bodies=OWN))


def found(code: str, findings: tuple[Finding, ...], status: Status = Status.FAIL) -> list[Finding]:
    return [one for one in findings if one.code == code and one.status is status]


def test_a_region_that_is_the_sum() -> None:
    findings = compare_organs(region(), ORGANS, roster=NAMES)
    assert {one.status for one in findings} == {Status.PASS}


def test_a_row_that_is_not_the_sum_names_cells_and_organs() -> None:
    wrong = region(applications__new__0=12, applications__new__6=14)
    [one] = found("XO-01", compare_organs(wrong, ORGANS))
    assert one.text == (
        "“一、本年新收政府信息公开申请数量”：“自然人”汇总 12，各机关之和 10"
        "（示例市数据局 5、示例市商务局 5）；“总计”汇总 14，各机关之和 12"
        "（示例市数据局 6、示例市商务局 6）。"
    )
    assert one.paths == ("applications.new.0", "applications.new.6")
    assert (one.left, one.right) == (None, None)


def test_one_cell_has_both_sides() -> None:
    [one] = found("XO-01", compare_organs(region(table2__licensing=61), ORGANS))
    assert (one.left, one.right, one.delta) == (61, 60, 1)


def test_the_table_of_cases_is_named() -> None:
    [one] = found("XO-01", compare_organs(region(review__direct_total=1), ORGANS))
    assert one.text.startswith("“政府信息公开行政复议、行政诉讼情况”")
    assert "各机关之和 0。" in one.text


def test_a_missing_organ_leaves_it_uncertain_and_is_named() -> None:
    findings = compare_organs(region(), ORGANS[:1], roster=NAMES)
    [first, *_] = found("XO-01", findings, Status.UNCERTAIN)
    assert "尚缺示例市商务局的年报" in first.text
    [absent] = found("XO-02", findings)
    assert absent.text == "1 个机关没有年报：示例市商务局。"


def test_blank_and_doubted_cells_are_not_reckoned() -> None:
    blank = organ(NAMES[0], cells={"applications.new.0": None})
    doubted = organ(NAMES[1], doubts=(Doubt("applications.new.6", "看不清", (6, 8)),))
    findings = compare_organs(region(applications__new__0=99), (blank, doubted))
    assert found("XO-01", findings) == []
    [open_one] = found("XO-01", findings, Status.NOT_ASSESSABLE)
    assert NAMES[0] in open_one.text
    assert NAMES[1] in open_one.text


def test_a_doubted_region_cell_is_not_reckoned() -> None:
    doubted = replace(
        region(applications__new__0=99), doubts=(Doubt("applications.new.0", "看不清"),)
    )
    assert found("XO-01", compare_organs(doubted, ORGANS)) == []


def test_reports_of_another_form_are_left_out_and_said() -> None:
    older = organ("示例市档案局", year=2020)
    findings = compare_organs(region(), (*ORGANS, older))
    assert "示例市档案局" in found("XO-01", findings, Status.NOT_ASSESSABLE)[0].text
    assert found("XO-01", findings, Status.PASS)


def test_without_a_region_there_is_no_sum() -> None:
    findings = compare_organs(None, ORGANS)
    assert found("XO-01", findings, Status.NOT_ASSESSABLE)
    assert found("XO-02", findings, Status.NOT_ASSESSABLE)


def test_contributions_of_a_cell() -> None:
    doubted = organ(NAMES[1], doubts=(Doubt("table2.licensing", "看不清"),))
    shares = contributions((ORGANS[0], doubted), "table2.licensing")
    assert [(share.organ, share.value) for share in shares] == [(NAMES[0], 30), (NAMES[1], None)]


def test_late_and_repeated_reports() -> None:
    late = organ(NAMES[0], signed_on=date(2024, 2, 8), bodies=OWN)
    unsigned = organ(NAMES[1], signed_on=None, organ=None)
    findings = compare_organs(None, (late, ORGANS[0], unsigned), roster=NAMES[:1])
    texts = [one.text for one in found("XO-02", findings)]
    assert texts == [
        "示例市数据局有不止一份年报：样例.txt、样例.txt。",
        "示例市数据局2024年2月8日才公布，期限是2024年1月31日。",
    ]


def test_copied_text_between_organs() -> None:
    twins = (organ(NAMES[0]), organ(NAMES[1]))
    texts = [one.text for one in found("XO-05", compare_organs(None, twins))]
    assert texts == [
        "示例市数据局、示例市商务局共 2 份年报文字雷同："
        "第一部分有 100% 的文字相同；第五部分有 100% 的文字相同。"
    ]


def test_all_that_copy_one_another_are_one_finding() -> None:
    four = tuple(organ(f"示例市第{number}局") for number in "一二三四")
    half = organ("示例市第五局", bodies={1: OWN[1]})
    apart = organ("示例市第六局", bodies=OWN | {1: OWN[1][::-1]})
    [one] = found("XO-05", compare_organs(None, (*four, half, apart)))
    assert one.text == (
        "示例市第一局、示例市第二局、示例市第三局、示例市第四局、示例市第五局共 5 份年报文字雷同："
        "第一部分（示例市第一局、示例市第二局、示例市第三局、示例市第四局）有 100% 的文字相同；"
        "第五部分有 100% 的文字相同。"
    )
    assert len(one.evidence) == 5


def test_two_reports_of_one_organ_are_no_copies() -> None:
    twice = (organ(NAMES[0]), organ(NAMES[0]))
    assert found("XO-05", compare_organs(None, twice)) == []


def test_many_contributors_are_cut_short() -> None:
    many = tuple(organ(f"示例市第{number}局", bodies={1: None, 5: None}) for number in range(8))
    [one, *_] = found("XO-01", compare_organs(region(), many))
    assert "等 8 个机关" in one.text
