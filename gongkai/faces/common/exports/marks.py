"""What is to be said about each cell: read, blank, in doubt, wrong, or not there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gongkai.core.finding import Finding, Severity, Status
from gongkai.core.reports.forms import FORMS
from gongkai.core.reports.report import Cell, Doubt, Number, Report


class State(StrEnum):
    """How a cell stands, and the sign and word that say so."""

    READ = "read"
    BLANK = "blank"
    ABSENT = "absent"
    DOUBTED = "doubted"
    WARNED = "warned"
    WRONG = "wrong"

    @property
    def sign(self) -> str:
        """The sign beside the number; colour never stands alone."""
        return {"doubted": "?", "warned": "*", "wrong": "!"}.get(self.value, "")

    @property
    def label(self) -> str:
        """The word of the legend."""
        return {
            "read": "读取",
            "blank": "原文空白",
            "absent": "原文没有这一行",
            "doubted": "读取存疑",
            "warned": "需要核对",
            "wrong": "有错误",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Mark:
    """One cell as it is shown."""

    value: Number | None
    state: State
    cell: Cell | None = None
    doubt: Doubt | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """What stands in the box."""
        if self.value is not None:
            return f"{self.value}{self.state.sign}"
        return {State.BLANK: "－", State.ABSENT: ""}.get(self.state, self.state.sign)


def marks(report: Report, findings: Iterable[Finding] = ()) -> dict[str, Mark]:
    """How every cell stands, of the report's form and of the other that it may be mixed with."""
    if report.form is None:
        return {}
    about: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.status is Status.FAIL:
            for path in finding.paths:
                about.setdefault(path, []).append(finding)
    paths = dict.fromkeys(path for form in FORMS for path in form.paths())
    return {path: mark(report, path, _about(path, about)) for path in paths}


def _about(path: str, about: Mapping[str, Sequence[Finding]]) -> tuple[Finding, ...]:
    """What concerns a cell: what names it or its row; a fault of a whole table marks no cell."""
    row = path.rpartition(".")[0]
    places = (path, row) if "." in row else (path,)
    return tuple(finding for place in places for finding in about.get(place, ()))


def mark(report: Report, path: str, findings: tuple[Finding, ...]) -> Mark:
    """How one cell stands."""
    cell, doubt = report.cells.get(path), report.doubted(path)
    value = cell.value if cell else None
    if any(finding.severity is Severity.ERROR for finding in findings):
        state = State.WRONG
    elif doubt:
        state = State.DOUBTED
    elif any(finding.severity is Severity.WARNING for finding in findings):
        state = State.WARNED
    elif cell is None:
        state = State.ABSENT
    else:
        state = State.BLANK if value is None else State.READ
    return Mark(value, state, cell, doubt, findings)
