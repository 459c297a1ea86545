"""Word lists that come as tables: columns by their heads, rows into entries, faults by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gongkai.core.checks.wording.entry import LABELS, LISTED, Category, Entry, plain_word
from gongkai.core.checks.wording.expanding import BadConditionError, expanded
from gongkai.core.finding import Severity

HEADS: Final = {
    "wrong": "错误写法|错误|错误词|错词|错误表述|词语|词|原词|敏感词|放行词|误|wrong|word|error",
    "right": "建议写法|建议|正确|正确词|正确写法|正确表述|推荐|替换为|正|right|correct|suggestion",
    "category": "类别|分类|分组|类型|category|group",
    "severity": "级别|等级|程度|severity|level",
    "contexts": "放行语境|语境|例外|允许语境|context_allow|contexts|context",
    "note": "说明|备注|解释|note|remark",
    "condition": "命中条件|条件|condition",
    "enabled": "启用|是否启用|enabled|active",
}
"""What the head of a column may say, by what the column holds."""
COLUMNS: Final = {name: heads.split("|")[0] for name, heads in HEADS.items()}
_BY_HEAD: Final = {head: name for name, heads in HEADS.items() for head in heads.split("|")}
SEVERITIES: Final = {
    "": Severity.WARNING,
    "必错": Severity.ERROR,
    "错误": Severity.ERROR,
    "严重": Severity.ERROR,
    "高": Severity.ERROR,
    "error": Severity.ERROR,
    "疑似": Severity.WARNING,
    "提醒": Severity.WARNING,
    "警告": Severity.WARNING,
    "中": Severity.WARNING,
    "warning": Severity.WARNING,
    "提示": Severity.INFORMATION,
    "低": Severity.INFORMATION,
    "information": Severity.INFORMATION,
    "info": Severity.INFORMATION,
}
_CATEGORIES: Final = {
    **{LABELS[category]: category for category in LISTED},
    **{category.value: category for category in LISTED},
    "": Category.TYPO,
    "形近": Category.TYPO,
    "音近": Category.TYPO,
    "语病": Category.STYLE,
    "套话虚词": Category.STYLE,
    "称谓规范": Category.PERSON,
    "公文用语": Category.TERM,
    "广告法": Category.ADVERTISING,
    "旧机构": Category.ORGAN,
    "法律名称": Category.TITLE,
}
OFF: Final = frozenset({"否", "停用", "0", "no", "false", "n"})
REMARK: Final = "#"
PARTS: Final = "|"
SHORTEST, LONGEST_WORD, LONGEST_RIGHT, LONGEST_NOTE, MOST_CONTEXTS = 2, 100, 200, 300, 50
CAUSES: Final = {
    "empty": "没有填写词语。",
    "short": f"少于 {SHORTEST} 个字，会在别的词里大量误报。",
    "long": f"超过 {LONGEST_WORD} 个字。",
    "right_long": f"超过 {LONGEST_RIGHT} 个字。",
    "note_long": f"超过 {LONGEST_NOTE} 个字。",
    "same": "与错误写法相同。",
    "severity": "看不懂，应为：必错、疑似、提示，或者错误、提醒、提示。",
    "contexts": "放行语境里要有这个词语本身。",
    "many_contexts": f"超过 {MOST_CONTEXTS} 个。",
    "condition": "看不懂，应为：总是，后接、不后接、前接、不前接加冒号和词语；不支持正则。",
    "twice": "文件里前面已经有这个词语。",
}


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong with a row: the row's number in the file, the column, what stands there."""

    row: int
    column: str
    cell: str
    cause: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What a table came to. `switched_off` are the rows that say themselves not to be used."""

    entries: tuple[Entry, ...] = ()
    faults: tuple[RowFault, ...] = ()
    switched_off: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column holds what; for tables without heads, which of two words comes first."""

    columns: Mapping[str, int]
    has_heads: bool


class RowError(Exception):
    """A row cannot be taken."""

    def __init__(self, column: str, cause: str) -> None:
        self.column, self.cause = column, cause
        super().__init__(cause)


