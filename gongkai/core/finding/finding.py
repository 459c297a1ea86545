"""Findings: the one shape of "something is wrong" (问题)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from gongkai.core.law import Citation


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"error": "错误", "warning": "提醒", "information": "提示"}[self.value]


class Status(StrEnum):
    """What a check came to."""

    PASS = "pass"  # noqa: S105 - a verdict, not a password
    FAIL = "fail"
    UNCERTAIN = "uncertain"
    NOT_ASSESSABLE = "not_assessable"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {
            "pass": "通过",
            "fail": "不通过",
            "uncertain": "存疑",
            "not_assessable": "无法判断",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where to look: the file, the page or line in it (both from 1), and the words there."""

    file: str
    page: int | None
    line: int | None
    text: str

    def __str__(self) -> str:
        where = f"第{self.page}页" if self.page else ""
        where += f"第{self.line}行" if self.line else ""
        return f"{self.file}{'，' + where if where else ''}：{self.text}"


@dataclass(frozen=True, slots=True)
class Span:
    """Which characters of which part of a content: offsets into that part's text, from 0.

    `quote` is what stands there; `suggestion` what could stand there instead, where that is known.
    """

    part: str
    start: int
    end: int
    quote: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check at one place.

    `title` is the short wording of a list, `text` says what is wrong and where, `hint` what to
    do. `paths` names the cells concerned (`applications.new.6`); `left`, `right` are the two
    sides of a comparison, in the unit of the cells. `culprit` is the one cell that is likeliest
    wrong, where that can be told. `span` marks the place in a content that is checked.
    """

    code: str
    severity: Severity
    title: str
    text: str
    hint: str = ""
    status: Status = Status.FAIL
    paths: tuple[str, ...] = ()
    cite: Citation | None = None
    left: int | Decimal | None = None
    right: int | Decimal | None = None
    evidence: tuple[Evidence, ...] = ()
    culprit: str | None = None
    span: Span | None = None

    @property
    def delta(self) -> int | Decimal | None:
        """Left minus right, where both are known."""
        if self.left is None or self.right is None:
            return None
        return self.left - self.right
