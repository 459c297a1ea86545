"""Real reports, where their folder is at hand: organ, year, parts and figures."""

import json
from pathlib import Path

import pytest

from gongkai.core.reports.narrative import narrative_of, outline
from tests.core.reports.narrative.texts import lines_of

# different words of the truth files for what one rule calls by the channel that the sentence names
SAME = {
    "items_published": "website_items",
    "items_total": "website_items",
    "fee_collected": "fee_collected_yuan",
    "review_or_litigation": "review_total",
}


def reports(samples: Path) -> list[tuple[Path, dict[str, object]]]:
    found = [*(samples / "reports").glob("*.txt"), *(samples / "reports").glob("*.md")]
    truths = [samples / "reports" / "truth" / f"{path.stem}.json" for path in sorted(found)]
    return [
        (path, json.loads(truth.read_text(encoding="utf-8")))
        for path, truth in zip(sorted(found), truths, strict=True)
        if truth.is_file()
    ]


def test_organ_and_year_agree_with_the_truth(samples: Path) -> None:
    for path, truth in reports(samples):
        read = outline(lines_of(path.read_text(encoding="utf-8")))
        assert (path.name, read.organ, read.year) == (path.name, truth["organ"], truth["year"])


def test_figures_agree_with_the_truth(samples: Path) -> None:
    compared = 0
    for path, truth in reports(samples):
        read = narrative_of(outline(lines_of(path.read_text(encoding="utf-8"))))
        said: dict[str, set[str]] = {}
        for figure in (*read.figures, *read.denials):
            value = f"{figure.value}{'余' if figure.approximate else ''}"
            said.setdefault(figure.key, set()).add(value)
        counts = truth["narrative_counts"]
        assert isinstance(counts, dict)
        for key, value in counts.items():
            names = {key, SAME.get(key, key)} & said.keys()
            if names:
                compared += 1
                assert any(str(value) in said[name] for name in names), (path.name, key, value)
    assert compared > 80


@pytest.mark.parametrize("number", [1, 2])
def test_the_first_parts_are_found_once(samples: Path, number: int) -> None:
    for path, _ in reports(samples):
        read = outline(lines_of(path.read_text(encoding="utf-8")))
        assert [section.number for section in read.sections].count(number) == 1, path.name
