"""Whatever the bytes are, a file is read or refused; nothing else ever comes out of the reader."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.adapters.documents.pictures import engine
from gongkai.adapters.documents.reader import FileReader
from gongkai.core.ports.documents import Document, ReadingLimits, UnreadableError
from tests.samples import ofd, portable, web, word
from tests.samples.drawing import WIDE, Sketch
from tests.samples.statutory import applications, documents

SHEET = Sketch().write(60, 60, "三、收到和处理政府信息公开申请情况").table(applications(), WIDE)
NUMBERS = word.numbering([("chineseCounting", "%1、"), ("decimal", "%2.")])
BODY = word.numbered("总体情况") + word.table(documents()) + word.table(applications())
FILES: dict[str, bytes] = {
    "文本.txt": (web.OPENING * 20).encode("gb18030"),
    "宽文本.txt": (web.OPENING * 20).encode("utf-16"),
    "标记.md": b"# A\n| a | b |\n|---|---|\n| 1 | 2 |\n" * 5,
    "网页.html": web.site(web.article()).encode(),
    "文档.docx": word.document(BODY, {"word/numbering.xml": NUMBERS}),
    "版式.pdf": portable.pdf(SHEET),
    "版式.ofd": ofd.ofd(SHEET),
    "归档.mht": b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
    + web.page("<p>a</p>").encode(),
}
LIMITS = ReadingLimits(unpacked_bytes=5_000_000, pages=20, seconds=20)
CALM = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module", autouse=True)
def no_recognition() -> Iterator[None]:
    """Damaged pages are not recognised here: that is slow, and tested elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "is_installed", lambda: False)
        yield


def outcome(name: str, data: bytes) -> Document | UnreadableError:
    """What comes out of the reader: a document or a refusal."""
    try:
        return FileReader().read(name, data, LIMITS)
    except UnreadableError as error:
        return error


@CALM
@given(st.sampled_from(sorted(FILES)), st.floats(0, 1))
def test_files_cut_short(name: str, share: float) -> None:
    data = FILES[name]
    result = outcome(name, data[: int(share * len(data))])
    assert isinstance(result, Document | UnreadableError)


@CALM
@given(
    st.sampled_from(sorted(FILES)),
    st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=12
    ),
)
def test_files_with_changed_bytes(name: str, changes: list[tuple[float, int]]) -> None:
    data = bytearray(FILES[name])
    for place, value in changes:
        data[int(place * len(data))] = value
    assert isinstance(outcome(name, bytes(data)), Document | UnreadableError)


@CALM
@given(st.sampled_from(sorted(FILES)), st.floats(0, 1), st.floats(0, 1))
def test_files_with_a_piece_taken_out(name: str, start: float, end: float) -> None:
    data = FILES[name]
    first, last = sorted((int(start * len(data)), int(end * len(data))))
    assert isinstance(outcome(name, data[:first] + data[last:]), Document | UnreadableError)


@CALM
@given(
    st.sampled_from(["x.txt", "x.html", "x.docx", "x.pdf", "x.ofd", "x.doc", "x.md", "x"]),
    st.sampled_from(
        [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"MIME-Version: 1.0\n"]
    ),
    st.binary(max_size=400),
)
def test_any_bytes_under_any_name(name: str, head: bytes, data: bytes) -> None:
    assert isinstance(outcome(name, head + data), Document | UnreadableError)


PARTS = {"文档.docx": "word/document.xml", "版式.ofd": "Doc_0/Pages/0.xml"}


@CALM
@given(
    st.sampled_from(sorted(PARTS)),
    st.sampled_from(
        [
            "w:val=",
            "w:tc>",
            "w:tr>",
            "<w:p>",
            "w:vMerge",
            "Boundary=",
            "Size=",
            "DeltaX=",
            "L ",
            "M ",
            "0",
            ".",
        ]
    ),
    st.sampled_from(
        ["", "-9", "1e308", "nan", "x", "99999999999", "g 999999 1", "<w:tbl/>", "w:x='", "一"]
    ),
)
def test_changed_parts_of_packed_files(name: str, old: str, new: str) -> None:
    parts = {"文档.docx": word.document(BODY), "版式.ofd": ofd.ofd(SHEET)}
    assert isinstance(
        outcome(name, rewritten(parts[name], PARTS[name], old, new)), Document | UnreadableError
    )


def rewritten(data: bytes, part: str, old: str, new: str) -> bytes:
    """The same file with a word of one part replaced everywhere."""
    contents = word.unpacked(data)
    contents[part] = contents[part].decode().replace(old, new).encode()
    return word.packed(dict(contents))
