"""What goes out of workbooks: comments, the history of shared ones, paths."""

import re

from gongkai.adapters.cleaning.office import ALWAYS, REST_ALWAYS, Rest, Step, empty_of
from gongkai.adapters.cleaning.package import OfficeParts
from gongkai.adapters.files.markup import below, local, remove

WORKBOOK = "xl/workbook.xml"
COMMENTS = re.compile(r"xl/(?:comments[^/]*\.xml|threadedcomments/.+|persons/.+)", re.IGNORECASE)
SHAPES = re.compile(rb"ObjectType=[\"'](\w+)")
NOTE = b"Note"


def drop_comments(parts: OfficeParts) -> bool:
    """Comments and who wrote them, with the boxes in which they are drawn."""
    gone = parts.drop(parts.named(lambda name: COMMENTS.fullmatch(name) is not None))
    boxes = parts.named(lambda name: name.lower().endswith(".vml"))
    return (
        parts.drop(name for name in boxes if set(SHAPES.findall(parts.data[name])) == {NOTE}) | gone
    )


def drop_history(parts: OfficeParts) -> bool:
    """Who changed which cell of a shared workbook."""
    return parts.drop(parts.named(lambda name: name.startswith(("xl/revisions/", "xl/usernames"))))


def drop_paths(parts: OfficeParts) -> bool:
    """Where the workbook lay on the writer's disk, and who reserved it."""
    found = empty_of(parts, WORKBOOK, "fileSharing")
    tree = parts.tree(WORKBOOK) if WORKBOOK in parts.data else None
    for path in list(below(tree, "absPath")) if tree is not None else ():
        around = [row for row in path.iterancestors() if local(row) == "AlternateContent"]
        remove(around[0] if around else path)
        parts.touch(WORKBOOK)
        found = True
    return found


def has_connections(parts: OfficeParts) -> bool:
    """Whether the workbook fetches data from elsewhere."""
    return "xl/connections.xml" in parts.data


STEPS = (
    *ALWAYS,
    Step("批注", drop_comments),
    Step("共享工作簿的修订记录", drop_history),
    Step("文件保存位置", drop_paths),
)
REST = (*REST_ALWAYS, Rest("数据连接", has_connections))
