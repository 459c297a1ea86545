"""STR-01: the six parts, in order and numbered; STR-15: page numbers that strayed into the text."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from gongkai.core.finding import Evidence, Severity
from gongkai.core.law import FORM_2021, OGI, chinese_number
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.rule import ANY_FORM, Outcome, Rule
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.checks.structure.spelling import spelled
from gongkai.core.reports.report import Report, Section

ALIKE = 0.6
SHORT_LINE = 12
STRAY_PAGE = re.compile(r"^\s*[-－—\u2013─]\s*\d{1,3}\s*[-－—\u2013─]\s*$")
ALSO_ACCEPTED = {
    4: re.compile("复议.*诉讼|行政诉讼"),
    5: re.compile("问题|不足"),
    6: re.compile("需要.*报告|其他.*事项"),
}


def _headings(report: Report, facts: Facts) -> Iterator[Outcome]:
    form = report.form
    if form is None:
        return
    found = {section.number: section for section in report.sections if section.number}
    missing = [number for number in range(1, len(form.sections) + 1) if number not in found]
    if missing:
        names = "、".join(f"“{chinese_number(n)}、{form.sections[n - 1]}”" for n in missing)
        yield Outcome(text=f"没有找到这些部分的标题：{names}。")
    yield from _order(report)
    for number, section in found.items():
        yield from _ordinal(report, section, chinese_number(number))
        yield from _wording(report, section, form.sections[number - 1])


def _order(report: Report) -> Iterator[Outcome]:
    numbers = [section.number for section in report.sections if section.number]
    if numbers != sorted(numbers):
        order = "、".join(chinese_number(number) for number in numbers)
        yield Outcome(text=f"六个部分的先后次序有误，现为：{order}。")
    for number in sorted({number for number in numbers if numbers.count(number) > 1}):
        yield Outcome(text=f"第{chinese_number(number)}部分的标题出现了不止一次。")


def _ordinal(report: Report, section: Section, numeral: str) -> Iterator[Outcome]:
    if not section.ordinal:
        text = f"标题“{section.title}”缺序号“{numeral}、”。"
    elif section.ordinal.strip("、. ") != numeral:
        text = f"标题“{section.title}”的序号写作“{section.ordinal}”，应为“{numeral}、”。"
    else:
        return
    yield Outcome(text=text, evidence=(_where(report, section),))


def _wording(report: Report, section: Section, expected: str) -> Iterator[Outcome]:
    written, wanted = spelled(section.title), spelled(expected)
    if written == wanted:
        return
    accepted = ALSO_ACCEPTED.get(section.number or 0)
    if accepted and accepted.search(written):
        return
    alike = SequenceMatcher(None, written, wanted).ratio() >= ALIKE
    yield Outcome(
        text=f"标题写作“{section.title}”，格式规定为“{expected}”。",
        severity=Severity.INFORMATION if alike else Severity.WARNING,
        hint="使用格式规定的标题。",
        evidence=(_where(report, section),),
    )


def _where(report: Report, section: Section) -> Evidence:
    return Evidence(report.file, section.place.page, section.place.line, section.title)


def _stray_pages(report: Report, facts: Facts) -> Iterator[Outcome]:
    stray = [
        line for line in report.lines if len(line.text) < SHORT_LINE and STRAY_PAGE.match(line.text)
    ]
    if stray:
        marks = "、".join(f"“{line.text.strip()}”" for line in stray[:3])
        yield Outcome(
            text=f"页码混入正文 {len(stray)} 处，例如{marks}。",
            evidence=tuple(
                Evidence(report.file, line.place.page, line.place.line, line.text.strip())
                for line in stray
            ),
        )


RULES = (
    Rule(
        "STR-01",
        Severity.ERROR,
        "六个部分的标题不全或有误",
        "按格式依次写明“一、总体情况”至“六、其他需要报告的事项”。",
        OGI.at(50),
        _headings,
        good=(
            CLEAN,
            CLEAN_2019,
            Sample(
                "第四部分用较长的标题",
                titles={4: "因政府信息公开工作被申请行政复议、提起行政诉讼情况"},
            ),
        ),
        bad=(
            Sample("第二部分缺序号", ordinals={2: ""}),
            Sample("缺第六部分", bodies={6: None}),
            Sample("首节标题写作“基本情况”", titles={1: "基本情况"}),
            Sample("第五部分在第四部分之前", section_order=(0, 1, 2, 3, 5, 4, 6)),
            Sample("序号写错", ordinals={4: "三"}),
        ),
    ),
    Rule(
        "STR-15",
        Severity.INFORMATION,
        "页码混入正文",
        "发布前删去转换时带入正文的页码。",
        FORM_2021.part("正文"),
        _stray_pages,
        good=(CLEAN, CLEAN_2019),
        bad=(Sample("页码独占一行", bodies={4: "本年度没有案件。\n－\uff15－\n"}),),
        forms=ANY_FORM,
    ),
)
