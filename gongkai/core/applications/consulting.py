"""Whom an organ asks for an opinion, and what an answer, or none, means (Art. 32, 34)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gongkai.core.applications.deadlines.history import Cause
from gongkai.core.applications.deadlines.terms import OTHER_ORGAN, THIRD_PARTY, Deadline


class PartyKind(StrEnum):
    """Who is asked."""

    THIRD_PARTY = "third_party"
    ORGAN = "organ"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"third_party": "第三方", "organ": "其他机关"}[self.value]


class Opinion(StrEnum):
    """What came back."""

    AGREE = "agree"
    REFUSE = "refuse"
    SILENT = "silent"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"agree": "同意公开", "refuse": "不同意公开", "silent": "逾期未提出意见"}[self.value]


@dataclass(frozen=True, slots=True)
class Kind:
    """What follows from whom one asks: the term, the cause in the clock, what silence means."""

    term: Deadline
    cause: Cause
    silence: str
    is_consent: bool


KIND: Final[Mapping[PartyKind, Kind]] = {
    PartyKind.THIRD_PARTY: Kind(
        THIRD_PARTY,
        Cause.THIRD_PARTY,
        "第三方逾期未提出意见，由本机关依照条例决定是否公开",
        is_consent=False,
    ),
    PartyKind.ORGAN: Kind(
        OTHER_ORGAN,
        Cause.OTHER_ORGAN,
        "被征求意见机关逾期未提出意见，视为同意公开",
        is_consent=True,
    ),
}
STAR: Final = "*"
PERSON: Final = 4
"""A name of no more characters is most likely a person's."""


def agrees(kind: PartyKind, opinion: Opinion) -> bool:
    """Whether the answer lets the organ disclose: a word, or another organ's silence."""
    return opinion is Opinion.AGREE or (opinion is Opinion.SILENT and KIND[kind].is_consent)


def must_withhold(
    opinion: Opinion, *, is_reasonable: bool | None, public_interest: bool
) -> bool | None:
    """Whether a refusal binds the organ (Art. 32); none while nobody has judged its reasons."""
    if opinion is not Opinion.REFUSE:
        return False
    if is_reasonable is None:
        return None
    return is_reasonable and not public_interest


def masked_party(kind: PartyKind, name: str) -> str:
    """What lists show of whom was asked: a person's name with stars, an organ's as it is."""
    if kind is PartyKind.ORGAN or len(name) > PERSON:
        return name
    return name[:1] + STAR * max(len(name) - 1, 1)
