"""Several files of one report, and one report told twice."""

from collections.abc import Sequence
from dataclasses import replace

from gongkai.core.finding import Finding, Severity
from gongkai.core.reports.report import Report

JOINED = "同一报告分在几个文件中"
APART, UNNAMED = "一个文件里有几份报告", "机关未读出"
TWICE = "同一报告出现多次，数字相同"
DIFFERENT = "同一机关同一年度有多份报告，数字不同"


def put_together(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Join the parts of a report, drop repetitions, and say so; keep reports that differ."""
    kept: list[Report] = []
    for report in reports:
        index = _same(kept, report)
        if index is None:
            kept.append(report)
        else:
            kept[index : index + 1] = _joined(kept[index], report)
    return tuple(kept)


def told_apart(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Say of the reports of one file that they are several."""
    names = "、".join(f"{report.organ or UNNAMED}{report.year or ''}" for report in reports)
    note = Finding(
        "PARTS-APART",
        Severity.INFORMATION,
        APART,
        f"“{reports[0].file}”里有 {len(reports)} 份报告：{names}。",
        "已分开读取；请核对每一份的机关和年度。",
    )
    return tuple(replace(report, notes=(*report.notes, note)) for report in reports)


def _same(kept: Sequence[Report], report: Report) -> int | None:
    for index, other in enumerate(kept):
        years = {other.year, report.year} - {None}
        organs = {other.organ, report.organ} - {None}
        if len(years) <= 1 and len(organs) <= 1 and (years or organs):
            return index
    return None


def _joined(first: Report, second: Report) -> list[Report]:
    files = tuple(
        dict.fromkeys((*(first.parts or (first.file,)), *(second.parts or (second.file,))))
    )
    shared = first.cells.keys() & second.cells.keys()
    if not shared:
        return [_join(first, second, files)]
    if all(first.cells[path].value == second.cells[path].value for path in shared):
        whole = first if len(first.cells) >= len(second.cells) else second
        return [
            replace(whole, parts=files, notes=(*whole.notes, _note("PARTS-TWICE", TWICE, files)))
        ]
    note = _note("PARTS-DIFFER", DIFFERENT, files)
    return [
        replace(first, notes=(*first.notes, note)),
        replace(second, notes=(*second.notes, note)),
    ]


def _join(first: Report, second: Report, files: tuple[str, ...]) -> Report:
    """The report whose tables or prose the other lacks."""
    tables, prose = (second, first) if second.cells else (first, second)
    if not tables.cells or len(tables.sections) >= len(prose.sections):
        prose = tables if tables.cells else prose
    return replace(
        prose,
        organ=prose.organ or tables.organ,
        year=prose.year or tables.year,
        format=tables.format if tables.cells else prose.format,
        cells=tables.cells,
        tables=tables.tables or prose.tables,
        doubts=tables.doubts,
        parts=files,
        notes=(*prose.notes, _note("PARTS-JOINED", JOINED, files)),
    )


def _note(code: str, title: str, files: Sequence[str]) -> Finding:
    return Finding(
        code,
        Severity.INFORMATION,
        title,
        f"{title}：{'、'.join(files)}。",
        "请核对这些文件是否为同一份报告。",
    )
