"""The document of all content rules is what the rules say."""

from pathlib import Path

from gongkai.core.checks.guide import guide
from gongkai.core.checks.registry import RULES

PAGE = Path(__file__).resolve().parents[3] / "docs" / "law" / "content-checks.md"


def test_the_document_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == guide()


def test_it_names_every_rule() -> None:
    text = guide()
    assert [rule.code for rule in RULES if f"### {rule.code} {rule.title}" not in text] == []
