"""Word documents: paragraphs, tables and numbers as Word shows them."""

import pytest

from tests.adapters.documents.reading import cells, codes, grids, read, rows, texts
from tests.samples import web, word
from tests.samples.statutory import applications, documents

TITLE = word.paragraph("示例县示例局2024年政府信息公开工作年度报告")


def lines(body: str, parts: dict[str, str | bytes] | None = None) -> list[str]:
    """The lines of a document with this body."""
    return texts(read(word.document(body, parts), "报告.docx"))


def test_the_statutory_tables_come_out_whole() -> None:
    body = TITLE + word.table(documents()) + word.paragraph("三、") + word.table(applications())
    document = read(word.document(body), "报告.docx")
    assert [cells(grid) for grid in grids(document)] == [documents(), applications()]
    assert [(g.rows, g.columns) for g in grids(document)] == [(4, 4), (28, 10)]
    assert [grid.place.line for grid in grids(document)] == [2, 7]
    assert document.notes == ()


PARAGRAPHS = {
    "制表和换行": (
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>1</w:t><w:br/><w:t>乙</w:t></w:r></w:p>",
        ["甲\t1", "乙"],
    ),
    "软连字符": (
        "<w:p><w:r><w:t>信息\xad公开</w:t><w:softHyphen/><w:t>年报</w:t></w:r></w:p>",
        ["信息公开年报"],
    ),
    "域": (
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:t>12</w:t></w:r>"
        "<w:fldSimple w:instr='X'><w:r><w:t>件</w:t></w:r></w:fldSimple></w:p>",
        ["12件"],
    ),
    "超链接": ("<w:p><w:hyperlink><w:r><w:t>网站</w:t></w:r></w:hyperlink></w:p>", ["网站"]),
    "内容控件": (
        f"<w:sdt><w:sdtContent>{word.paragraph('控件里')}</w:sdtContent></w:sdt>",
        ["控件里"],
    ),
    "制表位设置不算字": (
        word.paragraph("正文", "<w:tabs><w:tab w:val='left'/></w:tabs>"),
        ["正文"],
    ),
    "空段落不算行": (word.paragraph("") + word.paragraph("正文"), ["正文"]),
}


