"""The document of all checks is what the rules say."""

from pathlib import Path

from gongkai.core.reports.checks import RULES
from gongkai.core.reports.comparing import COMPARISONS, document

PAGE = Path(__file__).resolve().parents[4] / "docs" / "law" / "report-checks.md"


def test_the_document_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == document()


def test_it_names_every_rule() -> None:
    text = document()
    titles = [f"### {rule.code} {rule.title}" for rule in (*RULES, *COMPARISONS.values())]
    assert [title for title in titles if title not in text] == []
