"""What has to be known before a decision is made (答复应当查明的事实), as typed facts.

A fact is kept as text, as it was entered: a day as 2026-03-05, a choice by its key, several things
one a line. Every fact is also a field that a letter can name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gongkai.core.law.grounds import GROUND

Facts = Mapping[str, str]
"""The facts of one decision by their keys."""
MOST: Final = 5_000
"""How many characters a fact may have."""


class FactKind(StrEnum):
    """How a fact is entered."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DAY = "day"
    CHOICE = "choice"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that may be chosen."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `sample` shows how it is written; `stays_inside`: no letter tells it, the case
    file keeps it as evidence."""

    key: str
    label: str
    hint: str
    sample: str
    kind: FactKind = FactKind.TEXT
    required: bool = True
    choices: tuple[Choice, ...] = ()
    stays_inside: bool = False


def _ground(keys: tuple[str, ...]) -> Fact:
    """Which of several grounds of the Regulations it is."""
    return Fact(
        "ground",
        "不予公开的具体情形",
        "选择与事实相符的一种；文书按它引用条款。",
        keys[0],
        FactKind.CHOICE,
        choices=tuple(Choice(key, GROUND[key].label) for key in keys),
    )


# Giving
PROVIDED: Final = Fact(
    "provided",
    "提供的信息",
    "一行一件，写文件名称和文号；随文提供的同时列为附件。",
    "示例市2025年公共数据开放计划（示数〔2025〕6号）",
    FactKind.LONG_TEXT,
)
PROVISION: Final = Fact(
    "provision",
    "提供的方式、途径和时间",
    "写明怎样拿到：随文附送、电子邮件、查阅的地点和时间。",
    "随本答复书附送纸质件1份",
    FactKind.LONG_TEXT,
)
FORM_CHANGED: Final = Fact(
    "form_changed",
    "改变提供形式的原因",
    "没有按申请人要求的形式提供的，说明原因；按要求提供的不填。",
    "原件为大幅面图纸，复制可能损坏载体，改为查阅、抄录",
    required=False,
)
WHERE: Final = Fact(
    "where",
    "已公开信息的获取途径",
    "网页写到具体页面的完整地址，公报写到期号和页码；不能只写网站首页。",
    "https://www.example.gov.cn/zwgk/2025-6.html",
    FactKind.LONG_TEXT,
)
PUBLISHED_ON: Final = Fact(
    "published_on",
    "主动公开的日期",
    "信息公开发布的那一天。",
    "2025-06-30",
    FactKind.DAY,
    required=False,
)

# Keeping back
WITHHELD: Final = Fact(
    "withheld",
    "不予公开的部分",
    "一行一处：内容；条款；理由。条款写代码（例如 E15-2）；不是政府信息的内容写“非政府信息”。",
    "第3页申请人的身份证号码；E15-2；公开会泄露个人隐私，损害第三方合法权益",
    FactKind.WITHHELD,
)
REASONS: Final = Fact(
    "reasons",
    "不予公开的理由",
    "结合这份信息说明：是什么性质的信息，公开会带来什么后果；不能只抄条文。",
    "所申请的记录形成于方案讨论阶段，方案尚未确定，公开会影响讨论的坦率和方案的确定",
    FactKind.LONG_TEXT,
)
INSEPARABLE: Final = Fact(
    "inseparable",
    "不能区分处理的原因",
    "能够把不应公开的内容分开的，应当选择“部分公开”；这里说明为什么分不开。",
    "全文均为讨论意见，没有可以单独提供的内容",
    FactKind.LONG_TEXT,
)
CLASSIFIED: Final = Fact(
    "classified",
    "定密情况",
    "定密机关、密级、保密期限和定密程序；只存入案卷，不写进答复。",
    "由本机关定密责任人依法确定，仍在保密期限内",
    FactKind.LONG_TEXT,
    stays_inside=True,
)
FORBIDDING: Final = Fact(
    "forbidding",
    "禁止公开的法律、行政法规",
    "写出名称和条款；规章和文件不能作为依据。",
    "《中华人民共和国统计法》的有关条款",
)
DANGER: Final = Fact(
    "danger",
    "可能危及的安全、稳定和评估情况",
    "写明危及哪一项，由谁评估，评估结论。",
    "经会同公安机关评估，公开水厂管网坐标可能危及公共安全",
    FactKind.LONG_TEXT,
)
THIRD_PARTY: Final = Fact(
    "third_party",
    "征求第三方意见的情况",
    "什么时候征求，第三方怎样回复，理由是否合理；无法征求的说明原因。",
    "本机关于2026年3月2日书面征求第三方意见，第三方不同意公开，所述理由合理",
    FactKind.LONG_TEXT,
)
PUBLIC_INTEREST: Final = Fact(
    "public_interest",
    "对公共利益的权衡",
    "不公开会不会对公共利益造成重大影响，为什么。",
    "不公开不会对公共利益造成重大影响",
    FactKind.LONG_TEXT,
)
RECORD: Final = Fact(
    "record",
    "执法案卷的名称",
    "写明是哪一件执法活动的案卷；法律、法规、规章规定应当公开的除外。",
    "示例公司行政处罚案的现场检查笔录",
)
SPECIAL_LAW: Final = Fact(
    "special_law",
    "有特别规定的法律、行政法规",
    "写出名称，能写到条款的写到条款。",
    "《不动产登记暂行条例》",
)
SPECIAL_OFFICE: Final = Fact(
    "special_office",
    "办理查询的机构和方式",
    "名称、地址、电话和需要带的材料。",
    "示例市不动产登记中心查询窗口，示例路1号，电话0990-1234567",
    FactKind.LONG_TEXT,
)

# Not being able to
SEARCH_PLACES: Final = Fact(
    "search_places",
    "检索的范围",
    "查了哪些地方：档案室、业务科室、办公系统、政府网站等，一一写明。",
    "本机关档案室、数据资源科、办公自动化系统",
    FactKind.LONG_TEXT,
)
SEARCH_KEYWORDS: Final = Fact(
    "search_keywords",
    "检索的关键词",
    "用了哪些词、文号或者日期查。",
    "“公共数据”“开放计划”“2019年”",
)
SEARCH_PERSON: Final = Fact(
    "search_person",
    "检索的人员",
    "谁查的；只存入案卷，不写进答复。",
    "数据资源科 张示例、档案室 李示例",
    stays_inside=True,
)
SEARCH_DAY: Final = Fact(
    "search_day",
    "检索的日期",
    "最后一次检索的日期。",
    "2026-03-05",
    FactKind.DAY,
)
SEARCH_RESULT: Final = Fact(
    "search_result",
    "检索的结果",
    "查到什么、没有查到什么；知道为什么没有的，写明原因。",
    "未检索到所申请的文件，本机关2019年没有制定过此类计划",
    FactKind.LONG_TEXT,
)
NOT_OURS: Final = Fact(
    "not_ours",
    "不属于本机关负责公开的理由",
    "结合职责分工说明：信息由谁制作、由谁保存。",
    "土地出让方案由自然资源部门制作和保存",
    FactKind.LONG_TEXT,
)
RIGHT_ORGAN: Final = Fact(
    "right_organ",
    "负责公开的机关",
    "能够确定的写明名称；不能确定的不填。",
    "示例市自然资源局",
    required=False,
)
RIGHT_CONTACT: Final = Fact(
    "right_contact",
    "负责公开的机关的联系方式",
    "地址和电话；写了机关名称的必须写。",
    "示例市示例路2号，电话0990-7654321",
    required=False,
)
NOT_EXISTING: Final = Fact(
    "not_existing",
    "需要加工、分析的情况",
    "现有的是什么信息，要作怎样的汇总、加工才能得到申请的内容。",
    "本机关只保存逐笔登记记录，没有按行业分年度汇总的数据",
    FactKind.LONG_TEXT,
)
STILL_UNCLEAR: Final = Fact(
    "still_unclear",
    "补正后仍不明确之处",
    "写明补正了什么，还有什么无法确定。",
    "补正后仍没有写明文件的名称、文号或者形成的时间，无法据以查找",
    FactKind.LONG_TEXT,
)
CORRECTION_ASKED: Final = Fact(
    "correction_asked_on",
    "告知补正的日期",
    "补正告知书发出的日期。",
    "2026-03-02",
    FactKind.DAY,
)

# Not processing
PETITION_NATURE: Final = Fact(
    "petition_nature",
    "属于信访、投诉、举报的理由",
    "引用申请中的原话，说明为什么不是要求获取信息。",
    "申请要求对示例公司的经营行为进行查处，属于举报",
    FactKind.LONG_TEXT,
)
PROPER_CHANNEL: Final = Fact(
    "proper_channel",
    "可以提出的渠道",
    "受理机构、地址、电话或者网址；知道的尽量告知。",
    "示例市信访局，示例路3号，电话0990-1112223",
    required=False,
)
EARLIER_NUMBER: Final = Fact(
    "earlier_number",
    "以前答复的文号",
    "照答复书抄写。",
    "示数依申请公开〔2025〕7号",
)
EARLIER_DAY: Final = Fact(
    "earlier_on",
    "以前答复的日期",
    "答复书的成文日期。",
    "2025-11-20",
    FactKind.DAY,
)
PUBLICATION: Final = Fact(
    "publication",
    "公开出版物的名称和获取途径",
    "刊名、期号，在哪里可以买到、借到或者查到。",
    "《示例市人民政府公报》2025年第6期，示例市图书馆可以查阅",
    FactKind.LONG_TEXT,
)
EXCESS: Final = Fact(
    "excess",
    "申请的数量、频次",
    "从哪天到哪天，向本机关提出多少件，内容怎样重复。",
    "2026年1月至3月提出申请86件，内容均围绕同一征收项目",
    FactKind.LONG_TEXT,
)
EXCESS_REASONS: Final = Fact(
    "excess_reasons",
    "申请人说明的理由和不合理之处",
    "申请人说了什么，为什么不合理；没有说明理由的写明要求说明的日期。",
    "申请人称用于了解情况，没有说明需要如此多次申请的原因",
    FactKind.LONG_TEXT,
)
OBTAINED: Final = Fact(
    "obtained",
    "已经获取的信息和要求确认、重新出具的内容",
    "申请人什么时候、怎样已经得到；现在要求什么。",
    "申请人已于2025年11月取得该文件，现要求在复印件上加盖公章确认",
    FactKind.LONG_TEXT,
)

# No longer processing
CORRECTION_DUE: Final = Fact(
    "correction_due",
    "补正期限届满的日期",
    "补正告知书写明的最后一天。",
    "2026-03-20",
    FactKind.DAY,
)
FEE_NOTICE_NUMBER: Final = Fact(
    "fee_notice", "收费通知书的文号", "照通知书抄写。", "示数依申请收费〔2026〕12号"
)
FEE_AMOUNT: Final = Fact("fee_amount", "应缴金额（元）", "只写数字。", "2200")
FEE_DUE: Final = Fact(
    "fee_due",
    "缴费期限届满的日期",
    "收到收费通知次日起第 20 个工作日。",
    "2026-04-10",
    FactKind.DAY,
)

# Records about the applicant, and other ends
WRONG_RECORD: Final = Fact(
    "wrong_record",
    "要求更正的记录",
    "哪一份信息的哪一处。",
    "示例市低收入家庭名册中的家庭人口数",
    FactKind.LONG_TEXT,
)
RECORD_EVIDENCE: Final = Fact(
    "record_evidence",
    "申请人提供的证据和审核情况",
    "提供了什么证据，核对了什么。",
    "申请人提供户口簿复印件，经与公安机关核对属实",
    FactKind.LONG_TEXT,
)
RECORD_RESULT: Final = Fact(
    "record_result",
    "更正的结果或者不予更正的理由",
    "更正的写明原来怎样、现在怎样。",
    "家庭人口数由3人更正为4人",
    FactKind.LONG_TEXT,
)
RECORD_ORGAN: Final = Fact(
    "record_organ",
    "有权更正的机关和处理方式",
    "写明转送给哪个机关，或者请申请人向哪个机关提出，附联系方式。",
    "已转送示例市民政局，示例路4号，电话0990-3334445",
    FactKind.LONG_TEXT,
)
CONSULTED_ON: Final = Fact(
    "consulted_on",
    "咨询的事项和解答",
    "申请人问的是什么，怎样解答或者请他向谁咨询。",
    "咨询办事流程，已告知办事指南的网址",
    FactKind.LONG_TEXT,
)
OTHER_END: Final = Fact(
    "other_end",
    "结束办理的情况和凭据",
    "发生了什么，哪一天，有什么材料证明。",
    "申请人2026年3月9日书面撤回申请，撤回书存卷",
    FactKind.LONG_TEXT,
)

INTERNAL_GROUNDS: Final = ("PERSONNEL", "LOGISTICS", "WORKFLOW")
PROCESS_GROUNDS: Final = ("DISCUSSION", "DRAFT_PAPER", "CONSULTATION", "REPORT_UPWARD")
THIRD_PARTY_GROUNDS: Final = ("TRADE_SECRET", "PERSONAL_PRIVACY")
INTERNAL_GROUND: Final = _ground(INTERNAL_GROUNDS)
PROCESS_GROUND: Final = _ground(PROCESS_GROUNDS)
THIRD_PARTY_GROUND: Final = _ground(THIRD_PARTY_GROUNDS)
SEARCH: Final = (
    SEARCH_PLACES,
    SEARCH_KEYWORDS,
    SEARCH_PERSON,
    SEARCH_DAY,
    SEARCH_RESULT,
)
"""The record of the search that an answer "there is none" needs (R1-39)."""
