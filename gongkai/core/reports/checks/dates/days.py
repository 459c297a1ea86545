"""DT-01 to DT-04 and DT-06: the period the report covers, and the days it bears."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from gongkai.core.finding import Severity
from gongkai.core.law import FORM_2021, OGI
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.organs import speaks_for_region
from gongkai.core.reports.checks.rule import ANY_FORM, Outcome, Rule, not_assessable
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.report import Report

NO_YEAR = "没有读到报告年度，无法判断。"
NO_DAY = "没有落款日期和发布日期，无法判断。"
OLD_LAW_UNTIL = 2018
ELSEWHERE = "网页另有发布机关和日期，或者全文在附件里的，核对那里的落款即可。"
ATTACHED = re.compile(r"附件[一二三1-9]?[：:]|报告下载|\.(?:docx?|pdf|ofd|wps)\s*$")
LAST_LINES = 3
NEAR = 25
FIRST_QUARTER = 3


def in_words(day: date) -> str:
    """A day as notices write it."""
    return f"{day.year}年{day.month}月{day.day}日"


def limit(report: Report, year: int, facts: Facts) -> date:
    """The last day for publishing a year's report; the older statute gave all until March."""
    region = speaks_for_region(report.organ, known=facts.region)
    late = region or year <= OLD_LAW_UNTIL
    return date(year + 1, 3 if late else 1, 31)


def _period(report: Report, facts: Facts) -> Iterator[Outcome]:
    period, year = report.narrative.period, report.year
    if year is None:
        yield not_assessable(NO_YEAR)
    elif period is None:
        yield Outcome(
            text="正文没有写明所列数据的统计期限。",
            severity=Severity.WARNING,
            hint=f"写明“所列数据的统计期限自{year}年1月1日至{year}年12月31日”。",
        )
    else:
        wanted = date(year, 1, 1), date(year, 12, 31)
        if period != wanted:
            first, last = map(in_words, period)
            yield Outcome(
                text=f"统计期限写作{first}至{last}，应为{in_words(wanted[0])}至{in_words(wanted[1])}。"
            )


def _signed_early(report: Report, facts: Facts) -> Iterator[Outcome]:
    signed, year = report.narrative.signed_on, report.year
    if year is None or signed is None:
        yield not_assessable(NO_YEAR if year is None else "没有落款日期，无法判断。")
    elif signed <= date(year, 12, 31):
        slip = (
            f"，应为{year + 1}年" if signed.year == year and signed.month <= FIRST_QUARTER else ""
        )
        yield Outcome(text=f"落款日期{in_words(signed)}早于统计期末{year}年12月31日{slip}。")


def _late(report: Report, facts: Facts) -> Iterator[Outcome]:
    year = report.year
    days = {"落款": report.narrative.signed_on, "发布": report.published_on}
    known = {label: day for label, day in days.items() if day is not None}
    if year is None or not known:
        yield not_assessable(NO_YEAR if year is None else NO_DAY)
        return
    last = limit(report, year, facts)
    late = [(label, day) for label, day in known.items() if day > last]
    if late:
        for label, day in late:
            yield Outcome(text=f"{label}日期{in_words(day)}，晚于规定的{in_words(last)}。")
        return
    label, day = max(known.items(), key=lambda one: one[1])
    if day > last.replace(day=NEAR):
        yield Outcome(
            text=f"{label}日期{in_words(day)}没有逾期，但已临近规定的{in_words(last)}。",
            severity=Severity.WARNING,
            hint="本年不必改；下一年度可以提前安排。",
        )


def _unsigned(report: Report, facts: Facts) -> Iterator[Outcome]:
    said = report.narrative
    if not said.signed_by and said.signed_on is None:
        lesser = _signed_elsewhere(report)
        yield Outcome(
            text="正文末尾没有落款：没有机关名称，也没有日期。",
            severity=Severity.INFORMATION if lesser else None,
            hint=ELSEWHERE if lesser else "",
        )
    elif not said.signed_by:
        yield Outcome(text="正文末尾只有日期，没有写机关名称。")
    elif said.signed_on is None:
        yield Outcome(text=f"正文末尾只有机关名称“{said.signed_by}”，没有写日期。")


def _signed_elsewhere(report: Report) -> bool:
    """Whether the page bears organ and day itself, or ends with the report as an attachment."""
    if report.published_on is not None and report.organ is not None:
        return True
    written = (line.text for line in reversed(report.lines) if line.text.strip())
    return any(ATTACHED.search(text) for text in islice(written, LAST_LINES))


def _published(report: Report, facts: Facts) -> Iterator[Outcome]:
    signed, published = report.narrative.signed_on, report.published_on
    if signed is None or published is None:
        yield not_assessable("没有同时读到落款日期和网页发布日期。")
    elif published < signed:
        yield Outcome(text=f"发布日期{in_words(published)}早于落款日期{in_words(signed)}。")


RULES = (
    Rule(
        "DT-01",
        Severity.ERROR,
        "统计期限有误",
        "统计期限应当是报告年度的1月1日至12月31日。",
        OGI.at(50),
        _period,
        good=(CLEAN, CLEAN_2019),
        bad=(
            Sample("止于次年12月31日", period=(date(2023, 1, 1), date(2024, 12, 31))),
            Sample("没有写统计期限", period=None),
        ),
    ),
    Rule(
        "DT-02",
        Severity.ERROR,
        "落款日期早于统计期末",
        "改正落款日期。",
        OGI.at(49),
        _signed_early,
        good=(CLEAN, CLEAN_2019),
        bad=(Sample("2023年年报落款2023年1月4日", signed_on=date(2023, 1, 4)),),
        forms=ANY_FORM,
    ),
    Rule(
        "DT-03",
        Severity.ERROR,
        "公布时间晚于期限",
        "部门在1月31日前公布，本级政府的年报在3月31日前公布。",
        OGI.at(49),
        _late,
        good=(
            CLEAN,
            CLEAN_2019,
            Sample("政府的年报三月公布", organ="示例市人民政府", signed_on=date(2024, 3, 8)),
        ),
        bad=(
            Sample("部门二月落款", signed_on=date(2024, 2, 20)),
            Sample("部门四月才上网", published_on=date(2024, 4, 2)),
            Sample("政府四月落款", organ="示例市人民政府", signed_on=date(2024, 4, 2)),
            Sample("临近期限，只作提示", signed_on=date(2024, 1, 30)),
        ),
        forms=ANY_FORM,
    ),
    Rule(
        "DT-04",
        Severity.WARNING,
        "没有落款或者日期",
        "在正文末尾写明机关全称和成文日期。",
        FORM_2021.part("落款"),
        _unsigned,
        good=(CLEAN, CLEAN_2019),
        bad=(
            Sample("没有日期", signed_on=None),
            Sample("没有落款", signed_by=""),
            Sample("都没有", signed_by="", signed_on=None),
        ),
        forms=ANY_FORM,
    ),
    Rule(
        "DT-06",
        Severity.WARNING,
        "发布日期早于落款日期",
        "核对网页的发布日期和正文的落款日期。",
        OGI.at(49),
        _published,
        good=(CLEAN, Sample("次日发布", published_on=date(2024, 1, 13))),
        bad=(Sample("落款前已发布", published_on=date(2024, 1, 3)),),
        forms=ANY_FORM,
    ),
)
