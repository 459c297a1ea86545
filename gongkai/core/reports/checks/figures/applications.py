"""T3-04 to T3-08: table 3 against the prose, the registers and the region."""

import re
from collections.abc import Iterator
from decimal import Decimal

from gongkai.core.finding import Severity
from gongkai.core.law import FORM_2021, OGI
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.figures.judging import evidence_of
from gongkai.core.reports.checks.formula import number_text
from gongkai.core.reports.checks.rule import Outcome, Rule, missing_material, not_assessable
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.checks.text import plain_section
from gongkai.core.reports.checks.values import certain
from gongkai.core.reports.report import Report

TABLE_3 = FORM_2021.part("表三")
FLOW = ("applications.new.6", "applications.carried_in.6")
ABOUT_APPLICATIONS = re.compile(
    r"^(?:applications_|online|by_|in_person|granted|partial|refused|unable|not_processed)"
)
MENTIONED = re.compile("申请")
FEE_NOTICE = re.compile(r"收费通知|收取.{0,12}信息处理费.{0,8}[1-9]|信息处理费.{0,12}[1-9]")
UNREAD = "表三总计列空白或存疑，无法判断。"
NO_SECTION = "没有读到第六部分，无法判断。"
RATIO_GROUPS = {"refused": "不予公开率", "not_processed": "不予处理率", "other": "其他处理率"}
FAR = Decimal(20)
FEWEST = 20


def group_total(report: Report, group: str) -> int | None:
    """The sum of the last column over the rows of a result group; None where any is not certain."""
    paths = [
        path
        for path in report.cells
        if path.startswith(f"applications.{group}") and path.endswith(".6")
    ]
    values = certain(report, *paths)
    return int(sum(values)) if values else None


def _silence(report: Report, facts: Facts) -> Iterator[Outcome]:
    values = certain(report, *FLOW)
    if values is None:
        yield not_assessable(UNREAD)
        return
    if not any(values):
        said = [
            spoken
            for spoken in report.narrative.figures
            if ABOUT_APPLICATIONS.match(spoken.key) and spoken.value
        ]
        if said and report.narrative.figure("applications_new") is None:
            yield Outcome(
                text=f"表三没有申请，正文却写有申请办理数量：{said[0].text or said[0].value}。",
                paths=FLOW,
            )
        return
    first = plain_section(report, 1)
    if first and not MENTIONED.search(first):
        yield Outcome(
            text=f"表三有申请 {number_text(sum(values))} 件，第一部分没有提到依申请公开。",
            paths=FLOW,
            evidence=evidence_of(report, FLOW),
        )


def _unpaid(report: Report, facts: Facts) -> Iterator[Outcome]:
    path = "applications.other_2.6"
    values = certain(report, path)
    section = plain_section(report, 6)
    if values is None:
        yield not_assessable(UNREAD, path)
        return
    if facts.fee_notices is not None:
        told = bool(facts.fee_notices)
    elif values[0] and section is None:
        yield not_assessable(NO_SECTION)
        return
    else:
        told = section is not None and bool(FEE_NOTICE.search(section))
    if values[0] and not told:
        yield Outcome(
            text=f"表三有 {number_text(values[0])} 件因逾期未缴费而不再处理，"
            "第六部分没有报告发出收费通知。",
            paths=(path,),
            left=values[0],
            evidence=evidence_of(report, (path,)),
        )


def _proceedings(report: Report, facts: Facts) -> Iterator[Outcome]:
    if facts.consultations is None or facts.correction_notices is None:
        yield missing_material("征求第三方意见记录", "补正告知记录")
        return
    third = certain(report, "applications.refused_4.6")
    unclear = [
        path
        for path in ("applications.unable_3.6", "applications.other_1.6")
        if (certain(report, path) or (0,))[0]
    ]
    if third and third[0] and not facts.consultations:
        yield Outcome(
            text=f"有 {number_text(third[0])} 件以保护第三方合法权益为由不予公开，"
            "却没有征求第三方意见的记录。",
            paths=("applications.refused_4.6",),
        )
    if unclear and not facts.correction_notices:
        yield Outcome(
            text="有补正后仍不明确或逾期不补正的申请，却没有补正告知的记录。", paths=tuple(unclear)
        )


