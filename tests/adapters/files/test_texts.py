"""All that a file says, seen and unseen."""

import pytest
from hypothesis import given as given_that
from hypothesis import strategies as st

from gongkai.adapters.documents.pictures import engine
from gongkai.adapters.files.texts.numbers import shown
from gongkai.core.ports import FileKind, FilePart, FileText, UnreadableError
from tests.adapters.files.handling import clean, read, texts
from tests.samples import ofd, office, papers, pictures, portable, word
from tests.samples.drawing import Sketch

REVISED = (
    "<w:p><w:r><w:t>原文</w:t></w:r><w:ins w:id='1'><w:r><w:t>加上的</w:t></w:r></w:ins>"
    "<w:del w:id='2'><w:r><w:delText>1101</w:delText></w:r><w:r><w:delText>05</w:delText></w:r>"
    "</w:del></w:p>"
)
HIDDEN = (
    "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>不显示</w:t></w:r><w:r><w:t>显示</w:t></w:r></w:p>"
)
SHOWN = "<w:p><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>并不隐藏</w:t></w:r></w:p>"
BOXED = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r>"
    "<w:t>框里的字</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    "<w:txbxContent><w:p><w:r><w:t>框里的字</w:t></w:r></w:p></w:txbxContent></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def body(*elements: str) -> dict[str, str]:
    return texts(word.document("".join(elements)), FileKind.DOCX)


def test_word_says_all_of_itself() -> None:
    data = office.with_comment(office.written("第一段", "第二段"))
    said = texts(data, FileKind.DOCX)
    assert "第一段\n第二段" in said["正文"]
    assert "项目\t金额\n道路\t12" in said["正文"]
    assert said["页眉"] == "页眉文字"
    assert "这一句请处长再看" in said["批注"]
    assert office.AUTHOR in said["批注"]
    assert f"作者：{office.AUTHOR}" in said["文档属性"]


def test_what_is_not_seen_is_apart() -> None:
    parts = read(word.document(REVISED + HIDDEN), FileKind.DOCX).parts
    assert parts == (
        FilePart("正文", "原文加上的\n显示"),
        FilePart("修订中删除的文字", "110105", hidden=True),
        FilePart("隐藏的文字", "不显示", hidden=True),
    )


def test_a_switch_that_is_off_hides_nothing() -> None:
    assert body(SHOWN) == {"正文": "并不隐藏"}


def test_a_style_may_hide_text() -> None:
    run = "<w:p><w:r><w:rPr><w:rStyle w:val='Gone'/></w:rPr><w:t>藏</w:t></w:r></w:p>"
    styles = (
        f"<w:styles {word.NAMES}><w:style w:styleId='Gone'><w:rPr><w:vanish/></w:rPr></w:style>"
        "</w:styles>"
    )
    added = {"word/styles.xml": ("styles", "x", styles)}
    data = word.document(run, {"[Content_Types].xml": "<Types></Types>"})
    said = texts(office.with_parts(data, "word/document.xml", added), FileKind.DOCX)
    assert said == {"隐藏的文字": "藏"}


def test_a_text_box_is_read_once() -> None:
    assert body(BOXED) == {"正文": "框里的字"}


def test_a_deleted_row_is_not_seen() -> None:
    row = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    gone = row.format("删去的行").replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    said = body(f"<w:tbl>{row.format('留下的行')}{gone}</w:tbl>")
    assert said == {"正文": "留下的行", "修订中删除的文字": "删去的行"}


def test_a_web_page_within_a_document_is_read() -> None:
    page = "<html><body><p>网页里的字</p></body></html>"
    added = {"word/page.html": ("aFChunk", "text/html", page)}
    data = word.document('<w:altChunk r:id="rAdded0"/>', {"[Content_Types].xml": "<Types></Types>"})
    found = read(office.with_parts(data, "word/document.xml", added), FileKind.DOCX)
    assert found.parts == (FilePart("正文", "网页里的字"),)
    assert found.unread == ()


def test_a_workbook_says_all_of_itself() -> None:
    said = read(office.workbook(), FileKind.XLSX).parts
    hidden = {part.label: part.text for part in said if part.hidden}
    seen = {part.label: part.text for part in said if not part.hidden}
    assert seen["工作表“决算表”"].splitlines() == [
        "姓名\t金额",
        "张某\t12.5",
        "李某\t13800001111",
        "2025-03-01",
        "\t42",
    ]
    assert "内部使用页眉" in seen["工作表“决算表”的页眉页脚"]
    concealed = hidden["工作表“决算表”隐藏的行和列"]
    assert "隐藏行的姓名\tx\t7" in concealed
    assert "身份证号\n隐藏列的号码\n另一个号码" in concealed
    assert hidden["隐藏的工作表“底稿”"] == "底稿里的数字"
    assert "这个人的金额要核实" in hidden["批注"]
    assert "单位：示范市财政局" in hidden["文档属性"]


