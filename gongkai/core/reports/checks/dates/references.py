"""DT-05, DT-07, DT-08: years, document numbers and statutes that the text refers to."""

import re
from collections.abc import Iterator

from gongkai.core.finding import Evidence, Severity
from gongkai.core.law import FORM_2021, OGI
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.rule import ANY_FORM, Outcome, Rule, not_assessable
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.checks.text import unbroken, unbroken_prose
from gongkai.core.reports.report import Report, Section
from gongkai.core.reports.text.document_numbers import NumberFault, find_document_numbers
from gongkai.core.reports.text.numerals import chinese_value

YEAR = re.compile(r"20\d{2}(?=年)")
SENTENCE = re.compile(r"[^。；;！!\n]+")
OPENS_WITH_YEAR = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]是|\d[.、])?[^，,。“”《]{0,6}?(20\d{2})年(?:度|全年)?(?!以来|起|底|初|\d{1,2}月|第)"
)
COMPARES = re.compile(
    "上年|去年|同比|相比|比20|较|以来|计划|将|下一年|来年|结转|自20|年初|存在.{0,6}问题|改进|针对"
)
COUNTS = re.compile(
    r"(?:公开|发布|收到|受理|办理|办结|答复|制发|收取)[^，。]{0,20}?\d+\s*(?:余)?(?:件|条|次|期|篇|个)"
)
GRAVE = frozenset({NumberFault.NO_CODE, NumberFault.BRACKET_SLIP, NumberFault.SHORT_YEAR})
OLD_NUMBER = "492号"
OLD_DECREE = re.compile("第?492号")
ARTICLE = re.compile(
    r"《(?:中华人民共和国)?政府信息公开条例》(?:（[^）]*）)?第(?P<n>[零一二三四五六七八九十百]+)条"
)
OLD_FORM_NUMBER = re.compile(r"国办公开办函〔2019〕60号")


def _years(report: Report, facts: Facts) -> Iterator[Outcome]:
    if report.year is None:
        yield not_assessable("没有读到报告年度，无法判断。")
        return
    for section in report.sections:
        if section.number in {1, 4, 6}:
            yield from _years_in(report, section, report.year)


def _years_in(report: Report, section: Section, year: int) -> Iterator[Outcome]:
    """Sentences that report what was done in another year than the report's."""
    body = unbroken(section.body)
    if all(int(named) == year for named in YEAR.findall(body)):
        return
    for found in SENTENCE.finditer(body):
        sentence = found[0]
        opening = OPENS_WITH_YEAR.match(sentence)
        if opening is None or int(opening[1]) == year or COMPARES.search(sentence):
            continue
        if str(year) in sentence:
            continue
        yield Outcome(
            text=f"报告{year}年的情况，却写了{opening[1]}年：“{sentence[:60]}”。",
            severity=None if COUNTS.search(sentence) else Severity.WARNING,
            evidence=(
                Evidence(report.file, section.place.page, section.place.line, sentence[:60]),
            ),
        )


def _document_numbers(report: Report, facts: Facts) -> Iterator[Outcome]:
    seen: set[str] = set()
    for number in find_document_numbers(unbroken_prose(report)):
        if number.well_formed or number.text in seen:
            continue
        seen.add(number.text)
        grave = GRAVE & set(number.faults)
        faults = "，".join(fault.label for fault in number.faults)
        yield Outcome(
            text=f"文号“{number.text}”{faults}。",
            severity=None if grave and report.form else Severity.WARNING,
            evidence=(Evidence(report.file, None, None, number.text),),
        )


def _statutes(report: Report, facts: Facts) -> Iterator[Outcome]:
    text = unbroken_prose(report)
    old = OLD_DECREE.search(text) if OLD_NUMBER in text else None
    if old:
        yield Outcome(
            text=f"引用了已经修订的条例文号（{old[0]}），现行条例是{OGI.document_number}。",
            evidence=(Evidence(report.file, None, None, old[0]),),
        )
    for found in ARTICLE.finditer(text):
        number = chinese_value(found["n"])
        if number and number > OGI.articles:
            yield Outcome(
                text=f"“{found[0]}”：现行条例只有 {OGI.articles} 条。",
                evidence=(Evidence(report.file, None, None, found[0]),),
            )
    if report.format == "2021" and OLD_FORM_NUMBER.search(text):
        yield Outcome(
            text=f"引用了2019年的年报格式通知，{report.year}年应当依据{FORM_2021.document_number}。"
        )


RULES = (
    Rule(
        "DT-05",
        Severity.ERROR,
        "正文的年份与报告年度不符",
        "核对年份，疑似沿用了其他年度的文字；确系回顾或展望的请写明。",
        OGI.at(50),
        _years,
        good=(
            CLEAN,
            CLEAN_2019,
            Sample(
                "与上年比较", bodies={1: "2023年公开信息120条。2022年公开信息100条，同比增长20%。"}
            ),
            Sample("说到会议", bodies={1: "2023年，学习党的十九届五中全会精神。"}),
        ),
        bad=(
            Sample("照抄上年的文字", bodies={1: "2022年，我局主动公开信息98条。"}),
            Sample("写成下一年，没有数量", bodies={1: "2024年，我局认真做好信息公开工作。"}),
        ),
    ),
    Rule(
        "DT-07",
        Severity.ERROR,
        "文号写法有误",
        "文号写作“机关代字〔年份〕序号”，例如国办发〔2016〕80号。",
        FORM_2021.part("正文"),
        _document_numbers,
        good=(
            CLEAN,
            Sample("规范的文号", bodies={0: "按照《通知》（示政办发〔2023〕30号）编制。"}),
        ),
        bad=(
            Sample("缺机关代字", bodies={0: "按照《通知》（〔2023〕410号）编制。"}),
            Sample("括号错位", bodies={0: "根据《要点》（示办函〔2023〕34）号）编制。"}),
            Sample("年份两位", bodies={0: "根据《要点》（示办函〔23〕34号）编制。"}),
            Sample("用方括号", bodies={0: "根据《要点》（示办函[2023]34号）编制。"}),
            Sample("加了“第”", bodies={0: "根据《要点》（示办函〔2023〕第34号）编制。"}),
        ),
        forms=ANY_FORM,
    ),
    Rule(
        "DT-08",
        Severity.WARNING,
        "引用的法规不是现行的",
        "引用2019年修订的政府信息公开条例（国务院令第711号）和现行的年报格式。",
        OGI.at(56),
        _statutes,
        good=(
            CLEAN,
            Sample(
                "引用现行条文",
                bodies={
                    0: "根据《中华人民共和国政府信息公开条例》第五十条编制。",
                },
            ),
        ),
        bad=(
            Sample("引用旧令", bodies={0: "根据《政府信息公开条例》（国务院令第492号）编制。"}),
            Sample("条文号过大", bodies={0: "根据《政府信息公开条例》第一百零二条编制。"}),
            Sample("引用旧格式", bodies={0: "根据国办公开办函〔2019〕60号编制。"}),
        ),
    ),
)
