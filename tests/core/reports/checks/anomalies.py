"""What the truth files call an anomaly, and the check that must find it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gongkai.adapters.documents.reader import FileReader
from gongkai.core.finding import Finding, Severity, Status
from gongkai.core.ports import ReadingLimits
from gongkai.core.reports.checks import check
from gongkai.core.reports.comparing import compare_years, resolve_with_years
from gongkai.core.reports.reading import read
from gongkai.core.reports.report import Report

SETTLED = "a doubt or a value, no finding"
KINDS: Mapping[str, str] = {
    "ambiguous_cells": SETTLED,
    "cells_run_together": SETTLED,
    "blank_cells": "STR-09",
    "missing_cell": "STR-09",
    "table_replaced_by_sentence": "STR-02",
    "missing_table": "STR-02",
    "heading_variant": "STR-01",
    "missing_section": "STR-01",
    "missing_heading": "STR-01",
    "narrative_table_mismatch": "TN-01",
    "nonstandard_rows": "STR-05",
    "label_error": "STR-04",
    "cross_year_mismatch": "XY-02",
    "large_yoy_change": "XY-07",
}
WORDS: Mapping[str, str] = {
    "缺序号": "STR-01",
    "列义误解": "T2-03",
    "无统计期限": "DT-01",
    "统计期限止于": "DT-01",
    "无落款": "DT-04",
    "早于统计期末": "DT-02",
    "缺机关代字": "DT-07",
    "括号错位": "DT-07",
    "写有“等”": "TN-07",
    "页码": "STR-15",
    "应为“": "STR-04",
    "标题行缺失": "STR-04",
    "多出一": "STR-07",
    "次序错乱": "STR-08",
    "缺页": "STR-06",
}
ALSO: Mapping[str, frozenset[str]] = {"STR-06": frozenset({"STR-01"})}
"""Errors that come along: a lost page takes a heading with it."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A real report with its anomalies: the check that finds each, and its words."""

    file: Path
    anomalies: tuple[tuple[str, str], ...]

    @property
    def organ(self) -> str:
        """The files of one organ begin alike."""
        return self.file.stem.rpartition("-")[0]


@dataclass(frozen=True, slots=True)
class Judged:
    """A real report as the checks see it, over the years where its neighbours are given."""

    sample: Sample
    reports: tuple[Report, ...]
    findings: tuple[Finding, ...]

    @property
    def codes(self) -> frozenset[str]:
        """The codes of everything that is wrong."""
        return frozenset(one.code for one in self.findings if one.status is Status.FAIL)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors."""
        wrong = (one for one in self.findings if one.status is Status.FAIL)
        return tuple(one for one in wrong if one.severity is Severity.ERROR)

    @property
    def false_alarms(self) -> tuple[Finding, ...]:
        """The errors that no anomaly of the truth file bears out."""
        meant = {code for code, _ in self.sample.anomalies}
        meant |= {also for code in meant for also in ALSO.get(code, ())}
        return tuple(one for one in self.errors if one.code not in meant)

    @property
    def unfound(self) -> tuple[str, ...]:
        """The anomalies not found, except those that need a year that is not given."""
        return tuple(
            words
            for code, words in self.sample.anomalies
            if code not in self.codes | {SETTLED} and not self._needs_another_year(code)
        )

    def _needs_another_year(self, code: str) -> bool:
        compared = {one.code for one in self.findings if one.status is not Status.NOT_ASSESSABLE}
        return code.startswith("XY-") and code not in compared


def code_of(anomaly: str | Mapping[str, str]) -> tuple[str, str]:
    """The check that must find an anomaly, and its words."""
    if isinstance(anomaly, str):
        return next(code for words, code in WORDS.items() if words in anomaly), anomaly
    return KINDS[anomaly["kind"]], f"{anomaly['kind']} {anomaly.get('detail', '')}".strip()


def real_reports(folder: Path) -> Iterator[Sample]:
    """All real reports that have a truth file."""
    files = {file.stem: file for file in sorted(folder.iterdir()) if file.is_file()}
    for truth in sorted((folder / "truth").glob("*.json")):
        said = json.loads(truth.read_text(encoding="utf-8"))
        anomalies = tuple(code_of(anomaly) for anomaly in said.get("anomalies", ()))
        if truth.stem in files:
            yield Sample(files[truth.stem], anomalies)


def judge(samples: Sequence[Sample]) -> tuple[Judged, ...]:
    """Check every report alone, and over the years with the others of its organ."""
    reader = FileReader()
    reports = {}
    for sample in samples:
        name = sample.file.name
        document = reader.read(name, sample.file.read_bytes(), ReadingLimits())
        reports[name] = read((document,))
    judged = []
    for sample in samples:
        family = [
            one
            for other in samples
            if other.organ == sample.organ
            for one in reports[other.file.name]
        ]
        resolved = resolve_with_years(family)
        own = tuple(one for one in resolved if one.file == sample.file.name)
        years = tuple(one for one in compare_years(resolved) if _about(one, own))
        alone = tuple(finding for report in own for finding in check(report))
        judged.append(Judged(sample, own, (*alone, *years)))
    return tuple(judged)


def _about(finding: Finding, reports: Sequence[Report]) -> bool:
    """Whether a cross-year finding is about the later year's cells of one of these reports."""
    return any(finding.paths and finding.paths[0].startswith(f"{one.year}:") for one in reports)
