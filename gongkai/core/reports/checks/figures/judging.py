"""From formulas to outcomes: every broken one by itself, what stays open in one sentence."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from gongkai.core.finding import Evidence, Status
from gongkai.core.reports.checks.formula import Formula, number_text
from gongkai.core.reports.checks.rule import Outcome
from gongkai.core.reports.checks.values import cell_name, doubtful
from gongkai.core.reports.checks.weighing import Verdict, plainly_holds, suspects, weigh
from gongkai.core.reports.report import Number, Report

MOST_NAMED = 8
AND_MORE = "等{count}处"
NO_CANDIDATE = "列出的读法没有一种能使它成立，请核对原文。"
SOME_CANDIDATES = "能使它成立的读法：{readings}。"
UNREADABLE = "相关单元格读数存疑，核对原文后再算。"
FIRST_CONFIRM = "先对照原文确认读数存疑的单元格，再核对本项。"
OPENING = "“"
BLANK = "有单元格空白或缺失，无法核算：{places}。"
CONTRADICTED = "（空白格即使补上数字也不能相等）"
SUSPECT = "最可能填错的是{cell}，应为 {value}。"


def by_status(formulas: Iterable[Formula], report: Report) -> dict[Status, list[Verdict]]:
    """The verdicts on all formulas, sorted by status."""
    found: dict[Status, list[Verdict]] = {}
    for formula in formulas:
        verdict = weigh(formula, report)
        found.setdefault(verdict.status, []).append(verdict)
    return found


def outcomes_of(
    formulas: Iterable[Formula],
    report: Report,
    *,
    beside: Sequence[Formula] = (),
) -> Iterator[Outcome]:
    """The outcomes of a rule that consists of formulas.

    `beside` are all formulas over the same table: together they show the likeliest culprit.
    """
    asked = [
        one for one in formulas if doubtful(report, one.covers) or not plainly_holds(one, report)
    ]
    found = by_status(asked, report)
    failed = found.get(Status.FAIL, [])
    culprits: dict[str, Number] = {}
    if failed and beside:
        others = by_status(beside, report)
        culprits = suspects(others.get(Status.FAIL, []), others.get(Status.PASS, []))
    for verdict in failed:
        yield broken(verdict, report, culprits)
    yield from left_open(found.get(Status.UNCERTAIN, []), report)
    blank = found.get(Status.NOT_ASSESSABLE, [])
    if blank:
        paths = tuple(dict.fromkeys(path for verdict in blank for path in verdict.blank))
        places = names(subjects(blank))
        yield Outcome(text=BLANK.format(places=places), status=Status.NOT_ASSESSABLE, paths=paths)


def broken(verdict: Verdict, report: Report, culprits: dict[str, Number]) -> Outcome:
    """The outcome of a formula that does not hold."""
    formula = verdict.formula
    numbers = {**dict.fromkeys(verdict.blank, 0), **verdict.numbers}
    left, right = formula.sides(numbers)
    text = formula.say(numbers) + (CONTRADICTED if verdict.blank else "") + "。"
    here = [path for path in formula.paths if path in culprits]
    culprit = here[0] if len(here) == 1 else None
    if culprit:
        value = number_text(culprits[culprit])
        text += SUSPECT.format(cell=cell_name(report.form, culprit), value=value)
    return Outcome(
        text=text,
        paths=formula.paths,
        left=left,
        right=right,
        evidence=evidence_of(report, formula.paths),
        culprit=culprit,
    )


def evidence_of(report: Report, paths: Iterable[str]) -> tuple[Evidence, ...]:
    """Where the cells stand in the source, each place once."""
    cells = (report.cells.get(path) for path in paths)
    return tuple(dict.fromkeys(cell.source for cell in cells if cell))


def left_open(verdicts: Sequence[Verdict], report: Report) -> Iterator[Outcome]:
    """One outcome for all formulas that touch the same doubts."""
    groups: dict[tuple[str, ...], list[Verdict]] = {}
    for verdict in verdicts:
        # What cannot be listed is one group: nothing more can be said of any of them.
        key = () if verdict.fits is None else tuple(doubt.path for doubt in verdict.doubts)
        groups.setdefault(key, []).append(verdict)
    form = report.form
    for group in groups.values():
        places = names(subjects(group))
        if len(group) == 1:
            text = f"{group[0].formula}：{fitting(group[0], partial(cell_name, form))}"
        else:
            text = f"{places}：{UNREADABLE}"
        cells = tuple(dict.fromkeys(path for verdict in group for path in verdict.formula.paths))
        yield Outcome(
            text=text,
            status=Status.UNCERTAIN,
            paths=cells,
            evidence=evidence_of(report, cells),
            hint=FIRST_CONFIRM,
        )


def subjects(verdicts: Sequence[Verdict]) -> list[str]:
    """What the formulas are about; the table they share is named only once."""
    first, *others = (verdict.formula.subject for verdict in verdicts)
    table = first.partition(OPENING)[0]
    return [first, *(other.removeprefix(table) for other in others)]


def fitting(verdict: Verdict, label: Callable[[str], str]) -> str:
    """Which candidate readings satisfy a formula."""
    if verdict.fits is None:
        return UNREADABLE
    if not verdict.fits:
        return NO_CANDIDATE
    readings = [
        "、".join(f"{label(path)} {number_text(value)}" for path, value in fit.items())
        for fit in verdict.fits
    ]
    return SOME_CANDIDATES.format(readings=names(readings, "；或"))


def names(words: Sequence[str], joint: str = "、") -> str:
    """Some words in a row, a long row cut short."""
    unique = list(dict.fromkeys(words))
    text = joint.join(unique[:MOST_NAMED])
    return text if len(unique) <= MOST_NAMED else text + AND_MORE.format(count=len(unique))