def layout_of(rows: Sequence[Sequence[str]], *, right_first: bool = False) -> Layout:
    """How the table is laid out, by its first row that is no remark."""
    first = next((row for row in rows if _counts(row)), ())
    named = {
        _BY_HEAD[cell.strip().lower()]: place
        for place, cell in reversed(list(enumerate(first)))
        if cell.strip().lower() in _BY_HEAD
    }
    if "wrong" in named:
        return Layout(named, has_heads=True)
    pair = ("right", "wrong") if right_first else ("wrong", "right")
    columns = {name: place for place, name in enumerate(pair)} if len(first) > 1 else {"wrong": 0}
    return Layout(columns, has_heads=False)


def imported(
    rows: Sequence[Sequence[str]], *, allows: bool = False, right_first: bool = False
) -> Imported:
    """The entries of a table, and what is wrong with its rows. Rows that begin with # are
    remarks; a list of allowed words needs no second column."""
    layout = layout_of(rows, right_first=right_first)
    entries, faults, off = dict[str, Entry](), list[RowFault](), 0
    heads_pending = layout.has_heads
    for number, row in enumerate(rows, start=1):
        if not _counts(row):
            continue
        if heads_pending:
            heads_pending = False
            continue
        cells = _cells(row, layout)
        if cells["enabled"].lower() in OFF:
            off += 1
            continue
        try:
            for entry in _entries(cells, allows=allows):
                if entry.wrong in entries:
                    raise RowError("wrong", "twice")
                entries[entry.wrong] = entry
        except RowError as error:
            cell = cells[error.column]
            faults.append(RowFault(number, COLUMNS[error.column], cell, CAUSES[error.cause]))
    return Imported(tuple(entries.values()), tuple(faults), off)


def _counts(row: Sequence[str]) -> bool:
    """Whether the row is neither empty nor a remark."""
    return any(cell.strip() for cell in row) and not row[0].lstrip().startswith(REMARK)


def _cells(row: Sequence[str], layout: Layout) -> dict[str, str]:
    places = {name: layout.columns.get(name, len(row)) for name in HEADS}
    return {name: row[at].strip() if at < len(row) else "" for name, at in places.items()}


def _entries(cells: Mapping[str, str], *, allows: bool) -> Iterator[Entry]:
    entry = entry_of(cells, allows=allows)
    try:
        yield from expanded(entry, cells["condition"])
    except BadConditionError as error:
        raise RowError("condition", "condition") from error


def entry_of(cells: Mapping[str, str], *, allows: bool = False) -> Entry:
    """The entry that these cells describe; RowError says which of them is wrong."""
    wrong, right = plain_word(cells["wrong"]), cells["right"].strip()
    _check_words(wrong, right, allows=allows)
    severity = SEVERITIES.get(cells["severity"].lower())
    if severity is None:
        raise RowError("severity", "severity")
    if len(cells["note"]) > LONGEST_NOTE:
        raise RowError("note", "note_long")
    category = _CATEGORIES.get(cells["category"].lower(), Category.OTHER)
    contexts = _contexts(wrong, cells["contexts"])
    return Entry(wrong, right, category, severity, contexts, cells["note"])


def _check_words(wrong: str, right: str, *, allows: bool) -> None:
    if not wrong:
        raise RowError("wrong", "empty")
    if len(wrong) < SHORTEST and not allows:
        raise RowError("wrong", "short")
    if len(wrong) > LONGEST_WORD:
        raise RowError("wrong", "long")
    if len(right) > LONGEST_RIGHT:
        raise RowError("right", "right_long")
    if wrong == plain_word(right):
        raise RowError("right", "same")


def _contexts(wrong: str, cell: str) -> tuple[str, ...]:
    found = tuple(plain_word(one) for one in cell.split(PARTS) if one.strip())
    if any(wrong not in context for context in found):
        raise RowError("contexts", "contexts")
    if len(found) > MOST_CONTEXTS:
        raise RowError("contexts", "many_contexts")
    return found
