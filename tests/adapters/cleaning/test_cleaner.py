"""What was made is handed over only if it opens and says what the file said."""

from pathlib import Path

import pytest

from gongkai.adapters.cleaning import cleaner
from gongkai.adapters.documents.job import Job
from gongkai.adapters.files.admission import Gate
from gongkai.core.ports import Cleaned, FileKind, GivenFile, UnreadableError
from tests.adapters.files.handling import LIMITS, clean, texts
from tests.samples import office, papers, pictures

WORD = office.written("正文一", "正文二")
MADE = "动过手脚"


def spoilt(monkeypatch: pytest.MonkeyPatch, kind: FileKind, data: bytes) -> None:
    """Have the cleaning make these bytes, whatever comes in."""

    def make(job: Job) -> Cleaned:
        return Cleaned(data, (MADE,)) if job.data != data else Cleaned(data)

    monkeypatch.setattr(cleaner, "CLEANERS", {**cleaner.CLEANERS, kind: make})


SPOILT = [
    pytest.param(FileKind.DOCX, WORD, office.written("正文一"), id="少了一段的Word"),
    pytest.param(FileKind.DOCX, WORD, WORD[:-40], id="打不开的Word"),
    pytest.param(FileKind.XLSX, office.workbook(), WORD, id="变成Word的表格"),
    pytest.param(FileKind.PDF, papers.loaded(), b"%PDF-1.4", id="打不开的PDF"),
    pytest.param(FileKind.PNG, pictures.bare("PNG"), pictures.photograph("PNG")[:99], id="坏图片"),
]


@pytest.mark.parametrize(("kind", "whole", "bad"), SPOILT)
def test_what_fails_its_verification_is_thrown_away(
    kind: FileKind, whole: bytes, bad: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt(monkeypatch, kind, bad)
    cleaned = clean(whole, kind)
    assert (cleaned.data, cleaned.removed) == (whole, ())
    assert f"未能清除：{MADE}" in cleaned.remains


def test_a_cleaning_that_would_never_end_is_thrown_away(monkeypatch: pytest.MonkeyPatch) -> None:
    same = {FileKind.DOCX: lambda job: Cleaned(job.data, (MADE,))}
    monkeypatch.setattr(cleaner, "CLEANERS", {**cleaner.CLEANERS, **same})
    assert f"未能清除：{MADE}" in clean(WORD, FileKind.DOCX).remains


def test_plain_text_is_not_touched() -> None:
    data = "正文".encode()
    assert clean(data, FileKind.TEXT).data == data


def test_real_files_are_cleaned(samples: Path) -> None:
    tried = 0
    for path in sorted((samples / "files").rglob("*")):
        if path.is_dir():
            continue
        data = path.read_bytes()
        try:
            kind = Gate().admit(path.name, data, LIMITS)
        except UnreadableError:
            continue
        cleaned = cleaner.VerifiedCleaner().clean(GivenFile(path.name, kind, data), LIMITS)
        assert not [rest for rest in cleaned.remains if rest.startswith("未能清除")], path.name
        before = texts(data, kind).get("正文", "")
        assert "".join(before.split()) == "".join(texts(cleaned.data, kind).get("正文", "").split())
        tried += 1
    assert tried
