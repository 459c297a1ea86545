"""Who applies, by which way, with which papers, and for what: the words of an application."""

from enum import StrEnum
from typing import Final


class ApplicantKind(StrEnum):
    """The kind of applicant (申请人类型): the columns of the yearly table, by the same keys."""

    NATURAL = "natural"
    BUSINESS = "business"
    RESEARCH = "research"
    SOCIAL = "social"
    LEGAL = "legal"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return APPLICANTS[self]

    @property
    def is_person(self) -> bool:
        """Whether the applicant is a person, not an organisation."""
        return self is ApplicantKind.NATURAL


class ApplicationKind(StrEnum):
    """What is asked for: information, or that a record about oneself be put right (Art. 41)."""

    DISCLOSURE = "disclosure"
    RECORD = "record"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"disclosure": "公开政府信息", "record": "更正自身信息记录"}[self.value]


class SubmissionWay(StrEnum):
    """The way by which an application comes (提交渠道, R1-21)."""

    COUNTER = "counter"
    EMS = "ems"
    LETTER = "letter"
    FAX = "fax"
    PORTAL = "portal"
    EMAIL = "email"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return WAYS[self]

    @property
    def is_basic(self) -> bool:
        """Whether an organ can never refuse this way (R1-21)."""
        return self in BASIC_WAYS


class Paper(StrEnum):
    """A proof of identity (身份证明)."""

    RESIDENT = "resident"
    PASSPORT = "passport"
    HONG_KONG_MACAO = "hong_kong_macao"
    TAIWAN = "taiwan"
    CREDIT_CODE = "credit_code"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return PAPERS[self]


class Medium(StrEnum):
    """The form in which information is wanted (形式要求)."""

    PAPER = "paper"
    ELECTRONIC = "electronic"
    INSPECTION = "inspection"
    ANY = "any"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return MEDIA[self]


class Provision(StrEnum):
    """The way in which information, and the reply, is to be got (获取方式)."""

    POST = "post"
    EMAIL = "email"
    PORTAL = "portal"
    COLLECT = "collect"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return PROVISIONS[self]


APPLICANTS: Final = {
    ApplicantKind.NATURAL: "自然人",
    ApplicantKind.BUSINESS: "商业企业",
    ApplicantKind.RESEARCH: "科研机构",
    ApplicantKind.SOCIAL: "社会公益组织",
    ApplicantKind.LEGAL: "法律服务机构",
    ApplicantKind.OTHER: "其他",
}
WAYS: Final = {
    SubmissionWay.COUNTER: "当面提交",
    SubmissionWay.EMS: "邮寄（签收）",
    SubmissionWay.LETTER: "平常信函",
    SubmissionWay.FAX: "传真",
    SubmissionWay.PORTAL: "网上提交",
    SubmissionWay.EMAIL: "电子邮件",
}
BASIC_WAYS: Final = frozenset({SubmissionWay.COUNTER, SubmissionWay.EMS, SubmissionWay.LETTER})
PAPERS: Final = {
    Paper.RESIDENT: "居民身份证",
    Paper.PASSPORT: "护照",
    Paper.HONG_KONG_MACAO: "港澳居民来往内地通行证或居住证",
    Paper.TAIWAN: "台湾居民来往大陆通行证或居住证",
    Paper.CREDIT_CODE: "统一社会信用代码",
    Paper.OTHER: "其他证件",
}
PERSONAL_PAPERS: Final = (
    Paper.RESIDENT,
    Paper.PASSPORT,
    Paper.HONG_KONG_MACAO,
    Paper.TAIWAN,
    Paper.OTHER,
)
"""What a person shows."""
ORGANISATION_PAPERS: Final = (Paper.CREDIT_CODE, Paper.OTHER)
"""What an organisation shows."""
MEDIA: Final = {
    Medium.PAPER: "纸质",
    Medium.ELECTRONIC: "电子数据",
    Medium.INSPECTION: "查阅、抄录",
    Medium.ANY: "不限",
}
PROVISIONS: Final = {
    Provision.POST: "邮寄",
    Provision.EMAIL: "电子邮件",
    Provision.PORTAL: "网上获取",
    Provision.COLLECT: "当面领取",
}
