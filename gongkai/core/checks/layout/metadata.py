"""LAY-05 to LAY-15: what has to be known of every item (R1-07: name, summary, date …)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

from gongkai.core.checks.content import ContentFacts, PartKind
from gongkai.core.checks.rule import ContentJudge, Outcome, Reading, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, FACTS, TODAY, Sample
from gongkai.core.finding import Severity
from gongkai.core.law.statutes import OGI, OPENNESS_RULES

NUMBER: Final = re.compile(
    r"[\u4e00-\u9fffA-Za-z（）]{1,30}〔(?:19|20)[0-9]{2}〕第?[1-9][0-9]{0,4}(?:-[0-9]{1,3})?号"
    r"|[\u4e00-\u9fff（）]{2,40}第?(?:[1-9][0-9]{0,3}|[〇零一二三四五六七八九十百]+)号"
    r"|(?:[\u4e00-\u9fff]{2,40})?(?:19|20)[0-9]{2}年第?[1-9][0-9]{0,3}号(?:公告|令|通告)?"
)


def _missing(field: str, says: str, is_empty: Callable[[ContentFacts], bool]) -> ContentJudge:
    """A judge that misses a fact."""

    def judge(reading: Reading) -> Iterator[Outcome]:
        if is_empty(reading.content.facts):
            yield Outcome(says, paths=(field,))

    return judge


def _summary(reading: Reading) -> Iterator[Outcome]:
    texts = (text for text in reading.texts if text.part.kind is PartKind.SUMMARY)
    if not any(text.plain.strip() for text in texts):
        yield Outcome("内容概述是空的。", paths=(PartKind.SUMMARY,))


def _future(reading: Reading) -> Iterator[Outcome]:
    day = reading.content.facts.formed_on
    if day is not None and day > reading.today:
        yield Outcome(
            f"生成日期{day.year}年{day.month}月{day.day}日还没有到。", paths=("formed_on",)
        )


def _number(reading: Reading) -> Iterator[Outcome]:
    number = reading.content.facts.document_number.strip()
    if number and not NUMBER.fullmatch(number):
        yield Outcome(f"文号“{number}”的写法不规范。", paths=("document_number",), about=number)


def _interpretation(reading: Reading) -> Iterator[Outcome]:
    facts = reading.content.facts
    if facts.needs_interpretation and not facts.has_interpretation:
        yield Outcome("这份文件应当有解读，还没有关联。", paths=("needs_interpretation",))


RULES = (
    Rule(
        "LAY-05",
        Severity.ERROR,
        "没有内容概述",
        "用一两句话概括内容；政府信息公开目录必须列出内容概述。",
        Waivable.NEVER,
        OGI.at(12),
        weighs=_summary,
        bad=(Sample("没有内容概述", summary=""),),
        good=(CLEAN,),
    ),
    Rule(
        "LAY-06",
        Severity.ERROR,
        "没有生成日期",
        "填写成文日期；政府信息公开目录必须列出生成日期。",
        Waivable.NEVER,
        OGI.at(12),
        weighs=_missing("formed_on", "生成日期是空的。", lambda facts: facts.formed_on is None),
        bad=(Sample("没有生成日期", facts=replace(FACTS, formed_on=None)),),
        good=(CLEAN,),
    ),
    Rule(
        "LAY-07",
        Severity.ERROR,
        "生成日期还没有到",
        "核对成文日期。",
        Waivable.REVIEWER,
        OGI.at(6),
        weighs=_future,
        bad=(Sample("明天", facts=replace(FACTS, formed_on=TODAY + timedelta(days=1))),),
        good=(CLEAN, Sample("当天", facts=replace(FACTS, formed_on=TODAY))),
    ),
    Rule(
        "LAY-08",
        Severity.ERROR,
        "没有认定公开属性",
        "先认定是主动公开、依申请公开还是不予公开。",
        Waivable.NEVER,
        OPENNESS_RULES.part("一（一）"),
        weighs=_missing(
            "disclosure_class",
            "公开属性没有认定。",
            lambda facts: not facts.disclosure_class.strip(),
        ),
        bad=(Sample("没有公开属性", facts=replace(FACTS, disclosure_class="")),),
        good=(CLEAN,),
    ),
    Rule(
        "LAY-09",
        Severity.WARNING,
        "没有来源",
        "写明来源：本机关产生的写本机关名称，转载的写原发布机关。",
        Waivable.DRAFTER,
        OGI.at(6),
        weighs=_missing("source", "来源是空的。", lambda facts: not facts.source.strip()),
        bad=(Sample("没有来源", facts=replace(FACTS, source=" ")),),
        good=(CLEAN,),
    ),
    Rule(
        "LAY-10",
        Severity.WARNING,
        "没有索引号",
        "填写索引号；政府信息公开目录必须列出索引。发布时统一编号的，说明后放行。",
        Waivable.DRAFTER,
        OGI.at(12),
        weighs=_missing(
            "catalogue_code", "索引号是空的。", lambda facts: not facts.catalogue_code.strip()
        ),
        bad=(Sample("没有索引号", facts=replace(FACTS, catalogue_code="")),),
        good=(CLEAN,),
    ),
    Rule(
        "LAY-11",
        Severity.WARNING,
        "没有关键词",
        "填写两到五个关键词，方便检索。",
        Waivable.DRAFTER,
        OGI.at(12),
        weighs=_missing(
            "keywords",
            "关键词是空的。",
            lambda facts: not any(word.strip() for word in facts.keywords),
        ),
        bad=(Sample("没有关键词", facts=replace(FACTS, keywords=())),),
        good=(CLEAN,),
    ),
    Rule(
        "LAY-12",
        Severity.INFORMATION,
        "没有作者或者供稿单位",
        "填写供稿的科室或者作者。",
        Waivable.DRAFTER,
        OGI.at(6),
        weighs=_missing("author", "作者是空的。", lambda facts: not facts.author.strip()),
        bad=(Sample("没有作者", facts=replace(FACTS, author="")),),
        good=(CLEAN,),
    ),
    Rule(
        "LAY-13",
        Severity.WARNING,
        "文号写法不规范",
        "按“机关代字〔年份〕序号号”书写：年份用六角括号，序号不编虚位，例如“示政发〔2025〕3号”。",
        Waivable.DRAFTER,
        OGI.at(6),
        weighs=_number,
        bad=(
            Sample("方括号", facts=replace(FACTS, document_number="示政发[2025]3号")),
            Sample("虚位", facts=replace(FACTS, document_number="示政发〔2025〕03号")),
            Sample("缺号字", facts=replace(FACTS, document_number="示政发〔2025〕3")),
        ),
        good=(
            CLEAN,
            Sample("规范的文号", facts=replace(FACTS, document_number="示政办发〔2025〕12号")),
            Sample("令", facts=replace(FACTS, document_number="示例市人民政府令第12号")),
            Sample("公告", facts=replace(FACTS, document_number="2025年第3号")),
        ),
    ),
    Rule(
        "LAY-14",
        Severity.INFORMATION,
        "没有关联解读",
        "请同步起草解读；文件发布后，在解读中关联本文件，两边自动互相链接。",
        Waivable.REVIEWER,
        OPENNESS_RULES.part("二"),
        weighs=_interpretation,
        bad=(Sample("缺解读", facts=replace(FACTS, needs_interpretation=True)),),
        good=(
            CLEAN,
            Sample(
                "已关联",
                facts=replace(FACTS, needs_interpretation=True, has_interpretation=True),
            ),
        ),
    ),
)
