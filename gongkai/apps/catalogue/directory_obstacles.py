"""What stands in the way of a change to a standard directory; `paths` names the field."""

from collections.abc import Iterable

from gongkai.core.catalogue.fields import CITE
from gongkai.core.finding import Finding, Severity


def _obstacle(code: str, field: str, title: str, text: str, hint: str) -> Finding:
    return Finding(
        code, Severity.ERROR, title=title, text=text, hint=hint, paths=(field,), cite=CITE
    )


def unknown_field() -> Finding:
    """The field is none of the 26."""
    return _obstacle(
        "DIRECTORY-FIELD", "field", "没有选择领域", "请选择领域。", "从 26 个领域中选一个。"
    )


def file_too_big(most: int) -> Finding:
    """The file is bigger than is taken."""
    return _obstacle(
        "DIRECTORY-FILE-SIZE",
        "file",
        "文件太大",
        f"文件超过 {most // 1024 // 1024} MB，或者展开后过大。",
        "一个领域一个文件，请分开导入。",
    )


def too_many_rows(most: int) -> Finding:
    """The file has more rows than are taken."""
    return _obstacle(
        "DIRECTORY-FILE-ROWS", "file", "行数太多", f"文件超过 {most} 行。", "请分成几个文件导入。"
    )


def empty_file() -> Finding:
    """There is nothing in the file."""
    return _obstacle(
        "DIRECTORY-FILE-EMPTY", "file", "文件是空的", "文件里没有内容。", "请换一个文件。"
    )


def unreadable_file() -> Finding:
    """The file is damaged or of another kind."""
    return _obstacle(
        "DIRECTORY-FILE",
        "file",
        "文件读不出来",
        "文件不是 XLSX、XLS 或者 CSV，或者已经损坏、加了密码。",
        "请另存为 XLSX 后重新选择。",
    )


def no_heads(missing: Iterable[str]) -> Finding:
    """The table has not the heads of a standard directory."""
    return _obstacle(
        "DIRECTORY-HEADS",
        "file",
        "不是标准目录",
        f"前 20 行里没有找到标准目录的表头，缺少：{'、'.join(missing)}。",
        "表头应当有序号、公开事项（一级事项、二级事项）、公开内容（要素）等栏；"
        "可以先导出一份空表对照。",
    )


def nothing_to_import() -> Finding:
    """No row of the file can be taken."""
    return _obstacle(
        "DIRECTORY-NOTHING",
        "file",
        "没有可以导入的事项",
        "文件里没有一行可以导入。",
        "请按提示修改文件后重新选择。",
    )


def several_bindings() -> Finding:
    """More than one thing is chosen that is to show what a row promises."""
    return _obstacle(
        "DIRECTORY-BINDING",
        "column",
        "只能选一样",
        "栏目、目录代码和标签只能选一样。",
        "请只保留一样。",
    )


def closed_column() -> Finding:
    """The column is closed."""
    return _obstacle(
        "DIRECTORY-COLUMN-CLOSED",
        "column",
        "栏目已经停用",
        "选择的栏目已经停用。",
        "请选择正在使用的栏目。",
    )


def unknown_code(code: str) -> Finding:
    """The catalogue has no such code."""
    return _obstacle(
        "DIRECTORY-UNKNOWN-CODE",
        "code",
        "没有这个代码",
        f"目录里没有代码 {code}。",
        "请从列表中选择。",
    )


def nothing_suggested() -> Finding:
    """No row without a column has a name that fits just one."""
    return _obstacle(
        "DIRECTORY-NO-SUGGESTION",
        "column",
        "没有能对应的",
        "没有名称明确对应的栏目。",
        "请逐项选择栏目、目录代码或者标签。",
    )
