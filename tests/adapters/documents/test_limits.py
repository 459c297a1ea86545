"""Files that are refused: each with its code and a sentence that names the file."""

import io
import zipfile
import zlib

import pytest

from gongkai.adapters.documents import legacy
from gongkai.adapters.documents.faults import FAULTS, REFUSALS
from gongkai.core.finding import Severity, Status
from gongkai.core.ports.documents import ReadingLimits
from tests.adapters.documents.reading import codes, read, refused, texts
from tests.samples import drawing, ofd, portable, web, word

SMALL = ReadingLimits(file_bytes=1000)
PNG = b"\x89PNG\r\n\x1a\n"


def png(width: int, height: int) -> bytes:
    """The head of a picture that claims a size."""
    head = b"IHDR" + width.to_bytes(4) + height.to_bytes(4) + b"\x08\x02\x00\x00\x00"
    body = zlib.compress(b"\x00" * 100)
    chunks = [head, b"IDAT" + body, b"IEND"]
    return PNG + b"".join((len(c) - 4).to_bytes(4) + c + zlib.crc32(c).to_bytes(4) for c in chunks)


def encrypted_zip() -> bytes:
    """A document whose parts are marked as encrypted."""
    data = bytearray(word.document(word.paragraph("正文")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(mark, place + 4)
    return bytes(data)


def bomb() -> bytes:
    """A document whose body unpacks to far more than it holds."""
    return word.document(word.paragraph("甲" * 30_000_000))


def garbled_zip() -> bytes:
    """A document with a byte changed in the middle of a part."""
    data = bytearray(word.document(word.paragraph("正文")))
    data[data.find(b"word/document.xml") + 40] ^= 0xFF
    return bytes(data)


def locked() -> bytes:
    """The beginning of an Office file under a password."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")


def spreadsheet() -> bytes:
    """A packed spreadsheet."""
    return word.packed({"_rels/.rels": "<x/>", "xl/workbook.xml": "<x/>"})


def entities() -> bytes:
    """A document that declares entities."""
    part = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    return word.packed({"_rels/.rels": word.RELATIONS, "word/document.xml": part})


def locked_pdf() -> bytes:
    """A PDF with a password."""
    encryption = f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [] /Count 0 >>",
        encryption,
    ]
    return portable.assembled(objects, f"/Encrypt 3 0 R /ID [<{'43' * 16}> <{'43' * 16}>]")


CASES = [
    pytest.param(b"", "空.txt", "FILE-EMPTY", id="空文件"),
    pytest.param("字" * 1000, "大.txt", "FILE-SIZE", id="过大"),
    pytest.param(b"dummy pdf content", "坏.pdf", "FILE-DAMAGED", id="十七个字节的PDF"),
    pytest.param(b"%PDF-1.4\nrubbish", "坏.pdf", "FILE-DAMAGED", id="只有开头的PDF"),
    pytest.param(locked_pdf(), "密.pdf", "FILE-ENCRYPTED", id="有密码的PDF"),
    pytest.param(portable.pdf(), "空.pdf", "FILE-NO-PAGES", id="没有页的PDF"),
    pytest.param(b"PK\x03\x04 broken", "坏.docx", "FILE-DAMAGED", id="打不开的压缩包"),
    pytest.param(word.packed({"a.txt": "x"}), "包.zip", "FILE-KIND", id="压缩包"),
    pytest.param(spreadsheet(), "表.xlsx", "FILE-KIND", id="电子表格"),
    pytest.param(encrypted_zip(), "密.docx", "FILE-ENCRYPTED", id="加密的压缩包"),
    pytest.param(locked(), "密.docx", "FILE-ENCRYPTED", id="有密码的Word"),
    pytest.param(entities(), "险.docx", "FILE-XML-UNSAFE", id="声明实体"),
    pytest.param(garbled_zip(), "坏.docx", "FILE-DAMAGED", id="校验和不符"),
    pytest.param(word.document(""), "空.docx", "FILE-NO-TEXT", id="没有文字的Word"),
    pytest.param(word.packed({"OFD.xml": "<x/>"}), "空.ofd", "FILE-NO-PAGES", id="没有页的OFD"),
    pytest.param(ofd.ofd(drawing.Sketch()), "白.ofd", "FILE-NO-TEXT", id="白页的OFD"),
    pytest.param(portable.pdf(drawing.Sketch()), "白.pdf", "FILE-NO-TEXT", id="白页的PDF"),
    pytest.param("<html><body></body></html>", "空.html", "FILE-NO-TEXT", id="空网页"),
    pytest.param(PNG + b"rubbish", "坏.png", "FILE-DAMAGED", id="坏图片"),
    pytest.param(png(60_000, 60_000), "巨.png", "FILE-PIXELS", id="像素过多的图片"),
]


@pytest.mark.parametrize(("data", "name", "code"), CASES)
def test_refusals(data: bytes | str, name: str, code: str) -> None:
    if name.endswith(".png"):
        pytest.importorskip("rapidocr")
    finding = refused(data, name, SMALL if code == "FILE-SIZE" else None)
    assert (finding.code, finding.severity) == (code, Severity.ERROR)
    assert name in finding.text
    assert finding.hint
    assert finding.evidence[0].file == name


def test_a_bomb_is_refused_by_its_real_size() -> None:
    limits = ReadingLimits(unpacked_bytes=5_000_000)
    assert refused(bomb(), "炸.docx", limits).code == "FILE-ZIP-BOMB"


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(bomb())
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    assert refused(bytes(data), "炸.docx").code in {"FILE-ZIP-BOMB", "FILE-DAMAGED"}


def test_too_many_parts_are_refused() -> None:
    buffer = io.BytesIO(word.document(word.paragraph("正文")))
    with zipfile.ZipFile(buffer, "a") as package:
        for number in range(10_001):
            package.writestr(f"word/{number}", "")
    assert refused(buffer.getvalue(), "多.docx").code == "FILE-ZIP-BOMB"


def test_too_many_pages_are_refused() -> None:
    page = drawing.lines("正文")
    limits = ReadingLimits(pages=2)
    assert refused(portable.pdf(page, page, page), "长.pdf", limits).code == "FILE-PAGES"
    assert refused(ofd.ofd(page, page, page), "长.ofd", limits).code == "FILE-PAGES"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("慢.pdf", portable.pdf(drawing.lines("正文"))),
        ("慢.ofd", ofd.ofd(drawing.lines("正文"))),
        ("慢.docx", word.document(word.paragraph("正文"))),
        ("慢.html", web.page(web.article())),
        ("慢.txt", "正文"),
    ],
    ids=["PDF", "OFD", "Word", "网页", "文本"],
)
def test_time_runs_out(name: str, data: bytes | str) -> None:
    finding = refused(data, name, ReadingLimits(seconds=-1))
    assert finding.code == "FILE-TIME"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "FILE-OFFICE-MISSING"),
        ("文.rtf", b"{\\rtf1 text}", "FILE-OFFICE-MISSING"),
    ],
    ids=["旧版Word", "RTF"],
)
def test_missing_converter_is_said(
    name: str, data: bytes, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(legacy, "PROGRAMS", ("no-such-program",))
    finding = refused(data, name)
    assert finding.code == code
    assert "LibreOffice" in finding.hint


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("报告.doc", word.document(word.paragraph("正文")), id="其实是DOCX的DOC"),
        pytest.param("报告.doc", web.page("<p>正文</p>"), id="其实是网页的DOC"),
        pytest.param("报告.pdf", ofd.ofd(drawing.lines("正文")), id="其实是OFD的PDF"),
        pytest.param("报告.docx", portable.pdf(drawing.lines("正文")), id="其实是PDF的DOCX"),
        pytest.param("报告.pdf", "正文", id="其实是文本的PDF"),
    ],
)
def test_a_wrong_extension_is_read_and_noted(name: str, data: bytes | str) -> None:
    document = read(data, name)
    assert texts(document) == ["正文"]
    assert "FILE-EXTENSION" in codes(document)


def test_wording_is_complete() -> None:
    assert all(fault.title and fault.text and fault.hint for fault in FAULTS.values())
    assert all(fault.text.startswith(("“{name}”", "读取", "Libre")) for fault in FAULTS.values())
    assert {fault.status for fault in REFUSALS} == {Status.FAIL}
