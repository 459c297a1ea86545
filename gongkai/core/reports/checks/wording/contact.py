"""TX-04: contact data that cannot be right, or none at all; TX-05: too much stock phrasing."""

import re
from collections.abc import Iterator

from gongkai.core.finding import Evidence, Severity
from gongkai.core.law import OGI
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.rule import ANY_FORM, Outcome, Rule, not_assessable
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.checks.text import plain_prose, unbroken
from gongkai.core.reports.report import Report

PHONE = re.compile(r"(?:电话|传真)(?:号码)?(?:为|是)?:?(\+?[\d][\d\-()—/、]{2,30}\d)")
GOOD_PHONE = re.compile(
    r"^(?:(?:\+?86-?)?\(?0\d{2,3}\)?-?[1-9]\d{6,7}(?:-\d{1,5})?|[1-9]\d{6,7}|1[3-9]\d{9}|1\d{4}|[48]00-?\d{3}-?\d{4})$"
)
SEVERAL = re.compile("[/、]")
POSTCODE = re.compile(r"(?:邮编|邮政编码)(?:为|是)?:?(\d+)")
POSTCODE_DIGITS = 6
ADDRESS = re.compile(r"(?:https?:/{1,2}|(?<![@\w.])www\.)[A-Za-z0-9./?=&_%#~:\-]*")
GOOD_ADDRESS = re.compile(r"^(?:https?://)?(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,}(?::\d+)?(?:[/?#].*)?$")
WEB = ("http", "www.")
ANY_CONTACT = re.compile(r"电话|邮编|邮箱|联系|0\d{2,3}-\d{7,8}|@")
ENDS = "。；！"
STOCK = re.compile(
    "以[^。；！]{0,30}(?:思想|精神)为指导|深入(?:学习)?贯彻|认真(?:学习)?(?:贯彻|落实)|全面(?:学习)?贯彻|坚决贯彻|高度重视|"
    "切实(?:加强|提高|做好)|进一步(?:加强|提高|完善|规范)|不断(?:加强|提高|完善|提升)|取得了?(?:显著|较好|明显|新的?)?成效"
)
MOST_STOCK = 60
FEWEST_LETTERS = 300


def _contact(report: Report, facts: Facts) -> Iterator[Outcome]:
    text = plain_prose(report)
    faults = [
        *_bad_phones(text),
        *(
            f"邮政编码“{one}”不是六位"
            for one in POSTCODE.findall(text)
            if len(one) != POSTCODE_DIGITS
        ),
        *(
            f"网址“{one}”不完整"
            for one in (ADDRESS.findall(text) if any(word in text for word in WEB) else ())
            if not GOOD_ADDRESS.match(one.rstrip("./"))
        ),
    ]
    for fault in dict.fromkeys(faults):
        yield Outcome(text=f"{fault}。", evidence=(Evidence(report.file, None, None, fault),))
    if not ANY_CONTACT.search(text):
        yield Outcome(
            text="正文没有写明联系方式。",
            severity=Severity.INFORMATION,
            hint="可以在开头写明地址、邮编、电话，方便公众联系。",
        )


def _bad_phones(text: str) -> Iterator[str]:
    for written in PHONE.findall(text):
        for number in SEVERAL.split(written):
            if not GOOD_PHONE.match(number) and len(number) > POSTCODE_DIGITS - 1:
                yield f"电话号码“{number}”位数不对"


def _boilerplate(report: Report, facts: Facts) -> Iterator[Outcome]:
    section = report.section(1)
    body = unbroken(section.body) if section else ""
    if len(body) < FEWEST_LETTERS:
        yield not_assessable("第一部分文字太少，不作统计。")
        return
    share = 100 * sum(_stock_sentences(body)) // len(body)
    if share > MOST_STOCK:
        yield Outcome(text=f"第一部分约 {share}% 的文字是通用表述。", left=share, right=MOST_STOCK)


def _stock_sentences(body: str) -> Iterator[int]:
    """The lengths of the sentences with stock phrases in them."""
    end = 0
    while phrase := STOCK.search(body, end):
        begun = max(body.rfind(mark, 0, phrase.start()) for mark in ENDS) + 1
        stops = (body.find(mark, phrase.start()) for mark in ENDS)
        end = min((stop for stop in stops if stop >= 0), default=len(body))
        yield end - begun


EMPTY_WORDS = (
    "我局高度重视政府信息公开工作，深入贯彻上级部署，认真落实各项要求，"
    "进一步加强组织领导，取得较好成效。"
)
RULES = (
    Rule(
        "TX-04",
        Severity.WARNING,
        "联系方式有误或者缺失",
        "核对电话、邮编和网址，确保公众能够联系。",
        OGI.at(12),
        _contact,
        good=(
            CLEAN,
            CLEAN_2019,
            Sample(
                "写全联系方式",
                bodies={
                    0: "联系电话：0512-12345678，邮编：215000，网址：http://www.example.gov.cn/xxgk。",
                },
            ),
        ),
        bad=(
            Sample("电话少一位", bodies={0: "联系电话：0512-123456。"}),
            Sample("邮编五位", bodies={0: "邮编：21500，电话：0512-12345678。"}),
            Sample("网址不完整", bodies={0: "联系请登录http:/www查看。"}),
            Sample("没有联系方式", bodies={0: "本报告依法编制。"}),
        ),
        forms=ANY_FORM,
    ),
    Rule(
        "TX-05",
        Severity.INFORMATION,
        "通用表述过多",
        "年报应当写清做了什么、有多少，不宜泛化。",
        OGI.at(50),
        _boilerplate,
        good=(
            CLEAN,
            Sample(
                "文字具体",
                bodies={
                    1: "全年公开规范性文件12件、解读10篇，其中图解6篇、视频4篇，办理申请6件。" * 9,
                },
            ),
        ),
        bad=(Sample("通篇套话", bodies={1: EMPTY_WORDS * 8}),),
        forms=ANY_FORM,
    ),
)
