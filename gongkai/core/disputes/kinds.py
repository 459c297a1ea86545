"""Kinds of disputes and what they come to: the blocks and columns of Table 4."""

from enum import StrEnum
from typing import Final

from gongkai.core.law.statutes import LITIGATION, RECONSIDERATION


class DisputeKind(StrEnum):
    """The way a decision is disputed; the value is the block of Table 4."""

    RECONSIDERATION = "review"
    DIRECT = "direct"
    AFTER = "after"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return KINDS[self]

    @property
    def is_litigation(self) -> bool:
        """Whether a court decides."""
        return self is not DisputeKind.RECONSIDERATION

    @property
    def body_label(self) -> str:
        """What the body that decides is called."""
        return COURT if self.is_litigation else REVIEW_BODY


KINDS: Final = {
    DisputeKind.RECONSIDERATION: "行政复议",
    DisputeKind.DIRECT: "行政诉讼（未经复议直接起诉）",
    DisputeKind.AFTER: "行政诉讼（复议后起诉）",
}
RETRIAL: Final = "{kind}，再审"


def label_of(kind: DisputeKind, *, is_retrial: bool) -> str:
    """The word a screen shows for a dispute; a retrial counts under its kind (Art. 90)."""
    return RETRIAL.format(kind=kind.label) if is_retrial else kind.label


COURT, REVIEW_BODY = "法院", "复议机关"


class Result(StrEnum):
    """What a dispute came to; the value is the column of Table 4."""

    UPHELD = "upheld"
    CORRECTED = "corrected"
    OTHER = "other"
    PENDING = "pending"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return RESULTS[self]

    @property
    def hint(self) -> str:
        """Which decisions belong here."""
        return HINTS[self]


RESULTS: Final = {
    Result.UPHELD: "结果维持",
    Result.CORRECTED: "结果纠正",
    Result.OTHER: "其他结果",
    Result.PENDING: "尚未审结",
}
HINTS: Final = {
    Result.UPHELD: "维持原决定，驳回复议请求或者诉讼请求",
    Result.CORRECTED: "撤销、变更、确认违法或者无效、责令履行",
    Result.OTHER: "撤回、调解、终止、不予受理、驳回申请或者起诉",
    Result.PENDING: "还没有决定、判决",
}
RESULT_CITES: Final = {
    Result.UPHELD: (RECONSIDERATION.at(68), LITIGATION.at(69)),
    Result.CORRECTED: (RECONSIDERATION.at(64), LITIGATION.at(70)),
}
DECIDED: Final = (Result.UPHELD, Result.CORRECTED, Result.OTHER)


class JudgmentForm(StrEnum):
    """What a court of first instance gave: it decides how long an appeal is open (Art. 85)."""

    JUDGMENT = "judgment"
    RULING = "ruling"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return FORMS[self]


FORMS: Final = {JudgmentForm.JUDGMENT: "判决", JudgmentForm.RULING: "裁定"}
