"""The fields a wording may name (文书字段): a closed list, each with its meaning and a sample.

A wording names a field by its label in braces: `{登记号}`. What a decision has to establish are
fields too. A late field is filled in when the letter is issued and cannot be reworded; a form is a
late field that is a table.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from gongkai.core.applications.decisions import DECISIONS
from gongkai.core.applications.decisions_facts import Fact


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `letters` are the codes of the letters that know it; none means all of them."""

    key: str
    label: str
    hint: str
    sample: str
    letters: frozenset[str] = frozenset()
    is_late: bool = False
    is_form: bool = False

    def is_known_to(self, code: str) -> bool:
        """Whether letters of that code may name it."""
        return not self.letters or code in self.letters


def _in(*codes: str) -> frozenset[str]:
    return frozenset(codes)


COMMON: Final = (
    Field("organ", "机关名称", "机关的全称。", "示例市数据局"),
    Field("applicant", "申请人", "申请人的姓名或者名称。", "张示例"),
    Field("you", "称呼", "对自然人写“您”，对单位写“你单位”。", "您"),
    Field("number", "登记号", "申请的登记号。", "示数依申请〔2026〕12号"),
    Field("received_on", "收到日期", "收到申请之日，期限从它起算。", "2026年2月6日"),
    Field("way", "提交方式", "申请是怎样提交的。", "邮寄（签收）"),
    Field(
        "request",
        "申请内容",
        "申请人要求公开的内容；要求更正的，是要求更正的内容。",
        "2025年公共数据开放计划",
    ),
    Field("due", "答复期限", "法定答复期限的最后一天。", "2026年3月12日"),
    Field("office", "公开工作机构", "受理信息中的工作机构。", "示例市数据局办公室"),
    Field("phone", "联系电话", "工作机构的电话。", "0990-1234567"),
    Field("address", "受理地址", "工作机构的地址。", "示例市示例路1号"),
    Field("articles", "依据条款", "按答复种类和理由自动写出。", "《条例》第三十六条第（二）项"),
)
REPLIES: Final = frozenset(row.letter for row in DECISIONS if row.letter) | {"DOC-09M"}
REMEDY: Final = Field(
    "remedy",
    "救济途径",
    "按答复种类、复议机关和法院自动写出，不能改写。",
    "如不服本答复，可以……",
    REPLIES | {"DOC-06"},
    is_late=True,
)
NOTICES: Final = (
    Field("points", "补正事项", "需要补正的事项，一次写全。", "请写明文件名称", _in("DOC-02")),
    Field("guidance", "指导和释明", "怎样补正，可以参考什么。", "可以查阅目录", _in("DOC-02")),
    Field(
        "answer_by",
        "办理期限",
        "对方应当在这一天以前补正、说明理由或者提出意见。",
        "2026年3月20日",
        _in("DOC-02", "DOC-07"),
    ),
    Field(
        "reason",
        "延期理由",
        "为什么不能在原期限内答复。",
        "需要调取多年档案",
        _in("DOC-03"),
    ),
    Field(
        "judged",
        "对申请理由的认定",
        "为什么认为申请人说明的理由合理。",
        "申请用于正在进行的诉讼",
        _in("DOC-22"),
    ),
    Field("workdays", "延长的工作日", "延长多少个工作日，最多二十。", "20", _in("DOC-03")),
    Field(
        "new_due",
        "新的答复期限",
        "延长或者延迟以后的最后一天。",
        "2026年4月10日",
        _in("DOC-03", "DOC-22"),
    ),
    Field(
        "party",
        "被征求意见方",
        "第三方或者其他机关的名称。",
        "示例科技有限公司",
        _in("DOC-04", "DOC-05", "DOC-06"),
    ),
    Field(
        "matter",
        "征求意见的内容",
        "拟公开的信息中与对方有关的部分。",
        "投标文件中的报价表",
        _in("DOC-04", "DOC-05"),
    ),
    Field("disclosed", "决定公开的内容", "向申请人公开的内容。", "排放监测数据", _in("DOC-06")),
    Field(
        "interest",
        "公开的理由",
        "不公开会怎样影响公共利益。",
        "关系周边居民健康",
        _in("DOC-06"),
    ),
    Field(
        "frequency",
        "申请数量和频次",
        "从哪天到哪天提出了多少件。",
        "一个月内提出36件",
        _in("DOC-07"),
    ),
    Field("fee_method", "计收方式", "按件或者按量。", "按件计收", _in("DOC-08")),
    Field("fee_total", "收费金额", "应缴金额，元。", "2200", _in("DOC-08")),
    Field("fee_words", "大写金额", "应缴金额，用大写数字。", "贰仟贰佰元整", _in("DOC-08")),
    Field("account", "缴费方式", "账户、窗口或者缴款码。", "持通知书到财政窗口", _in("DOC-08")),
    Field("query_code", "查询码", "网上查询用的随机码。", "7K2M-9QXA", _in("DOC-01")),
    Field("tracking", "查询地址", "网上查询进度的地址。", "https://example.gov.cn", _in("DOC-01")),
    Field("letter_title", "送达文书", "送达的是哪一份文书。", "补正告知书", _in("DOC-23")),
    Field("letter_number", "送达文书文号", "它的文号。", "示数〔2026〕1号", _in("DOC-23")),
    Field("delivery_way", "送达方式", "当面、邮寄、电子邮件、网上。", "邮寄", _in("DOC-23")),
    Field("delivery_to", "送达地址", "送到哪里。", "示例市示例路9号", _in("DOC-23")),
    Field("mail_number", "邮件号", "邮政企业的邮件号码。", "EX123456789CN", _in("DOC-23")),
    Field("sent_on", "发出日期", "交邮或者发出的日期。", "2026年3月5日", _in("DOC-23")),
)
FORMS: Final = (
    Field(
        "fee_table",
        "收费明细表",
        "逐段计算的表格。",
        "（表）",
        _in("DOC-08"),
        is_late=True,
        is_form=True,
    ),
    Field(
        "receipt_form",
        "登记回执表",
        "登记的各项内容。",
        "（表）",
        _in("DOC-01"),
        is_late=True,
        is_form=True,
    ),
    Field(
        "opinion_form",
        "意见回执",
        "对方填写意见、寄回的表格。",
        "（表）",
        _in("DOC-04", "DOC-05"),
        is_late=True,
        is_form=True,
    ),
    Field(
        "delivery_form",
        "送达回证表",
        "由收件人签字。",
        "（表）",
        _in("DOC-23"),
        is_late=True,
        is_form=True,
    ),
)
ITEMS: Final = Field(
    "items", "各项答复", "几项申请内容逐项答复。", "一、关于……", frozenset({"DOC-09M"})
)


def _of_facts(facts: Iterable[tuple[str, Fact]]) -> tuple[Field, ...]:
    """One field for every fact a letter may tell, known to the letters of its decisions."""
    known = dict[str, tuple[Fact, set[str]]]()
    for letter, fact in facts:
        if letter and not fact.stays_inside:
            known.setdefault(fact.key, (fact, set()))[1].add(letter)
    return tuple(
        Field(key, fact.label, fact.hint, fact.sample, frozenset(letters))
        for key, (fact, letters) in known.items()
    )


OF_FACTS: Final = _of_facts((row.letter, fact) for row in DECISIONS for fact in row.facts)
FIELDS: Final = (*COMMON, *NOTICES, *OF_FACTS, ITEMS, REMEDY, *FORMS)
FIELD: Final = {field.key: field for field in FIELDS}
BY_LABEL: Final = {field.label: field for field in FIELDS}


def fields_for(code: str) -> tuple[Field, ...]:
    """The fields that letters of that code may name."""
    return tuple(field for field in FIELDS if field.is_known_to(code))
