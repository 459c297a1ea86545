"""What a check is: a rule with code, weight, citation, wording, a judge and its samples."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from gongkai.core.finding import Evidence, Finding, Severity, Status
from gongkai.core.law import FORM_2019, FORM_2021, OGI, OGI_2007, Citation
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.once import once
from gongkai.core.reports.checks.samples import Sample
from gongkai.core.reports.forms import PRE_2019, form_for
from gongkai.core.reports.report import Report

PASSED = "未发现此类问题。"
OTHER_FORM = "这份年报不采用本项适用的格式（{forms}），不作此项检查。"
FIRST_FORM = "2019"
ANY_FORM = (FIRST_FORM, "2021", PRE_2019)
CONTENTS, OLD_ARTICLES = 32, {49: 31, 50: 32}
"""Where the statute of 2007 said when a report is due, and what it holds."""
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
    culprit: str | None = None


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

    passed: Mapping[str, Finding] = field(init=False, repr=False, compare=False)
    other_form: Mapping[str, Finding] = field(init=False, repr=False, compare=False)
    """What the rule says where nothing is wrong, and of a form that it does not apply to."""

    def __post_init__(self) -> None:
        names = "、".join(FORM_NAMES.get(form, form) for form in self.forms)
        other = Outcome(OTHER_FORM.format(forms=names), Status.NOT_ASSESSABLE)
        for name, outcome in (("passed", Outcome(PASSED, Status.PASS)), ("other_form", other)):
            ready = {time: self._finding(outcome, time) for time in ANY_FORM}
            object.__setattr__(self, name, ready)

    def findings(self, report: Report, facts: Facts) -> tuple[Finding, ...]:
        """All findings of this rule on a report; at least one, PASS where nothing is wrong."""
        return self.at(time_of(report), report, facts)

    def at(self, time: str, report: Report, facts: Facts) -> tuple[Finding, ...]:
        """The same by the law of a time that is known already."""
        if report.format not in self.forms:
            return (self.other_form[time],)
        found = tuple(self._finding(outcome, time) for outcome in self.judge(report, facts))
        return found or (self.passed[time],)

    def _finding(self, outcome: Outcome, time: str) -> Finding:
        wrong = outcome.status in {Status.FAIL, Status.UNCERTAIN}
        return Finding(
            code=self.code,
            severity=outcome.severity or self.severity,
            title=self.title,
            text=outcome.text,
            hint=(outcome.hint or self.hint) if wrong else outcome.hint,
            status=outcome.status,
            paths=outcome.paths,
            cite=in_force(self.cite, time),
            left=outcome.left,
            right=outcome.right,
            evidence=outcome.evidence,
            culprit=outcome.culprit,
        )


@once
def time_of(report: Report) -> str:
    """Which form was to be used when a report was written; its own where the year is not known."""
    if report.year is None:
        return report.format
    form = form_for(report.year)
    return form.key if form else PRE_2019


def in_force(cite: Citation, time: str) -> Citation:
    """The place that said the same when a report was written."""
    of_form = cite.statute is FORM_2021
    if time == PRE_2019 and (of_form or cite.statute is OGI):
        article = CONTENTS if of_form else OLD_ARTICLES.get(cite.article or 0)
        return OGI_2007.at(article) if article else cite
    return FORM_2019.part(cite.part) if of_form and time == FIRST_FORM else cite


def missing_material(*materials: str) -> Outcome:
    """The outcome of a rule that needs material which was not given."""
    return Outcome(
        text=f"需要以下材料才能判断：{'；'.join(materials)}。", status=Status.NOT_ASSESSABLE
    )


def not_assessable(text: str, *paths: str) -> Outcome:
    """The outcome of a rule that cannot be judged on this report."""
    return Outcome(text=text, status=Status.NOT_ASSESSABLE, paths=paths)