@pytest.mark.parametrize(("body", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_revisions_are_read_as_accepted_and_said() -> None:
    body = (
        f"<w:p>{word.run('收到')}<w:ins>{word.run('12')}</w:ins>"
        f"<w:del>{word.run('11', 'delText')}</w:del>{word.run('件')}"
        f"<w:moveFrom>{word.run('移走')}</w:moveFrom></w:p>"
    )
    document = read(word.document(body), "报告.docx")
    assert texts(document) == ["收到12件"]
    (note,) = document.notes
    assert (note.code, "11" in note.text) == ("FILE-REVISIONS", True)


def test_hidden_text_is_left_out_and_said() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r>"
    document = read(word.document(f"<w:p>{word.run('正文')}{hidden}</w:p>"), "报告.docx")
    assert texts(document) == ["正文"]
    assert codes(document) == {"FILE-HIDDEN"}


def test_text_boxes_are_read_once_after_their_paragraph() -> None:
    box = f"<w:txbxContent>{word.paragraph('框里')}</w:txbxContent>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    twice = f"<mc:AlternateContent>{both}</mc:AlternateContent>"
    assert lines(f"<w:p>{word.run('框外')}<w:r>{twice}</w:r></w:p>{word.paragraph('下段')}") == [
        "框外",
        "框里",
        "下段",
    ]


def test_footnotes_follow_the_text_where_it_refers_to_them() -> None:
    notes = "".join(
        f'<w:footnote w:id="{n}">{word.paragraph(f"注{n}")}</w:footnote>' for n in range(3)
    )
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p>{word.run('正文')}{mark}</w:p>{word.paragraph('末段')}"
    parts: dict[str, str | bytes] = {
        "word/footnotes.xml": f"<w:footnotes {word.NAMES}>{notes}</w:footnotes>"
    }
    assert lines(body, parts) == ["正文", "末段", "注2"]


def test_heads_and_feet_are_left_out() -> None:
    parts: dict[str, str | bytes] = {
        "word/footer1.xml": f"<w:ftr {word.NAMES}>{word.paragraph('— 1 —')}</w:ftr>"
    }
    assert lines(word.paragraph("正文"), parts) == ["正文"]


def test_rows_and_cells_in_controls_and_deleted_rows() -> None:
    table = word.simple_table([["甲", "1"], ["乙", "2"], ["丙", "3"]])
    first, second, third = (f"<w:tr>{part}" for part in table.split("<w:tr>")[1:])
    deleted = second.replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    wrapped = f"<w:sdt><w:sdtContent>{first}</w:sdtContent></w:sdt>"
    (grid,) = grids(read(word.document(f"<w:tbl>{wrapped}{deleted}{third}"), "报告.docx"))
    assert rows(grid) == [["甲", "1"], ["丙", "3"]]


def test_columns_left_free_before_a_row_shift_it() -> None:
    table = word.simple_table([["甲", "乙", "丙"], ["1", "2"]])
    before, after = table.rsplit("<w:tr>", 1)
    shifted = f"{before}<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{after}"
    (grid,) = grids(read(word.document(shifted), "报告.docx"))
    assert [(c.text, c.row, c.column) for c in grid.cells][3:] == [("1", 1, 1), ("2", 1, 2)]


def test_tables_in_a_layout_table_come_in_order() -> None:
    inner = word.simple_table([["甲", "1"], ["乙", "2"]])
    cell = f"<w:tc>{word.paragraph('左')}{inner}{word.paragraph('右')}</w:tc>"
    layout = f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"
    document = read(word.document(layout), "报告.docx")
    assert texts(document) == ["左", "右"]
    assert rows(grids(document)[0]) == [["甲", "1"], ["乙", "2"]]


def test_paragraphs_of_a_cell_are_lines_of_it() -> None:
    first = f"<w:tc>{word.paragraph('结果')}{word.paragraph('维持')}</w:tc>"
    table = f"<w:tbl><w:tr>{first}<w:tc>{word.paragraph('1')}</w:tc></w:tr></w:tbl>"
    (grid,) = grids(read(word.document(table), "报告.docx"))
    assert rows(grid) == [["结果\n维持", "1"]]


def test_strict_documents_are_read() -> None:
    body = TITLE + word.table(documents())
    data = word.document(body)
    strict = word.NAMES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    part = f"<w:document {strict}><w:body>{body}</w:body></w:document>"
    document = read(
        word.packed({"_rels/.rels": word.RELATIONS, "word/document.xml": part}), "报告.docx"
    )
    assert document.blocks == read(data, "报告.docx").blocks


def test_a_web_page_put_into_a_document_is_read() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="h1" Type="x/aFChunk" Target="page.html"/></Relationships>'
    )
    parts: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": relations,
        "word/page.html": web.page(web.article()),
    }
    body = word.paragraph("封面") + '<w:altChunk r:id="h1"/>' + word.paragraph("末段")
    document = read(word.document(body, parts), "报告.docx")
    assert texts(document)[0] == "封面"
    assert texts(document)[-1] == "末段"
    assert [cells(grid) for grid in grids(document)] == [documents(), applications()]


CHINESE = word.numbering(
    [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
)


def test_automatic_numbers_are_written_out() -> None:
    body = "".join(
        word.numbered(text, level)
        for text, level in (
            ("总体情况", 0), ("主动公开", 1), ("依申请公开", 1), ("第一", 2), ("第二", 2),
            ("主动公开政府信息情况", 0), ("重新起算", 1),
        )
    )  # fmt: skip
    assert lines(body, {"word/numbering.xml": CHINESE}) == [
        "一、总体情况",
        "（一）主动公开",
        "（二）依申请公开",
        "1.第一",
        "2.第二",
        "二、主动公开政府信息情况",
        "（一）重新起算",
    ]


def test_numbers_of_a_style_and_restarts() -> None:
    number = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    style = (
        f'<w:styles {word.NAMES}><w:style w:styleId="标题1"><w:pPr><w:numPr>'
        '<w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    body = "".join(word.paragraph(text, '<w:pStyle w:val="标题1"/>') for text in ("甲", "乙"))
    parts: dict[str, str | bytes] = {
        "word/numbering.xml": CHINESE.replace("</w:numbering>", f"{number}</w:numbering>"),
        "word/styles.xml": style,
    }
    assert lines(body, parts) == ["五、甲", "六、乙"]


def test_numbers_switched_off_and_bullets_are_not_written() -> None:
    bullets = word.numbering([("bullet", "●")])
    assert lines(word.numbered("甲"), {"word/numbering.xml": bullets}) == ["甲"]
    assert lines(word.numbered("甲", number=0), {"word/numbering.xml": CHINESE}) == ["甲"]


def test_numbers_of_cells_are_written_too() -> None:
    cell = f"<w:tc>{word.numbered('属于国家秘密', 2)}</w:tc><w:tc>{word.paragraph('0')}</w:tc>"
    data = word.document(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>", {"word/numbering.xml": CHINESE})
    assert rows(grids(read(data, "报告.docx"))[0]) == [["1.属于国家秘密", "0"]]
