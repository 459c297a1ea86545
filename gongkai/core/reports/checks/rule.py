"""What a check is: a rule with code, weight, citation, wording, a judge and its samples."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from gongkai.core.finding import Evidence, Finding, Severity, Status
from gongkai.core.law import Citation
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.samples import Sample
from gongkai.core.reports.report import Report

PASSED = "未发现此类问题。"
OTHER_FORM = "这份年报不采用本项适用的格式（{forms}），不作此项检查。"
ANY_FORM = ("2019", "2021", "pre-2019")
FORM_NAMES = {"2019": "2019年格式", "2021": "2021年格式", "pre-2019": "2019年以前的自由文本"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a judging function says of one place; a rule turns it into a finding.

    `severity` and `hint` are given only where they differ from the rule's own.
    """

    text: str
    status: Status = Status.FAIL
    paths: tuple[str, ...] = ()
    left: int | Decimal | None = None
    right: int | Decimal | None = None
    evidence: tuple[Evidence, ...] = ()
    severity: Severity | None = None
    hint: str = ""


Judge = Callable[[Report, Facts], Iterable[Outcome]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One check of the list.

    `title` names the fault in a few words, `hint` says what to do about it; `judge` yields one
    outcome per fault and nothing where all is well. `forms` are the forms it applies to.
    """

    code: str
    severity: Severity
    title: str
    hint: str
    cite: Citation
    judge: Judge
    good: tuple[Sample, ...]
    bad: tuple[Sample, ...]
    forms: tuple[str, ...] = ("2019", "2021")

    def findings(self, report: Report, facts: Facts) -> Iterator[Finding]:
        """All findings of this rule on a report; at least one, PASS where nothing is wrong."""
        if report.format not in self.forms:
            names = "、".join(FORM_NAMES.get(form, form) for form in self.forms)
            yield self._finding(
                Outcome(text=OTHER_FORM.format(forms=names), status=Status.NOT_ASSESSABLE)
            )
            return
        nothing = True
        for outcome in self.judge(report, facts):
            nothing = False
            yield self._finding(outcome)
        if nothing:
            yield self._finding(Outcome(text=PASSED, status=Status.PASS))

    def _finding(self, outcome: Outcome) -> Finding:
        wrong = outcome.status in {Status.FAIL, Status.UNCERTAIN}
        return Finding(
            code=self.code,
            severity=outcome.severity or self.severity,
            title=self.title,
            text=outcome.text,
            hint=(outcome.hint or self.hint) if wrong else outcome.hint,
            status=outcome.status,
            paths=outcome.paths,
            cite=self.cite,
            left=outcome.left,
            right=outcome.right,
            evidence=outcome.evidence,
        )


def missing_material(*materials: str) -> Outcome:
    """The outcome of a rule that needs material which was not given."""
    return Outcome(
        text=f"需要以下材料才能判断：{'；'.join(materials)}。", status=Status.NOT_ASSESSABLE
    )


def not_assessable(text: str, *paths: str) -> Outcome:
    """The outcome of a rule that cannot be judged on this report."""
    return Outcome(text=text, status=Status.NOT_ASSESSABLE, paths=paths)
