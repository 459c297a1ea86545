"""What the readers of Office files share: properties, drawn texts, embedded files, notes."""

from collections.abc import Iterable, Iterator

from gongkai.adapters.files.markup import Element, attribute, below, joined, local, tidy
from gongkai.adapters.files.office import Office
from gongkai.core.ports import FilePart

PROPERTIES = ("core-properties", "extended-properties", "custom-properties")
PROPERTIES_LABEL = "文档属性"
DRAWN_LABEL = "图形和图表中的文字"
COMMENTS_LABEL = "批注"
NAMES = {
    "creator": "作者",
    "lastModifiedBy": "最后修改人",
    "Manager": "经理",
    "Company": "单位",
    "title": "标题",
    "subject": "主题",
    "description": "备注",
    "keywords": "关键词",
    "category": "类别",
    "contentStatus": "状态",
    "Template": "模板",
    "HyperlinkBase": "链接基础",
}
DRAWN = ("drawing", "chart", "chartEx", "diagramData")


def part(label: str, lines: Iterable[str], *, hidden: bool = False) -> Iterator[FilePart]:
    """A part of these lines, if they say anything."""
    if text := tidy("\n".join(lines)):
        yield FilePart(label, text, hidden)


def properties(office: Office) -> Iterator[FilePart]:
    """What the file says about its writers."""
    lines = []
    for root in office.trees("", *PROPERTIES):
        for row in root:
            name = attribute(row, "name") or NAMES.get(local(row), "")
            value = "".join(str(piece) for piece in row.itertext()).strip()
            if name and value:
                lines.append(f"{name}：{value}")
    yield from part(PROPERTIES_LABEL, lines, hidden=True)


def drawn(root: Element) -> Iterator[str]:
    """The paragraphs of a drawing or a slide; a row of a table is one line."""
    for element in below(root, "p", "tbl", "v"):
        name = local(element)
        if name == "tbl":
            for row in below(element, "tr"):
                yield "\t".join(joined(cell, "t") for cell in row if local(cell) == "tc")
        elif name == "v":
            yield element.text or ""
        elif not any(local(above) == "tbl" for above in element.iterancestors()):
            yield joined(element, "t")


def drawings(office: Office, holder: str) -> Iterator[str]:
    """The texts of the drawings and charts of a part, those of charts in drawings too."""
    for name in office.related(holder, *DRAWN):
        yield from drawn(office.xml(name))
        yield from drawings(office, name)
