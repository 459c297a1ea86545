"""Rows put back into shape: wrapped rows joined, blank cells told by the empty lines they leave."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from gongkai.core.reports.reading.matching.runs import Run
from gongkai.core.reports.reading.source.atoms import BLANK, Atom
from gongkai.core.reports.reading.source.lines import SourceLine

FULL_ROWS = 2


def shaped(runs: Sequence[Run], width: int, lines: Sequence[SourceLine]) -> list[Run]:
    """The runs of a table whose rows have `width` cells."""
    return _with_blanks(_unwrapped(runs, width), width, lines)


def _unwrapped(runs: Sequence[Run], width: int) -> list[Run]:
    """Join the pieces of rows that were folded at the end of a line."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if (
            last is not None
            and not run.before
            and not (run.divided or last.divided)
            and len(last.atoms) < width
            and len(last.atoms) + len(run.atoms) <= width
        ):
            joined[-1] = replace(
                last,
                atoms=last.atoms + run.atoms,
                after=run.after,
                beside=last.beside + run.beside,
            )
        else:
            joined.append(run)
    return joined


def _with_blanks(runs: list[Run], width: int, lines: Sequence[SourceLine]) -> list[Run]:
    """Where cells stand one to a line, an empty line more than usual is a blank cell."""
    gap = _usual_gap(runs, width, lines)
    if gap is None:
        return runs
    return [_filled(run, width, gap, lines) for run in runs]


def _usual_gap(runs: Sequence[Run], width: int, lines: Sequence[SourceLine]) -> int | None:
    """Empty lines between the neighbouring cells of a full row; None where rows are no lists
    of cells."""
    gaps: Counter[int] = Counter()
    full = 0
    for run in runs:
        if len(run.atoms) == width and _one_to_a_line(run):
            full += 1
            gaps.update(_gaps(run, lines))
    if full >= FULL_ROWS:
        gap, times = gaps.most_common(1)[0]
        return gap if times >= 0.8 * sum(gaps.values()) else None
    short = [run for run in runs if 1 < len(run.atoms) < width and _one_to_a_line(run)]
    exact = all(sum(_gaps(run, lines)) + len(run.atoms) == width for run in short)
    return 0 if len(short) >= FULL_ROWS and exact else None


def _one_to_a_line(run: Run) -> bool:
    return not run.divided and len({atom.line for atom in run.atoms}) == len(run.atoms)


def _gaps(run: Run, lines: Sequence[SourceLine]) -> list[int]:
    return [
        sum(not lines[index].text.strip() for index in range(a.line + 1, b.line))
        for a, b in zip(run.atoms, run.atoms[1:], strict=False)
    ]


def _filled(run: Run, width: int, gap: int, lines: Sequence[SourceLine]) -> Run:
    if not _one_to_a_line(run) or not 1 < len(run.atoms) < width:
        return run
    cells: list[Atom] = [run.atoms[0]]
    for atom, size in zip(run.atoms[1:], _gaps(run, lines), strict=True):
        blanks, rest = divmod(size - gap, gap + 1)
        if rest or blanks < 0:
            return run
        cells += [Atom(BLANK, "", "", atom.line, 0, 0)] * blanks
        cells.append(atom)
    return replace(run, atoms=cells) if len(cells) == width else run
