"""Reading a standard directory from a table of cells: heads, merged cells, ticks (R8-03, R8-04).

A row that lacks what makes it a row is broken and is not taken; one that lacks another of the
minimum elements (R8-02), or states a limit nobody can reckon with, is taken and told.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gongkai.core.catalogue.channels import parse_channels
from gongkai.core.catalogue.directory import LABELS, Audience, DirectoryRow, Level, Way
from gongkai.core.catalogue.limits import LimitKind, parse_limit

_COLUMNS: Final = (
    ("number", re.compile(r"序号|编号")),
    ("first", re.compile(r"一级(?:公开)?事项")),
    ("second", re.compile(r"二级(?:公开)?事项")),
    ("elements", re.compile(r"公开内容|内容\(?要素|公开要素")),
    ("basis", re.compile(r"依据")),
    ("limit", re.compile(r"时限|期限")),
    ("subject", re.compile(r"主体|责任单位")),
    ("channels", re.compile(r"渠道|载体")),
    ("to_all", re.compile(r"全社会|社会公众")),
    ("to_group", re.compile(r"特定(?:群体|群众|对象|人群)")),
    ("audience", re.compile(r"公开对象|^对象")),
    ("proactive", re.compile(r"^主动")),
    ("on_application", re.compile(r"^依申请")),
    ("way", re.compile(r"公开方式|^方式")),
    ("county", re.compile(r"^[县区市旗].{0,3}级")),
    ("township", re.compile(r"^(?:乡|镇|街道|村).{0,5}级")),
    ("levels", re.compile(r"公开层级|^层级")),
    ("first", re.compile(r"公开事项|^事项")),
)
"""What a head says, by what its column holds; the first that fits counts."""
_BELOW: Final = frozenset(
    {"first", "second", "to_all", "to_group", "proactive", "on_application", "county", "township"}
)
"""What the second line of the heads says."""
_NEEDED: Final = ("number", "first", "elements")
_SPACE = re.compile(r"\s+")
_NOTHING = re.compile(r"[—－\-/\\无\u00d7xX□否]*")
_REMARK = re.compile(r"(?:注|备注|说明|填表)[^，。]{0,6}[：:]")
_TICKS: Final = "√✓✔■☑●○▣是Y"
_TO_ALL = re.compile(r"全社会|社会公众|公众")
_TO_GROUP = re.compile(r"特定|群体|申请人|当事人|对象")
_PROACTIVE = re.compile(r"主动")
_ON_APPLICATION = re.compile(r"依申请")
_COUNTY = re.compile(r"[县区市旗]")
_TOWNSHIP = re.compile(r"[乡镇村]|街道")
HEAD_WITHIN: Final = 20
"""The heads stand among so many of the first rows."""
MOST_ROWS: Final = 5_000
LONGEST: Final = {
    "number": 20,
    "first": 200,
    "second": 200,
    "elements": 10_000,
    "basis": 10_000,
    "limit": 300,
    "subject": 200,
    "audience_note": 200,
}
CAUSES: Final = {
    "empty": "没有填写。",
    "long": "超过 {most} 个字。",
    "way": "看不出是主动公开还是依申请公开。",
    "twice": "文件里前面已经有这个序号和二级事项。",
    "limit": "公开时限无法识别，原样保留，不按它判断是否超时。",
    "advised": "没有填写，建议补齐（目录的基本要素）。",
}
_ADVISED: Final = ("basis", "limit", "subject", "channels", "audience", "levels")
Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong with a row: its number in the sheet, the column, what stands there; of several
    sheets, which. Without a number it is told of the whole sheet."""

    row: int
    column: str
    cell: str
    cause: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class ReadDirectory:
    """What a table came to: rows to take, rows that are broken, and what is told of rows taken.
    Without heads it is no standard directory."""

    rows: tuple[DirectoryRow, ...] = ()
    faults: tuple[RowFault, ...] = ()
    notes: tuple[RowFault, ...] = ()
    missing_heads: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Head:
    columns: Mapping[str, int]
    first_row: int
    title: str


def read_directory(table: Sequence[Sequence[str]]) -> ReadDirectory:
    """The rows of a table, and everything that is wrong with it."""
    head = _head(table)
    missing = tuple(LABELS[name] for name in _NEEDED if name not in head.columns)
    if missing:
        return ReadDirectory(missing_heads=missing, title=head.title)
    rows, faults, notes = dict[tuple[str, str], DirectoryRow](), list[RowFault](), list[RowFault]()
    for number, said in _body(table, head):
        row = _row(said)
        broken = list(_broken(row, said, number))
        if not broken and row.key in rows:
            broken = [_fault(number, "number", row.number, "twice")]
        faults += broken
        if not broken:
            rows[row.key] = row
            notes += _notes(row, number)
    return ReadDirectory(tuple(rows.values()), tuple(faults), tuple(notes), title=head.title)


def _head(table: Sequence[Sequence[str]]) -> _Head:
    """Where the heads stand, one or two lines high, and which column holds what."""
    for at, row in enumerate(table[:HEAD_WITHIN]):
        upper = [_column(cell) for cell in row]
        if "number" not in upper or len(set(upper) - {None}) <= 1:
            continue
        below = [_column(cell) for cell in table[at + 1]] if at + 1 < len(table) else []
        is_two = _BELOW & set(below) and not _is_plain(table[at + 1], upper)
        lower = below if is_two else []
        width = max(len(upper), len(lower))
        padded = [_at(lower, column) or _at(upper, column) for column in range(width)]
        columns = {
            name: column for column, name in reversed(list(enumerate(padded))) if name is not None
        }
        return _Head(columns, at + 1 + bool(is_two), _title(table[:at]))
    return _Head({}, 0, "")


