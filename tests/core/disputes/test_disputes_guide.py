"""The page about disputes is what the program makes of its tables."""

from gongkai.core.disputes.guide import guide
from tests.house.sources import ROOT


def test_the_page_is_up_to_date() -> None:
    assert (ROOT / "docs/law/disputes.md").read_text(encoding="utf-8") == guide()
