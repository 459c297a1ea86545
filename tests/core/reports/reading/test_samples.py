"""Real reports, where they are at hand: what has one reading is read, what has several is
doubted."""

import json
from pathlib import Path

import pytest

from gongkai.adapters.documents.reader import FileReader
from gongkai.core.ports import ReadingLimits
from gongkai.core.reports.export import as_object
from gongkai.core.reports.reading import read
from tests.factories.scoring import MISSED, WRONG, score


def sources(folder: Path) -> list[tuple[Path, dict[str, object]]]:
    """Every report that has a file of true values beside it."""
    found = []
    for truth in sorted((folder / "reports" / "truth").glob("*.json")):
        files = [f for f in (folder / "reports").glob(f"{truth.stem}.*") if f.is_file()]
        found += [(file, json.loads(truth.read_text(encoding="utf-8"))) for file in files]
    return found


def test_no_cell_is_wrong_without_a_doubt(samples: Path) -> None:
    faults = []
    for file, truth in sources(samples):
        document = FileReader().read(file.name, file.read_bytes(), ReadingLimits())
        reports = read([document])
        assert len(reports) == 1, file.name
        result = score(truth, as_object(reports[0]))
        faults += [
            (file.name, f.path, f.want, f.got) for f in result.faults if f.kind in {WRONG, MISSED}
        ]
    assert faults == []


def test_organ_year_and_form_are_those_a_reader_finds(samples: Path) -> None:
    for file, truth in sources(samples):
        document = FileReader().read(file.name, file.read_bytes(), ReadingLimits())
        found = as_object(read([document])[0])
        assert [found[key] for key in ("organ", "year", "format")] == [
            truth[key] for key in ("organ", "year", "format")
        ], file.name


@pytest.mark.parametrize("name", ["gongwen-demo.docx", "policy-sample.docx"])
def test_other_documents_are_no_reports(samples: Path, name: str) -> None:
    file = samples / "files" / name
    assert read([FileReader().read(name, file.read_bytes(), ReadingLimits())]) == ()
