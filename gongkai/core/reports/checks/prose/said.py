"""Figures of the prose against cells of the tables: which figure speaks of which cells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from gongkai.core.finding import Evidence, Status
from gongkai.core.reports.checks.formula import gap, number_text
from gongkai.core.reports.checks.once import once
from gongkai.core.reports.checks.rule import Outcome
from gongkai.core.reports.checks.values import doubt_over
from gongkai.core.reports.report import Figure, Number, Report

LOOSE = 10
PERCENT = "%"
NARROW = re.compile(r"政府办|办公[厅室]|本机关|本级|代表|机关本部|[厅局]本级")
ONLY_LOST_CASES = re.compile(
    "(?:复议|诉讼)[^，。、；]{0,4}(?:纠错|被纠|撤销|败诉)|被[^，。；]{0,14}(?:纠错|纠正|撤销|败诉)"
)
UNREAD = "{label}：正文为 {said}，表中相应的单元格{state}，无法核对。"
UNREAD_HINT = "先对照原文确认表中的数，再与正文核对。"
STATES = {Status.UNCERTAIN: "读数存疑", Status.NOT_ASSESSABLE: "空白或缺失"}


@dataclass(frozen=True, slots=True)
class Claim:
    """What figures of one key claim: that they equal one of these sums of cells.

    `label` is the thing counted. `sums` are the sums of cells that the figure may mean, the
    plainest first; in a path `*` stands for the ends of all rows that begin so.
    """

    keys: tuple[str, ...]
    label: str
    sums: tuple[tuple[str, ...], ...]


def compare(report: Report, claim: Claim) -> Iterator[Outcome]:
    """The outcomes of one claim; nothing where the prose is silent or any of its figures agrees."""
    figures = _figures_of(report, claim)
    if not figures:
        return
    readings = [_cells(report, paths) for paths in claim.sums]
    totals = [total for _, total in readings if total is not None]
    if not totals:
        yield _unread(report, claim, figures, readings[0][0])
        return
    if any(agrees(spoken, total) for spoken in figures for total in totals):
        return
    yield _differs(report, claim, figures[0], readings[0][0], totals[0])


@once
def _spoken(report: Report) -> Mapping[str, list[tuple[int, Figure]]]:
    """The figures and denials that may speak of cells, by key, each with its place in the row."""
    found: dict[str, list[tuple[int, Figure]]] = {}
    for place, figure in enumerate((*report.narrative.figures, *report.narrative.denials)):
        if figure.key and figure.unit != PERCENT:
            found.setdefault(figure.key, []).append((place, figure))
    return found


def _figures_of(report: Report, claim: Claim) -> list[Figure]:
    """The figures of a claim's keys in the order they stand."""
    spoken = _spoken(report)
    placed = [one for key in claim.keys for one in spoken.get(key, ())]
    return [
        figure
        for _, figure in sorted(placed, key=itemgetter(0))
        if figure.value != 0 or not ONLY_LOST_CASES.search(figure.text)
    ]


def agrees(spoken: Figure, total: Number) -> bool:
    """Whether a figure is the number; one with 余, 多 or 约 need only be near."""
    if not spoken.approximate:
        return spoken.value == total
    return gap(total, spoken.value) * LOOSE <= spoken.value


def _cells(report: Report, patterns: Sequence[str]) -> tuple[tuple[str, ...], Number | None]:
    """The cells that the paths name, and their sum; None where any is blank or doubted."""
    paths: list[str] = []
    for pattern in patterns:
        head, star, tail = pattern.partition("*")
        if star:
            paths += [
                path for path in report.cells if path.startswith(head) and path.endswith(tail)
            ]
        else:
            paths.append(pattern)
    total: Number = 0
    for path in paths:
        value = report.value(path)
        if value is None or doubt_over(report, path):
            return tuple(paths), None
        total += value
    return tuple(paths), total if paths else None


def _unread(
    report: Report, claim: Claim, figures: Sequence[Figure], paths: tuple[str, ...]
) -> Outcome:
    doubted = any(doubt_over(report, path) for path in paths)
    status = Status.UNCERTAIN if doubted else Status.NOT_ASSESSABLE
    said = number_text(figures[0].value)
    return Outcome(
        text=UNREAD.format(label=claim.label, said=said, state=STATES[status]),
        status=status,
        paths=paths,
        left=figures[0].value,
        evidence=(said_at(report, figures[0]),),
        hint=UNREAD_HINT if doubted else "",
    )


def _differs(
    report: Report, claim: Claim, spoken: Figure, paths: tuple[str, ...], total: Number
) -> Outcome:
    said = f"{'约 ' if spoken.approximate else ''}{number_text(spoken.value)}"
    quoted = f"（“{spoken.text.strip()}”）" if spoken.text.strip() else ""
    cells = (report.cells.get(path) for path in paths)
    return Outcome(
        text=f"{claim.label}：正文为 {said}{quoted}，表中为 {number_text(total)}。",
        paths=paths,
        left=spoken.value,
        right=total,
        evidence=(
            said_at(report, spoken),
            *dict.fromkeys(cell.source for cell in cells if cell),
        ),
    )


def said_at(report: Report, spoken: Figure) -> Evidence:
    """Where a figure stands in the prose."""
    return Evidence(report.file, spoken.place.page, spoken.place.line, spoken.text.strip())


def narrower(report: Report, spoken: Figure) -> bool:
    """Whether a sentence speaks of one office only, while the tables may speak of more."""
    return bool(NARROW.search(spoken.text))
