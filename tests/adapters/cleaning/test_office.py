"""Office files lose what their writers forgot, and nothing else."""

import io

import docx
import pytest
import python_calamine
from lxml import etree

from gongkai.adapters.cleaning.revisions import accept
from gongkai.adapters.files.markup import joined
from gongkai.core.ports import FileKind
from tests.adapters.files.handling import clean, texts
from tests.samples import office, word
from tests.samples.pictures import photograph
from tests.samples.word import unpacked

CHANGES = (
    "<w:p><w:pPr><w:pPrChange w:id='9' w:author='甲乙丙'/></w:pPr><w:r w:rsidR='00AA11BB'>"
    "<w:t>甲</w:t></w:r><w:ins w:id='1' w:author='甲乙丙'><w:r><w:t>插入的</w:t></w:r></w:ins>"
    "<w:del w:id='2' w:author='甲乙丙'><w:r><w:delText>删掉的号码</w:delText></w:r></w:del></w:p>"
)


def everything() -> bytes:
    """A document with all at once."""
    data = office.with_macro(office.with_comment(office.written("正文一", "正文二")))
    return office.with_body(data, CHANGES)


def holds(data: bytes, *words: str) -> list[str]:
    """Which of these words stand anywhere in a package, unpacked."""
    whole = b"\n".join([*unpacked(data).values(), *(n.encode() for n in unpacked(data))])
    return [word for word in words if word.encode() in whole]


def test_a_document_is_cleaned() -> None:
    cleaned = clean(everything(), FileKind.DOCX)
    assert set(cleaned.removed) == {
        "文档属性（作者、单位、修改人等）",
        "缩略图",
        "宏",
        "其他程序的自定义数据",
        "图片的拍摄信息",
        "批注",
        "修订痕迹",
        "编辑记录号",
    }
    assert cleaned.remains == ()
    gone = (
        "甲乙丙",
        "删掉的号码",
        "处长",
        "vbaProject",
        "rsid",
        "macroEnabled",
        "comment",
        "thumb",
    )
    assert holds(everything(), *gone) != []
    assert holds(cleaned.data, *gone) == []


def test_a_cleaned_document_says_what_it_said() -> None:
    cleaned = clean(everything(), FileKind.DOCX)
    document = docx.Document(io.BytesIO(cleaned.data))
    told = [paragraph.text for paragraph in document.paragraphs]
    assert told[:4] == ["甲插入的", "有批注的句子", "正文一", "正文二"]
    assert document.tables[0].cell(1, 0).text == "道路"
    assert len(document.inline_shapes) == 1
    assert texts(cleaned.data, FileKind.DOCX)["正文"] == texts(everything(), FileKind.DOCX)["正文"]


def test_cleaning_is_settled_and_repeatable() -> None:
    data = everything()
    once = clean(data, FileKind.DOCX)
    assert clean(data, FileKind.DOCX).data == once.data
    twice = clean(once.data, FileKind.DOCX)
    assert (twice.data, twice.removed) == (once.data, ())


def test_hidden_text_stays_and_is_said() -> None:
    run = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>不显示</w:t></w:r></w:p>"
    cleaned = clean(office.with_body(everything(), run), FileKind.DOCX)
    assert cleaned.remains == ("隐藏的文字",)
    assert holds(cleaned.data, "不显示") == ["不显示"]


def test_the_template_on_the_writers_disk_is_forgotten() -> None:
    data = office.written("正文")
    settings = "word/settings.xml"
    data = office.changed(
        data,
        settings,
        lambda xml: (
            xml.replace("<w:zoom", '<w:attachedTemplate r:id="rT"/><w:zoom', 1)
            if "xmlns:r=" in xml
            else xml
        ),
    )
    parts: dict[str, str | bytes] = {**unpacked(data)}
    parts["word/_rels/settings.xml.rels"] = (
        f'{office.RELATIONS_HEAD}<Relationship Id="rT" Type="{word.OFFICE}/attachedTemplate"'
        ' Target="file:///C:/Users/jia/tpl.dotm" TargetMode="External"/></Relationships>'
    )
    data = word.packed(parts)
    assert holds(data, "attachedTemplate", "C:/Users") == ["attachedTemplate", "C:/Users"]
    assert holds(clean(data, FileKind.DOCX).data, "attachedTemplate", "C:/Users") == []


def test_a_signed_document_is_left_alone_and_said() -> None:
    parts: dict[str, str | bytes] = {**unpacked(office.written("正文"))}
    parts["_xmlsignatures/sig1.xml"] = "<Signature/>"
    data = word.packed(parts)
    cleaned = clean(data, FileKind.DOCX)
    assert (cleaned.data, cleaned.removed) == (data, ())
    assert any("签名" in rest and "作者" in rest for rest in cleaned.remains)


