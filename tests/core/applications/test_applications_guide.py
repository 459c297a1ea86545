"""The page about applications is what the program makes of its tables."""

from gongkai.core.applications.decisions import DECISIONS
from gongkai.core.applications.guide import guide
from gongkai.core.applications.letters.kinds import LETTERS
from gongkai.core.applications.wizard import QUESTIONS
from tests.house.sources import ROOT

PAGE = ROOT / "docs/law/applications.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == guide()


def test_everything_is_told() -> None:
    text = guide()
    told = [row.label for row in DECISIONS] + [row.text for row in QUESTIONS]
    assert [label for label in (*told, *(row.code for row in LETTERS)) if label not in text] == []
