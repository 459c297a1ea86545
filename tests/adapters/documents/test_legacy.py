"""Old Word and RTF files: converted by LibreOffice where it is installed."""

import stat
from pathlib import Path

import pytest

from gongkai.adapters.documents import legacy
from gongkai.core.ports.documents import DocumentKind, ReadingLimits
from tests.adapters.documents.reading import cells, grids, read, refused, texts
from tests.samples import word
from tests.samples.statutory import documents

RTF = (
    rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0 SimSun;}}\f0 "
    rb"\u19968?\u12289?\u24635?\u20307?\u24773?\u20917?\par 12\par}"
)
WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")


def program(folder: Path, body: str) -> str:
    """A converter made of a few lines of shell."""
    path = folder / "office"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.mark.slow
@pytest.mark.skipif(legacy.office_program() is None, reason="没有安装 LibreOffice")
def test_rtf_is_converted_and_read() -> None:
    document = read(RTF, "报告.rtf")
    assert texts(document) == ["一、总体情况", "12"]
    assert document.kind is DocumentKind.LEGACY


def test_what_the_converter_gives_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(word.document(word.paragraph("正文") + word.table(documents())))
    script = (
        f'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; cp {made} "$2/source.docx"'
    )
    monkeypatch.setattr(legacy, "PROGRAMS", (program(tmp_path, script),))
    document = read(WORD, "报告.doc")
    assert texts(document) == ["正文"]
    assert cells(grids(document)[0]) == documents()
    assert (document.kind, document.name) == (DocumentKind.LEGACY, "报告.doc")


@pytest.mark.parametrize(
    ("script", "code"),
    [
        pytest.param("exit 1", "FILE-OFFICE-FAILED", id="没有产出"),
        pytest.param("exec sleep 30", "FILE-TIME", id="迟迟不完"),
    ],
)
def test_converters_that_fail(
    script: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(legacy, "PROGRAMS", (program(tmp_path, script),))
    assert refused(WORD, "报告.doc", ReadingLimits(seconds=1)).code == code
