"""Numbers that styles give to paragraphs: styles are only parsed when they may matter."""

import pytest

from gongkai.adapters.documents.docx.lists import may_number
from tests.adapters.documents.reading import read, refused, texts
from tests.samples import word

LISTS = word.numbering([("chineseCounting", "%1、")])
NUMBER = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
STYLES = (
    f"<w:styles {word.NAMES}><w:style w:styleId='a'><w:basedOn w:val='标题'/></w:style>"
    f"<w:style w:styleId='标题'>{NUMBER}</w:style><w:style w:styleId='正文'/></w:styles>"
)
REFERENCES = STYLES.replace("标题", "&#26631;&#39064;")
DECLARED = "<?xml version='1.0' encoding='UTF-16'?>"


def lines(style: str, styles: str | bytes) -> list[str]:
    """Two paragraphs in a style."""
    body = "".join(word.paragraph(text, f'<w:pStyle w:val="{style}"/>') for text in ("甲", "乙"))
    parts = {"word/numbering.xml": LISTS, "word/styles.xml": styles}
    return texts(read(word.document(body, parts), "报告.docx"))


@pytest.mark.parametrize(
    ("style", "styles", "read_as"),
    [
        pytest.param("标题", STYLES, ["一、甲", "二、乙"], id="有编号的样式"),
        pytest.param("正文", STYLES, ["甲", "乙"], id="没有编号的样式"),
        pytest.param("a", STYLES, ["甲", "乙"], id="样式名后面是另一个样式的编号"),
        pytest.param("没有", STYLES, ["甲", "乙"], id="没有这个样式"),
        pytest.param(
            "标题", (DECLARED + STYLES).encode("utf-16"), ["一、甲", "二、乙"], id="UTF-16"
        ),
        pytest.param("标题", REFERENCES, ["一、甲", "二、乙"], id="写成字符引用"),
    ],
)
def test_styles_number_paragraphs(style: str, styles: str | bytes, read_as: list[str]) -> None:
    assert lines(style, styles) == read_as


@pytest.mark.parametrize(("style", "may"), [("a", False), ("标题", True), ("正文", False)])
def test_only_styles_that_mention_a_number_are_parsed(style: str, may: bool) -> None:
    assert may_number(STYLES.encode(), style) is may


def test_many_styles_are_known_too() -> None:
    numbers = {49: NUMBER, 99: NUMBER}
    named = "".join(f"<w:style w:styleId='s{n}'>{numbers.get(n, '')}</w:style>" for n in range(100))
    styles = f"<w:styles {word.NAMES}>{named}</w:styles>"
    body = "".join(word.paragraph(f"文{n}", f'<w:pStyle w:val="s{n}"/>') for n in range(100))
    parts: dict[str, str | bytes] = {"word/numbering.xml": LISTS, "word/styles.xml": styles}
    read_as = texts(read(word.document(body, parts), "报告.docx"))
    assert [text for text in read_as if "、" in text] == ["一、文49", "二、文99"]
    del parts["word/styles.xml"]
    without = texts(read(word.document(body, parts), "报告.docx"))
    assert without == [f"文{n}" for n in range(100)]


def test_damaged_styles_only_matter_where_one_is_numbered() -> None:
    damaged = STYLES.replace("</w:styles>", "")
    assert lines("正文", damaged) == ["甲", "乙"]
    body = word.paragraph("甲", '<w:pStyle w:val="标题"/>')
    parts: dict[str, str | bytes] = {"word/numbering.xml": LISTS, "word/styles.xml": damaged}
    assert refused(word.document(body, parts), "报告.docx").code == "FILE-DAMAGED"
