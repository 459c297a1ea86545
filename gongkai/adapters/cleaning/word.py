"""What goes out of Word documents: comments, tracked changes, marks of editing, paths."""

from gongkai.adapters.cleaning.office import (
    ALWAYS,
    REST_ALWAYS,
    Step,
    empty_of,
    outside_paths,
    without_attributes,
)
from gongkai.adapters.cleaning.package import OfficeParts
from gongkai.adapters.cleaning.revisions import accept

SETTINGS = "word/settings.xml"
COMMENT_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
COMMENT_PARTS = ("comments", "people", "commentsids", "commentsextended", "commentsextensible")
PATHS = ("attachedTemplate", "docVars", "mailMerge", "saveThroughXslt")


def texts(parts: OfficeParts) -> list[str]:
    """The parts that hold text."""
    return parts.named(lambda name: name.startswith("word/") and name.endswith(".xml"))


def drop_comments(parts: OfficeParts) -> bool:
    """Comments, who wrote them, and their marks in the text."""
    names = [
        name
        for name in texts(parts)
        if name.removeprefix("word/").removesuffix(".xml").lower().rstrip("0123456789")
        in COMMENT_PARTS
    ]
    gone = parts.drop(names)
    for name in texts(parts):
        gone |= empty_of(parts, name, *COMMENT_MARKS)
    return gone


def accept_revisions(parts: OfficeParts) -> bool:
    """Tracked changes become the text; what was deleted is gone."""
    found = False
    for name in texts(parts):
        if accept(parts.tree(name)):
            parts.touch(name)
            found = True
    return empty_of(parts, SETTINGS, "trackRevisions") | found


def drop_editing_marks(parts: OfficeParts) -> bool:
    """Numbers that tell which words were written at one sitting."""
    found = empty_of(parts, SETTINGS, "rsids")
    for name in texts(parts):
        found |= empty_of(parts, name, "rsid")
        found |= without_attributes(parts, name, lambda key: key.startswith("rsid"))
    return found


def drop_paths(parts: OfficeParts) -> bool:
    """The template's place on the writer's disk, sources of mail merges, variables."""
    for part, holder, key in list(outside_paths(parts)):
        parts.cut(part, holder, {key})
    return empty_of(parts, SETTINGS, *PATHS)


STEPS = (
    *ALWAYS,
    Step("批注", drop_comments),
    Step("修订痕迹", accept_revisions),
    Step("编辑记录号", drop_editing_marks),
    Step("模板位置、邮件合并等设置", drop_paths),
)
REST = REST_ALWAYS
