"""PDF and OFD files lose what their writers forgot; signed ones are left alone."""

import io

import pikepdf
import pypdfium2
import pytest

from gongkai.adapters.files.texts.pdf import annotations, words
from gongkai.core.ports import FileKind
from tests.adapters.files.handling import clean
from tests.samples import office, papers
from tests.samples.pictures import CAMERA
from tests.samples.word import unpacked


def test_a_pdf_is_cleaned() -> None:
    cleaned = clean(papers.loaded(), FileKind.PDF)
    assert cleaned.removed == (
        "文档属性（作者、单位、软件等）",
        "脚本和自动执行的动作",
        "附带的文件",
        "批注",
        "图片的拍摄信息",
    )
    assert cleaned.remains == ()
    with pikepdf.open(io.BytesIO(cleaned.data)) as pdf:
        assert "/Info" not in pdf.trailer
        assert not {"/Metadata", "/OpenAction"} & set(pdf.Root.keys())
        assert len(pdf.attachments) == 0
        kinds = [words(row, "/Subtype") for row in annotations(pdf)]
        assert kinds == ["/FreeText", "/Link", "/Link"]
        assert [words(row, "/T") for row in annotations(pdf)] == ["", "", ""]
        pdf.save(whole := io.BytesIO(), compress_streams=False)
    for word in (b"JavaScript", b"Launch", CAMERA.encode(), "底稿".encode()):
        assert word not in whole.getvalue()
    assert b"www.example.gov.cn" in whole.getvalue()


def test_a_cleaned_pdf_shows_what_it_showed() -> None:
    before, after = papers.loaded(), clean(papers.loaded(), FileKind.PDF).data
    documents = [pypdfium2.PdfDocument(data) for data in (before, after)]
    pages = [one[0].render(draw_annots=False).to_numpy() for one in documents]
    assert (pages[0] == pages[1]).all()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(papers.loaded(), FileKind.PDF, id="PDF"),
        pytest.param(papers.ofd_loaded(), FileKind.OFD, id="OFD"),
    ],
)
def test_cleaning_is_settled_and_repeatable(data: bytes, kind: FileKind) -> None:
    once = clean(data, kind)
    assert clean(data, kind).data == once.data
    twice = clean(once.data, kind)
    assert (twice.data, twice.removed) == (once.data, ())


def test_a_clean_pdf_is_not_touched() -> None:
    data = papers.saved(papers.plain())
    cleaned = clean(data, FileKind.PDF)
    assert (cleaned.data, cleaned.removed, cleaned.remains) == (data, (), ())


def test_the_lock_on_changes_goes() -> None:
    cleaned = clean(papers.locked(""), FileKind.PDF)
    assert "编辑限制" in cleaned.removed
    with pikepdf.open(io.BytesIO(cleaned.data)) as pdf:
        assert not pdf.is_encrypted


def test_earlier_versions_go() -> None:
    data = papers.saved(papers.plain())
    whole = len(data)
    later = data + b"\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    place = later.rindex(b"startxref") + 10
    before = int(later[place : later.index(b"\n", place)])
    later += b"xref\n1 1\n%010d 00000 n \n" % (whole + 1)
    later += b"trailer << /Size 9 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF" % (
        before,
        later.rindex(b"xref\n1 1"),
    )
    cleaned = clean(later, FileKind.PDF)
    assert "历史版本" in cleaned.removed
    assert cleaned.data.count(b"%%EOF") == 1


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(papers.signed(), FileKind.PDF, id="签名的PDF"),
        pytest.param(papers.ofd_loaded(sealed=True), FileKind.OFD, id="盖章的OFD"),
    ],
)
def test_what_is_signed_is_left_alone_and_said(data: bytes, kind: FileKind) -> None:
    cleaned = clean(data, kind)
    assert (cleaned.data, cleaned.removed) == (data, ())
    assert any("作者" in rest for rest in cleaned.remains)


def test_what_is_hidden_in_a_pdf_is_said() -> None:
    cleaned = clean(papers.layered(), FileKind.PDF)
    assert set(cleaned.remains) >= {"隐藏的图层", "没有应用的密文标记（被遮盖的文字仍在）"}


def test_an_ofd_is_cleaned() -> None:
    cleaned = clean(papers.ofd_loaded(hidden=True), FileKind.OFD)
    assert len(cleaned.removed) == 2
    assert cleaned.remains == ("不显示的文字",)
    parts = unpacked(cleaned.data)
    whole = b"".join(parts.values()).decode()
    assert "Doc_0/Attachs/a.txt" not in parts
    for word in (office.AUTHOR, "旧稿标题", "D:/底稿", "附带的底稿"):
        assert word not in whole
    assert "公开的正文第一行" in whole
