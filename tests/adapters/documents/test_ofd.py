"""OFD files: text by position, ruled tables as grids."""

from tests.adapters.documents.reading import cells, codes, grids, read, refused, texts
from tests.samples import ofd, word
from tests.samples.drawing import WIDE, Sketch
from tests.samples.statutory import applications, documents

QUARTER = [120.0] * 4


def test_the_statutory_tables_come_out_whole() -> None:
    first = Sketch().write(60, 60, "二、主动公开政府信息情况", 14).table(documents(), QUARTER)
    data = ofd.ofd(first, Sketch().table(applications(), WIDE).write(290, 810, "— 2 —"))
    document = read(data, "报告.ofd")
    assert [cells(grid) for grid in grids(document)] == [documents(), applications()]
    assert texts(document) == ["二、主动公开政府信息情况"]
    assert document.pages == 2
    assert codes(document) == {"FILE-RUNNING"}


def test_texts_on_one_height_are_one_line() -> None:
    sketch = Sketch().write(60, 100, "新收").write(200, 100, "12").write(60, 130, "下一行")
    assert texts(read(ofd.ofd(sketch), "报告.ofd")) == ["新收\t12", "下一行"]


def test_templates_under_pages_are_read() -> None:
    form = Sketch().table([c for c in documents() if not c.text.isdecimal()], QUARTER)
    full = Sketch().table(documents(), QUARTER)
    figures = Sketch(texts=[text for text in full.texts if text not in form.texts])
    rules = Sketch(texts=form.texts, rules=full.rules)
    document = read(ofd.ofd(figures, template=rules), "报告.ofd")
    assert [cells(grid) for grid in grids(document)] == [documents()]


def turned(matrix: str) -> bytes:
    """A page with one object drawn through a matrix."""
    code = '<ofd:TextCode X="0" Y="0" DeltaX="g 1 4 4">甲乙丙</ofd:TextCode>'
    other = code.replace("甲乙丙", "丁戊己")
    objects = (
        f'<ofd:TextObject Boundary="50 50 50 50" CTM="{matrix}" Size="4">{code}</ofd:TextObject>'
        f'<ofd:TextObject Boundary="60 50 50 50" CTM="{matrix}" Size="4">{other}</ofd:TextObject>'
    )
    layer = f"<ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content>"
    page = f"<ofd:Page {ofd.SPACE}>{layer}</ofd:Page>"
    pages = '<ofd:Pages><ofd:Page ID="1" BaseLoc="/Doc_0/Pages/0.xml"/></ofd:Pages>'
    return word.packed(
        {
            "OFD.xml": ofd.ENTRY,
            "Doc_0/Document.xml": f"<ofd:Document {ofd.SPACE}>{pages}</ofd:Document>",
            "Doc_0/Pages/0.xml": page,
        }
    )


def test_turned_text_is_read_upright() -> None:
    assert texts(read(turned("0 1 -1 0 0 0"), "报告.ofd")) == ["丁戊己", "甲乙丙"]
    assert texts(read(turned("1 0 0 1 0 0"), "报告.ofd")) == ["甲乙丙丁戊己"]


def test_encrypted_and_pictured_files_are_refused() -> None:
    parts: dict[str, str | bytes] = {"OFD.xml": ofd.ENTRY, "Encryptions.xml": "<x/>"}
    assert refused(word.packed(parts), "密.ofd").code == "FILE-ENCRYPTED"
