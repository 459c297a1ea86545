"""What is entered about a dispute and its steps, as values."""

from dataclasses import dataclass
from datetime import date

from gongkai.core.disputes.kinds import DisputeKind, JudgmentForm, Result

DAYS = ("known_on", "filed_on", "accepted_on", "received_on", "answered_on")
"""Days that are entered when they are known, in the order in which they happen."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a dispute is: entered at the beginning, amended when more is known."""

    kind: DisputeKind
    party: str
    act: str
    body: str
    received_on: date | None
    case_number: str = ""
    is_person: bool = True
    is_simplified: bool = False
    application_id: int | None = None
    application_number: str = ""
    follows_id: int | None = None
    known_on: date | None = None
    filed_on: date | None = None
    accepted_on: date | None = None
    answered_on: date | None = None
    extended_until: date | None = None
    evidence_until: date | None = None


@dataclass(frozen=True, slots=True)
class Judgment:
    """What a court of first instance gave, and when it arrived."""

    form: JudgmentForm
    day: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """What a dispute came to; `redo_by` is the day the decision sets for doing it again."""

    result: Result
    day: date
    outcome: str = ""
    asks_again: bool = False
    redo_by: date | None = None
    lessons: str = ""