ACCEPTED = [
    pytest.param("<p><ins><r><t>甲</t></r></ins></p>", "甲", id="插入"),
    pytest.param("<p><r><t>甲</t></r><del><r><delText>乙</delText></r></del></p>", "甲", id="删除"),
    pytest.param("<p><moveFrom><r><t>甲</t></r></moveFrom><r><t>乙</t></r></p>", "乙", id="移走"),
    pytest.param("<p><moveTo><r><t>甲</t></r></moveTo></p>", "甲", id="移来"),
    pytest.param("<ins><del><r><t>甲</t></r></del></ins>", "", id="插入后又删除"),
    pytest.param("<p><r><rPr><rPrChange><b/></rPrChange></rPr><t>甲</t></r></p>", "甲", id="格式"),
    pytest.param(
        "<tbl><tr><trPr><del/></trPr><tc><p><r><t>甲</t></r></p></tc></tr></tbl>", "", id="删行"
    ),
    pytest.param(
        "<tbl><tr><trPr><ins/></trPr><tc><p><r><t>甲</t></r></p></tc></tr></tbl>", "甲", id="插行"
    ),
    pytest.param(
        "<tbl><tr><tc><tcPr><cellDel/></tcPr><p><r><t>甲</t></r></p></tc>"
        "<tc><p><r><t>乙</t></r></p></tc></tr></tbl>",
        "乙",
        id="删单元格",
    ),
]


@pytest.mark.parametrize(("xml", "text"), ACCEPTED)
def test_changes_are_accepted(xml: str, text: str) -> None:
    root = tree(xml)
    assert accept(root)
    assert joined(root, "t") == text
    assert not accept(root)


def test_a_deleted_end_of_a_paragraph_joins_two() -> None:
    ended = "<p><pPr><rPr><del/></rPr></pPr><r><t>甲</t></r></p>"
    root = tree(f"{ended}<bookmarkEnd/>{ended}<p><pPr><jc/></pPr><r><t>乙</t></r></p>")
    assert accept(root)
    assert [joined(p, "t") for p in root.iter("{*}p")] == ["甲甲乙"]
    assert root.find(".//{*}pPr/{*}jc") is not None


def tree(xml: str) -> etree._Element:
    return etree.fromstring(f"<body>{xml}</body>")


def test_a_workbook_is_cleaned() -> None:
    cleaned = clean(office.workbook(), FileKind.XLSX)
    assert cleaned.removed == ("文档属性（作者、单位、修改人等）", "批注")
    assert cleaned.remains == ("工作表“决算表”隐藏的行和列", "隐藏的工作表“底稿”")
    assert holds(cleaned.data, office.AUTHOR, "核实", "legacyDrawing", "vmlDrawing1") == []


def test_a_cleaned_workbook_holds_what_it_held() -> None:
    before, after = office.workbook(), clean(office.workbook(), FileKind.XLSX).data
    books = [python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(d)) for d in (before, after)]
    assert books[0].sheet_names == books[1].sheet_names == ["决算表", "底稿"]
    for name in books[0].sheet_names:
        tables = [book.get_sheet_by_name(name).to_python() for book in books]
        assert tables[0] == tables[1]


def test_where_a_workbook_lay_is_forgotten() -> None:
    path = (
        '<mc:AlternateContent xmlns:mc="urn:mc">'
        '<mc:Choice Requires="x15"><a:absPath xmlns:a="urn:x" url="D:\\底稿\\"/></mc:Choice>'
        "</mc:AlternateContent>"
    )
    data = office.changed(
        office.workbook(), "xl/workbook.xml", lambda xml: xml.replace("<sheets>", f"{path}<sheets>")
    )
    cleaned = clean(data, FileKind.XLSX)
    assert "文件保存位置" in cleaned.removed
    assert holds(cleaned.data, "absPath", "AlternateContent") == []


def test_printer_settings_go_without_breaking_the_sheet() -> None:
    made = office.changed(
        office.workbook(),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace("<headerFooter", '<pageSetup r:id="rP"/><headerFooter', 1),
    )
    made = office.changed(
        made,
        office.SHEET_RELATIONS,
        lambda xml: xml.replace(
            "</Relationships>",
            f'<Relationship Id="rP" Type="{word.OFFICE}/printerSettings"'
            ' Target="../printerSettings/printerSettings1.bin"/></Relationships>',
        ),
    )
    parts: dict[str, str | bytes] = {**unpacked(made)}
    parts["xl/printerSettings/printerSettings1.bin"] = "某处打印机"
    cleaned = clean(word.packed(parts), FileKind.XLSX)
    assert "打印机设置" in cleaned.removed
    assert holds(cleaned.data, "某处打印机", 'r:id="rP"') == []
    assert holds(cleaned.data, "<pageSetup") == ["<pageSetup"]


def test_a_presentation_is_cleaned() -> None:
    cleaned = clean(office.presentation(), FileKind.PPTX)
    assert cleaned.removed == ("批注",)
    assert cleaned.remains == ("第1张幻灯片的备注", "隐藏的第2张幻灯片")
    assert holds(cleaned.data, "数字要改") == []


def test_a_picture_in_a_document_loses_its_place_but_no_dot() -> None:
    data = clean(office.written("正文"), FileKind.DOCX).data
    [picture] = [content for name, content in unpacked(data).items() if name.endswith(".jpg")]
    assert len(picture) < len(photograph())
    assert b"MakerNote" not in picture
