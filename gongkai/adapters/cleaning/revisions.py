"""Accepting tracked changes (修订): insertions become text, deletions go."""

from gongkai.adapters.files.markup import Element, below, child, local, remove, unwrap

GONE = ("del", "moveFrom")
KEPT = ("ins", "moveTo")
RECORDS = (
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "tblPrExChange",
    "tcPrChange",
    "trPrChange",
    "tblGridChange",
    "numberingChange",
    "cellIns",
    "cellMerge",
    "moveFromRangeStart",
    "moveFromRangeEnd",
    "moveToRangeStart",
    "moveToRangeEnd",
    "customXmlInsRangeStart",
    "customXmlInsRangeEnd",
    "customXmlDelRangeStart",
    "customXmlDelRangeEnd",
    "customXmlMoveFromRangeStart",
    "customXmlMoveFromRangeEnd",
    "customXmlMoveToRangeStart",
    "customXmlMoveToRangeEnd",
)
PROPERTIES = frozenset({"rPr", "trPr", "pPr", "numPr"})
BLOCKS = frozenset({"p", "tbl"})


def accept(root: Element) -> bool:
    """Accept all tracked changes below an element; answers whether there were any."""
    found = _drop_rows(root)
    found |= _drop_cells(root)
    found |= _join_paragraphs(root)
    for element in list(below(root, *GONE, *RECORDS)):
        if not _is_formula(element):
            remove(element)
            found = True
    for element in list(below(root, *KEPT)):
        if local(_parent(element)) in PROPERTIES:
            remove(element)
        else:
            unwrap(element)
        found = True
    return found


def _parent(element: Element) -> Element:
    parent = element.getparent()
    return element if parent is None else parent


def _is_formula(element: Element) -> bool:
    """Whether an element is part of a formula and no change."""
    return "officeDocument/2006/math" in str(element.tag)


def _drop_rows(root: Element) -> bool:
    """Rows whose deletion was tracked; a table without rows goes too."""
    rows = [
        row
        for row in below(root, "tr")
        if (own := child(row, "trPr")) is not None and child(own, "del") is not None
    ]
    for row in rows:
        table = _parent(row)
        remove(row)
        if child(table, "tr") is None and local(table) == "tbl":
            remove(table)
    return bool(rows)


def _drop_cells(root: Element) -> bool:
    """Cells whose deletion was tracked."""
    cells = [_parent(_parent(mark)) for mark in below(root, "cellDel")]
    for cell in cells:
        row = _parent(cell)
        remove(cell)
        if child(row, "tc") is None:
            remove(row)
    return bool(cells)


def _join_paragraphs(root: Element) -> bool:
    """A paragraph whose end was deleted goes on in the next one, if there is one."""
    ended = [p for p in below(root, "p") if _lost_its_end(p)]
    for paragraph in reversed(ended):
        following = _next(paragraph)
        if following is not None:
            _pour(paragraph, following)
    return bool(ended)


def _lost_its_end(paragraph: Element) -> bool:
    own = child(paragraph, "pPr")
    mark = None if own is None else child(own, "rPr")
    if own is None or mark is None or child(own, "sectPr") is not None:
        return False
    return any(child(mark, name) is not None for name in GONE)


def _next(paragraph: Element) -> Element | None:
    """The paragraph that follows at once, marks in between left aside."""
    following = paragraph.getnext()
    while following is not None and local(following) not in BLOCKS:
        following = following.getnext()
    return following if following is not None and local(following) == "p" else None


def _pour(paragraph: Element, following: Element) -> None:
    """Put what a paragraph holds before what the next one holds."""
    own = child(following, "pPr")
    place = 0 if own is None else following.index(own) + 1
    for inner in [row for row in paragraph if local(row) != "pPr"]:
        following.insert(place, inner)
        place += 1
    remove(paragraph)
