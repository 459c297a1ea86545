"""STR-10 and STR-11: the title of the report, and one name of the organ throughout."""

import re
from collections.abc import Iterator

from gongkai.core.finding import Severity
from gongkai.core.law import FORM_2021
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.organs import same_organ
from gongkai.core.reports.checks.rule import Outcome, Rule, not_assessable
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.report import Report

BLANKS = re.compile(r"\s+")
TITLE = re.compile(r"^(?P<organ>[^\d]{2,40}?)(?P<year>20\d{2})年政府信息公开工作年度报告$")
ORGAN_IN_TITLE = re.compile(r"^([\u4e00-\u9fff]{4,40}?)(?:关于)?20\d{2}年")
TITLE_OF = "{organ}{year}年政府信息公开工作年度报告"
TITLE_FORM = "<机关全称>YYYY年政府信息公开工作年度报告"


def _title(report: Report, facts: Facts) -> Iterator[Outcome]:
    title = BLANKS.sub("", report.narrative.title)
    if not title:
        yield not_assessable("正文里没有读到标题。")
        return
    found = TITLE.match(title)
    if found is None:
        wanted = TITLE_OF.format(organ=report.organ or "", year=report.year or "")
        known = bool(report.organ and report.year)
        # The same letters in another order are no more than a matter of custom.
        order = known and sorted(title) == sorted(wanted)
        yield Outcome(
            text=f"标题写作“{title}”，应为“{wanted if known else TITLE_FORM}”。",
            severity=Severity.INFORMATION if order else None,
        )
    elif report.year is not None and int(found["year"]) != report.year:
        yield Outcome(text=f"标题写的是{found['year']}年，正文报告的却是{report.year}年。")


def _names(report: Report, facts: Facts) -> Iterator[Outcome]:
    signed = BLANKS.sub("", report.narrative.signed_by)
    found = ORGAN_IN_TITLE.match(BLANKS.sub("", report.narrative.title))
    titled = found[1] if found else BLANKS.sub("", report.organ or "")
    if not signed or not titled:
        yield not_assessable("没有同时读到标题和落款中的机关名称。")
    elif not same_organ(titled, signed):
        yield Outcome(text=f"标题中的机关是“{titled}”，落款却是“{signed}”。")


RULES = (
    Rule(
        "STR-10",
        Severity.WARNING,
        "标题形式不规范",
        "标题依次写机关全称、年份和“年政府信息公开工作年度报告”。",
        FORM_2021.part("标题"),
        _title,
        good=(CLEAN, CLEAN_2019),
        bad=(
            Sample(
                "写作“2020年度”", year=2020, title="示例市数据局2020年度政府信息公开工作年度报告"
            ),
            Sample("年份在机关之前", title="2023年示例市数据局政府信息公开工作年度报告"),
            Sample("标题年份与正文不同", title="示例市数据局2022年政府信息公开工作年度报告"),
        ),
    ),
    Rule(
        "STR-11",
        Severity.WARNING,
        "机关名称前后不一",
        "标题、正文和落款用同一个机关全称。",
        FORM_2021.part("标题"),
        _names,
        good=(
            CLEAN,
            CLEAN_2019,
            Sample(
                "政府的报告由办公室落款", organ="示例市人民政府", signed_by="示例市人民政府办公室"
            ),
        ),
        bad=(Sample("落款是另一个局", signed_by="示例市商务局"),),
    ),
)
