"""STR-04 and STR-08: captions, headers and row labels as the form has them, in its order."""

import re
from collections.abc import Iterator
from functools import cache

from gongkai.core.finding import Evidence, Severity
from gongkai.core.law import FORM_2021
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.once import once
from gongkai.core.reports.checks.rule import Outcome, Rule
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.checks.structure.spelling import (
    bare,
    edits,
    holds_all,
    known,
    made_of,
    nearest,
    spelled,
)
from gongkai.core.reports.checks.structure.tables import present_tables, table_name
from gongkai.core.reports.forms import BY_KEY, FORMS, Form, Row, Table
from gongkai.core.reports.forms.common import APPLICANTS, OUTCOMES
from gongkai.core.reports.report import Report, RowLayout, TableLayout

LONG_LABEL, MOST_EDITS = 10, 3
SHORTEST, MOST_LETTERS_OFF = 4, 2
CELLS = re.compile(r"[\t|\s]+")
PARTS = re.compile(r"[\t|]|\s{2,}|(?<=[\u4e00-\u9fff）]{4}) ")
FRAME = (
    "信息内容",
    "申请人情况",
    "法人或其他组织",
    "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和",
    "行政复议",
    "行政诉讼",
    "未经复议直接起诉",
    "复议后起诉",
)


@cache
def header_labels(form: str, key: str) -> tuple[str, ...]:
    """All labels that may stand in the header rows of a form's table."""
    table = BY_KEY[form].table(key)
    columns = {column.label: None for row in table.rows for column in row.columns}
    if table.key == "review":
        columns = {label: None for _, label in OUTCOMES}
    groups = {label: None for row in table.rows for label in row.group}
    return (*columns, *groups, *FRAME)


@cache
def elsewhere(form: str) -> frozenset[str]:
    """The labels that only another version of the form has."""
    own = {row.label for table in BY_KEY[form].tables for row in table.rows}
    other = {row.label for one in FORMS for table in one.tables for row in table.rows}
    return known(other - own)


def _labels(report: Report, facts: Facts) -> Iterator[Outcome]:
    form = report.form
    if form is None:
        return
    for table, layout in present_tables(report):
        yield from _captions(report, table, layout)
        yield from _headers(report, table, layout)
        yield from _row_labels(report, form, table, layout)


def _captions(report: Report, table: Table, layout: TableLayout) -> Iterator[Outcome]:
    written = {spelled(caption) for caption in layout.captions}
    # Where the rows are lost as well, the caption went with them: STR-06 says so.
    standing = {row.caption for row in table.rows if row.key not in layout.missing}
    missing = [
        caption
        for caption in table.captions
        if spelled(caption) not in written and caption in standing
    ]
    if not missing:
        return
    where = table_name(table)
    if len(missing) == len(table.captions):
        text = f"{where}的标题行全部缺失：{'、'.join(f'“{caption}”' for caption in missing)}。"
    else:
        text = f"{where}缺标题行：{'、'.join(f'“{caption}”' for caption in missing)}。"
    yield Outcome(text=text, paths=(table.key,))


def _headers(report: Report, table: Table, layout: TableLayout) -> Iterator[Outcome]:
    labels = header_labels(report.format, table.key)
    right = known(labels)
    written = {spelled(header) for header in layout.headers}
    found: dict[str, str] = {}
    for header in layout.headers:
        wanted = None if spelled(header) in right else nearest(header, labels)
        if wanted is not None and not _torn(report, header, wanted):
            found[header] = wanted
    for label in _column_labels(report.format, table.key):
        if spelled(label) not in written and label not in found.values():
            word = _near_word(report, label)
            if word:
                found[word] = label
    for header, wanted in found.items():
        yield Outcome(
            text=f"{table_name(table)}的表头写作“{header}”，应为“{wanted}”。",
            severity=Severity.WARNING if holds_all(spelled(header), spelled(wanted)) else None,
            paths=(table.key,),
            evidence=(Evidence(report.file, layout.place.page, layout.place.line, header),),
        )


@cache
def _column_labels(form: str, key: str) -> tuple[str, ...]:
    """The labels of columns that are long enough to be told from one another."""
    table = BY_KEY[form].table(key)
    labels = {column.label: None for row in table.rows for column in row.columns}
    if table.key == "review":
        labels = {label: None for _, label in OUTCOMES}
    return tuple(label for label in labels if len(label) >= SHORTEST)


def _near_word(report: Report, label: str) -> str | None:
    """A word of the tables that must be a misspelling of a label that is nowhere to be seen."""
    every = _every_label()
    for line in report.lines:
        if not line.tabular:
            continue
        for word in PARTS.split(line.text):
            plain = spelled(word)
            if (
                not plain
                or plain in every
                or abs(len(plain) - len(spelled(label))) > MOST_LETTERS_OFF
            ):
                continue
            if nearest(word, (label,)) is not None and not _torn(report, word, label):
                return word.strip()
    return None


@cache
def _every_label() -> frozenset[str]:
    """The letters of all labels of all forms."""
    tables = [(form.key, table) for form in FORMS for table in form.tables]
    rows = [row for _, table in tables for row in table.rows]
    labels = {label for form, table in tables for label in header_labels(form, table.key)}
    return known(labels | {row.label for row in rows} | {row.caption for row in rows})


