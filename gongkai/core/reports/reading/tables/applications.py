"""Reading table 3 (收到和处理政府信息公开申请情况): 23 or 25 rows of seven numbers."""

import re
from collections.abc import Sequence

from gongkai.core.reports.forms import FORM_2019, FORM_2021, Row, Table, row_paths
from gongkai.core.reports.reading import cells as c
from gongkai.core.reports.reading.cuts import row_adds_up
from gongkai.core.reports.reading.matching.align import Assigned, align
from gongkai.core.reports.reading.matching.columns import column_order
from gongkai.core.reports.reading.matching.labels import (
    CLEAR,
    UNCLEAR_LABEL,
    fill_blanks,
    missing_rows,
    row_layouts,
    written_headers,
)
from gongkai.core.reports.reading.matching.positions import rulers
from gongkai.core.reports.reading.matching.runs import Run, runs_of
from gongkai.core.reports.reading.matching.shape import shaped
from gongkai.core.reports.reading.recovery.rows import RowReading, read_row
from gongkai.core.reports.reading.recovery.settle import settle
from gongkai.core.reports.reading.source.atoms import Atom
from gongkai.core.reports.reading.source.lines import SourceLine
from gongkai.core.reports.reading.source.regions import Region
from gongkai.core.reports.report import Doubt, TableLayout

WIDTH, SHORTEST_COLUMN = 7, 15
ONE_OF_THREE = re.compile(r"逾期不补正|不补正行政|逾期未按收费|收费通知要求|缴纳费用行政")
OTHER_HANDLING = "其他处理"
HEADERS = ("申请人情况", "法人或其他组织")


def rows_for(table: Table, letters: str) -> tuple[Row, ...]:
    """The rows to look for: the form's own, or the other form's where the source has these.

    Reports are found on the right form but with 其他处理 in the one row of the older one, and
    the reverse.
    """
    if ONE_OF_THREE.search(letters):
        return FORM_2021.table("applications").rows
    if OTHER_HANDLING in letters:
        return FORM_2019.table("applications").rows
    return table.rows


def read_applications(table: Table, region: Region, lines: Sequence[SourceLine]) -> c.TableReading:
    """Read all rows, settle those with several readings together, and say what is in doubt."""
    runs = shaped(_row_major(runs_of(region.atoms, lines)), WIDTH, lines)
    rows = rows_for(table, region.letters)
    assigned = align(rows, runs)
    order = column_order(table.rows[0].columns, region.atoms, assigned, lines)
    run_together = any(len(run.numbers) == 1 and run.digits >= WIDTH for run in runs)
    places = rulers(assigned, WIDTH, lines)
    readings = [read_row(one, order, places, run_together=run_together) for one in assigned]
    settle(rows, readings)
    result = c.TableReading(_layout(table, rows, assigned, region, lines))
    loose = _loose(runs, assigned)
    guessed = any(one.run.numbers and one.evidence < CLEAR for one in assigned)
    unclear = sum(bool(one.run.numbers) for one in assigned) < len(rows) or loose
    for reading in readings:
        _emit(result, table, reading, lines, unclear=unclear)
    fill_blanks(result, table, rows, region, lines, doubtful=loose or guessed)
    result.last = max(
        (atom for one in assigned for atom in one.atoms),
        key=lambda atom: (atom.line, atom.end),
        default=None,
    )
    return result


def _emit(
    result: c.TableReading,
    table: Table,
    reading: RowReading,
    lines: Sequence[SourceLine],
    *,
    unclear: bool,
) -> None:
    row = reading.assigned.row
    paths = row_paths(table, row)
    atoms = reading.assigned.atoms
    values = reading.ways[0] if reading.ways else (None,) * WIDTH
    c.fill(result, paths, values, atoms, lines, reading.found)
    if len(reading.ways) != 1 or reading.reason:
        ways = reading.ways if len(reading.ways) > 1 else []
        result.doubts.append(c.doubt_of(table, row, ways, reading.reason))
    elif unclear and reading.assigned.evidence < CLEAR:
        result.doubts.append(Doubt(f"{table.key}.{row.key}", UNCLEAR_LABEL))


def _loose(runs: Sequence[Run], assigned: Sequence[Assigned]) -> bool:
    """Whether numbers of the table, more than a page number, were given to no row."""
    used = {id(one.run) for one in assigned}
    return any(len(r.numbers) > 1 and id(r) not in used and not r.named for r in runs)


def _layout(
    table: Table,
    rows: Sequence[Row],
    assigned: Sequence[Assigned],
    region: Region,
    lines: Sequence[SourceLine],
) -> TableLayout:
    wanted = (*HEADERS, *(column.label for column in table.rows[0].columns))
    return TableLayout(
        table.key,
        present=True,
        rows=row_layouts(assigned, region, lines),
        missing=missing_rows(rows, assigned, region),
        headers=written_headers(wanted, c.words_of(region.atoms), region.letters),
        place=lines[region.start.line].place,
    )


def _row_major(runs: list[Run]) -> list[Run]:
    """Put numbers that were taken column by column back into rows."""
    told = [(run, [atom for atom in run.atoms if atom.raw]) for run in runs]
    columns = [cells for _, cells in told if len(cells) >= SHORTEST_COLUMN]
    if len(columns) == WIDTH and len({len(cells) for cells in columns}) == 1:
        rows = [list(row) for row in zip(*columns, strict=True)]
    elif len(columns) == 1:
        rows = _turned(columns[0])
    else:
        return runs
    if not rows:
        return runs
    words = "".join(run.before for run in runs)
    first = Run(rows[0], divided=False, before=words)
    return [first, *(Run(row, divided=False) for row in rows[1:])]


def _turned(cells: Sequence[Atom]) -> list[list[Atom]]:
    """The rows of a whole table that stands column by column, where only that adds up."""
    height, rest = divmod(len(cells), WIDTH)
    if rest:
        return []
    turned = [list(cells[row::height]) for row in range(height)]
    straight = [list(cells[start : start + WIDTH]) for start in range(0, len(cells), WIDTH)]
    return turned if _adding(turned) > _adding(straight) else []


def _adding(rows: Sequence[Sequence[Atom]]) -> int:
    return sum(row_adds_up(c.values_of(row)) for row in rows)
