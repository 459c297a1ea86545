"""What can be wrong with a feed, in Chinese: one table of codes with wording and advice."""

from dataclasses import dataclass

from gongkai.adapters.feeds.fields import Field
from gongkai.core.finding import Finding, Severity, Status

ERROR, WARNING = Severity.ERROR, Severity.WARNING
MOST_SHOWN = 40  # characters of a value


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of trouble."""

    severity: Severity
    title: str
    text: str
    hint: str


ROW, ENTRY = "行", "条"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a feed: a row of a table, or an entry of a feed; there a column."""

    row: int
    unit: str = ROW
    field: Field | None = None
    column: str = ""


OF_FILES = {
    "FEED-EMPTY": Fault(ERROR, "文件为空", "“{name}”里没有任何内容。", "请重新导出后再试。"),
    "FEED-SIZE": Fault(
        ERROR, "文件过大", "“{name}”超过 {limit} MB 的上限。", "请分成几个文件导入。"
    ),
    "FEED-KIND": Fault(
        ERROR,
        "不认识的格式",
        "“{name}”不是 RSS、Atom、JSON、CSV 或 XLSX。",
        "请从原平台导出其中一种格式；网页请找页面上的“RSS 订阅”链接。",
    ),
    "FEED-DAMAGED": Fault(
        ERROR, "文件已损坏", "“{name}”不是完整的 {kind} 文件。", "请重新导出后再试。"
    ),
    "FEED-DAMAGED-PART": Fault(
        WARNING,
        "文件有不合格式之处",
        "“{name}”不完全合乎 XML 格式，可能有条目没有读到。",
        "请核对条目数量；数量不符时请让原平台重新生成。",
    ),
    "FEED-ENTITIES": Fault(
        ERROR,
        "文件含有实体声明",
        "“{name}”里声明了实体，可能用来攻击读取程序，已停止读取。",
        "请向原平台索取不含实体声明的文件。",
    ),
    "FEED-ENTRIES": Fault(
        ERROR, "条目过多", "“{name}”有 {count} 条以上，超过一次 {limit} 条的上限。", "请分批导入。"
    ),
    "FEED-DAMAGED-AT": Fault(
        ERROR,
        "文件已损坏",
        "“{name}”不合 {kind} 格式，第 {line} 行起无法读取。",
        "请重新导出后再试。",
    ),
    "FEED-NO-ENTRIES": Fault(
        WARNING, "没有条目", "“{name}”里没有可导入的条目。", "请确认导出的内容和格式。"
    ),
    "FEED-NO-TITLES": Fault(
        ERROR,
        "没有标题一列",
        "“{name}”里找不到“标题”一列；前 {rows} 行里应有一行列名。",
        "列名可用：{columns}。",
    ),
    "FEED-COLUMN-TWICE": Fault(
        ERROR,
        "列名重复",
        "“{name}”里有几列都表示“{column}”：{columns}。",
        "请只留一列，其余改名或删去。",
    ),
    "FEED-COLUMN-UNKNOWN": Fault(
        WARNING, "有不认识的列", "这些列没有读：{columns}。", "列名可用：{known}。"
    ),
    "FEED-SHEETS": Fault(
        WARNING, "只读了一张工作表", "只读了工作表“{sheet}”，没有读：{others}。", "请分别导入。"
    ),
    "FEED-QUOTES": Fault(
        ERROR,
        "引号没有成对",
        "“{name}”第 {line} 行附近的引号没有成对，无法分出各列。",
        "请用表格软件重新导出；内容里的引号应写成两个。",
    ),
}
OF_ROWS = {
    "FEED-ROW-KIND": Fault(ERROR, "条目不是一组名称和值", "不是一组名称和值", "请改正这一条。"),
    "FEED-ROW-LONG": Fault(
        ERROR,
        "比表头多出单元格",
        "有 {count} 个单元格超出表头",
        "多半是内容里的逗号或引号没有按格式书写；请用表格软件重新导出。",
    ),
    "FEED-TITLE": Fault(ERROR, "没有标题", "没有填写", "请补上标题。"),
    "FEED-TITLE-LONG": Fault(
        ERROR, "标题过长", "有 {count} 个字，超过 {limit} 个字", "请核对是否把正文放进了标题。"
    ),
    "FEED-ADDRESS": Fault(
        ERROR, "链接不是网页地址", "“{value}”不是完整的网页地址", "请写成 https://… 的形式。"
    ),
    "FEED-DATE": Fault(
        ERROR,
        "日期看不懂",
        "“{value}”不是日期",
        "请写成 2026-03-01 或 2026-03-01 09:30 的形式。",
    ),
    "FEED-NO-DATE": Fault(
        WARNING, "没有发布时间", "没有填写", "导入后请补上；不补则无法计算发布是否及时。"
    ),
    "FEED-IDENTITY-TWICE": Fault(
        ERROR, "唯一标识重复", "“{value}”与第 {first} {unit}相同", "同一条信息请只留一条。"
    ),
    "FEED-VALUE": Fault(ERROR, "值的类型不对", "应是文字，不能是一组值", "请改成文字。"),
    "FEED-VALUE-LONG": Fault(ERROR, "内容过长", "超过 {limit} 个字", "请核对这一格的内容。"),
}


def about_file(code: str, **facts: object) -> Finding:
    """A finding about the whole file."""
    fault = OF_FILES[code]
    return Finding(
        code,
        fault.severity,
        fault.title,
        fault.text.format(**facts),
        fault.hint.format(**facts),
        status=_status(fault),
    )


def about_row(code: str, place: Place, **facts: object) -> Finding:
    """A finding about one row: which row, which column, and why."""
    fault = OF_ROWS[code]
    where = f"第 {place.row} {place.unit}" + (f"“{place.column}”" if place.column else "")
    path = f"{place.row}.{place.field.value}" if place.field else str(place.row)
    return Finding(
        code,
        fault.severity,
        fault.title,
        f"{where}：{fault.text.format(unit=place.unit, **facts)}。",
        fault.hint,
        status=_status(fault),
        paths=(path,),
    )


def short(value: str) -> str:
    """A value as a sentence shows it."""
    return value if len(value) <= MOST_SHOWN else f"{value[:MOST_SHOWN]}…"


def _status(fault: Fault) -> Status:
    return Status.FAIL if fault.severity is ERROR else Status.UNCERTAIN