def _carried_out(report: Report, facts: Facts) -> Iterator[Outcome]:
    if facts.late_applications is None:
        yield missing_material("年底前40个工作日内收到和中止办理的申请数量")
        return
    values = certain(report, "applications.carried_out.6")
    if values and values[0] > facts.late_applications:
        yield Outcome(
            text=f"结转下年度 {values[0]} 件，多于年底仍在期限内的 {facts.late_applications} 件。",
            paths=("applications.carried_out.6",),
            left=values[0],
            right=facts.late_applications,
        )


def _ratios(report: Report, facts: Facts) -> Iterator[Outcome]:
    if facts.medians is None:
        yield missing_material("本地区各机关办理结果的中位数")
        return
    whole = certain(report, "applications.total.6")
    if whole is None or whole[0] < FEWEST:
        yield not_assessable("办理总数空白、存疑或者太少，不作比较。")
        return
    for group, label in RATIO_GROUPS.items():
        count, median = group_total(report, group), facts.medians.get(group)
        if count is None or median is None:
            continue
        share = (Decimal(100) * count / Decimal(whole[0])).quantize(Decimal("0.1"))
        if abs(share - median) > FAR:
            yield Outcome(
                text=f"{label} {share}%，本地区中位数 {median}%。",
                left=share,
                right=median,
            )


RULES = (
    Rule(
        "T3-04",
        Severity.WARNING,
        "申请情况正文与表格一有一无",
        "核对表三和第一部分的依申请公开内容，使二者一致。",
        TABLE_3,
        _silence,
        good=(CLEAN, CLEAN_2019),
        bad=(
            Sample("正文不提依申请公开", bodies={1: "2023年主动公开信息120条，效果良好。"}),
            Sample(
                "表中全为零，正文写网上提交三件",
                cells={"applications.new.6": 0},
                said={"applications_online": 3},
            ),
        ),
    ),
    Rule(
        "T3-05",
        Severity.WARNING,
        "逾期未缴费与收费通知不符",
        "有因未缴费而不再处理的申请，应当在第六部分报告发出收费通知的件数。",
        TABLE_3,
        _unpaid,
        good=(
            CLEAN,
            Sample(
                "写明发出收费通知",
                cells={"applications.other_2.6": 1},
                bodies={
                    6: "全年发出收费通知2件，总金额300元，实际收取100元。",
                },
            ),
        ),
        bad=(
            Sample("未收取信息处理费而有一件未缴费", cells={"applications.other_2.6": 1}),
            Sample(
                "台账没有收费通知", cells={"applications.other_2.6": 1}, facts=Facts(fee_notices=0)
            ),
        ),
        forms=("2021",),
    ),
    Rule(
        "T3-06",
        Severity.WARNING,
        "办理结果缺少程序记录",
        "对照台账核对征求第三方意见和补正告知的记录。",
        OGI.at(32),
        _proceedings,
        good=(
            CLEAN,
            Sample(
                "有征求意见记录",
                cells={"applications.refused_4.6": 1},
                facts=Facts(consultations=1, correction_notices=0),
            ),
        ),
        bad=(
            Sample(
                "没有征求意见记录",
                cells={"applications.refused_4.6": 1},
                facts=Facts(consultations=0, correction_notices=0),
            ),
            Sample(
                "没有补正记录",
                cells={"applications.unable_3.6": 1},
                facts=Facts(consultations=0, correction_notices=0),
            ),
        ),
    ),
    Rule(
        "T3-07",
        Severity.WARNING,
        "结转数量疑含逾期未办",
        "对照台账核对结转的申请是否都还在答复期限内。",
        OGI.at(33, 2),
        _carried_out,
        good=(CLEAN, Sample("结转都在期限内", facts=Facts(late_applications=2))),
        bad=(
            Sample(
                "结转五件，只有两件在期限内",
                cells={"applications.carried_out.6": 5},
                facts=Facts(late_applications=2),
            ),
        ),
    ),
    Rule(
        "T3-08",
        Severity.INFORMATION,
        "办理结果比例偏离本地区",
        "与本地区其他机关差别较大，请复核是否准确适用了办理结果。",
        OGI.at(46),
        _ratios,
        good=(
            CLEAN,
            Sample(
                "与中位数接近",
                cells={
                    "applications.total.6": 40,
                    "applications.refused_5.6": 4,
                },
                facts=Facts(medians={"refused": Decimal(12)}),
            ),
        ),
        bad=(
            Sample(
                "不予公开过半",
                cells={
                    "applications.total.6": 40,
                    "applications.refused_5.6": 30,
                },
                facts=Facts(medians={"refused": Decimal(12)}),
            ),
        ),
    ),
)
