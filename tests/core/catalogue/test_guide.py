"""The page about guides and directories is what the program makes of its tables."""

from gongkai.core.catalogue.fields import FIELDS
from gongkai.core.catalogue.guide import guide
from tests.house.sources import ROOT

PAGE = ROOT / "docs/law/catalogue.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == guide()


def test_everything_is_told() -> None:
    text = guide()
    assert all(row.label in text for row in FIELDS)
    assert "| 传真号码 | 必备 | 《中华人民共和国政府信息公开条例》第十二条 |" in text
    assert "| 7个工作日 | 限期公开 | 7 个工作日 | 信息形成或者变更 |" in text
