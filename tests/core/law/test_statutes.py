"""The register agrees with the texts of the statutes, where they are at hand."""

import re
from pathlib import Path

import pytest

from gongkai.core.law import OGI, OGI_2007, REGISTER, Statute, chinese_number, statute

ARTICLE = re.compile(r"^\s*第([一二三四五六七八九十百零]+)条", re.MULTILINE)


def test_keys_are_unique() -> None:
    assert len({row.key for row in REGISTER}) == len(REGISTER)


def test_statute_is_found_by_its_key() -> None:
    assert statute("ogi") is OGI
    with pytest.raises(KeyError):
        statute("no such statute")


def test_the_regulations_follow_one_another_without_a_gap() -> None:
    assert OGI_2007.in_force_until is not None
    assert (OGI.in_force_from - OGI_2007.in_force_until).days == 1


@pytest.mark.parametrize("row", REGISTER, ids=lambda row: row.key)
def test_dates_are_in_order(row: Statute) -> None:
    assert row.in_force_until is None or row.in_force_from < row.in_force_until


@pytest.mark.parametrize("row", [row for row in REGISTER if row.articles], ids=lambda row: row.key)
def test_number_of_articles(row: Statute, samples: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(samples.glob("statutes/*.txt"))]
    current = [text for text in texts if text.startswith(row.title)]
    if not current or row is OGI_2007:
        pytest.skip("the text of this version is not at hand")
    assert ARTICLE.findall(current[0])[-1] == chinese_number(row.articles)
