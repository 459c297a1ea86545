"""TX-01: half-width marks in Chinese text, titles within titles, sentences without predicate."""

import re
from collections.abc import Iterator

from gongkai.core.finding import Evidence, Severity
from gongkai.core.law import FORM_2021
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.rule import ANY_FORM, Outcome, Rule
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.report import Report

AROUND = 8
MOST_PLACES = 4
HALF_WIDTH = re.compile(r"(?<=[\u4e00-\u9fff”》）])[,;:?!](?=[\u4e00-\u9fff“《（])")
ANGLE_IN_TITLE = re.compile(r"《[^《》]{0,40}<[^<>《》]{1,40}>[^《》]{0,40}》")
TITLE_IN_TITLE = re.compile(r"《[^《》]{0,40}《[^《》]{1,40}》[^《》]{0,40}》")
NO_PREDICATE = re.compile(
    r"现将(?:(?!如下|予以|公布|公开|发布|汇报|报告[^（，。]{0,4}(?:如下|在)|报送)[^。；\n])*?报告(?:（[^）]{0,60}）)?，(?=如|本|请|欢迎)"
)
KINDS = (
    (HALF_WIDTH, "中文里夹有半角标点", tuple(",;:?!")),
    (ANGLE_IN_TITLE, "书名号内应当用单书名号〈〉，不用小于号、大于号", ("<",)),
    (TITLE_IN_TITLE, "书名号内应当用单书名号〈〉，不再用双书名号", ("《",)),
    (NO_PREDICATE, "“现将……报告”缺少谓语，应补“公布如下”“予以公布”等", ("现将",)),
)


def _punctuation(report: Report, facts: Facts) -> Iterator[Outcome]:
    bodies = [section.body for section in report.sections]
    text = "\n".join(bodies).replace("\n", "")
    for pattern, fault, marks in KINDS:
        if not any(mark in text for mark in marks):
            continue
        found = list(pattern.finditer(text))
        if found:
            places = [_around(text, match) for match in found]
            shown = "；".join(f"“{place}”" for place in places[:MOST_PLACES])
            count = f"（共 {len(places)} 处）" if len(places) > 1 else ""
            yield Outcome(
                text=f"{fault}{count}：{shown}。",
                evidence=tuple(Evidence(report.file, None, None, place) for place in places),
            )


def _around(text: str, match: re.Match[str]) -> str:
    """The words at a match, so that one can find them."""
    if match.end() - match.start() > AROUND:
        return match[0]
    return text[max(0, match.start() - AROUND) : match.end() + AROUND]


RULES = (
    Rule(
        "TX-01",
        Severity.WARNING,
        "标点或者语句有误",
        "改用全角标点和规范的书名号，补全语句。",
        FORM_2021.part("正文"),
        _punctuation,
        good=(
            CLEAN,
            CLEAN_2019,
            Sample(
                "现将报告公布如下",
                bodies={
                    0: "现将我局2023年政府信息公开工作年度报告公布如下，欢迎监督。",
                },
            ),
        ),
        bad=(
            Sample("半角逗号", bodies={1: "深入贯彻会议精神,认真做好公开工作。"}),
            Sample("书名号内用尖括号", bodies={0: "根据《关于印发<年度报告格式>的通知》编制。"}),
            Sample("书名号套书名号", bodies={0: "根据《关于印发《年度报告格式》的通知》编制。"}),
            Sample(
                "缺谓语",
                bodies={0: "现将示例市数据局年度报告（统计期限为全年），如有疑问，请联系。"},
            ),
        ),
        forms=ANY_FORM,
    ),
)
