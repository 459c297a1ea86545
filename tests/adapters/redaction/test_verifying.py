"""The verification refuses a file that lets something out, whatever made it so."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image

from gongkai.adapters.documents.job import Job
from gongkai.adapters.redaction.burning import burnt
from gongkai.adapters.redaction.pdf.choosing import Choice
from gongkai.adapters.redaction.pdf.laying import laid
from gongkai.adapters.redaction.pdf.opening import drawn_from, plain, saved
from gongkai.adapters.redaction.pdf.signs import signs_of
from gongkai.adapters.redaction.pdf.verifying import Promise, verify
from gongkai.adapters.redaction.pdf.withholding import Withheld, withheld
from gongkai.adapters.redaction.pdf.words import words_of
from gongkai.adapters.redaction.pdf.writing import add_picture_page
from gongkai.core.ports import UnreadableError
from tests.adapters.redaction import papers
from tests.adapters.redaction.handling import LIMITS, box_on, redacted
from tests.adapters.redaction.papers import NAME

SOURCE = papers.two_pages()
JOB = Job("答复.pdf", SOURCE, LIMITS)


def promise() -> Promise:
    with drawn_from(plain(JOB)) as document:
        words = {n: words_of(signs_of(document[n - 1])) for n in (1, 2)}
    hidden = withheld([box_on(SOURCE, NAME)], words)
    return Promise(hidden, Choice((1,), frozenset(), ()))


def leave(pdf: pikepdf.Pdf) -> None:
    """Nothing."""


def add_properties(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "标题"


def add_outline(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("目录", 0))


def add_string(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Resources.Told = pikepdf.String(NAME)


def add_stream(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Resources.Told = pdf.make_stream(f"……{NAME}……".encode())


def add_drawing(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].contents_add(pdf.make_stream(papers.drawn(NAME, "3 Tr")))


def write_on_picture(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0].obj
    page.Resources.Font = pdf.pages[1].obj.Resources.Font
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n" + papers.drawn("甲"))


def lose_a_page(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1]
    pdf.add_blank_page()


def uncover(pdf: pikepdf.Pdf) -> None:
    old = pdf.pages[0]
    add_picture_page(pdf, Image.new("RGB", (1653, 2339), "white"), (595, 842))
    old.obj.Resources.XObject = pdf.pages[-1].obj.Resources.XObject
    del pdf.pages[-1]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        pytest.param(add_properties, "结构", id="属性"),
        pytest.param(add_outline, "结构", id="书签"),
        pytest.param(add_string, "内部", id="字符串"),
        pytest.param(add_stream, "内部", id="数据流"),
        pytest.param(add_drawing, "内部", id="隐形文字"),
        pytest.param(write_on_picture, "结构", id="图片页上的文字"),
        pytest.param(lose_a_page, "页面文字", id="换了一页"),
        pytest.param(uncover, "纯黑", id="没有遮盖"),
    ],
)
def test_a_file_that_does_not_keep_its_promise_is_refused(
    change: Callable[[pikepdf.Pdf], None], what: str
) -> None:
    made = redacted(SOURCE, box_on(SOURCE, NAME)).data
    with pikepdf.open(io.BytesIO(made)) as pdf:
        change(pdf)
        changed = saved(pdf)
    with pytest.raises(UnreadableError, match=what) as caught:
        verify(JOB, changed, plain(JOB), promise())
    assert caught.value.finding.code == "REDACT-UNPROVED"


def test_a_file_that_keeps_its_promise_passes() -> None:
    made = redacted(SOURCE, box_on(SOURCE, NAME)).data
    verify(JOB, made, plain(JOB), promise())


def test_letters_laid_over_a_covered_place_are_found() -> None:
    with drawn_from(plain(JOB)) as document:
        words = words_of(signs_of(document[0]))
    kept = promise()
    pdf = pikepdf.new()
    lines = laid(1, words, Withheld({}, frozenset(), frozenset()))
    white = Image.new("RGB", (1653, 2339), "white")
    add_picture_page(pdf, burnt(white, kept.hidden.areas[1]), (595, 842), lines)
    with pikepdf.open(io.BytesIO(SOURCE)) as source:
        pdf.pages.append(source.pages[1])
    with pytest.raises(UnreadableError, match="取出"):
        verify(JOB, saved(pdf), plain(JOB), kept)
