"""What a content check is: a rule with code, weight, basis, wording, a judge and its samples."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from gongkai.core.checks.content import Content
from gongkai.core.checks.plain import Text
from gongkai.core.checks.samples import Sample
from gongkai.core.finding import Evidence, Finding, Severity
from gongkai.core.law import Citation


class Waivable(StrEnum):
    """Who may let a finding pass."""

    NEVER = "never"
    REVIEWER = "reviewer"
    DRAFTER = "drafter"

    @property
    def label(self) -> str:
        """The words a screen shows."""
        return LABELS[self]


LABELS: Final = {
    Waivable.NEVER: "不能豁免",
    Waivable.REVIEWER: "审核人说明理由后可以豁免",
    Waivable.DRAFTER: "拟稿人说明理由后可以豁免",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a judging function says of one place; a rule turns it into a finding.

    The place is a part of a text (`start` to `end` of what is searched), or `paths` names what is
    concerned: a field, a file. `about` are words by which the same fault is known again where no
    text is quoted: an address, a file's name, the values of a column.
    """

    says: str
    text: Text | None = None
    start: int = 0
    end: int = 0
    suggestion: str = ""
    paths: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A content that is examined: its texts made plain, and the day."""

    content: Content
    texts: tuple[Text, ...]
    today: date


TextJudge = Callable[[Text], Iterable[Outcome]]
ContentJudge = Callable[[Reading], Iterable[Outcome]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One check of the list.

    `title` names the fault in a few words, `hint` says what to do. `reads` judges each text by
    itself, `weighs` the content as a whole; both yield one outcome per fault.
    """

    code: str
    severity: Severity
    title: str
    hint: str
    waiver: Waivable
    cite: Citation
    bad: tuple[Sample, ...]
    good: tuple[Sample, ...]
    reads: TextJudge | None = None
    weighs: ContentJudge | None = None

    def finding(self, outcome: Outcome) -> Finding:
        """What a person is told."""
        text, span, paths = outcome.says, None, outcome.paths
        if outcome.text is not None:
            span = outcome.text.span(outcome.start, outcome.end, outcome.suggestion)
            text = f"{outcome.text.part.label}：{outcome.says}"
            paths = (outcome.text.part.key,)
        return Finding(
            code=self.code,
            severity=self.severity,
            title=self.title,
            text=text,
            hint=self.hint,
            paths=paths,
            cite=self.cite,
            evidence=(Evidence("", None, None, outcome.about),) if outcome.about else (),
            span=span,
        )