def _row_labels(report: Report, form: Form, table: Table, layout: TableLayout) -> Iterator[Outcome]:
    rows = {row.key: row for row in table.rows}
    slips: list[tuple[RowLayout, Row]] = []
    for written in layout.rows:
        row = rows.get(written.key)
        if row is None or not written.label or not row.label:
            continue
        old = spelled(written.label) in elsewhere(form.key)
        if not old and _same(report, written.label, row):
            continue
        plain, right = bare(written.label), bare(row.label)
        if not holds_all(right, plain) and not holds_all(plain, right):
            slips.append((written, row))
            continue
        yield Outcome(
            text=f"{table_name(table)}的行名写作“{written.label}”，应为“{row.label}”。",
            severity=Severity.WARNING if old or holds_all(plain, right) else None,
            paths=(f"{table.key}.{row.key}",),
            evidence=(_where(report, written),),
        )
    if slips:
        yield _slips(report, table, slips)


def _slips(report: Report, table: Table, slips: list[tuple[RowLayout, Row]]) -> Outcome:
    """Letters taken for others: mistyped, or misread by the recognition of a scan."""
    said = "；".join(f"“{written.label}”应为“{row.label}”" for written, row in slips)
    return Outcome(
        text=f"{table_name(table)}的行名有错字：{said}。",
        severity=Severity.WARNING,
        hint="核对原件：可能是原文有错字，也可能是文字识别有误。",
        paths=tuple(f"{table.key}.{row.key}" for _, row in slips),
        evidence=tuple(_where(report, written) for written, _ in slips),
    )


def _where(report: Report, written: RowLayout) -> Evidence:
    return Evidence(report.file, written.place.page, written.place.line, written.label or "")


def _same(report: Report, written: str, row: Row) -> bool:
    """Whether a row's label is right, the group it stands in written before it or not."""
    if spelled(written).endswith(bare(row.label)):
        return True
    return _torn(report, written, row.label)


def _torn(report: Report, written: str, wanted: str) -> bool:
    """Whether a label was torn apart with its lines, so that its spelling cannot be judged.

    A piece of it stands there and the rest elsewhere in the tables, or it is mixed with others.
    """
    plain, right = bare(written), bare(wanted)
    begun, piece, rest = right.partition(plain)
    if piece:
        return len(plain) * 2 <= len(right) or all(
            _stands_elsewhere(report, part) for part in (begun, rest)
        )
    return edits(plain, right) > max(MOST_EDITS, len(right) // LONG_LABEL)


def _stands_elsewhere(report: Report, part: str) -> bool:
    """Whether the lost part of a label stands in the tables: a lone letter as a word of its own."""
    if len(part) > 1 and part in _letters(report):
        return True
    return made_of(part, _words(report))


@once
def _letters(report: Report) -> str:
    """All letters of the tables."""
    return spelled("".join(line.text for line in report.lines if line.tabular))


@once
def _words(report: Report) -> frozenset[str]:
    """All words that stand by themselves in the tables."""
    text = "\t".join(line.text for line in report.lines if line.tabular)
    return known(frozenset(CELLS.split(text)))


def _order(report: Report, facts: Facts) -> Iterator[Outcome]:
    layout = report.tables.get("applications")
    if layout is None or not layout.present or not layout.rows:
        return
    # The header as it stands: between the words over it and the first row; where its labels are
    # torn apart nothing can be said of their order.
    text = _letters(report)
    begun, end = text.find(spelled(FRAME[1])), text.find(spelled(layout.rows[0].label or FRAME[3]))
    header = text[begun:end].replace(spelled(FRAME[2]), "") if 0 <= begun < end else ""
    places = {column.label: header.find(spelled(column.label)) for column in APPLICANTS[:-1]}
    if min(places.values()) >= 0 and list(places.values()) != sorted(places.values()):
        order = sorted(places, key=lambda label: places[label])
        yield Outcome(
            text=f"表三表头的次序与格式不一致，现为：{'、'.join(order)}。", paths=("applications",)
        )


COLUMN_LABELS = tuple(column.label for column in APPLICANTS)
RULES = (
    Rule(
        "STR-04",
        Severity.ERROR,
        "表格的标题、表头或者行名有误",
        "按格式改正为规定的名称。",
        FORM_2021.part("表二至表四"),
        _labels,
        good=(
            CLEAN,
            CLEAN_2019,
            Sample(
                "行名只是括号、引号、空格写法不同",
                row_labels={
                    "applications.refused_3": '3、危及"三安全 一稳定"',
                    "applications.granted": "(一) 予以公开",
                    "applications.total": "三、本年度办理结果（七）总计",
                },
            ),
            Sample("行名用繁体字", row_labels={"applications.refused_1": "1.屬於國家秘密"}),
        ),
        bad=(
            Sample("表头写作“本年度止件数”", headers={"table2": ("信息内容", "本年度止件数")}),
            Sample("“未审结”应为“尚未审结”", headers={"review": ("结果维持", "未审结", "总计")}),
            Sample("行名缺字", row_labels={"applications.refused_2": "2.其他法律行政止公开"}),
            Sample("标题行全部缺失", captions={"table2": ()}),
            Sample("缺一个标题行", year=2020, captions={"table2": ("第二十条第（一）项",)}),
            Sample("沿用旧格式的行名", row_labels={"table2.normative_docs": "规范性文件"}),
        ),
    ),
    Rule(
        "STR-08",
        Severity.WARNING,
        "表三表头次序有误",
        "按自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计的次序排列。",
        FORM_2021.part("表三"),
        _order,
        good=(
            CLEAN,
            CLEAN_2019,
            Sample(
                "两层表头，总计先出现",
                headers={
                    "applications": ("自然人", "总计", *COLUMN_LABELS[1:-1]),
                },
            ),
        ),
        bad=(
            Sample(
                "“其他”排到了商业企业之前",
                headers={
                    "applications": ("总计", "自然人", "其他", *COLUMN_LABELS[1:5]),
                },
            ),
        ),
    ),
)