NUMBERS = [
    pytest.param("110105194912310020", False, "110105194912310020", id="长号码原样"),
    pytest.param("1.3800001111E10", False, "13800001111", id="科学计数的手机号"),
    pytest.param("12.50", False, "12.50", id="小数原样"),
    pytest.param("3", False, "3", id="整数"),
    pytest.param("45717", True, "2025-03-01", id="日期"),
    pytest.param("45717.5", True, "2025-03-01 12:00:00", id="日期时间"),
    pytest.param("abc", True, "abc", id="不是数"),
    pytest.param("1e400", False, "1e400", id="太大的数"),
]


@pytest.mark.parametrize(("stored", "is_day", "text"), NUMBERS)
def test_numbers_as_a_person_sees_them(stored: str, is_day: bool, text: str) -> None:
    assert shown(stored, is_day=is_day, since_1904=False) == text


@given_that(st.floats(allow_nan=True), st.booleans(), st.booleans())
def test_any_number_is_shown(number: float, is_day: bool, since_1904: bool) -> None:
    assert shown(repr(number), is_day=is_day, since_1904=since_1904)


PIVOT = (
    '<pivotCacheDefinition xmlns="urn:x"><cacheFields><cacheField name="姓名"><sharedItems>'
    '<s v="缓存里的人"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>'
)
OUTSIDE = (
    '<externalLink xmlns="urn:x"><externalBook><sheetDataSet><sheetData><row><cell><v>别处的数</v>'
    "</cell></row></sheetData></sheetDataSet></externalBook></externalLink>"
)
DRAWING = (
    f'<xdr:wsDr xmlns:xdr="urn:x" xmlns:a="{office.DRAWN}"><a:p><a:r><a:t>框里</a:t></a:r><a:r>'
    "<a:t>的字</a:t></a:r></a:p><a:tbl><a:tr><a:tc><a:p><a:r><a:t>左</a:t></a:r></a:p></a:tc><a:tc>"
    "<a:p><a:r><a:t>右</a:t></a:r></a:p></a:tc></a:tr></a:tbl></xdr:wsDr>"
)
THREAD = (
    '<ThreadedComments xmlns="urn:x"><threadedComment ref="A1"><text>一串批注</text>'
    "</threadedComment></ThreadedComments>"
)


def test_what_a_workbook_keeps_of_its_sources_is_hidden_text() -> None:
    added = {
        "xl/pivotCache/definition1.xml": ("pivotCacheDefinition", "x", PIVOT),
        "xl/externalLinks/link1.xml": ("externalLink", "x", OUTSIDE),
    }
    data = office.with_parts(office.workbook(), "xl/workbook.xml", added)
    parts = {part.label: part for part in read(data, FileKind.XLSX).parts}
    assert parts["数据透视表的缓存"] == FilePart("数据透视表的缓存", "缓存里的人", hidden=True)
    assert parts["引用的其他工作簿"].text == "别处的数"
    assert {"数据透视表的缓存", "引用的其他工作簿"} <= set(clean(data, FileKind.XLSX).remains)


def test_what_is_drawn_and_said_on_a_sheet_is_read() -> None:
    added = {
        "xl/drawings/drawing9.xml": ("drawing", "x", DRAWING),
        "xl/threadedComments/thread1.xml": ("threadedComment", "x", THREAD),
    }
    data = office.with_parts(office.workbook(), "xl/worksheets/sheet1.xml", added)
    said = texts(data, FileKind.XLSX)
    assert said["图形和图表中的文字"] == "框里的字\n左\t右"
    assert "一串批注" in said["批注"]
    assert "一串批注" not in str(clean(data, FileKind.XLSX).text.parts)


