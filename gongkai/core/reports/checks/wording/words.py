"""TX-02: wrong characters, from a small neutral list and what the operator adds."""

import re
from collections.abc import Iterator

from gongkai.core.finding import Evidence, Severity
from gongkai.core.law import FORM_2021
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.rule import ANY_FORM, Outcome, Rule
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.report import Report

WORDS = (
    ("截止目前", "截至目前"),
    ("截止年底", "截至年底"),
    ("布署", "部署"),
    ("按装", "安装"),
    ("通迅", "通讯"),
    ("既使", "即使"),
    ("帐号", "账号"),
    ("帐户", "账户"),
    ("座谈纪录", "座谈记录"),
    ("申请人无正当理由愈期", "申请人无正当理由逾期"),
    ("愈期", "逾期"),
    ("政府信息公开条列", "政府信息公开条例"),
    ("条列规定", "条例规定"),
    ("信息公开指男", "信息公开指南"),
    ("依申请公并", "依申请公开"),
    ("主动公并", "主动公开"),
    ("行政诉颂", "行政诉讼"),
    ("行政复仪", "行政复议"),
)
SEED = re.compile("|".join(re.escape(wrong) for wrong, _ in WORDS))


def _words(report: Report, facts: Facts) -> Iterator[Outcome]:
    text = "".join(section.body for section in report.sections).replace("\n", "")
    pairs = dict(facts.words)
    found = [match[0] for match in SEED.finditer(text)]
    found += [wrong for wrong in pairs if wrong in text]
    right = {**dict(WORDS), **pairs}
    for wrong in dict.fromkeys(found):
        place = text.index(wrong)
        yield Outcome(
            text=f"“{wrong}”应为“{right[wrong]}”。",
            evidence=(Evidence(report.file, None, None, text[max(0, place - 10) : place + 10]),),
        )


RULES = (
    Rule(
        "TX-02",
        Severity.WARNING,
        "疑似错别字",
        "核对后改正；词表可以由本单位补充。",
        FORM_2021.part("正文"),
        _words,
        good=(CLEAN, CLEAN_2019),
        bad=(
            Sample("“截止目前”", bodies={6: "截止目前未收取信息处理费。"}),
            Sample(
                "补充的词",
                bodies={6: "未收取信息处里费。"},
                facts=Facts(words=(("处里费", "处理费"),)),
            ),
        ),
        forms=ANY_FORM,
    ),
)
