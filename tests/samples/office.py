"""Office files with all that their writers forget in them; names and numbers are invented."""

import io
from collections.abc import Callable, Mapping
from datetime import datetime

import docx
import xlsxwriter

from tests.samples.pictures import photograph
from tests.samples.word import NAMES, OFFICE, packed, unpacked

AUTHOR = "甲乙丙"
MACRO_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"
PLAIN_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATION = f'<Relationship Id="{{key}}" Type="{OFFICE}/{{role}}" Target="{{target}}"/>'
TYPE = '<Override PartName="/{name}" ContentType="{kind}"/>'


def written(*paragraphs: str) -> bytes:
    """A document as python-docx writes it, with properties and a picture."""
    document = docx.Document()
    document.core_properties.author = AUTHOR
    document.core_properties.last_modified_by = AUTHOR
    for text in paragraphs:
        document.add_paragraph(text)
    document.add_picture(io.BytesIO(photograph()))
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("项目", "金额", "道路", "12"), strict=True):
        cell.text = text
    document.sections[0].header.paragraphs[0].text = "页眉文字"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """A file with one part rewritten."""
    parts: dict[str, str | bytes] = {**unpacked(data)}
    parts[part] = change(unpacked(data)[part].decode())
    return packed(parts)


def with_body(data: bytes, body: str) -> bytes:
    """A document with further elements at the beginning of its body."""
    return changed(
        data, "word/document.xml", lambda xml: xml.replace("<w:body>", f"<w:body>{body}")
    )


def with_parts(
    data: bytes, holder: str, added: Mapping[str, tuple[str, str, str | bytes]]
) -> bytes:
    """A file with further parts: name -> (role, kind, content), related from the holder."""
    parts: dict[str, str | bytes] = {**unpacked(data)}
    folder, _, name = holder.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    links = [
        RELATION.format(key=f"rAdded{n}", role=role, target=f"/{target}")
        for n, (target, (role, _, _)) in enumerate(added.items())
    ]
    types = [TYPE.format(name=name, kind=kind) for name, (_, kind, _) in added.items()]
    empty = RELATIONS_HEAD + "</Relationships>"
    before = str(parts.get(relations, empty.encode()), "utf-8")  # type: ignore[arg-type]
    listed = str(parts["[Content_Types].xml"], "utf-8")  # type: ignore[arg-type]
    parts[relations] = before.replace("</Relationships>", "".join(links) + "</Relationships>")
    parts["[Content_Types].xml"] = listed.replace("</Types>", "".join(types) + "</Types>")
    parts |= {name: content for name, (_, _, content) in added.items()}
    return packed(parts)


RELATIONS_HEAD = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
)
COMMENTS = (
    f"<w:comments {NAMES}><w:comment w:id='0' w:author='{AUTHOR}'><w:p><w:r>"
    "<w:t>这一句请处长再看</w:t></w:r></w:p></w:comment></w:comments>"
)
SHEET_RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels"


def with_comment(data: bytes) -> bytes:
    """A document with a remark on a word."""
    marks = (
        "<w:p><w:commentRangeStart w:id='0'/><w:r><w:t>有批注的句子</w:t></w:r>"
        "<w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r></w:p>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    added = {"word/comments.xml": ("comments", kind, COMMENTS)}
    return with_body(with_parts(data, "word/document.xml", added), marks)


def with_macro(data: bytes) -> bytes:
    """A document that runs a program when it is opened."""
    added = {"word/vbaProject.bin": ("vbaProject", "application/vnd.ms-office.vbaProject", b"VBA")}
    made = with_parts(data, "word/document.xml", added)
    return changed(made, "[Content_Types].xml", lambda xml: xml.replace(PLAIN_MAIN, MACRO_MAIN))


def workbook() -> bytes:
    """A workbook with a hidden sheet, a hidden row and column, a remark, properties."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    book.set_properties({"author": AUTHOR, "company": "示范市财政局"})
    shown = book.add_worksheet("决算表")
    for row, cells in enumerate(
        (
            ("姓名", "身份证号", "金额"),
            ("张某", "隐藏列的号码", 12.5),
            ("李某", "另一个号码", 13800001111),
        )
    ):
        shown.write_row(row, 0, cells)
    shown.write_row(3, 0, ("隐藏行的姓名", "x", 7))
    shown.write_datetime(4, 0, DAY, book.add_format({"num_format": "yyyy-mm-dd"}))
    shown.write_formula(5, 2, "=SUM(C2:C3)", None, 42)
    shown.set_row(3, None, None, {"hidden": True})
    shown.set_column(1, 1, None, None, {"hidden": True})
    shown.write_comment("A2", "这个人的金额要核实", {"author": AUTHOR})
    shown.set_header("&C内部使用页眉")
    kept = book.add_worksheet("底稿")
    kept.write(0, 0, "底稿里的数字")
    kept.very_hidden()
    book.close()
    return buffer.getvalue()


DAY = datetime(2025, 3, 1)  # noqa: DTZ001 - a cell knows no zone
SPACE = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
SLIDE_KIND = "application/vnd.openxmlformats-officedocument.presentationml.{}+xml"


def slide(text: str, *, hidden: bool = False, root: str = "sld") -> str:
    """One slide, or the notes to one."""
    show = ' show="0"' if hidden else ""
    return (
        f'<p:{root} xmlns:p="{SPACE}" xmlns:a="{DRAWN}"{show}><p:cSld><p:spTree><p:sp><p:txBody>'
        f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:{root}>"
    )


def presentation() -> bytes:
    """Two slides, the second hidden; notes and a remark on the first."""
    main = (
        f'<p:presentation xmlns:p="{SPACE}" xmlns:r="{OFFICE}"><p:sldIdLst>'
        '<p:sldId id="256" r:id="s1"/><p:sldId id="257" r:id="s2"/></p:sldIdLst></p:presentation>'
    )
    kinds = {"ppt/presentation.xml": "presentation.main", "ppt/slides/1.xml": "slide"}
    types = "".join(TYPE.format(name=n, kind=SLIDE_KIND.format(k)) for n, k in kinds.items())
    listed = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}'
    comment = f'<p:cmLst xmlns:p="{SPACE}"><p:cm><p:text>数字要改</p:text></p:cm></p:cmLst>'
    return packed(
        {
            "[Content_Types].xml": f"{listed}</Types>",
            "_rels/.rels": _related(("r1", "officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": main,
            "ppt/_rels/presentation.xml.rels": _related(
                ("s1", "slide", "slides/1.xml"), ("s2", "slide", "slides/2.xml")
            ),
            "ppt/slides/1.xml": slide("年度工作情况"),
            "ppt/slides/2.xml": slide("不放映的内容", hidden=True),
            "ppt/slides/_rels/1.xml.rels": _related(
                ("n1", "notesSlide", "../notes/1.xml"), ("c1", "comments", "../comments/1.xml")
            ),
            "ppt/notes/1.xml": slide("讲稿里的话", root="notes"),
            "ppt/comments/1.xml": comment,
        }
    )


def _related(*rows: tuple[str, str, str]) -> str:
    links = (RELATION.format(key=key, role=role, target=target) for key, role, target in rows)
    return RELATIONS_HEAD + "".join(links) + "</Relationships>"