def _is_plain(row: Sequence[str], upper: Sequence[str | None]) -> bool:
    """Whether a row below the heads is one of the table already: it has a number of its own."""
    at = upper.index("number")
    cell = _tidy(row[at]) if at < len(row) else ""
    return bool(cell) and _column(cell) is None


def _column(cell: str) -> str | None:
    plain = _tidy(cell).translate(_BRACKETS)
    if not plain or len(plain) > LONGEST_HEAD:
        return None
    return next((name for name, pattern in _COLUMNS if pattern.search(plain)), None)


_BRACKETS: Final = str.maketrans("（）", "()")
LONGEST_HEAD: Final = 16


def _at(row: Sequence[str | None], column: int) -> str | None:
    return row[column] if column < len(row) else None


def _title(rows: Sequence[Sequence[str]]) -> str:
    return next((cell.strip() for row in rows for cell in row if cell.strip()), "")


def _body(table: Sequence[Sequence[str]], head: _Head) -> Iterator[tuple[int, Cells]]:
    """The rows below the heads; number and first name are carried down where they are merged."""
    carried = {"number": "", "first": ""}
    for number, row in enumerate(table[head.first_row :], start=head.first_row + 1):
        filled = [cell for cell in row if cell.strip()]
        if not filled or _REMARK.match(filled[0].strip()) or _is_head(row):
            continue
        said = {name: row[at].strip() if at < len(row) else "" for name, at in head.columns.items()}
        if not said["number"] and said["first"] in {"", carried["first"]}:
            said["number"] = carried["number"]
        carried = {"number": said["number"], "first": said["first"] or carried["first"]}
        yield number, {**said, **carried}


def _is_head(row: Sequence[str]) -> bool:
    """Whether the heads are repeated here, as they are at the top of each printed page."""
    found = {_column(cell) for cell in row} - {None}
    return len(found) >= FEWEST_HEADS and all(
        _column(cell) is not None for cell in row if cell.strip()
    )


FEWEST_HEADS: Final = 3


def _row(said: Cells) -> DirectoryRow:
    audience, note = _audience(said)
    return DirectoryRow(
        number=_tidy(said["number"]),
        first=_tidy(said["first"]),
        second=_blank(_tidy(said.get("second", ""))),
        elements=said["elements"],
        basis=_blank(said.get("basis", "")),
        limit=_tidy(_blank(said.get("limit", ""))),
        subject=_tidy(_blank(said.get("subject", ""))),
        channels=parse_channels(said.get("channels", "")),
        audience=audience,
        audience_note=note,
        way=_way(said),
        levels=_levels(said),
    )


def _tidy(text: str) -> str:
    return _SPACE.sub("", text)


def _blank(text: str) -> str:
    return "" if _NOTHING.fullmatch(text) else text


def _ticked(said: Cells, name: str) -> bool:
    return not _NOTHING.fullmatch(_tidy(said.get(name, "")))


def _way(said: Cells) -> str:
    text = said.get("way", "")
    return _one_or_both(
        Way,
        _ticked(said, "proactive") or bool(_PROACTIVE.search(text)),
        _ticked(said, "on_application") or bool(_ON_APPLICATION.search(text)),
    )


def _one_or_both(kind: type[Way | Audience], first: bool, second: bool) -> str:  # noqa: FBT001
    one, other, both = (member.value for member in kind)
    if first and second:
        return both
    return one if first else other if second else ""


def _audience(said: Cells) -> tuple[str, str]:
    """For whom, and which group where the table says so."""
    text, group = _tidy(said.get("audience", "")), _tidy(said.get("to_group", ""))
    has_group = _ticked(said, "to_group") or bool(_TO_GROUP.search(text))
    to_all = _ticked(said, "to_all") or bool(_TO_ALL.search(text))
    audience = _one_or_both(Audience, to_all, has_group)
    return audience, group.strip(_TICKS) if has_group else ""


def _levels(said: Cells) -> tuple[str, ...]:
    text = said.get("levels", "")
    county = _ticked(said, "county") or bool(_COUNTY.search(text))
    township = _ticked(said, "township") or bool(_TOWNSHIP.search(text))
    chosen = ((Level.COUNTY, county), (Level.TOWNSHIP, township))
    return tuple(level.value for level, holds in chosen if holds)


def _broken(row: DirectoryRow, said: Cells, number: int) -> Iterator[RowFault]:
    for name in _NEEDED:
        if not getattr(row, name):
            yield _fault(number, name, "", "empty")
    if not row.way:
        yield _fault(number, "way", said.get("way", ""), "way")
    for name, most in LONGEST.items():
        if len(getattr(row, name)) > most:
            yield _fault(number, name, getattr(row, name), "long")


def _notes(row: DirectoryRow, number: int) -> Iterator[RowFault]:
    for name in _ADVISED:
        if not getattr(row, name):
            yield _fault(number, name, "", "advised")
    if row.limit and parse_limit(row.limit).kind is LimitKind.UNKNOWN:
        yield _fault(number, "limit", row.limit, "limit")


def _fault(number: int, name: str, cell: str, cause: str) -> RowFault:
    text = CAUSES[cause].format(most=LONGEST.get(name, ""))
    return RowFault(number, LABELS[name], cell[: LONGEST["limit"]], text)
