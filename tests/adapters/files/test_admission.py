"""Who is let in: by content, whole, unlocked; everybody else is told why not."""

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.adapters.files.admission import Gate
from gongkai.adapters.files.faults import REFUSALS
from gongkai.core.finding import Severity
from gongkai.core.ports import FileKind, ReadingLimits, UnreadableError
from tests.adapters.documents.test_limits import entities, garbled_zip, locked, png
from tests.adapters.files.handling import LIMITS, clean, refused
from tests.samples import office, papers, pictures
from tests.samples.word import packed

WORD = office.written("正文")
CONTENT_TYPES = "[Content_Types].xml"


def doubled() -> bytes:
    """A document in which one part is stored twice."""
    buffer = io.BytesIO(WORD)
    with zipfile.ZipFile(buffer, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/document.xml", "<x/>")
    return buffer.getvalue()


def climbing() -> bytes:
    """A document with a part that leads out of it."""
    buffer = io.BytesIO(WORD)
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("../../etc/cron.d/x", "x")
    return buffer.getvalue()


ADMITTED = [
    pytest.param("通知.docx", WORD, FileKind.DOCX, id="Word"),
    pytest.param("通知.DOCX", WORD, FileKind.DOCX, id="大写扩展名"),
    pytest.param("表.xlsx", office.workbook(), FileKind.XLSX, id="电子表格"),
    pytest.param("稿.pptx", office.presentation(), FileKind.PPTX, id="演示文稿"),
    pytest.param("件.pdf", papers.loaded(), FileKind.PDF, id="PDF"),
    pytest.param("件.ofd", papers.ofd_loaded(), FileKind.OFD, id="OFD"),
    pytest.param("图.jpeg", pictures.photograph(), FileKind.JPEG, id="照片"),
    pytest.param("图.png", pictures.photograph("PNG"), FileKind.PNG, id="PNG"),
    pytest.param("图.webp", pictures.photograph("WEBP"), FileKind.WEBP, id="WEBP"),
    pytest.param("图.gif", pictures.animation(), FileKind.GIF, id="动图"),
    pytest.param("文.txt", "正文".encode("gb18030"), FileKind.TEXT, id="国标文本"),
    pytest.param("表.csv", "姓名,金额\n甲,1".encode(), FileKind.CSV, id="CSV"),
    pytest.param("文.md", "# 标题".encode(), FileKind.MARKDOWN, id="Markdown"),
]


@pytest.mark.parametrize(("name", "data", "kind"), ADMITTED)
def test_admitted(name: str, data: bytes, kind: FileKind) -> None:
    assert Gate().admit(name, data, LIMITS) is kind


def test_a_pdf_that_may_be_opened_but_not_changed_is_admitted() -> None:
    assert Gate().admit("件.pdf", papers.locked(""), LIMITS) is FileKind.PDF


TURNED_AWAY = [
    pytest.param("空.docx", b"", "FILE-EMPTY", id="零字节"),
    pytest.param("空.txt", b" \r\n\t", "FILE-EMPTY", id="只有空白"),
    pytest.param("旧.doc", b"\xd0\xcf\x11\xe0", "FILE-LEGACY", id="旧版Word"),
    pytest.param("稿.wps", b"\xd0\xcf\x11\xe0", "FILE-LEGACY", id="WPS"),
    pytest.param("宏.docm", office.with_macro(WORD), "FILE-MACRO", id="带宏的Word"),
    pytest.param("宏.xlsm", office.workbook(), "FILE-MACRO", id="带宏的表格"),
    pytest.param("页.html", b"<html><script>1</script></html>", "FILE-ACTIVE", id="网页"),
    pytest.param("图.svg", b"<svg onload='x()'/>", "FILE-ACTIVE", id="SVG"),
    pytest.param("件.js", b"alert(1)", "FILE-ACTIVE", id="脚本"),
    pytest.param("件.pdf.exe", b"MZ", "FILE-ACTIVE", id="双扩展名"),
    pytest.param("包.zip", packed({"a.txt": "x"}), "FILE-ARCHIVE", id="压缩包"),
    pytest.param("无扩展名", b"x", "FILE-NOT-TAKEN", id="没有扩展名"),
    pytest.param("件.xyz", b"x", "FILE-NOT-TAKEN", id="不认识的扩展名"),
    pytest.param("件.pdf", WORD, "FILE-FALSE-TYPE", id="改名为PDF的Word"),
    pytest.param("件.docx", office.workbook(), "FILE-FALSE-TYPE", id="改名为Word的表格"),
    pytest.param("件.docx", packed({"a.docx": WORD}), "FILE-FALSE-TYPE", id="改名的压缩包"),
    pytest.param("图.png", pictures.photograph(), "FILE-FALSE-TYPE", id="改名为PNG的JPEG"),
    pytest.param("图.jpg", b"<svg onload='x()'>text</svg>", "FILE-DAMAGED", id="改名的SVG"),
    pytest.param("图.jpg", b"GIF89a<script>", "FILE-FALSE-TYPE", id="冒充图片的脚本"),
    pytest.param(
        "文.txt", b"<!doctype html><script>1</script>", "FILE-FALSE-TYPE", id="改名的网页"
    ),
    pytest.param("文.txt", b"MZ\x90\x00\x03\x00", "FILE-FALSE-TYPE", id="改名的程序"),
    pytest.param("表.csv", b"a,b\x00\x00", "FILE-FALSE-TYPE", id="带零字节的文本"),
    pytest.param("件.pdf", b"dummy pdf content", "FILE-DAMAGED", id="十七个字节的PDF"),
    pytest.param("件.pdf", b"%PDF-1.4\nrubbish", "FILE-DAMAGED", id="只有开头的PDF"),
    pytest.param("件.docx", WORD[:2000], "FILE-DAMAGED", id="没传完的Word"),
    pytest.param("件.docx", garbled_zip(), "FILE-DAMAGED", id="校验和不符"),
    pytest.param("图.png", pictures.photograph("PNG")[:300], "FILE-DAMAGED", id="没传完的图片"),
    pytest.param("图.png", png(60_000, 60_000), "FILE-PIXELS", id="像素过多"),
    pytest.param("件.pdf", papers.locked("secret"), "FILE-ENCRYPTED", id="有密码的PDF"),
    pytest.param("件.docx", locked(), "FILE-ENCRYPTED", id="有密码的Word"),
    pytest.param("件.xlsx", locked(), "FILE-ENCRYPTED", id="有密码的表格"),
    pytest.param("件.docx", doubled(), "FILE-PARTS", id="重名的部件"),
    pytest.param("件.docx", climbing(), "FILE-PARTS", id="指向外面的部件"),
]


@pytest.mark.parametrize(("name", "data", "code"), TURNED_AWAY)
def test_turned_away(name: str, data: bytes, code: str) -> None:
    finding = refused(name, data)
    assert (finding.code, finding.severity) == (code, Severity.ERROR)
    assert name in finding.text
    assert finding.hint


def test_every_refusal_of_the_gate_is_tried() -> None:
    tried = {str(case.values[2]) for case in TURNED_AWAY}
    assert {fault.code for fault in REFUSALS} <= tried


def test_a_file_beyond_the_limit() -> None:
    assert refused("件.docx", WORD, ReadingLimits(file_bytes=1000)).code == "FILE-SIZE"


def test_too_many_pages() -> None:
    assert refused("件.pdf", papers.loaded(), ReadingLimits(pages=0)).code == "FILE-PAGES"


def test_a_bomb_is_not_unpacked() -> None:
    blanks = packed({CONTENT_TYPES: "<x/>", "word/document.xml": b" " * 60_000_000})
    assert refused("件.docx", blanks).code == "FILE-ZIP-BOMB"
    small = ReadingLimits(unpacked_bytes=1_000_000)
    assert refused("件.docx", blanks, small).code == "FILE-ZIP-BOMB"


def test_entities_are_never_expanded() -> None:
    data = entities()
    kind = Gate().admit("险.docx", data, LIMITS)
    with pytest.raises(UnreadableError) as raised:
        clean(data, kind)
    assert raised.value.finding.code == "FILE-XML-UNSAFE"


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_no_damage_brings_the_gate_or_the_reader_down(data: st.DataObject) -> None:
    """Whatever byte is changed or lost: a refusal or an answer, nothing else."""
    name, whole, _ = data.draw(st.sampled_from([tuple(case.values) for case in ADMITTED]))
    assert isinstance(name, str)
    assert isinstance(whole, bytes)
    broken = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(broken[: data.draw(st.integers(1, len(broken)))])
    with suppress(UnreadableError):
        clean(cut, Gate().admit(name, cut, LIMITS))


def test_real_files_are_let_in(samples: Path) -> None:
    found = [path for path in sorted((samples / "files").rglob("*")) if path.is_file()]
    for path in found:
        if path.stat().st_size > 100:
            Gate().admit(path.name, path.read_bytes(), LIMITS)
    assert refused("broken.pdf", (samples / "files/broken-17-bytes.pdf").read_bytes()).hint
