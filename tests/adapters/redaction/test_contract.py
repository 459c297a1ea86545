"""What redaction does to every kind of document."""

import io
from contextlib import suppress
from dataclasses import dataclass

import pytest
from PIL import Image

from gongkai.adapters.documents.legacy import office_program
from gongkai.core.ports import Area, Box, FileKind, ReadingLimits, UnreadableError
from tests.adapters.redaction import papers
from tests.adapters.redaction.handling import (
    GROUND,
    LIMITS,
    REDACTOR,
    dark_share,
    drawn,
    is_traceless,
    place_of,
    redacted,
    refused,
)
from tests.samples.office import written

PATCH = Area(0.25, 0.2, 0.25, 0.2)


@dataclass(frozen=True)
class Case:
    name: str
    data: bytes
    pages: int
    kind: FileKind


CASES = [
    Case("答复.pdf", papers.two_pages(), 2, FileKind.PDF),
    Case("照片.jpg", papers.scan("JPEG", quality=95), 1, FileKind.JPEG),
    Case("截图.png", papers.scan("PNG"), 1, FileKind.PNG),
    Case("传真.tif", papers.scan("TIFF", 3), 3, FileKind.PDF),
    Case("图片.webp", papers.scan("WEBP"), 1, FileKind.PNG),
    Case("图片.gif", papers.scan("GIF"), 1, FileKind.PNG),
]
each = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


@each
def test_every_page_is_shown_and_counted(case: Case) -> None:
    pages = REDACTOR.pages(case.name, case.data, LIMITS)
    assert REDACTOR.count(case.name, case.data, LIMITS) == len(pages) == case.pages
    assert [page.number for page in pages] == list(range(1, case.pages + 1))
    for page in pages:
        with Image.open(io.BytesIO(page.picture)) as picture:
            shape = picture.width / picture.height
        assert shape == pytest.approx(page.width / page.height, rel=0.02)


@each
def test_one_page_can_be_asked_for(case: Case) -> None:
    (page,) = REDACTOR.pages(case.name, case.data, LIMITS, {case.pages})
    assert page.number == case.pages


@each
def test_a_fixed_document_is_the_document_itself(case: Case) -> None:
    assert REDACTOR.fixed(case.name, case.data, LIMITS).data == case.data


@each
def test_the_place_is_black_and_the_result_can_be_redacted_again(case: Case) -> None:
    made = redacted(case.data, Box(case.pages, PATCH, GROUND), name=case.name)
    assert (made.kind, made.pages) == (case.kind, case.pages)
    if made.kind is FileKind.PDF:
        picture = drawn(made.data, case.pages)
    else:
        picture = Image.open(io.BytesIO(made.data))
    assert dark_share(picture, PATCH) > 0.7
    again = redacted(made.data, Box(case.pages, PATCH, GROUND), name=case.name)
    assert again.pages == case.pages


@each
@pytest.mark.parametrize(
    ("box", "code"),
    [
        pytest.param(Box(9, PATCH, GROUND), "REDACT-OUTSIDE", id="没有这一页"),
        pytest.param(Box(0, PATCH, GROUND), "REDACT-OUTSIDE", id="第零页"),
        pytest.param(Box(1, Area(1.2, 0, 0.1, 0.1), GROUND), "REDACT-OUTSIDE", id="页面右边"),
        pytest.param(Box(1, Area(0, -0.2, 0.1, 0.1), GROUND), "REDACT-OUTSIDE", id="页面上边"),
        pytest.param(Box(1, Area(0.1, 0.1, 0, 0.1), GROUND), "REDACT-OUTSIDE", id="没有宽度"),
        pytest.param(
            Box(1, Area(float("nan"), 0.1, 0.1, 0.1), GROUND), "REDACT-OUTSIDE", id="不是数"
        ),
        pytest.param(
            Box(1, Area(0.1, 0.1, float("inf"), 0.1), GROUND), "REDACT-OUTSIDE", id="无限大"
        ),
    ],
)
def test_a_box_that_covers_nothing_is_refused(case: Case, box: Box, code: str) -> None:
    assert refused(case.data, box, name=case.name).code == code


@each
def test_no_boxes_are_refused(case: Case) -> None:
    assert refused(case.data, name=case.name).code == "REDACT-NO-BOXES"


@each
def test_a_box_that_reaches_over_the_edge_covers_what_is_on_the_page(case: Case) -> None:
    made = redacted(case.data, Box(1, Area(-0.5, -0.5, 0.7, 0.7), GROUND), name=case.name)
    if made.kind is FileKind.PDF:
        picture = drawn(made.data, 1)
    else:
        picture = Image.open(io.BytesIO(made.data))
    assert dark_share(picture, Area(0, 0, 0.2, 0.2)) > 0.7


@each
def test_limits_hold(case: Case) -> None:
    for limits, code in (
        (ReadingLimits(file_bytes=10), "FILE-SIZE"),
        (ReadingLimits(seconds=-1), "FILE-TIME"),
    ):
        with pytest.raises(UnreadableError) as caught:
            REDACTOR.pages(case.name, case.data, limits)
        assert caught.value.finding.code == code


@each
def test_damaged_bytes_are_refused_and_nothing_else_is_raised(case: Case) -> None:
    for length in (20, len(case.data) // 3, len(case.data) // 2):
        part = case.data[:length]
        with suppress(UnreadableError):
            assert redacted(part, Box(1, PATCH, GROUND), name=case.name).data != part


def test_a_word_document_is_fixed_as_pdf_and_then_redacted() -> None:
    if office_program() is None:
        pytest.skip("LibreOffice is not installed")
    data = written(f"申请人{papers.NAME}提出申请。")
    fixed = REDACTOR.fixed("申请.docx", data, LIMITS)
    assert (fixed.name, fixed.kind) == ("申请.pdf", FileKind.PDF)
    area = place_of(fixed.data, papers.NAME)
    made = redacted(fixed.data, Box(1, area, GROUND))
    assert is_traceless(made.data, papers.NAME)


def test_a_word_document_itself_is_not_redacted() -> None:
    data = written("正文")
    assert refused(data, Box(1, PATCH, GROUND), name="申请.docx").code == "REDACT-MOVES"


def test_without_libreoffice_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableError) as caught:
        REDACTOR.fixed("申请.docx", written("正文"), LIMITS)
    assert caught.value.finding.code == "FILE-OFFICE-MISSING"
