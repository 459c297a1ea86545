"""The columns in which stored entries are shown and exported."""

from typing import TYPE_CHECKING

from gongkai.core.checks.wording.entry import LABELS, Category
from gongkai.core.finding import Severity
from gongkai.faces.common.long_lists import StoredColumn

if TYPE_CHECKING:
    from gongkai.apps.checks.models import WordEntry

STORED: "tuple[StoredColumn[WordEntry], ...]" = (
    StoredColumn("wrong", "词语", lambda row: row.wrong, field="wrong"),
    StoredColumn("right", "建议", lambda row: row.right, field="right"),
    StoredColumn("category", "类别", lambda row: LABELS[Category(row.category)], field="category"),
    StoredColumn("severity", "级别", lambda row: Severity(row.severity).label, field="severity"),
    StoredColumn("contexts", "放行语境", lambda row: "、".join(row.contexts), sorts=False),
    StoredColumn("note", "说明", lambda row: row.note, sorts=False),
)
