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


KIND: Final[Mapping[PartyKind, Kind]] = {
    PartyKind.THIRD_PARTY: Kind(
        THIRD_PARTY,
        Cause.THIRD_PARTY,
        "第三方逾期未提出意见，由本机关依照条例决定是否公开",
    ),
    PartyKind.ORGAN: Kind(
        OTHER_ORGAN,
        Cause.OTHER_ORGAN,
        "被征求意见机关逾期未提出意见，视为同意公开",
    ),
}
STAR: Final = "*"
PERSON: Final = 4
"""A name of no more characters is most likely a person's."""


class Standing(StrEnum):
    """What an opinion asked for means for disclosing what it is about."""

    FREE = "free"
    OPEN = "open"
    UNJUDGED = "unjudged"
    BARRED = "barred"


def standing(opinion: str, *, is_reasonable: bool | None, public_interest: bool) -> Standing:
    """Agreement frees; silence leaves the decision to the organ, or is consent. A refusal binds as
    far as its reasons hold and the public interest does not outweigh them (Art. 32)."""
    if not opinion:
        return Standing.OPEN
    if opinion != Opinion.REFUSE:
        return Standing.FREE
    if is_reasonable is None:
        return Standing.UNJUDGED
    return Standing.BARRED if is_reasonable and not public_interest else Standing.FREE


def masked_party(kind: PartyKind, name: str) -> str:
    """What lists show of whom was asked: a person's name with stars, an organ's as it is."""
    if kind is PartyKind.ORGAN or len(name) > PERSON:
        return name
    return name[:1] + STAR * max(len(name) - 1, 1)
