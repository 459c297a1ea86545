"""Scans and pictures: recognised with the help of their rules, straightened first."""

import io

import pypdfium2
import pytest

from gongkai.adapters.documents.pictures import engine
from tests.adapters.documents.reading import cells, codes, grids, read, refused, texts
from tests.samples import portable
from tests.samples.drawing import WIDE, Sketch, lines
from tests.samples.statutory import applications

SHEET = Sketch().write(60, 60, "三、收到和处理政府信息公开申请情况", 14).table(applications(), WIDE)
FIGURES = [cell for cell in applications() if cell.text.isdecimal()]

needs_recognition = pytest.mark.skipif(not engine.is_installed(), reason="没有安装文字识别")


def scan(sketch: Sketch, form: str, slope: float = 0.0) -> bytes:
    """A page as a scanner would give it: a picture, or a PDF that holds nothing but one."""
    with pypdfium2.PdfDocument(portable.pdf(sketch)) as pdf:
        picture = pdf[0].render(scale=200 / 72).to_pil().convert("L")
    buffer = io.BytesIO()
    picture.rotate(slope, fillcolor=255, expand=slope % 90 == 0).save(buffer, form, resolution=200)
    return buffer.getvalue()


@needs_recognition
@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "name", "slope"),
    [
        pytest.param("PNG", "扫描.png", 0.0, id="图片"),
        pytest.param("PDF", "扫描.pdf", 1.2, id="扫歪的PDF"),
    ],
)
def test_scanned_tables_come_out_whole(form: str, name: str, slope: float) -> None:
    document = read(scan(SHEET, form, slope), name)
    assert document.recognised
    assert "FILE-RECOGNISED" in codes(document)
    (grid,) = grids(document)
    assert all(by.text for by in cells(grid))
    assert (grid.rows, grid.columns) == (28, 10)
    assert [cell for cell in cells(grid) if cell.text.isdecimal()] == FIGURES


@needs_recognition
@pytest.mark.slow
def test_pages_that_lie_or_stand_on_their_heads_are_turned() -> None:
    for turn in (90, 180):
        document = read(
            scan(lines("一、总体情况", "本年收到政府信息公开申请九十九件"), "PNG", turn), "扫描.png"
        )
        assert texts(document) == ["一、总体情况", "本年收到政府信息公开申请九十九件"]


def test_without_the_program_scans_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("PIL")
    monkeypatch.setattr(engine, "is_installed", lambda: False)
    for form, name in (("PNG", "扫描.png"), ("PDF", "扫描.pdf")):
        finding = refused(scan(lines("正文"), form), name)
        assert finding.code == "FILE-OCR-MISSING"
        assert "--with ocr" in finding.hint


def test_failures_of_the_program_are_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("rapidocr")

    def failing(*_: object) -> None:
        raise KeyError

    monkeypatch.setattr(engine, "_recognised", failing)
    assert refused(scan(lines("正文"), "PNG"), "扫描.png").code == "FILE-OCR-FAILED"


def test_text_over_a_scan_is_read_and_doubted() -> None:
    pytest.importorskip("PIL")
    document = read(
        portable.over_picture(lines("扫描件上已有的文字层，共有二十多个字，可以直接读取。")),
        "扫描.pdf",
    )
    assert texts(document) == ["扫描件上已有的文字层，共有二十多个字，可以直接读取。"]
    assert document.recognised
    assert "FILE-RECOGNISED-BEFORE" in codes(document)
