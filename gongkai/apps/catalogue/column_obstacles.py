"""What stands in the way of a change to a column, as findings; `paths` names the field."""

from collections.abc import Iterable

from gongkai.core.finding import Finding, Severity


def _obstacle(code: str, field: str, title: str, text: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, title=title, text=text, hint=hint, paths=(field,))


def no_name() -> Finding:
    """A column without a name."""
    return _obstacle("COLUMN-NAME", "name", "没有名称", "栏目名称是空的。", "请填写名称。")


def name_taken(name: str) -> Finding:
    """A living column beside it bears that name."""
    return _obstacle(
        "COLUMN-NAME-TAKEN",
        "name",
        "名称已经有了",
        f"同一级已经有栏目“{name}”。",
        "请换一个名称，或者修改原来的栏目。",
    )


def bad_key(key: str) -> Finding:
    """An address that browsers would write otherwise."""
    return _obstacle(
        "COLUMN-KEY",
        "key",
        "地址不对",
        f"“{key}”不能用作地址。",
        "请用小写字母、数字和连字符，以字母或者数字开头，最多 60 个。",
    )


def key_taken(key: str) -> Finding:
    """The address belongs to a column, living or closed, for ever."""
    return _obstacle(
        "COLUMN-KEY-TAKEN",
        "key",
        "地址已经用过",
        f"地址“{key}”已经属于一个栏目；停用的栏目的地址也不再给别的栏目使用。",
        "请换一个地址，或者恢复原来的栏目。",
    )


def unknown_kind() -> Finding:
    """No such kind of column."""
    return _obstacle(
        "COLUMN-KIND", "kind", "没有选对类型", "没有这种栏目类型。", "请从列表中选择。"
    )


def shows_everything() -> Finding:
    """A column without a condition."""
    return _obstacle(
        "COLUMN-QUERY",
        "codes",
        "没有条件",
        "没有任何条件的栏目会显示全部信息。",
        "请至少选择目录代码、类别、标签、机关中的一种。",
    )


def unknown_values(field: str, values: Iterable[str]) -> Finding:
    """The query names what is not there."""
    return _obstacle(
        "COLUMN-QUERY-UNKNOWN",
        field,
        "条件里有不认识的内容",
        f"没有：{'、'.join(values)}。",
        "请从列表中选择。",
    )


def bad_period(most: int) -> Finding:
    """A period that no column has."""
    return _obstacle(
        "COLUMN-PERIOD",
        "period",
        "更新周期不对",
        f"更新周期要在 1 天到 {most} 天之间。",
        "请填写天数；不填时按栏目类型的通常周期。",
    )


def parent_missing() -> Finding:
    """The column above is not there, or closed."""
    return _obstacle(
        "COLUMN-PARENT",
        "parent",
        "没有选对上级栏目",
        "所选的上级栏目不存在或者已经停用。",
        "请从列表中选择。",
    )


def circle() -> Finding:
    """A column would stand below itself."""
    return _obstacle(
        "COLUMN-CIRCLE",
        "parent",
        "上下级成了循环",
        "所选的上级栏目是这个栏目自己，或者在它之下。",
        "请另选一个上级栏目。",
    )


def too_deep(most: int) -> Finding:
    """It would be too many clicks from the home page."""
    return _obstacle(
        "COLUMN-DEEP",
        "parent",
        "层级太深",
        f"这样放，从首页点 {most} 次还到不了最下面的栏目。",
        "请放到更高的一级之下。",
    )


def has_children(names: Iterable[str]) -> Finding:
    """Living columns stand below it."""
    return _obstacle(
        "COLUMN-CHILDREN",
        "column",
        "还有下级栏目",
        f"之下还有：{'、'.join(names)}。",
        "请先移走或者停用它们。",
    )


def is_bound(entries: int) -> Finding:
    """Rows of a standard directory lead to it."""
    return _obstacle(
        "COLUMN-BOUND",
        "column",
        "标准目录还对应这个栏目",
        f"标准目录有 {entries} 项对应这个栏目。",
        "请先把它们对应到别的栏目。",
    )


def already_closed(name: str) -> Finding:
    """It is closed."""
    return _obstacle(
        "COLUMN-CLOSED",
        "column",
        "栏目已经停用",
        f"“{name}”已经停用。",
        "需要修改时，请先恢复。",
    )


def not_closed(name: str) -> Finding:
    """It lives."""
    return _obstacle(
        "COLUMN-LIVES", "column", "栏目没有停用", f"“{name}”没有停用。", "不需要恢复。"
    )


def no_site() -> Finding:
    """Columns need a site."""
    return _obstacle(
        "COLUMN-SITE",
        "site",
        "还没有网站",
        "还没有填写网站信息。",
        "请先填写网站名称等信息，再设置栏目。",
    )
