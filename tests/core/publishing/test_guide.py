"""The page about publishing is what the program makes of its tables."""

from gongkai.core.publishing.guide import guide
from gongkai.core.publishing.kinds import KINDS
from tests.house.sources import ROOT

PAGE = ROOT / "docs/law/publishing.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == guide()


def test_everything_is_told() -> None:
    text = guide()
    assert text.count("```mermaid") == 3
    assert all(kind.label in text for kind in KINDS)
    assert "《中华人民共和国政府信息公开条例》第二十六条" in text