def test_a_bare_sheet_is_read() -> None:
    """Cells without places, dates counted from 1904, words in the cell itself, errors."""
    cells = (
        '<row><c t="inlineStr"><is><t>字在</t></is></c><c t="b"><v>1</v></c>'
        '<c t="e"><v>#N/A</v></c></row><row ht="0"><c><v>7</v></c></row>'
    )
    data = word.packed(
        {
            "_rels/.rels": word.RELATIONS.replace("word/document.xml", "xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="urn:x" xmlns:r="{word.OFFICE}"><workbookPr '
            'date1904="1"/><sheets><sheet name="甲" r:id="s"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'{office.RELATIONS_HEAD}<Relationship Id="s" '
            f'Type="{word.OFFICE}/worksheet" Target="sheet.xml"/></Relationships>',
            "xl/sheet.xml": f'<worksheet xmlns="urn:x"><sheetData>{cells}</sheetData></worksheet>',
        }
    )
    said = texts(data, FileKind.XLSX)
    assert said == {
        "工作表“甲”": "字在\tTRUE\t#N/A",
        "工作表“甲”隐藏的行和列": "字在\tTRUE\t#N/A\n7",
    }
    assert shown("0", is_day=True, since_1904=True) == "1904-01-01"


def test_a_presentation_says_all_of_itself() -> None:
    assert read(office.presentation(), FileKind.PPTX).parts == (
        FilePart("第1张幻灯片", "年度工作情况"),
        FilePart("第1张幻灯片的备注", "讲稿里的话", hidden=True),
        FilePart("批注", "数字要改", hidden=True),
        FilePart("隐藏的第2张幻灯片", "不放映的内容", hidden=True),
    )


def test_a_pdf_says_all_of_itself() -> None:
    said = texts(papers.loaded(), FileKind.PDF)
    assert said["正文"] == "公开的正文第一行\n公开的正文第二行"
    assert said["页面上的批注文字"] == "页面上写的字"
    assert said["批注"] == f"{office.AUTHOR} 此处请再核实"
    assert said["附带的文件"] == "底稿.txt"
    assert f"Author：{office.AUTHOR}" in said["文档属性"]
    assert said["嵌入的文件“底稿.txt”：正文"] == "附带的底稿"


def test_an_ofd_says_all_of_itself() -> None:
    said = texts(papers.ofd_loaded(hidden=True), FileKind.OFD)
    assert said["正文"] == "公开的正文第一行\n公开的正文第二行"
    assert said["不显示的文字"] == "藏起来的字"
    assert said["附带的文件"] == "底稿.txt"
    assert f"作者：{office.AUTHOR}" in said["文档属性"]


def test_a_workbook_within_a_document_is_read_as_hidden() -> None:
    added = {"word/embeddings/表.xlsx": ("package", "application/x", office.workbook())}
    data = office.with_parts(office.written("正文"), "word/document.xml", added)
    parts = {part.label: part for part in read(data, FileKind.DOCX).parts}
    inner = parts["嵌入的文件“表.xlsx”：隐藏的工作表“底稿”"]
    assert (inner.text, inner.hidden) == ("底稿里的数字", True)
    assert "嵌入的文件" in clean(data, FileKind.DOCX).remains


def test_what_cannot_be_read_within_a_file_is_said() -> None:
    added = {"word/embeddings/旧.bin": ("oleObject", "application/x", b"\xd0\xcf\x11\xe0")}
    data = office.with_parts(office.written("正文"), "word/document.xml", added)
    assert read(data, FileKind.DOCX).unread == ("嵌入的文件“旧.bin”没有读入。",)


def test_notes_on_the_pages_of_an_ofd_are_read() -> None:
    parts: dict[str, str | bytes] = {**word.unpacked(papers.ofd_loaded())}
    document = str(parts["Doc_0/Document.xml"], "utf-8")  # type: ignore[arg-type]
    named = "<ofd:Annotations>Annots.xml</ofd:Annotations></ofd:Document>"
    parts["Doc_0/Document.xml"] = document.replace("</ofd:Document>", named)
    parts["Doc_0/Annots.xml"] = (
        f'<ofd:Annotations {ofd.SPACE}><ofd:Page PageID="10"><ofd:FileLoc>Annots/1.xml'
        "</ofd:FileLoc></ofd:Page></ofd:Annotations>"
    )
    parts["Doc_0/Annots/1.xml"] = (
        f"<ofd:PageAnnot {ofd.SPACE}><ofd:Annot><ofd:Appearance><ofd:TextObject><ofd:TextCode>"
        "盖上的字</ofd:TextCode></ofd:TextObject></ofd:Appearance></ofd:Annot></ofd:PageAnnot>"
    )
    assert texts(word.packed(parts), FileKind.OFD)["页面上的注释文字"] == "盖上的字"


@pytest.mark.parametrize("kind", [FileKind.PDF, FileKind.OFD], ids=["PDF", "OFD"])
def test_a_file_without_text_is_no_fault_but_is_said(kind: FileKind) -> None:
    empty = portable.pdf(Sketch()) if kind is FileKind.PDF else ofd.ofd(Sketch())
    found = read(empty, kind)
    assert found.parts == ()
    assert len(found.unread) == 1


def test_without_recognition_a_picture_is_unread() -> None:
    found = read(pictures.photograph(), FileKind.JPEG)
    assert found.parts == ()
    assert "文字识别" in found.unread[0]


def test_a_picture_without_words_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("rapidocr")
    monkeypatch.setattr(engine, "is_installed", lambda: True)
    assert read(pictures.photograph(), FileKind.JPEG) == FileText()


def test_plain_text_in_any_encoding() -> None:
    for encoding in ("utf-8", "gb18030", "utf-16"):
        assert texts("第一行\n第二行".encode(encoding), FileKind.TEXT) == {"正文": "第一行\n第二行"}


@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_a_table_in_plain_text(sign: str) -> None:
    data = f'姓名{sign}"住址\n门牌"\n甲{sign}乙'.encode("gb18030")
    assert texts(data, FileKind.CSV) == {"正文": "姓名\t住址 门牌\n甲\t乙"}


def test_a_broken_file_is_refused_with_a_reason() -> None:
    with pytest.raises(UnreadableError) as raised:
        read(b"PK\x03\x04 rubbish", FileKind.XLSX)
    assert raised.value.finding.code == "FILE-DAMAGED"
