"""STR-12 to STR-14: what sections one, five and six must speak of."""

import re
from collections.abc import Iterator

from gongkai.core.finding import Severity
from gongkai.core.law import FORM_2021, OGI
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.rule import Outcome, Rule, not_assessable
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.checks.text import plain_section
from gongkai.core.reports.report import Report

ASPECTS = {
    "主动公开": re.compile("主动公开"),
    "依申请公开": re.compile("依申请|申请公开|公开申请"),
    "政府信息管理": re.compile("信息管理|信息.{0,4}管理|管理"),
    "政府信息公开平台建设": re.compile("平台|载体|专栏|网站"),
    "监督保障": re.compile("监督|保障|考核"),
}
PROBLEMS = re.compile("问题|不足|差距|短板|薄弱|有待|不够|欠缺|困难")
MEASURES = re.compile(
    "下一步|改进|措施|今后|接下来|我们将|[局厅委办院府市区县镇乡处队]将|将.{0,6}(?:加强|继续|进一步|着力|持续)|"
    "一是.{0,40}(?:加强|完善|提升|优化|规范|强化)"
)
NOTHING = re.compile("^[无暂没]?(?:无|没有).{0,8}[。.]?$")
FEWEST_LETTERS = 60
FEE = re.compile("信息.{0,6}处理费|收取.{0,10}费")
NO_SECTION = "没有读到第{number}部分，见 STR-01。"


def _aspects(report: Report, facts: Facts) -> Iterator[Outcome]:
    body = plain_section(report, 1)
    if body is None:
        yield not_assessable(NO_SECTION.format(number="一"))
        return
    missing = [label for label, pattern in ASPECTS.items() if not pattern.search(body)]
    if missing:
        yield Outcome(text=f"第一部分没有写到：{'、'.join(missing)}。")


def _problems(report: Report, facts: Facts) -> Iterator[Outcome]:
    body = plain_section(report, 5)
    if body is None:
        yield not_assessable(NO_SECTION.format(number="五"))
        return
    if not body or NOTHING.match(body):
        said = f"只写了“{body.rstrip('。')}”" if body else "是空白的"
        yield Outcome(text=f"第五部分{said}，没有写存在的主要问题和改进情况。")
        return
    if not PROBLEMS.search(body):
        yield Outcome(text="第五部分没有写存在的主要问题。")
    if not MEASURES.search(body):
        yield Outcome(text="第五部分没有写改进情况。")
    if len(body) < FEWEST_LETTERS:
        yield Outcome(text=f"第五部分只有 {len(body)} 个字，内容过于简略。")


def _other_matters(report: Report, facts: Facts) -> Iterator[Outcome]:
    body = plain_section(report, 6)
    if body is None:
        yield not_assessable(NO_SECTION.format(number="六"))
    elif not body:
        yield Outcome(text="第六部分是空白的。")
    elif report.format == "2021" and not FEE.search(body):
        yield Outcome(
            text="第六部分没有报告信息处理费的收取情况。",
            severity=Severity.WARNING,
            hint="写明发出收费通知的件数、总金额和实际收取的总金额；没有收取的也要写明。",
        )


RULES = (
    Rule(
        "STR-12",
        Severity.WARNING,
        "第一部分缺少规定的内容",
        "第一部分应当概述主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。",
        FORM_2021.part("一、总体情况"),
        _aspects,
        good=(CLEAN,),
        bad=(Sample("只写主动公开", bodies={1: "2023年主动公开信息120条。"}),),
        forms=("2021",),
    ),
    Rule(
        "STR-13",
        Severity.WARNING,
        "第五部分内容不完整",
        "第五部分既要写存在的主要问题，也要写改进情况。",
        OGI.at(50, item=5),
        _problems,
        good=(CLEAN, CLEAN_2019),
        bad=(
            Sample("只写“无”", bodies={5: "无。"}),
            Sample("没有改进情况", bodies={5: "一些栏目更新不够及时，" * 8}),
            Sample("没有问题", bodies={5: "下一步，我局将继续做好各项工作，" * 6}),
        ),
    ),
    Rule(
        "STR-14",
        Severity.ERROR,
        "第六部分内容不完整",
        "写明其他需要报告的事项，没有的写“无”。",
        FORM_2021.part("六、其他需要报告的事项"),
        _other_matters,
        good=(CLEAN, Sample("2019年格式可以写“无”", year=2020, bodies={6: "无。"})),
        bad=(
            Sample("2021年格式只写“无”", bodies={6: "无。"}),
            Sample("第六部分空白", year=2020, bodies={6: ""}),
        ),
    ),
)
