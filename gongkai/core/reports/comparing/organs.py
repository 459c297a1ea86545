"""XO-01 and XO-02 (and XO-05 by `copying`): a region's report against those of its organs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.core.finding import Finding, Status
from gongkai.core.reports.checks.dates.days import in_words, limit
from gongkai.core.reports.checks.facts import NOTHING_KNOWN
from gongkai.core.reports.checks.formula import number_text, total
from gongkai.core.reports.checks.organs import same_organ
from gongkai.core.reports.checks.structure.cells import rows_with_paths
from gongkai.core.reports.comparing.copying import copied
from gongkai.core.reports.comparing.naming import name_of
from gongkai.core.reports.comparing.rules import COMPARISONS
from gongkai.core.reports.forms import Row
from gongkai.core.reports.report import Number, Report

MOST_SHARES = 6
NO_ROSTER = "没有给出应当报送的机关名单。"
NO_REGION = "没有给出地区汇总的年报。"


@dataclass(frozen=True, slots=True)
class Share:
    """What one organ contributes to a cell of the region; None where blank or in doubt."""

    organ: str
    value: Number | None


def compare_organs(
    region: Report | None, organs: Sequence[Report], *, roster: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """All cross-organ findings, by code; `roster` names the organs that must report."""
    absent = missing(organs, roster)
    found = [*sums(region, organs, absent), *submissions(organs, roster), *copied(organs)]
    return tuple(found)


def contributions(organs: Sequence[Report], path: str) -> tuple[Share, ...]:
    """What each organ contributes to one cell."""
    return tuple(
        Share(name_of(organ), None if organ.doubted(path) else organ.value(path))
        for organ in organs
    )


def missing(organs: Sequence[Report], roster: Sequence[str]) -> tuple[str, ...]:
    """The organs of the roster without a report."""
    names = [name_of(organ) for organ in organs]
    return tuple(one for one in roster if not any(same_organ(one, name) for name in names))


def sums(
    region: Report | None, organs: Sequence[Report], absent: Sequence[str]
) -> Iterator[Finding]:
    """XO-01: every cell of the region is the sum over its organs; one finding for each row."""
    rule = COMPARISONS["XO-01"]
    if region is None or region.form is None:
        yield rule.unknown(NO_REGION)
        return
    alike = [organ for organ in organs if organ.format == region.format]
    others = [name_of(organ) for organ in organs if organ.format != region.format]
    if others:
        yield rule.unknown(f"格式与地区汇总不同，没有计入：{'、'.join(others)}。")
    nothing = True
    unread: list[str] = []
    for _, row, paths in rows_with_paths(region.form):
        for finding in _row(region, alike, row, paths, absent):
            nothing = False
            yield finding
        unread += [
            name_of(organ)
            for organ in alike
            for path in paths
            if organ.value(path) is None or organ.doubted(path)
        ]
    if unread:
        names = "、".join(dict.fromkeys(unread))
        yield rule.unknown(f"有单元格空白或存疑，涉及的单元格没有核算：{names}。")
    if nothing and alike:
        yield rule.passed(f"能够核算的单元格都等于 {len(alike)} 个机关之和。")


def _row(
    region: Report,
    organs: Sequence[Report],
    row: Row,
    paths: tuple[str, ...],
    absent: Sequence[str],
) -> Iterator[Finding]:
    """The cells of one row that are not the sum, in one finding."""
    parts: list[str] = []
    wrong: list[str] = []
    sides: tuple[Number | None, Number | None] = (None, None)
    for column, path in zip(row.columns, paths, strict=True):
        whole = region.value(path)
        shares = contributions(organs, path)
        known = [share.value for share in shares if share.value is not None]
        if whole is None or region.doubted(path) or len(known) < len(organs) or not organs:
            continue
        added = total(known)
        if whole != added:
            parts.append(f"“{column.label}”汇总 {number_text(whole)}，{_said(shares, added)}")
            wrong.append(path)
            sides = sides if len(wrong) > 1 else (whole, added)
    if not wrong:
        return
    lacking = f"（尚缺{'、'.join(absent)}的年报）" if absent else ""
    label = row.full_label or region.form.table("review").title if region.form else row.label
    yield COMPARISONS["XO-01"].finding(
        f"“{label}”：{'；'.join(parts)}{lacking}。",
        Status.UNCERTAIN if absent else Status.FAIL,
        paths=tuple(wrong),
        sides=sides if len(wrong) == 1 else (None, None),
        evidence=tuple(
            dict.fromkeys(region.cells[path].source for path in wrong if path in region.cells)
        ),
    )


def _said(shares: Sequence[Share], added: Number) -> str:
    """The sum with the organs that contribute to it."""
    giving = [share for share in shares if share.value]
    named = "、".join(
        f"{share.organ} {number_text(share.value or 0)}" for share in giving[:MOST_SHARES]
    )
    more = f"等 {len(giving)} 个机关" if len(giving) > MOST_SHARES else ""
    return f"各机关之和 {number_text(added)}" + (f"（{named}{more}）" if giving else "")


def submissions(organs: Sequence[Report], roster: Sequence[str]) -> Iterator[Finding]:
    """XO-02: every organ of the roster has one report, in time."""
    rule = COMPARISONS["XO-02"]
    absent = missing(organs, roster)
    if absent:
        yield rule.finding(f"{len(absent)} 个机关没有年报：{'、'.join(absent)}。")
    names = [name_of(organ) for organ in organs]
    for name in dict.fromkeys(one for one in names if names.count(one) > 1):
        files = "、".join(organ.file for organ in organs if name_of(organ) == name)
        yield rule.finding(f"{name}有不止一份年报：{files}。")
    for organ in organs:
        day = organ.narrative.signed_on or organ.published_on
        if organ.year is None or day is None:
            continue
        last = limit(organ, organ.year, NOTHING_KNOWN)
        if day > last:
            yield rule.finding(f"{name_of(organ)}{in_words(day)}才公布，期限是{in_words(last)}。")
    if not roster:
        yield rule.unknown(NO_ROSTER)
