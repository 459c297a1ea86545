"""What hinders filing a case."""

from gongkai.apps.applications.letters.obstacles import obstacle
from gongkai.core.finding import Finding


def not_delivered() -> Finding:
    """A reply that has reached nobody."""
    return obstacle(
        "ARCHIVE-DELIVERY",
        "答复还没有送达",
        "答复文书没有送达的记录，或者退回后没有处理。",
        "请先登记送达；无法送达的，登记情况后处理退回的邮件。",
    )


def not_filed() -> Finding:
    """A case that is not in the archive yet."""
    return obstacle("ARCHIVE-NOT", "还没有归档", "有案卷还没有归档。", "请先归档，再移交。")


def transferred_before() -> Finding:
    """Handed over already."""
    return obstacle("ARCHIVE-TWICE", "已经移交", "有案卷已经移交过。", "请重新选择。")


def unknown_term() -> Finding:
    """No such term of keeping."""
    return obstacle(
        "ARCHIVE-TERM", "保管期限不对", "没有这种保管期限。", "请从列表中选择。", "retention"
    )
